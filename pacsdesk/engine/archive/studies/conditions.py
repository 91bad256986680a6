"""Turns criteria into SQL conditions that stay quick at a million studies.

Two plans, chosen by counting index entries up to a bound. Few studies can match: those are looked up and sorted. Many
do: the sorted list is walked and each study is asked. The database has no statistics of ours and would often pick the
wrong one of the two, so the conditions are worded such that only the chosen plan remains.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, select, union_all
from sqlalchemy.orm import InstrumentedAttribute, aliased

from pacsdesk.contract.records.archive import StudySort
from pacsdesk.contract.types import UID
from pacsdesk.engine.archive.studies.words import (
    Criteria,
    DateRange,
    FieldTerm,
    SearchField,
    Word,
    WordMatch,
    narrowing_words,
)
from pacsdesk.engine.archive.tables import InstanceRow, SeriesRow, StudyRow, StudyWordRow

# so many candidates are looked up and sorted in the time in which a walk finds a page of them at a million studies
CANDIDATE_LIMIT = 5_000
_DATES_FACTOR = 10
# counting stops here: it has to tell rare from common, and the commoner of two
_COUNT_LIMIT = 100_000
# so many of the rarest part's studies are asked for the other parts, to guess how many meet all
_SAMPLE = 2_000
_AFTER_ALL = chr(0x10FFFF)

Condition = ColumnElement[bool]
RowIds = Select[int]
RowId = ColumnElement[int] | InstrumentedAttribute[int]

_FIELD_COLUMNS: dict[SearchField, InstrumentedAttribute[str]] = {
    SearchField.PATIENT_ID: StudyRow.patient_id,
    SearchField.ACCESSION_NUMBER: StudyRow.accession_number,
    SearchField.SENDING_AE_TITLE: StudyRow.sending_ae_title,
}


class _Part(Protocol):
    """One criterion in its two forms; each uses the tables under names of its own, so that forms can be nested."""

    def row_ids(self) -> RowIds:
        """The row ids of all studies that meet it, found through an index."""
        ...

    def holds(self, row_id: RowId) -> Condition:
        """Whether the study with this row id meets it, at the cost of one look-up."""
        ...


@dataclass(frozen=True, slots=True)
class _WordPart:
    word: Word

    def row_ids(self) -> RowIds:
        entry = aliased(StudyWordRow)
        return select(entry.study_row_id).where(_is_word(entry.word, self.word))

    def holds(self, row_id: RowId) -> Condition:
        entry = aliased(StudyWordRow)
        return select(literal(1)).where(entry.study_row_id == row_id, _is_word(entry.word, self.word)).exists()


@dataclass(frozen=True, slots=True)
class _DatePart:
    days: DateRange

    def row_ids(self) -> RowIds:
        study = aliased(StudyRow)
        return select(study.row_id).where(_within(study.study_date, self.days))

    def holds(self, row_id: RowId) -> Condition:
        # by a look-up of its own, for a plain comparison would tempt the planner away from the sorted list
        study = aliased(StudyRow)
        return select(literal(1)).where(study.row_id == row_id, _within(study.study_date, self.days)).exists()


@dataclass(frozen=True, slots=True)
class _UidPart:
    uid: UID

    def row_ids(self) -> RowIds:
        study, series = aliased(StudyRow), aliased(SeriesRow)
        found = union_all(
            select(study.row_id).where(study.study_instance_uid == str(self.uid)),
            select(series.study_row_id).where(series.series_instance_uid == str(self.uid)),
            select(series.study_row_id)
            .join_from(InstanceRow, series)
            .where(InstanceRow.sop_instance_uid == str(self.uid)),
        ).subquery()
        return select(found.c[0])

    def holds(self, row_id: RowId) -> Condition:
        return row_id.in_(self.row_ids())


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a statement over `StudyRow` is given: to read a page in order, or to count, where no order helps."""

    for_page: tuple[Condition, ...]
    for_count: tuple[Condition, ...]


def conditions_of(connection: Connection, criteria: Criteria, sort: StudySort) -> Conditions:
    """The conditions of criteria for pages in the order of `sort`."""
    on_fields = tuple(_field_condition(term) for term in criteria.fields)
    parts = _parts(criteria)
    row_ids, are_few = _row_ids(connection, parts)
    by_row_ids = on_fields if row_ids is None else (StudyRow.row_id.in_(row_ids), *on_fields)
    by_walking = (*(part.holds(StudyRow.row_id) for part in parts), *on_fields)
    if sort is StudySort.STUDY_DATE:
        # here the sorted list is the index of dates: the walk begins and ends at the range
        by_walking += tuple(_within(StudyRow.study_date, days) for days in criteria.dates)
    return Conditions(
        for_page=by_row_ids if are_few else by_walking, for_count=by_walking if row_ids is None else by_row_ids
    )


def _parts(criteria: Criteria) -> list[_Part]:
    narrowing = [word for term in criteria.fields for word in narrowing_words(term)]
    # of words that are equally common as far as is counted, the longer one says more
    words = sorted({*criteria.words, *narrowing}, key=lambda word: (-len(word.text), word.text))
    return [
        *(_UidPart(uid) for uid in criteria.uids),
        *(_WordPart(word) for word in words),
        *(_DatePart(days) for days in criteria.dates),
    ]


def _row_ids(connection: Connection, parts: Sequence[_Part]) -> tuple[RowIds | None, bool]:
    """The row ids that meet every part, found from the rarest one, and whether they seem few enough to be sorted.

    None when no part has an index to begin with.
    """
    counted = [(_count(connection, part.row_ids().limit(_COUNT_LIMIT)), part) for part in parts if _is_indexed(part)]
    if not counted:
        return None, False
    count, rarest = min(counted, key=lambda pair: pair[0])
    others = [part for part in parts if part is not rarest]
    limit = CANDIDATE_LIMIT
    if isinstance(rarest, _DatePart):
        # days lie together in the order of arrival: a walk may pass over years before it comes to them
        limit *= _DATES_FACTOR
    if count > limit and others:
        sample = rarest.row_ids().limit(_SAMPLE).subquery()
        meeting_all = select(sample.c[0]).where(*(part.holds(sample.c[0]) for part in others))
        count = count * _count(connection, meeting_all) // _SAMPLE
    row_ids = rarest.row_ids()
    row_id = row_ids.selected_columns[0]
    return row_ids.where(*(part.holds(row_id) for part in others)), count <= limit


def _is_indexed(part: _Part) -> bool:
    # "*son" begins anywhere: finding all its words reads the whole index of words
    return not (isinstance(part, _WordPart) and part.word.text[0] in "*?")


def _count(connection: Connection, row_ids: RowIds) -> int:
    return connection.execute(select(func.count()).select_from(row_ids.subquery())).scalar_one()


def _is_word(column: InstrumentedAttribute[str], word: Word) -> Condition:
    if word.match is WordMatch.WHOLE:
        return column == word.text
    if word.match is WordMatch.PREFIX:
        return _begins_with(column, word.text)
    head = word.text.replace("?", "*").partition("*")[0]
    return and_(_begins_with(column, head), column.like(_like(word.text), escape="\\"))


def _begins_with(column: InstrumentedAttribute[str], text: str) -> Condition:
    return and_(column >= text, column < text + _AFTER_ALL)


def _within(column: InstrumentedAttribute[str], days: DateRange) -> Condition:
    # a study without a date is in no range, also not in one that is open at its beginning
    return and_(column >= (days.first or "0"), column <= (days.last or "9"))


def _field_condition(term: FieldTerm) -> Condition:
    return func.lower(_FIELD_COLUMNS[term.field]).like(_like(term.text.lower()), escape="\\")


def _like(pattern: str) -> str:
    """The pattern of LIKE for one with ? and *. Databases fold only ASCII alike, so other letters match anything here;
    the words by which a field was narrowed have compared them already."""
    return "".join(_LIKE.get(character, character if character.isascii() else "%") for character in pattern)


_LIKE = {"?": "_", "*": "%", "%": "\\%", "_": "\\_", "\\": "\\\\"}
