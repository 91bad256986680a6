"""Imaging meets broken files on purpose: what pydicom warns of there is not a fault of the program."""

import pytest


@pytest.fixture(autouse=True)
def _pydicom_may_warn(recwarn: pytest.WarningsRecorder) -> None:
    """Record warnings instead of failing on them; recwarn also undoes the run's "error" filter for the test."""
