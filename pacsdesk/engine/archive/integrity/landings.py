"""What of a list of instances is here, and what came since a moment: for whoever fetched them and wants to be sure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select

from pacsdesk.engine.archive.index.entries import stored_time
from pacsdesk.engine.archive.tables import ConflictRow, InstanceRow, SeriesRow, StudyRow
from pacsdesk.engine.runtime.database import Database

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Landed:
    """An instance of the index. is_new: it came since. in_conflict: another object came since under its UID."""

    study_instance_uid: str
    series_instance_uid: str
    sop_instance_uid: str
    sop_class_uid: str
    transfer_syntax_uid: str
    size_bytes: int
    is_new: bool
    in_conflict: bool


class Landings:
    """Reads the index only; safe from any thread. Everything raises StorageBroken."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, uids: Sequence[str], since: datetime) -> dict[str, Landed]:
        """Those of these SOP Instance UIDs that are here, by UID."""
        found: dict[str, Landed] = {}
        for start in range(0, len(uids), _CHUNK):
            chunk = uids[start : start + _CHUNK]
            found |= self._select(InstanceRow.sop_instance_uid.in_(chunk), since, _CHUNK)
        return found

    def since(self, studies: Sequence[str], patient_id: str, since: datetime, most: int) -> dict[str, Landed]:
        """What came since, at most so many, into these studies; into all of a patient's when none is named."""
        belongs = StudyRow.study_instance_uid.in_(studies) if studies else StudyRow.patient_id == patient_id
        return self._select(belongs & (InstanceRow.received_at >= stored_time(since)), since, most)

    def _select(self, condition: ColumnElement[bool], since: datetime, most: int) -> dict[str, Landed]:
        moment = stored_time(since)
        statement = (
            select(
                StudyRow.study_instance_uid,
                SeriesRow.series_instance_uid,
                InstanceRow.sop_instance_uid,
                InstanceRow.sop_class_uid,
                InstanceRow.transfer_syntax_uid,
                InstanceRow.size_bytes,
                InstanceRow.received_at >= moment,
                select(ConflictRow.conflict_id)
                .where(ConflictRow.sop_instance_uid == InstanceRow.sop_instance_uid, ConflictRow.received_at >= moment)
                .exists(),
            )
            .join(SeriesRow, InstanceRow.series_row_id == SeriesRow.row_id)
            .join(StudyRow, SeriesRow.study_row_id == StudyRow.row_id)
            .where(condition)
            .order_by(SeriesRow.row_id, InstanceRow.instance_number, InstanceRow.row_id)
            .limit(most)
        )
        with self._database.read() as connection:
            return {row[2]: Landed(*row) for row in connection.execute(statement)}
