"""Finds the open test data (phantoms, worklists, messages) that many tests read and none may change."""

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path

import data_store
import pydicom

ROOT = Path(__file__).resolve().parents[2]
_BESIDE = Path("shared", "data")


def shared_data(*parts: str) -> Path:
    """A file or folder of the test data. Raises FileNotFoundError that says what to set."""
    path = _data_folder().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"There is no test data at {path}: set PACSDESK_TEST_DATA to its folder.")
    return path


@cache
def _data_folder() -> Path:
    """PACSDESK_TEST_DATA, else `../shared/data` beside the checkout, or beside the one that it is a clone of."""
    named = os.environ.get("PACSDESK_TEST_DATA")
    if named:
        return Path(named)
    beside = ROOT.parent / _BESIDE
    if beside.is_dir() or shutil.which("git") is None:
        return beside
    asked = ["git", "-C", str(ROOT), "config", "--get", "remote.origin.url"]
    origin = subprocess.run(asked, capture_output=True, text=True, timeout=10, check=False).stdout.strip()
    beside_original = Path(origin).parent / _BESIDE
    return beside_original if origin and beside_original.is_dir() else beside


def pydicom_files() -> list[Path]:
    """The samples that the installed packages hold; pydicom's own functions would also ask the network for more."""
    folders = (Path(pydicom.__file__).parent / "data" / "test_files", Path(data_store.__file__).parent / "data")
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())


def ct_phantom_slices() -> list[Path]:
    """The 28 axial slices of the CT head phantom, 512x512, half a megabyte each, in a fixed order."""
    return sorted(path for path in shared_data("ct-phantom").rglob("*") if path.is_file() and "S2010" in path.parts)
