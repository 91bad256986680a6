"""Tests of the archive: storing, finding, deleting, moving in and out."""
