"""Marks instances whose stored file is missing or damaged, where people see what is wrong with an object."""

from collections.abc import Collection
from enum import StrEnum

from sqlalchemy import Connection, select, update

from pacsdesk.engine.archive.index.counters import recount_studies
from pacsdesk.engine.archive.tables import InstanceRow, SeriesRow


class FileMark(StrEnum):
    """What `unreadable` says of an instance whose file is at fault; one with another reason keeps that."""

    MISSING = "The stored file is missing."
    DAMAGED = "The stored file is damaged: its bytes are not those that were stored."


def mark_files(
    connection: Connection, folder_name: str, missing: Collection[str], damaged: Collection[str]
) -> list[str]:
    """Mark instances of one folder of objects by their object names, and take the marks from all others in it.

    Answers the SOP Instance UIDs whose mark changed.
    """
    wanted = dict.fromkeys(missing, FileMark.MISSING) | dict.fromkeys(damaged, FileMark.DAMAGED)
    # "0" is the character after "/"
    is_here = (InstanceRow.object_name >= f"{folder_name}/") & (InstanceRow.object_name < f"{folder_name}0")
    may_change = InstanceRow.unreadable.in_((*FileMark, "")) if wanted else InstanceRow.unreadable.in_(tuple(FileMark))
    rows = connection.execute(
        select(InstanceRow.row_id, InstanceRow.object_name, InstanceRow.sop_instance_uid, InstanceRow.unreadable).where(
            is_here, may_change
        )
    ).all()
    changed = {row: mark for row in rows if (mark := wanted.get(row.object_name, "")) != row.unreadable}
    for row, mark in changed.items():
        connection.execute(update(InstanceRow).where(InstanceRow.row_id == row.row_id).values(unreadable=str(mark)))
    _recount(connection, [row.row_id for row in changed])
    return [row.sop_instance_uid for row in changed]


def _recount(connection: Connection, instance_row_ids: Collection[int]) -> None:
    studies = connection.scalars(
        select(SeriesRow.study_row_id)
        .join(InstanceRow, InstanceRow.series_row_id == SeriesRow.row_id)
        .where(InstanceRow.row_id.in_(instance_row_ids))
        .distinct()
    ).all()
    recount_studies(connection, studies)
