"""Finds the DICOM files that pydicom and pydicom-data ship, by name and all together."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

_NOT_DICOM = frozenset((".json", ".py", ".xml", ".txt", ".pyc", ".dump", ".zip"))


@cache
def sample_files() -> tuple[Path, ...]:
    """Every file of both packages that may be DICOM, smallest names first; nothing is downloaded."""
    folders = [_package_folder("pydicom") / "data" / "test_files", _package_folder("data_store")]
    found = (path for folder in folders for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(path for path in found if path.suffix not in _NOT_DICOM))


def sample_file(name: str) -> Path:
    """The file of that name. Raises FileNotFoundError."""
    for path in sample_files():
        if path.name == name:
            return path
    raise FileNotFoundError(f"Neither pydicom nor pydicom-data ships {name}.")


def _package_folder(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"The package {name} is not installed.")
    return Path(next(iter(spec.submodule_search_locations)))
