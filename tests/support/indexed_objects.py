"""Fills an index as objects would fill it, without files, for tests that only ask it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count
from typing import Any

from sqlalchemy import FromClause, func, insert, select

from pacsdesk.contract.types import SeriesInstanceUID, SOPClassUID, SOPInstanceUID, StudyInstanceUID
from pacsdesk.engine.archive.dataset.filing import Filing
from pacsdesk.engine.archive.dataset.keys import IndexKeys
from pacsdesk.engine.archive.index.entries import IndexEntry, add_entries
from pacsdesk.engine.archive.tables import PatientRow, StudyRow
from pacsdesk.engine.runtime.database import Database
from tests.support.datasets import CT_IMAGE

_NUMBERS = count(1)


def instance(study: str = "1.2.3", series: str = "", sop_instance_uid: str = "", **keys: Any) -> IndexKeys:
    """The keys of an object; UIDs that are not given are made, others are empty."""
    identity: dict[str, Any] = {
        "study_instance_uid": study,
        "series_instance_uid": series or f"{study}.1",
        "sop_instance_uid": sop_instance_uid or f"{study}.1.{next(_NUMBERS)}",
        "sop_class_uid": CT_IMAGE,
    }
    return IndexKeys(**{**identity, **keys})


def fill(database: Database, objects: Sequence[IndexKeys]) -> None:
    """Index objects without files."""
    with database.write() as connection:
        add_entries(connection, [_entry(keys) for keys in objects])


def _entry(keys: IndexKeys) -> IndexEntry:
    return IndexEntry(
        keys=keys,
        filing=Filing(
            SOPClassUID(keys.sop_class_uid),
            SOPInstanceUID(keys.sop_instance_uid),
            StudyInstanceUID(keys.study_instance_uid),
            SeriesInstanceUID(keys.series_instance_uid),
            "",
        ),
        transfer_syntax_uid="1.2.840.10008.1.2.1",
        size_bytes=10,
        digest="0" * 64,
        object_name=f"00000000/{keys.sop_instance_uid}.dcm",
        dataset_offset=1024,
        received_at=datetime(2026, 3, 11, tzinfo=UTC),
        sending_ae_title="CT01",
        association_id="a1",
    )


def fill_studies(database: Database, count: int) -> None:
    """So many studies "2.25.<number>" of patients "Many^<number>", nothing below them: quick, for lists alone."""
    received_at = datetime(2026, 3, 11, 9, 30)
    patients, studies = PatientRow.__table__, StudyRow.__table__
    with database.write() as connection:
        first = (connection.execute(select(func.max(studies.c.row_id))).scalar() or 0) + 1  # no patient without a study
        numbers = range(first, first + count)
        connection.execute(insert(PatientRow), [{**_empty(patients), **_person(number)} for number in numbers])
        rows = [
            {
                **_empty(studies),
                **_person(number),
                "patient_row_id": number,
                "study_instance_uid": f"2.25.{number}",
                "name_sort": f"many^{number}",
                "study_date": f"2026{number % 12 + 1:02}{number % 28 + 1:02}",
                "modalities": "CT",
                "first_received_at": received_at,
                "last_received_at": received_at,
            }
            for number in numbers
        ]
        connection.execute(insert(StudyRow), rows)


def _person(number: int) -> dict[str, Any]:
    return {"row_id": number, "patient_id": f"M{number}", "patient_name": f"Many^{number}"}


def _empty(table: FromClause) -> dict[str, Any]:
    """Every column that is not given later: no text, no number."""
    return {column.name: "" if column.type.python_type is str else 0 for column in table.c}
