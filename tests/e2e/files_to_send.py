"""Files that a sender can announce truthfully: real scanners' data, and what pydicom ships of every syntax and kind."""

import warnings
from functools import cache
from pathlib import Path

from pydicom import dcmread
from pydicom.data import get_testdata_files
from pydicom.errors import InvalidDicomError
from pydicom.uid import MediaStorageDirectoryStorage

from tests.support.data import shared_data

_IDENTITY = ["SOPClassUID", "SOPInstanceUID"]


@cache
def files_to_send() -> tuple[Path, ...]:
    """One file for each SOP Instance UID, those of real scanners first."""
    candidates = [*sorted(shared_data().rglob("*")), *sorted(map(Path, get_testdata_files()))]
    chosen: dict[str, Path] = {}
    with warnings.catch_warnings(action="ignore"):  # many of these files are odd on purpose
        for path in candidates:
            uid = _announced_uid(path) if path.is_file() else ""
            if uid and uid not in chosen:
                chosen[uid] = path
    return tuple(chosen.values())


def _announced_uid(path: Path) -> str:
    """The SOP Instance UID, "" for a file whose meta information does not say the same as its dataset."""
    try:
        dataset = dcmread(path, specific_tags=_IDENTITY)
    except InvalidDicomError:
        return ""
    meta = dataset.file_meta
    sop_class_uid, sop_instance_uid = meta.get("MediaStorageSOPClassUID"), meta.get("MediaStorageSOPInstanceUID")
    is_announced = "TransferSyntaxUID" in meta and "FileMetaInformationGroupLength" in meta
    is_true = (sop_class_uid, sop_instance_uid) == (dataset.get("SOPClassUID"), dataset.get("SOPInstanceUID"))
    is_instance = sop_class_uid != MediaStorageDirectoryStorage
    return str(sop_instance_uid or "") if is_announced and is_true and is_instance else ""
