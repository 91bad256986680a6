"""The statements that every arriving object needs, built once: building them anew costs more than running them.

On plain tables, not on mapped classes, for the same reason. Parameters are named after what they carry.
"""

from sqlalchemy import Table, bindparam, insert, select, update

from pacsdesk.engine.archive.tables import InstanceRow, SeriesRow, SourceRow, StudyRow, StudyWordRow
from pacsdesk.engine.runtime.database import Base


def _table(row: type[Base]) -> Table:
    table = row.__table__
    assert isinstance(table, Table), "a mapped class of ours has one plain table"
    return table


_STUDIES, _SERIES, _INSTANCES, _WORDS, _SOURCES = map(
    _table, (StudyRow, SeriesRow, InstanceRow, StudyWordRow, SourceRow)
)

HELD_INSTANCES = select(
    _INSTANCES.c.sop_instance_uid,
    _INSTANCES.c.object_name,
    _INSTANCES.c.transfer_syntax_uid,
    _INSTANCES.c.size_bytes,
    _INSTANCES.c.digest,
    _INSTANCES.c.dataset_offset,
).where(_INSTANCES.c.sop_instance_uid.in_(bindparam("uids", expanding=True)))

FIND_STUDIES = select(_STUDIES).where(_STUDIES.c.study_instance_uid.in_(bindparam("uids", expanding=True)))

COUNT_STUDY = (
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

FIND_SERIES = select(_SERIES.c.series_instance_uid, _SERIES.c.row_id).where(
    _SERIES.c.study_row_id == bindparam("of_study"),
    _SERIES.c.series_instance_uid.in_(bindparam("uids", expanding=True)),
)

GROW_SERIES = (
    update(_SERIES)
    .where(_SERIES.c.row_id == bindparam("of_series"))
    .values(
        number_of_instances=_SERIES.c.number_of_instances + bindparam("instances"),
        size_bytes=_SERIES.c.size_bytes + bindparam("bytes"),
    )
)

ADD_INSTANCES = insert(_INSTANCES)

FIND_WORDS = select(_WORDS.c.word).where(_WORDS.c.study_row_id == bindparam("of_study"))

ADD_WORDS = insert(_WORDS)

FIND_SOURCES = select(_SOURCES.c.ae_title, _SOURCES.c.last_received_at).where(
    _SOURCES.c.ae_title.in_(bindparam("titles", expanding=True))
)

ADD_SOURCES = insert(_SOURCES)

GROW_SOURCE = (
    update(_SOURCES)
    .where(_SOURCES.c.ae_title == bindparam("of_source"))
    .values(
        last_received_at=bindparam("latest"),
        number_of_instances=_SOURCES.c.number_of_instances + bindparam("instances"),
    )
)
