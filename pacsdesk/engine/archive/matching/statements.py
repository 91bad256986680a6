"""Turns a query into one portable statement: the rows that may match, never fewer than those that do.

What a condition can say through an index, it says; values.py decides what matches. So no condition needs to be exact,
and databases that compare letters each in their way find the same.
"""

from collections.abc import Iterator, Sequence
from functools import singledispatch
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, or_, select

from pacsdesk.contract.types import QueryLevel
from pacsdesk.engine.archive.folding import MAX_WORD_LENGTH, fold, words_of
from pacsdesk.engine.archive.matching.keys import INSTANCES, PATIENTS, SERIES, STUDIES, Column, Key
from pacsdesk.engine.archive.matching.patterns import Glob, NamePattern
from pacsdesk.engine.archive.matching.query import Criterion, Query
from pacsdesk.engine.archive.matching.values import DateTest, EmptyTest, NameTest, NumberTest, TextTest, ValueTest
from pacsdesk.engine.archive.tables import StudyWordRow

Condition = ColumnElement[bool]

_WORDS = StudyWordRow.__table__
_AFTER_ALL = chr(0x10FFFF)
_NUMERIC = frozenset({"IS", "US"})

# columns by which an index is sorted, by code point (tables.py): there a beginning is a range
_SORTED = frozenset(
    {STUDIES.c.patient_id, STUDIES.c.accession_number, STUDIES.c.study_description, PATIENTS.c.patient_id}
)
_OF_PATIENTS = frozenset(PATIENTS.c)
# past so many alternatives a condition costs more than it saves
_MAX_ALTERNATIVES = 50


def columns_of(query: Query) -> tuple[Key, ...]:
    """The keys whose values a row of the statement holds, in its order."""
    keys = [asked.key for asked in query.return_keys if asked.key]
    keys += [criterion.key for criterion in query.criteria]
    keys += [key for moment in query.moments for key in (moment.date, moment.time)]
    return tuple({key.tag: key for key in keys}.values())


# Any: rows of whatever columns a query needs
def statement_of(query: Query) -> Select[*tuple[Any, ...]]:
    """The rows that may match, in no promised order (PS3.4 promises none), so that each index may give its own."""
    columns = [_column(key, query.level) for key in columns_of(query)]
    conditions = [condition for criterion in query.criteria for condition in _conditions(criterion, query.level)]
    return select(*columns).select_from(_rows(query.level, columns)).where(*conditions)


def _column(key: Key, level: QueryLevel) -> Column:
    column = key.column_at(level)
    assert column is not None, "a query asks for no key from below its level"
    return column


def _rows(level: QueryLevel, columns: Sequence[Column]) -> FromClause:
    """The tables of a level joined to those above, to patients only where a value stands nowhere else."""
    if level is QueryLevel.PATIENT:
        return PATIENTS
    rows: FromClause = STUDIES
    if level is QueryLevel.SERIES:
        rows = SERIES.join(STUDIES, SERIES.c.study_row_id == STUDIES.c.row_id)
    elif level is QueryLevel.IMAGE:
        rows = INSTANCES.join(SERIES, INSTANCES.c.series_row_id == SERIES.c.row_id)
        rows = rows.join(STUDIES, SERIES.c.study_row_id == STUDIES.c.row_id)
    if any(column in _OF_PATIENTS for column in columns):
        rows = rows.join(PATIENTS, STUDIES.c.patient_row_id == PATIENTS.c.row_id)
    return rows


def _conditions(criterion: Criterion, level: QueryLevel) -> Iterator[Condition]:
    yield from _narrowing(criterion.test, criterion.key, _column(criterion.key, level), level)


@singledispatch
def _narrowing(test: ValueTest, key: Key, column: Column, level: QueryLevel) -> Iterator[Condition]:
    """Conditions that every row which passes the test meets; none where there is nothing to gain."""
    yield from ()


@_narrowing.register
def _of_text(test: TextTest, key: Key, column: Column, level: QueryLevel) -> Iterator[Condition]:
    if not test.wild and not key.is_multiple:
        yield column.in_(test.exact)
        return
    globs = [*map(Glob, test.exact), *test.wild]
    if len(globs) > _MAX_ALTERNATIVES:
        return
    if key.is_multiple:
        yield or_(*(_like(column, f"*{glob.text}*") for glob in globs))
    else:
        yield or_(*(_is_like(column, glob) for glob in globs))


@_narrowing.register
def _of_dates(test: DateTest, key: Key, column: Column, level: QueryLevel) -> Iterator[Condition]:
    # the index keeps dates in one form; what is empty is in no range, also not in one that is open at its beginning
    yield and_(column >= (test.first or "0"), column <= test.last)


@_narrowing.register
def _of_numbers(test: NumberTest, key: Key, column: Column, level: QueryLevel) -> Iterator[Condition]:
    yield column.in_(test.numbers)


@_narrowing.register
def _of_nothing(test: EmptyTest, key: Key, column: Column, level: QueryLevel) -> Iterator[Condition]:
    yield column.is_(None) if key.vr in _NUMERIC else column == ""


@_narrowing.register
def _of_names(test: NameTest, key: Key, column: Column, level: QueryLevel) -> Iterator[Condition]:
    if len(test.patterns) > _MAX_ALTERNATIVES:
        return
    words = [_telling_word(pattern) for pattern in test.patterns]
    folded = key.folded_at(level)
    if key.is_in_words and level is not QueryLevel.PATIENT and all(words):
        yield STUDIES.c.row_id.in_(
            select(_WORDS.c.study_row_id).where(or_(*(_is_word(*word) for word in words if word)))
        )
    elif folded is not None:
        yield or_(*(_like(folded, _anywhere(pattern)) for pattern in test.patterns))


def _telling_word(pattern: NamePattern) -> tuple[str, bool] | None:
    """The longest word that a name must have to match, and whether it is whole; None when no word is certain."""
    found: list[tuple[str, bool]] = []
    for group in pattern.groups:
        pieces = group.text.replace("?", "*").split("*")
        for place, piece in enumerate(pieces):
            words = list(words_of(piece))
            if not words:
                continue
            # a word at a wild card may go on there, and one behind it may have begun before it
            is_open_before = place > 0 and not _is_separated(piece[0])
            is_open_after = place < len(pieces) - 1 and not _is_separated(piece[-1])
            certain = [(word, True) for word in words]
            if is_open_after:
                certain[-1] = (words[-1], False)
            found += certain[1:] if is_open_before else certain
    # a word that was cut is no whole one
    found = [(word, is_whole and len(word) < MAX_WORD_LENGTH) for word, is_whole in found]
    return max(found, key=lambda word: len(word[0]), default=None)


def _is_separated(character: str) -> bool:
    return next(words_of(character), None) is None


def _is_word(word: str, is_whole: bool) -> Condition:
    return _WORDS.c.word == word if is_whole else _begins_with(_WORDS.c.word, word)


def _anywhere(pattern: NamePattern) -> str:
    """The longest group as it may stand anywhere in a folded name, where "?" can be several characters: folding takes
    syllables of Hangul apart."""
    longest = max((group.text for group in pattern.groups), key=len)
    return f"*{fold(longest).replace('?', '*')}*"


def _is_like(column: Column, glob: Glob) -> Condition:
    if glob.head and column in _SORTED:
        return and_(_begins_with(column, glob.head), _like(column, glob.text))
    return _like(column, glob.text)


def _begins_with(column: Column, head: str) -> Condition:
    return and_(column >= head, column < head + _AFTER_ALL)


def _like(column: Column, pattern: str) -> Condition:
    """Databases differ in whether LIKE regards case; either way it finds what the pattern means, and perhaps more."""
    return column.like("".join(_LIKE.get(character, character) for character in pattern), escape="\\")


_LIKE = {"?": "_", "*": "%", "%": "\\%", "_": "\\_", "\\": "\\\\"}
