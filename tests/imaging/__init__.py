"""Tests of imaging, over every file that pydicom ships and the open test data."""
