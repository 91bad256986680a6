"""Tests of the classroom: what is invented reads as real objects, and a reset forgets all else."""
