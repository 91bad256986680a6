"""What is measured is a query that finds exactly one, in an index that is filled as storing fills it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from pacsdesk.engine.archive.index.counters import wrong_counters
from pacsdesk.engine.archive.matching.finder import Finder
from pacsdesk.engine.archive.tables import InstanceRow, StudyRow
from pacsdesk.engine.network.scp.find import FindService
from pacsdesk.engine.runtime.database import Database
from tests.bench.filling import PER_STUDY, FilledStudy, fill_index
from tests.bench.index import QUESTIONS, Exact, milliseconds
from tests.bench.requirements import INDEX_KEYS
from tests.support.index_rows import open_index

STUDIES = 300


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Database]:
    """Filled in two steps, as the measurement does."""
    database = open_index(tmp_path / "index.db")
    fill_index(database, 0, 10)
    fill_index(database, 10, STUDIES)
    yield database
    database.close()


def test_all_studies_are_there_with_all_instances_and_right_counters(index: Database) -> None:
    with index.read() as connection:
        studies = connection.scalar(select(func.count()).select_from(StudyRow))
        instances = connection.scalar(select(func.count()).select_from(InstanceRow))
        assert (studies, instances, wrong_counters(connection, 5)) == (STUDIES, STUDIES * PER_STUDY, [])


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.keyword)
def test_each_question_finds_one(index: Database, question: Exact) -> None:
    service = FindService(Finder(index), lambda: 0)
    assert milliseconds(service, question.identifier(FilledStudy(STUDIES - 1), PER_STUDY - 1)) > 0


def test_a_question_that_finds_nothing_gives_no_figure(index: Database) -> None:
    service = FindService(Finder(index), lambda: 0)
    with pytest.raises(RuntimeError, match="One was to be found"):
        milliseconds(service, QUESTIONS[0].identifier(FilledStudy(STUDIES), 0))


def test_an_instance_is_named_with_its_study_and_series_where_queries_are_not_relational() -> None:
    keys = Exact("SOPInstanceUID", "IMAGE").keys(FilledStudy(1), 0)
    assert [key.partition("=")[0] for key in keys] == ["StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID"]


def test_every_key_that_is_required_is_asked_for() -> None:
    assert tuple(question.keyword for question in QUESTIONS) == INDEX_KEYS
