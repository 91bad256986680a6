"""The transfer service: batches become imports, studies become exports, each as a job."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pacsdesk.contract.errors import InvalidInput, NotFound, Refused
from pacsdesk.contract.records.archive import Packing
from pacsdesk.contract.records.jobs import JobProblem, JobResult
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.engine.archive.transfer.exports import Exports
from pacsdesk.engine.archive.transfer.imports import Imports
from pacsdesk.engine.archive.transfer.service import ArchiveTransfer
from pacsdesk.engine.archive.transfer.uploads import UploadBatches, UploadLimits
from tests.support.actors import ANN
from tests.support.archive import RECEIVED_AT, OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes, ct_dataset, encode
from tests.support.jobs import JobsAtOnce

STUDY = StudyInstanceUID("1.2.3")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    with open_archive(tmp_path / "site") as opened:
        yield opened


@pytest.fixture
def jobs() -> JobsAtOnce:
    return JobsAtOnce()


@pytest.fixture
def batches(archive: OpenArchive) -> UploadBatches:
    return UploadBatches(archive.folder, lambda: RECEIVED_AT, UploadLimits(reserve_bytes=0))


@pytest.fixture
def transfer(archive: OpenArchive, batches: UploadBatches, jobs: JobsAtOnce) -> ArchiveTransfer:
    return ArchiveTransfer(
        batches,
        Imports(archive.ingest, batches, lambda: RECEIVED_AT, lambda: 1 << 30),
        Exports(archive.database, archive.folder, lambda: RECEIVED_AT, 0),
        jobs,
    )


def test_an_uploaded_batch_is_imported(transfer: ArchiveTransfer, batches: UploadBatches, jobs: JobsAtOnce) -> None:
    batch_id = transfer.open_batch(ANN, "Import disc")
    writer = batches.writer(batch_id, "a")
    writer.write(encode(ct_dataset(), explicit=False))
    writer.commit()
    transfer.start_import(ANN, batch_id)
    assert (jobs.results[0].summary, jobs.orders[0].title) == ("1 instance stored", "Import disc")


def test_what_a_face_could_not_send_is_refused_and_counted(transfer: ArchiveTransfer, jobs: JobsAtOnce) -> None:
    batch_id = transfer.open_batch(ANN, "Import disc")
    transfer.start_import(ANN, batch_id, (JobProblem("disc/\x1blink", "It is a link."),), 3)
    assert jobs.results[0] == JobResult(
        "0 instances stored, 3 refused", (JobProblem("disc/\ufffdlink", "It is a link."),), number_of_problems=3
    )


def test_a_batch_that_was_dropped_is_not_imported(transfer: ArchiveTransfer, archive: OpenArchive) -> None:
    batch_id = transfer.open_batch(ANN, "Import disc")
    transfer.drop_batch(ANN, batch_id)
    with pytest.raises(NotFound):
        transfer.start_import(ANN, batch_id)
    assert list(archive.folder.uploads.iterdir()) == []


def test_an_import_is_started_once(transfer: ArchiveTransfer) -> None:
    batch_id = transfer.open_batch(ANN, "Import disc")
    transfer.start_import(ANN, batch_id)
    with pytest.raises((NotFound, Refused)):
        transfer.start_import(ANN, batch_id)


def test_a_study_is_exported(archive: OpenArchive, transfer: ArchiveTransfer, jobs: JobsAtOnce) -> None:
    archive.store(ct_bytes(), arrival())
    job_id = transfer.start_export(ANN, (STUDY, STUDY), Packing.ZIP)
    assert (jobs.results[0].artifact, jobs.orders[0].title) == (f"export/{job_id}", "Export of 1 study")


def test_an_export_of_what_is_not_held_begins_no_job(transfer: ArchiveTransfer, jobs: JobsAtOnce) -> None:
    with pytest.raises(NotFound):
        transfer.start_export(ANN, (STUDY,), Packing.ZIP)
    assert jobs.orders == []


def test_an_export_names_a_study(transfer: ArchiveTransfer) -> None:
    with pytest.raises(InvalidInput):
        transfer.start_export(ANN, (), Packing.ZIP)
