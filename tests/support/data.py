"""Finds the open test data (phantoms, worklists, messages) that many tests read and none may change."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def shared_data(*parts: str) -> Path:
    """A file or folder of the test data: below PACSDESK_TEST_DATA, else `../shared/data` beside the checkout.

    Raises FileNotFoundError that says what to set.
    """
    folder = Path(os.environ.get("PACSDESK_TEST_DATA") or ROOT.parent / "shared" / "data")
    path = folder.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"There is no test data at {path}: set PACSDESK_TEST_DATA to its folder.")
    return path


def ct_phantom_slices() -> list[Path]:
    """The 28 axial slices of the CT head phantom, 512x512, half a megabyte each, in a fixed order."""
    return sorted(path for path in shared_data("ct-phantom").rglob("*") if path.is_file() and "S2010" in path.parts)
