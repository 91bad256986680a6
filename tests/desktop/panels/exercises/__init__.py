"""Tests of the Exercises panel."""
