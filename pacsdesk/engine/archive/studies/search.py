"""Pages through the studies that meet criteria, by key and in any order: a page costs the same wherever it lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, func, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.archive import StudyQuery, StudySort
from pacsdesk.engine.archive.pages import KeyValue, decode_key, encode_key
from pacsdesk.engine.archive.studies.conditions import Condition, conditions_of
from pacsdesk.engine.archive.studies.words import Criteria
from pacsdesk.engine.archive.tables import StudyRow

SortColumn = InstrumentedAttribute[str] | InstrumentedAttribute[int] | InstrumentedAttribute[datetime]

# each order walks an index of its own; row_id ends all of them, so that ties stay in place
SORT_COLUMNS: dict[StudySort, tuple[SortColumn, ...]] = {
    StudySort.RECEIVED: (StudyRow.last_received_at,),
    StudySort.STUDY_DATE: (StudyRow.study_date, StudyRow.study_time),
    StudySort.PATIENT_NAME: (StudyRow.name_sort,),
    StudySort.PATIENT_ID: (StudyRow.patient_id,),
    StudySort.ACCESSION_NUMBER: (StudyRow.accession_number,),
    StudySort.STUDY_DESCRIPTION: (StudyRow.study_description,),
    StudySort.NUMBER_OF_INSTANCES: (StudyRow.number_of_instances,),
    StudySort.SIZE: (StudyRow.size_bytes,),
}


@dataclass(frozen=True, slots=True)
class StudyRows:
    """One page of rows of `studies`, all columns. next_key: "" on the last; total: None unless it was asked for."""

    rows: Sequence[Row[tuple[object, ...]]]
    next_key: str
    total: int | None


def find_studies(connection: Connection, query: StudyQuery, criteria: Criteria) -> StudyRows:
    """The page of studies that meet the criteria. Raises InvalidInput for a key that is not of this order."""
    order = (*SORT_COLUMNS[query.sort], StudyRow.row_id)
    conditions = conditions_of(connection, criteria, query.sort)
    statement = select(StudyRow.__table__).where(*conditions.for_page)
    if query.page.after_key:
        statement = statement.where(_is_after(query, order))
    statement = statement.order_by(*(column.desc() if query.descending else column.asc() for column in order))
    # one more than wanted tells whether another page follows
    rows = connection.execute(statement.limit(query.page.limit + 1).offset(query.page.skip)).all()
    total = _count(connection, conditions.for_count) if query.page.count else None
    if len(rows) <= query.page.limit:
        return StudyRows(rows, "", total)
    last = rows[query.page.limit - 1]._mapping
    next_key = encode_key(_list_name(query), [_key_value(last[column.key]) for column in order])
    return StudyRows(rows[: query.page.limit], next_key, total)


def _is_after(query: StudyQuery, order: tuple[SortColumn, ...]) -> Condition:
    shape = [int if column.type.python_type is int else str for column in order]
    values = decode_key(_list_name(query), query.page.after_key, shape)
    columns = tuple_(*order)
    position = tuple_(*(_column_value(column, value) for column, value in zip(order, values, strict=True)))
    return columns < position if query.descending else columns > position


def _list_name(query: StudyQuery) -> str:
    return f"studies {query.sort} {'down' if query.descending else 'up'}"


def _key_value(value: object) -> KeyValue:
    if isinstance(value, datetime):
        return value.isoformat()
    return value if isinstance(value, int) else str(value)


def _column_value(column: SortColumn, value: KeyValue) -> object:
    if column.type.python_type is not datetime:
        return value
    try:
        return datetime.fromisoformat(str(value))
    except ValueError as error:
        raise InvalidInput("The key of the next page is not one of ours.", "It holds no time.") from error


def _count(connection: Connection, conditions: Sequence[Condition]) -> int:
    return connection.execute(select(func.count()).select_from(StudyRow).where(*conditions)).scalar_one()
