"""Searching the index: what is found, in which order, and that pages by key show every study exactly once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.archive import Study, StudyQuery, StudySort
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.engine.archive.studies import conditions
from pacsdesk.engine.archive.studies.service import ArchiveStudies
from pacsdesk.engine.runtime.database import Database
from tests.support.actors import ANN
from tests.support.index_rows import IndexedStudy, add_study, open_index

NOW = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)

SMITH = IndexedStudy("Smith^John", "P-100", "20260310", accession_number="A-17", modality="CT")
MUELLER = IndexedStudy("Müller^Åse", "P-200", "20260311", accession_number="B-18", modality="MR")
SMYTHE = IndexedStudy("Smythe^Jo", "100-3", "20250101", accession_number="C_19", study_description="Knee")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Database]:
    database = open_index(tmp_path / "index.db")
    yield database
    database.close()


@pytest.fixture
def studies(index: Database) -> ArchiveStudies:
    for study in (SMITH, MUELLER, SMYTHE):
        add_study(index, study)
    return ArchiveStudies(index, lambda: NOW)


def found(studies: ArchiveStudies, words: str) -> set[str]:
    return {study.patient_name for study in studies.search(ANN, StudyQuery(words)).items}


ALL = {"Smith^John", "Müller^Åse", "Smythe^Jo"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ALL),
        ("smith", {"Smith^John"}),
        ("sm", {"Smith^John", "Smythe^Jo"}),
        ("jo ct", {"Smith^John", "Smythe^Jo"}),
        ("muller ase", {"Müller^Åse"}),
        ("MÜLLER", {"Müller^Åse"}),
        ("smith mr", set()),
        ("smith ct 2026-03", {"Smith^John"}),
        ("2026-03", {"Smith^John", "Müller^Åse"}),
        ("20260311", {"Müller^Åse"}),
        ("2026", {"Smith^John", "Müller^Åse"}),
        ("yesterday", {"Müller^Åse"}),
        ("2026-03-01..2026-03-10", {"Smith^John"}),
        ("..2025", {"Smythe^Jo"}),
        ("2026-03-11..", {"Müller^Åse"}),
        ("sm?th*", {"Smith^John", "Smythe^Jo"}),
        ("sm?th", {"Smith^John"}),
        ("*the", {"Smythe^Jo"}),
        ('"jo"', {"Smythe^Jo"}),
        ("id:p-100", {"Smith^John"}),
        ("id:100", set()),
        ("id:*100*", {"Smith^John", "Smythe^Jo"}),
        ("id:P-?00", {"Smith^John", "Müller^Åse"}),
        ("acc:a-17", {"Smith^John"}),
        ("acc:c?19", {"Smythe^Jo"}),
        ("acc:A_17", set()),
        ("ae:ct01", ALL),
        ("a-17", {"Smith^John"}),
        ("1.2.3.4.2", {"Müller^Åse"}),
        ("1.2.3.4.2.1", {"Müller^Åse"}),
        ("1.2.3.4.2.1.1", {"Müller^Åse"}),
        ("1.2.3.4.2 smith", set()),
        ("1.2.3.4.99", set()),
        ("%", ALL),
        ("id:%", set()),
        ("' OR 1=1 --", set()),
    ],
)
def test_every_word_must_match(studies: ArchiveStudies, words: str, expected: set[str]) -> None:
    assert found(studies, words) == expected


@pytest.mark.parametrize("words", ["ct", "jo ct", "2026-03", "id:P*", "sm", "*o*", "ct 2025..2026"])
def test_both_plans_find_the_same(studies: ArchiveStudies, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    by_candidates = found(studies, words)
    monkeypatch.setattr(conditions, "CANDIDATE_LIMIT", 0)
    assert found(studies, words) == by_candidates


@pytest.mark.parametrize("words", ["", "ct", "jo ct", "2026-03", "id:P*", "*o*", "1.2.3.4.2"])
def test_the_count_is_that_of_the_rows(studies: ArchiveStudies, words: str) -> None:
    page = studies.search(ANN, StudyQuery(words, page=PageRequest(count=True)))
    assert page.total == len(page.items)


def test_nothing_is_counted_unasked(studies: ArchiveStudies) -> None:
    assert studies.search(ANN, StudyQuery()).total is None


def test_a_study_without_a_date_is_in_no_range(index: Database) -> None:
    add_study(index, replace(SMITH, study_date=""))
    assert found(ArchiveStudies(index, lambda: NOW), "..2026") == set()


ORDERS = list(product(StudySort, (True, False)))

FEW = st.sampled_from(["", "a", "b", "é"])
STUDIES = st.builds(
    IndexedStudy,
    patient_name=FEW,
    patient_id=FEW,
    study_date=st.sampled_from(["", "20260101", "20260102"]),
    study_time=st.sampled_from(["", "1000"]),
    accession_number=FEW,
    study_description=FEW,
    number_of_instances=st.integers(1, 2),
    size_bytes=st.integers(1, 2),
    received_at=st.sampled_from([datetime(2026, 1, 1), datetime(2026, 1, 1, 0, 0, 0, 1)]),
)


def pages(studies: ArchiveStudies, query: StudyQuery, limit: int) -> Iterator[tuple[Study, ...]]:
    key = ""
    while True:
        page = studies.search(ANN, replace(query, page=PageRequest(after_key=key, limit=limit)))
        yield page.items
        key = page.next_key
        if not key:
            return


@pytest.mark.thorough
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STUDIES, max_size=9), st.integers(1, 4))
def test_pages_show_every_study_once_in_every_order(entries: list[IndexedStudy], limit: int) -> None:
    with TemporaryDirectory() as folder:
        database = open_index(Path(folder) / "index.db")
        expected = sorted(add_study(database, entry) for entry in entries)
        studies = ArchiveStudies(database, lambda: NOW)
        for sort, descending in ORDERS:
            query = StudyQuery(sort=sort, descending=descending)
            shown = [study.study_instance_uid for items in pages(studies, query, limit) for study in items]
            whole = [study.study_instance_uid for study in studies.search(ANN, query).items]
            assert (sorted(shown), shown) == (expected, whole)
        database.close()


@pytest.mark.parametrize(("sort", "descending"), ORDERS)
def test_arrivals_while_paging_double_nothing(index: Database, sort: StudySort, descending: bool) -> None:
    before = {add_study(index, replace(SMITH, size_bytes=size)) for size in (1, 1, 2, 3)}
    studies = ArchiveStudies(index, lambda: NOW)
    shown = []
    for items in pages(studies, StudyQuery(sort=sort, descending=descending), 1):
        shown += [study.study_instance_uid for study in items]
        if len(shown) < 4:
            add_study(index, replace(SMITH, size_bytes=2, received_at=SMITH.received_at + timedelta(len(shown))))
    assert (len(shown), before - set(shown)) == (len(set(shown)), set())


def test_a_skip_passes_over_rows_after_the_key(index: Database) -> None:
    uids = [add_study(index, replace(SMITH, size_bytes=size)) for size in range(6)]
    studies = ArchiveStudies(index, lambda: NOW)
    order = StudyQuery(sort=StudySort.SIZE, descending=False)
    first = studies.search(ANN, replace(order, page=PageRequest(limit=2)))
    jump = studies.search(ANN, replace(order, page=PageRequest(after_key=first.next_key, skip=2, limit=1)))
    assert [study.study_instance_uid for study in jump.items] == [uids[4]]


def test_a_key_of_another_order_is_refused(index: Database) -> None:
    for _ in range(2):
        add_study(index, SMITH)
    studies = ArchiveStudies(index, lambda: NOW)
    key = studies.search(ANN, StudyQuery(page=PageRequest(limit=1))).next_key
    with pytest.raises(InvalidInput):
        studies.search(ANN, StudyQuery(descending=False, page=PageRequest(after_key=key)))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=60) | st.text(alphabet="smith*?:\"'-.0127%_\\ ", max_size=40))
def test_no_text_makes_a_search_fail(studies: ArchiveStudies, words: str) -> None:
    assert found(studies, words) <= ALL
