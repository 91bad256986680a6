"""Chooses the test data that a peer can announce truthfully: what the file meta information says is what is inside."""

import warnings
from functools import cache
from pathlib import Path

from pydicom import dcmread
from pydicom.errors import InvalidDicomError
from pydicom.uid import MediaStorageDirectoryStorage

from tests.support.data import shared_data
from tests.support.sample_files import sample_files

_IDENTITY = ["SOPClassUID", "SOPInstanceUID"]


@cache
def announced_files() -> dict[str, Path]:
    """One file for each SOP Instance UID, those of the shared data first; all lie on this computer."""
    chosen: dict[str, Path] = {}
    with warnings.catch_warnings(action="ignore"):  # many samples are odd on purpose
        for path in [*sorted(shared_data().rglob("*")), *sample_files()]:
            uid = _announced_uid(path) if path.is_file() else ""
            if uid:
                chosen.setdefault(uid, path)
    return chosen


def _announced_uid(path: Path) -> str:
    """The SOP Instance UID, "" for a file that says one thing and holds another, or says nothing."""
    try:
        dataset = dcmread(path, specific_tags=_IDENTITY)
    except InvalidDicomError:
        return ""
    meta = dataset.file_meta
    said = (meta.get("MediaStorageSOPClassUID"), meta.get("MediaStorageSOPInstanceUID"))
    is_complete = "TransferSyntaxUID" in meta and "FileMetaInformationGroupLength" in meta
    is_true = said == (dataset.get("SOPClassUID"), dataset.get("SOPInstanceUID"))
    is_instance = said[0] != MediaStorageDirectoryStorage
    return str(said[1] or "") if is_complete and is_true and is_instance else ""
