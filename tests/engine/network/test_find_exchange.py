"""One query without a wire: what is answered when it is cancelled, given up, or cannot be read from the disk."""

import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
from pydicom import Dataset

from pacsdesk.engine.archive.matching.finder import Finder
from pacsdesk.engine.network.association import Caller, OpenAssociation
from pacsdesk.engine.network.command import C_FIND_RQ, Command, Response
from pacsdesk.engine.network.provided import AcceptedContext, Exchange
from pacsdesk.engine.network.scp.find import FindService
from pacsdesk.engine.runtime.database import Database
from tests.engine.network.querying import STUDY_ROOT
from tests.engine.network.sending import EXPLICIT
from tests.support.datasets import encode
from tests.support.index_rows import open_index
from tests.support.indexed_objects import fill, instance

ASSOCIATION = OpenAssociation("a1", Caller("CT01", "PACSDESK", "127.0.0.1"), None)
CONTEXT = AcceptedContext(1, STUDY_ROOT, EXPLICIT)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Database]:
    """An index of three studies."""
    database = open_index(tmp_path / "index.db")
    fill(database, [instance(f"1.2.{number}") for number in range(3)])
    yield database
    database.close()


@pytest.fixture
def exchange(index: Database) -> Exchange:
    """A query for all studies that has come in full."""
    identifier = Dataset()
    identifier.QueryRetrieveLevel = "STUDY"
    content = encode(identifier)
    begun = FindService(Finder(index), lambda: 0).begin(ASSOCIATION, CONTEXT, Command(C_FIND_RQ, 1, True, STUDY_ROOT))
    begun.receive(memoryview(content)[:5])
    begun.receive(memoryview(content)[5:])
    return begun


def answers_of(exchange: Exchange) -> Generator[Response, None, None]:
    """The responses, none of which is taken yet."""
    return cast(Generator[Response, None, None], exchange.finish())


def is_read(folder: Path) -> bool:
    """Whether somebody still reads an older state: then the log cannot be folded into the file."""
    with closing(sqlite3.connect(folder / "index.db", timeout=0, isolation_level=None)) as connection:
        connection.execute("UPDATE sources SET number_of_instances = 0")
        return bool(connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])


def test_all_studies_are_answered_and_then_success(exchange: Exchange) -> None:
    assert [response.status for response in answers_of(exchange)] == [0xFF00] * 3 + [0]


def test_a_cancelled_query_says_so_and_nothing_more(exchange: Exchange) -> None:
    answers = answers_of(exchange)
    next(answers)
    exchange.cancel()
    assert [response.status for response in answers] == [0xFE00]


def test_a_query_that_was_cancelled_before_its_first_answer_gives_none(exchange: Exchange) -> None:
    answers = answers_of(exchange)
    exchange.cancel()
    assert [response.status for response in answers] == [0xFE00]


def test_a_query_that_was_cancelled_before_its_first_answer_may_be_cancelled_again(exchange: Exchange) -> None:
    answers = answers_of(exchange)
    exchange.cancel()
    assert next(answers).status == 0xFE00
    exchange.cancel()
    answers.close()


def test_a_query_may_be_cancelled_before_it_has_come(exchange: Exchange) -> None:
    exchange.cancel()
    exchange.abandon()
    assert len(list(answers_of(exchange))) == 4


def test_a_running_query_reads_one_state(exchange: Exchange, tmp_path: Path) -> None:
    answers = answers_of(exchange)
    next(answers)
    assert is_read(tmp_path)
    answers.close()


def test_a_query_that_is_given_up_reads_no_longer(exchange: Exchange, tmp_path: Path) -> None:
    answers = answers_of(exchange)
    next(answers)
    answers.close()
    assert not is_read(tmp_path)


def test_a_query_that_was_answered_reads_no_longer(exchange: Exchange, tmp_path: Path) -> None:
    list(answers_of(exchange))
    assert not is_read(tmp_path)


def test_a_request_without_identifier_is_not_understood(index: Database) -> None:
    service = FindService(Finder(index), lambda: 0)
    answer = service.begin(ASSOCIATION, CONTEXT, Command(C_FIND_RQ, 1, False, STUDY_ROOT)).finish()
    assert isinstance(answer, Response)
    assert answer.status == 0xC000


def test_only_little_endian_syntaxes_are_taken_explicit_first(index: Database) -> None:
    service = FindService(Finder(index), lambda: 0)
    implicit, big = "1.2.840.10008.1.2", "1.2.840.10008.1.2.2"
    assert [service.choose(given) for given in ((big, implicit, EXPLICIT), (big, implicit), (big,))] == [
        EXPLICIT,
        implicit,
        None,
    ]
