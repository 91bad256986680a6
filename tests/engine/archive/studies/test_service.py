"""The studies service: walking from study to instance, sources and totals."""

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.records.archive import ArchiveTotals, StudyQuery
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.types import SeriesInstanceUID, SOPInstanceUID, StudyInstanceUID
from pacsdesk.engine.archive.studies.service import ArchiveStudies
from tests.support.actors import ANN
from tests.support.archive import RECEIVED_AT, OpenArchive, arrival, open_archive
from tests.support.datasets import ct_bytes

STUDY, SERIES = StudyInstanceUID("1.2.3"), SeriesInstanceUID("1.2.3.1")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[OpenArchive]:
    with open_archive(tmp_path / "site") as opened:
        yield opened


@pytest.fixture
def studies(archive: OpenArchive) -> ArchiveStudies:
    return ArchiveStudies(archive.database, lambda: RECEIVED_AT)


def uids_in_order(studies: ArchiveStudies, limit: int) -> list[str]:
    found: list[str] = []
    key = ""
    while True:
        page = studies.instances(ANN, SERIES, PageRequest(after_key=key, limit=limit))
        found += [instance.sop_instance_uid for instance in page.items]
        key = page.next_key
        if not key:
            return found


@pytest.mark.parametrize("limit", [1, 2, 5, 100])
def test_instances_come_by_number_then_uid_and_without_number_last(
    archive: OpenArchive, studies: ArchiveStudies, limit: int
) -> None:
    numbers = {"1.2.3.1.1": 10, "1.2.3.1.2": None, "1.2.3.1.3": 2, "1.2.3.1.4": 2, "1.2.3.1.5": -1, "1.2.3.1.6": None}
    for uid, number in numbers.items():
        archive.store(ct_bytes(uid, InstanceNumber=number), arrival())
    assert uids_in_order(studies, limit) == [f"1.2.3.1.{n}" for n in (5, 3, 4, 1, 2, 6)]


def test_the_key_of_one_series_is_refused_for_another(archive: OpenArchive, studies: ArchiveStudies) -> None:
    for series in ("1.2.3.1", "1.2.3.2"):
        for number in range(2):
            archive.store(ct_bytes(f"{series}.{number}", SeriesInstanceUID=series), arrival())
    key = studies.instances(ANN, SERIES, PageRequest(limit=1)).next_key
    with pytest.raises(InvalidInput):
        studies.instances(ANN, SeriesInstanceUID("1.2.3.2"), PageRequest(after_key=key))


def test_series_come_by_number_then_uid_and_without_number_last(archive: OpenArchive, studies: ArchiveStudies) -> None:
    for uid, number in (("1.2.3.1", 5), ("1.2.3.2", None), ("1.2.3.3", 1), ("1.2.3.4", 1)):
        archive.store(ct_bytes(f"{uid}.1", SeriesInstanceUID=uid, SeriesNumber=number), arrival())
    assert [series.series_instance_uid for series in studies.series(ANN, STUDY)] == [f"1.2.3.{n}" for n in (3, 4, 1, 2)]


def test_an_instance_knows_its_place(archive: OpenArchive, studies: ArchiveStudies) -> None:
    archive.store(ct_bytes(), arrival())
    instance = studies.instance(ANN, SOPInstanceUID("1.2.3.1.1"))
    assert (instance.study_instance_uid, instance.series_instance_uid, instance.received_at) == (
        STUDY,
        SERIES,
        RECEIVED_AT,
    )


def test_a_study_counts_its_conflicts(archive: OpenArchive, studies: ArchiveStudies) -> None:
    archive.store(ct_bytes(), arrival())
    archive.store(ct_bytes(PatientName="Other"), arrival())
    listed = studies.search(ANN, StudyQuery()).items
    assert (studies.get(ANN, STUDY).number_of_conflicts, [study.number_of_conflicts for study in listed]) == (1, [1])


def test_times_carry_their_zone(archive: OpenArchive, studies: ArchiveStudies) -> None:
    archive.store(ct_bytes(), arrival())
    assert studies.get(ANN, STUDY).last_received_at.tzinfo is UTC


def test_what_is_not_held_is_not_found(studies: ArchiveStudies) -> None:
    for ask in (
        lambda: studies.get(ANN, STUDY),
        lambda: studies.series(ANN, STUDY),
        lambda: studies.instances(ANN, SERIES, PageRequest()),
        lambda: studies.instance(ANN, SOPInstanceUID("1.2.3.1.1")),
    ):
        with pytest.raises(NotFound):
            ask()


def test_a_page_past_the_end_is_empty(archive: OpenArchive, studies: ArchiveStudies) -> None:
    archive.store(ct_bytes(), arrival())
    assert studies.instances(ANN, SERIES, PageRequest(skip=5)).items == ()


def test_sources_come_newest_first(archive: OpenArchive, studies: ArchiveStudies) -> None:
    for number, title in enumerate(("CT1", "MR1", "CT1")):
        archive.store(ct_bytes(f"1.2.3.1.{number}"), arrival(calling_ae_title=title))
    assert {source.ae_title: source.number_of_instances for source in studies.sources(ANN)} == {"CT1": 2, "MR1": 1}


def test_totals_count_everything(archive: OpenArchive, studies: ArchiveStudies) -> None:
    dataset = ct_bytes()
    archive.store(dataset, arrival())
    assert studies.totals(ANN) == ArchiveTotals(1, 1, 1, 1, len(dataset))


def test_totals_are_counted_again_once_that_costs_little(archive: OpenArchive) -> None:
    seconds = iter([0.0, 1.0, 19.0, 22.0, 22.0])
    studies = ArchiveStudies(archive.database, lambda: RECEIVED_AT, lambda: next(seconds))
    before = studies.totals(ANN)
    archive.store(ct_bytes(), arrival())
    soon, later = studies.totals(ANN), studies.totals(ANN)
    assert (soon == before, later.number_of_instances) == (True, 1)


def test_today_is_the_day_where_the_engine_stands(archive: OpenArchive) -> None:
    archive.store(ct_bytes(StudyDate=f"{RECEIVED_AT.astimezone():%Y%m%d}"), arrival())
    today = ArchiveStudies(archive.database, lambda: RECEIVED_AT)
    later = ArchiveStudies(archive.database, lambda: RECEIVED_AT + timedelta(days=1))
    found = [len(one.search(ANN, StudyQuery("today")).items) for one in (today, later)]
    assert found == [1, 0]
