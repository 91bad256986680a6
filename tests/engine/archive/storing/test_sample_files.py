"""Real files through the whole of ingest: every byte comes back, and every outcome is one that a sender understands."""

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import select

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.dataset.part10 import FileMeta, read_file_meta
from pacsdesk.engine.archive.integrity.check import compare_index_with_files
from pacsdesk.engine.archive.tables import ConflictRow, InstanceRow
from pacsdesk.imaging.sameness import same_frames
from tests.support.archive import OpenArchive, arrival, open_archive
from tests.support.data import pydicom_files, shared_data
from tests.support.datasets import reader_of

_SERIES_NUMBER = re.compile(rb"(\x20\0\x11\0(?:IS\x02\0|\x02\0\0\0)|\0\x20\0\x11IS\0\x02)[0-9] ")


class RealFrames:
    """Decodes with the imaging package, as the engine does."""

    def same_frames(self, first: Path, second: Path) -> bool:
        return same_frames(first, second)


def datasets() -> list[tuple[bytes, FileMeta]]:
    """All Part 10 samples with a transfer syntax, as dataset and meta."""
    found = []
    for path in [*pydicom_files(), *sorted(shared_data().rglob("*"))]:
        content = path.read_bytes() if path.is_file() else b""
        try:
            meta = read_file_meta(reader_of(content))
        except InvalidInput:
            continue
        if meta.transfer_syntax_uid:
            found.append((content[meta.dataset_offset :], meta))
    return found


def all_kept(archive: OpenArchive) -> set[bytes]:
    """Every dataset that the archive holds, as instance or as second object."""
    with archive.database.read() as connection:
        rows = connection.execute(select(InstanceRow.object_name, InstanceRow.dataset_offset)).all()
        seconds = connection.execute(select(ConflictRow.conflict_id, ConflictRow.dataset_offset)).all()
    files = [(archive.folder.objects / name, offset) for name, offset in rows]
    files += [(archive.folder.conflicts / f"{name}.dcm", offset) for name, offset in seconds]
    return {path.read_bytes()[offset:] for path, offset in files}


@pytest.mark.thorough
def test_every_acknowledged_sample_comes_back_byte_for_byte(tmp_path: Path) -> None:
    samples = datasets()
    with open_archive(tmp_path / "site", frames=RealFrames()) as archive, ThreadPoolExecutor(8) as pool:

        def store(sample: tuple[bytes, FileMeta]) -> tuple[bytes, DimseStatus, bool]:
            dataset, meta = sample
            outcome = archive.store(dataset, arrival(transfer_syntax_uid=meta.transfer_syntax_uid))
            return dataset, outcome.status, outcome.is_new

        outcomes = list(pool.map(store, samples))
        kept = all_kept(archive)
        lost = [
            len(dataset) for dataset, status, is_new in outcomes if status.is_stored and is_new and dataset not in kept
        ]
        statuses = {status for _, status, _ in outcomes}
        assert (lost, statuses, compare_index_with_files(archive.database, archive.folder).is_clean) == (
            [],
            {
                DimseStatus.SUCCESS,
                DimseStatus.COERCION_OF_ELEMENTS,
                DimseStatus.DATASET_UNREADABLE,
                DimseStatus.CANNOT_UNDERSTAND,
            },
            True,
        )


def test_one_slice_in_six_lossless_syntaxes_is_one_object(tmp_path: Path) -> None:
    names = ("1", "2", "3", "4", "6", "7", "8")  # 5 says in its elements how it was compressed, 9 has a longer UID
    with open_archive(tmp_path / "site", frames=RealFrames()) as archive:
        outcomes = []
        for name in names:
            content = shared_data("mr-transfer-syntaxes", f"{name}.dcm").read_bytes()
            meta = read_file_meta(reader_of(content))
            dataset = content[meta.dataset_offset :].replace(
                meta.sop_instance_uid.encode(), b"1.2.3".ljust(len(meta.sop_instance_uid), b"\0")
            )
            dataset = _SERIES_NUMBER.sub(rb"\g<1>1 ", dataset, count=1)
            outcome = archive.store(dataset, arrival(transfer_syntax_uid=meta.transfer_syntax_uid))
            outcomes.append((outcome.status, outcome.is_new))
    assert outcomes == [(DimseStatus.SUCCESS, True)] + [(DimseStatus.SUCCESS, False)] * 6
