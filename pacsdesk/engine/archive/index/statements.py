"""The statements that every arriving object needs, prepared: SQLAlchemy's part costs more than running them.

On plain tables, not on mapped classes, for the same reason. Parameters are named after what they carry.
"""

from sqlalchemy import Table, bindparam, insert, select, update

from pacsdesk.engine.archive.tables import (
    InstanceRow,
    NewEntryRow,
    PatientRow,
    SeriesRow,
    SourceRow,
    StudyRow,
    StudyWordRow,
)
from pacsdesk.engine.runtime.database import Base
from pacsdesk.engine.runtime.prepared import Prepared


def _table(row: type[Base]) -> Table:
    table = row.__table__
    assert isinstance(table, Table), "a mapped class of ours has one plain table"
    return table


def _columns(table: Table) -> tuple[str, ...]:
    """All but the row id, which the database gives."""
    return tuple(column.name for column in table.columns if column.name != "row_id")


def _adding(table: Table) -> Prepared:
    """Insert one row, answer its id."""
    return Prepared(insert(table).returning(table.c.row_id), _columns(table))


_PATIENTS, _STUDIES, _SERIES, _INSTANCES, _WORDS, _SOURCES = map(
    _table, (PatientRow, StudyRow, SeriesRow, InstanceRow, StudyWordRow, SourceRow)
)

HELD_INSTANCE = Prepared(
    select(
        _INSTANCES.c.sop_instance_uid,
        _INSTANCES.c.object_name,
        _INSTANCES.c.transfer_syntax_uid,
        _INSTANCES.c.size_bytes,
        _INSTANCES.c.digest,
        _INSTANCES.c.dataset_offset,
    ).where(_INSTANCES.c.sop_instance_uid == bindparam("uid"))
)

STUDY_COLUMNS = tuple(column.name for column in _STUDIES.columns)
FIND_STUDY = Prepared(select(_STUDIES).where(_STUDIES.c.study_instance_uid == bindparam("uid")))
ADD_STUDY = _adding(_STUDIES)
COUNT_STUDY = Prepared(
    update(_STUDIES)
    .where(_STUDIES.c.row_id == bindparam("of_study"))
    .values(
        {
            name: bindparam(name)
            for name in (
                *("modalities", "number_of_series", "number_of_instances", "number_of_unreadable", "size_bytes"),
                *("first_received_at", "last_received_at", "sending_ae_title"),
            )
        }
    )
)

FIND_PATIENT = Prepared(
    select(_PATIENTS.c.row_id).where(
        _PATIENTS.c.patient_id == bindparam("patient_id"),
        _PATIENTS.c.issuer_of_patient_id == bindparam("issuer_of_patient_id"),
        _PATIENTS.c.name_key == bindparam("name_key"),
    )
)
ADD_PATIENT = _adding(_PATIENTS)

FIND_SERIES = Prepared(
    select(_SERIES.c.row_id).where(
        _SERIES.c.series_instance_uid == bindparam("uid"), _SERIES.c.study_row_id == bindparam("of_study")
    )
)
ADD_SERIES = _adding(_SERIES)
GROW_SERIES = Prepared(
    update(_SERIES)
    .where(_SERIES.c.row_id == bindparam("of_series"))
    .values(
        number_of_instances=_SERIES.c.number_of_instances + bindparam("instances"),
        size_bytes=_SERIES.c.size_bytes + bindparam("bytes"),
    )
)

ADD_INSTANCE = Prepared(insert(_INSTANCES), _columns(_INSTANCES))

ADD_NEW_ENTRY = Prepared(insert(_table(NewEntryRow)), ("entry",))

FIND_WORDS = Prepared(select(_WORDS.c.word).where(_WORDS.c.study_row_id == bindparam("of_study")))
ADD_WORD = Prepared(insert(_WORDS), ("word", "study_row_id"))

FIND_SOURCE = Prepared(select(_SOURCES.c.last_received_at).where(_SOURCES.c.ae_title == bindparam("title")))
ADD_SOURCE = Prepared(insert(_SOURCES), ("ae_title", "last_received_at", "number_of_instances"))
GROW_SOURCE = Prepared(
    update(_SOURCES)
    .where(_SOURCES.c.ae_title == bindparam("of_source"))
    .values(
        last_received_at=bindparam("latest"),
        number_of_instances=_SOURCES.c.number_of_instances + bindparam("instances"),
    )
)
