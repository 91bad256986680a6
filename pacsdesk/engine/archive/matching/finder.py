"""Answers queries from the index: rows of one state of it in chunks, each compared, encoded and let go.

Memory does not grow with the number of answers, and a search ends within milliseconds of being cancelled.
"""

from collections.abc import Callable, Iterator, Sequence
from threading import Lock

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from pacsdesk.engine.archive.matching.answers import AnswerEncoder, AnswerFormat
from pacsdesk.engine.archive.matching.keys import Key
from pacsdesk.engine.archive.matching.query import Query
from pacsdesk.engine.archive.matching.statements import columns_of, statement_of
from pacsdesk.engine.archive.matching.values import Value
from pacsdesk.engine.runtime.database import Database, interrupt

_CHUNK = 256  # rows

RowTest = Callable[[Sequence[Value]], bool]


class Finder:
    """Opens searches."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, query: Query, form: AnswerFormat) -> "Search":
        """A search that has not begun."""
        return Search(self._database, query, form)


class Search:
    """One search; its identifiers are taken once, on one thread, and it may be cancelled from any other."""

    def __init__(self, database: Database, query: Query, form: AnswerFormat) -> None:
        self._database = database
        self._query = query
        self._keys = columns_of(query)
        self._encoder = AnswerEncoder(query, self._keys, form)
        self._lock = Lock()
        self._connection: Connection | None = None
        self._is_cancelled = False

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody wants no more."""
        return self._is_cancelled

    def identifiers(self) -> Iterator[tuple[bytes, bool]]:
        """The encoded identifier of each match, and whether the next one is there at once. Ends early when cancelled.

        Raises what reading an index raises.
        """
        tests = tuple(_row_tests(self._query, self._keys))
        for rows in self._chunks():
            matching = [row for row in rows if all(test(row) for test in tests)]
            for left, row in zip(range(len(matching) - 1, -1, -1), matching, strict=True):
                if self._is_cancelled:
                    return
                yield self._encoder.encode(row), left > 0

    def cancel(self) -> None:
        """End the search soon; a statement that runs is stopped."""
        with self._lock:
            self._is_cancelled = True
            if self._connection:
                interrupt(self._connection)

    def _chunks(self) -> Iterator[Sequence[Sequence[Value]]]:
        with self._database.snapshot() as connection:
            if not self._begin(connection):
                return
            try:
                reading = connection.execution_options(yield_per=_CHUNK)
                yield from reading.execute(statement_of(self._query)).partitions()
            except DatabaseError:
                if not self._is_cancelled:
                    raise
            finally:
                # from here on the connection is another's
                with self._lock:
                    self._connection = None

    def _begin(self, connection: Connection) -> bool:
        with self._lock:
            if not self._is_cancelled:
                self._connection = connection
            return not self._is_cancelled


def _row_tests(query: Query, keys: Sequence[Key]) -> Iterator[RowTest]:
    """What a row must pass, each test with the places of its values."""
    positions = {key.tag: position for position, key in enumerate(keys)}
    for criterion in query.criteria:
        yield _test_at(positions[criterion.key.tag], criterion.holds)
    for moment in query.moments:
        yield _test_of_both(positions[moment.date.tag], positions[moment.time.tag], moment.test.holds_both)


def _test_at(position: int, holds: Callable[[Value], bool]) -> RowTest:
    return lambda row: holds(row[position])


def _test_of_both(first: int, second: int, holds: Callable[[Value, Value], bool]) -> RowTest:
    return lambda row: holds(row[first], row[second])
