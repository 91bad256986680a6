"""The studies service: finds what the archive holds and walks it from study to instance. It reads the index alone."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Row, Select, and_, func, or_, select

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.archive import ArchiveTotals, Instance, Series, Source, Study, StudyQuery
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import (
    SeriesInstanceUID,
    SOPClassUID,
    SOPInstanceUID,
    StudyInstanceUID,
    TransferSyntaxUID,
)
from pacsdesk.engine.archive.pages import decode_key, encode_key
from pacsdesk.engine.archive.studies.search import find_studies
from pacsdesk.engine.archive.studies.words import criteria_of
from pacsdesk.engine.archive.tables import ConflictRow, InstanceRow, PatientRow, SeriesRow, SourceRow, StudyRow
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database

# totals of a million studies take a quarter of a second to add up: they may take a twentieth of the engine's time
_TOTALS_SHARE = 20
_NO_NUMBER = 1 << 31  # instances without a number come last


class ArchiveStudies:
    """Implements contract.services.studies.StudiesService, the actor first."""

    def __init__(self, database: Database, clock: Clock, stopwatch: Callable[[], float] = time.monotonic) -> None:
        self._database = database
        self._clock = clock
        self._stopwatch = stopwatch
        self._totals: ArchiveTotals | None = None
        self._totals_good_until = 0.0

    def search(self, actor: Actor, query: StudyQuery) -> Page[Study]:
        """Studies that match every word, in order; words.py says what may be typed."""
        criteria = criteria_of(query.words, self._clock().astimezone().date())
        with self._database.read() as connection:
            found = find_studies(connection, query, criteria)
            uids = [row.study_instance_uid for row in found.rows]
            counts = select(ConflictRow.study_instance_uid, func.count()).where(
                ConflictRow.study_instance_uid.in_(uids)
            )
            rows = connection.execute(counts.group_by(ConflictRow.study_instance_uid)).all()
        conflicts = {row[0]: row[1] for row in rows}
        studies = tuple(_study(row, conflicts.get(row.study_instance_uid, 0)) for row in found.rows)
        return Page(studies, found.next_key, found.total)

    def get(self, actor: Actor, study_instance_uid: StudyInstanceUID) -> Study:
        """One study."""
        uid = str(study_instance_uid)
        with self._database.read() as connection:
            row = connection.execute(select(StudyRow.__table__).where(StudyRow.study_instance_uid == uid)).first()
            if row is None:
                raise _not_held("study", uid)
            counted = select(func.count()).where(ConflictRow.study_instance_uid == uid)
            return _study(row, connection.execute(counted).scalar_one())

    def series(self, actor: Actor, study_instance_uid: StudyInstanceUID) -> tuple[Series, ...]:
        """All series of a study, by series number, then UID; those without a number last."""
        with self._database.read() as connection:
            study = select(StudyRow.row_id).where(StudyRow.study_instance_uid == str(study_instance_uid))
            study_row_id = connection.execute(study).scalar()
            if study_row_id is None:
                raise _not_held("study", study_instance_uid)
            order = (SeriesRow.series_number.is_(None), SeriesRow.series_number, SeriesRow.series_instance_uid)
            rows = connection.execute(
                select(SeriesRow.__table__).where(SeriesRow.study_row_id == study_row_id).order_by(*order)
            ).all()
        return tuple(_series(row, study_instance_uid) for row in rows)

    def instances(self, actor: Actor, series_instance_uid: SeriesInstanceUID, page: PageRequest) -> Page[Instance]:
        """Instances of a series, by instance number, then UID; those without a number last."""
        list_name = f"instances {series_instance_uid}"
        number = func.coalesce(InstanceRow.instance_number, _NO_NUMBER)
        of_series = SeriesRow.series_instance_uid == str(series_instance_uid)
        statement = _instances().where(of_series).order_by(number, InstanceRow.sop_instance_uid)
        if page.after_key:
            after, uid = decode_key(list_name, page.after_key, (int, str))
            same_number = and_(number == after, InstanceRow.sop_instance_uid > uid)
            statement = statement.where(or_(number > after, same_number))
        with self._database.read() as connection:
            rows = connection.execute(statement.limit(page.limit + 1).offset(page.skip)).all()
            held = select(func.sum(SeriesRow.number_of_instances)).where(of_series)
            total = connection.execute(held).scalar() if page.count or not rows else None
        if not rows and not total:
            raise _not_held("series", series_instance_uid)
        shown = tuple(_instance(row) for row in rows[: page.limit])
        if len(rows) <= page.limit:
            return Page(shown, "", total if page.count else None)
        last = rows[page.limit - 1]
        position = (_NO_NUMBER if last.instance_number is None else last.instance_number, last.sop_instance_uid)
        return Page(shown, encode_key(list_name, position), total if page.count else None)

    def instance(self, actor: Actor, sop_instance_uid: SOPInstanceUID) -> Instance:
        """One instance."""
        with self._database.read() as connection:
            statement = _instances().where(InstanceRow.sop_instance_uid == str(sop_instance_uid))
            row = connection.execute(statement).first()
        if row is None:
            raise _not_held("instance", sop_instance_uid)
        return _instance(row)

    def sources(self, actor: Actor) -> tuple[Source, ...]:
        """Sending AE titles with their last arrival, newest first."""
        order = (SourceRow.last_received_at.desc(), SourceRow.ae_title)
        with self._database.read() as connection:
            rows = connection.execute(select(SourceRow.__table__).order_by(*order)).all()
        return tuple(Source(row.ae_title, _aware(row.last_received_at), row.number_of_instances) for row in rows)

    def totals(self, actor: Actor) -> ArchiveTotals:
        """How much the archive holds; on a large archive up to a few seconds old, on a small one always as it is."""
        asked_at = self._stopwatch()
        if self._totals is None or asked_at >= self._totals_good_until:
            self._totals = self._added_up()
            counted_at = self._stopwatch()
            self._totals_good_until = counted_at + (counted_at - asked_at) * _TOTALS_SHARE
        return self._totals

    def _added_up(self) -> ArchiveTotals:
        # each a walk over one index that holds the column; together in one row they would read the whole table
        with self._database.read() as connection:
            numbers = [
                connection.execute(statement).scalar() or 0
                for statement in (
                    select(func.count()).select_from(PatientRow),
                    select(func.count()).select_from(StudyRow),
                    select(func.count()).select_from(SeriesRow),
                    select(func.sum(StudyRow.number_of_instances)),
                    select(func.sum(StudyRow.size_bytes)),
                )
            ]
        return ArchiveTotals(*numbers)


def _instances() -> Select[object]:
    return (
        select(InstanceRow.__table__, SeriesRow.series_instance_uid, StudyRow.study_instance_uid)
        .join(SeriesRow, InstanceRow.series_row_id == SeriesRow.row_id)
        .join(StudyRow, SeriesRow.study_row_id == StudyRow.row_id)
    )


def _study(row: Row[object], number_of_conflicts: int) -> Study:
    return Study(
        study_instance_uid=StudyInstanceUID(row.study_instance_uid),
        patient_id=row.patient_id,
        issuer_of_patient_id=row.issuer_of_patient_id,
        patient_name=row.patient_name,
        patient_birth_date=row.patient_birth_date,
        patient_sex=row.patient_sex,
        study_date=row.study_date,
        study_time=row.study_time,
        study_id=row.study_id,
        accession_number=row.accession_number,
        study_description=row.study_description,
        referring_physician_name=row.referring_physician_name,
        modalities_in_study=tuple(filter(None, row.modalities.split("\\"))),
        number_of_series=row.number_of_series,
        number_of_instances=row.number_of_instances,
        number_of_conflicts=number_of_conflicts,
        number_of_unreadable=row.number_of_unreadable,
        size_bytes=row.size_bytes,
        first_received_at=_aware(row.first_received_at),
        last_received_at=_aware(row.last_received_at),
        sending_ae_title=row.sending_ae_title,
    )


def _series(row: Row[object], study_instance_uid: StudyInstanceUID) -> Series:
    return Series(
        series_instance_uid=SeriesInstanceUID(row.series_instance_uid),
        study_instance_uid=study_instance_uid,
        modality=row.modality,
        series_number=row.series_number,
        series_description=row.series_description,
        body_part_examined=row.body_part_examined,
        protocol_name=row.protocol_name,
        series_date=row.series_date,
        series_time=row.series_time,
        number_of_instances=row.number_of_instances,
        size_bytes=row.size_bytes,
    )


def _instance(row: Row[object]) -> Instance:
    return Instance(
        sop_instance_uid=SOPInstanceUID(row.sop_instance_uid),
        series_instance_uid=SeriesInstanceUID(row.series_instance_uid),
        study_instance_uid=StudyInstanceUID(row.study_instance_uid),
        sop_class_uid=SOPClassUID(row.sop_class_uid),
        transfer_syntax_uid=TransferSyntaxUID(row.transfer_syntax_uid),
        instance_number=row.instance_number,
        number_of_frames=row.number_of_frames,
        rows=row.rows,
        columns=row.columns,
        size_bytes=row.size_bytes,
        digest=row.digest,
        unreadable=row.unreadable,
        received_at=_aware(row.received_at),
        sending_ae_title=row.sending_ae_title,
    )


def _aware(stored: datetime) -> datetime:
    # the index keeps UTC without zone, records cross the link with it
    return stored.replace(tzinfo=UTC)


def _not_held(kind: str, uid: str) -> NotFound:
    return NotFound(
        f"The archive does not hold this {kind}.",
        uid,
        "It may have been deleted meanwhile: look at the list of studies.",
    )
