"""Writes rows over what the index has for stored files, in one transaction: the part of a rebuild on rows."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, func, insert, select, update

from pacsdesk.engine.archive.index.counters import prune_patients, recount_studies
from pacsdesk.engine.archive.index.entries import (
    IndexEntry,
    add_entries,
    patient_of,
    series_values,
    study_values,
    write_words,
)
from pacsdesk.engine.archive.tables import InstanceRow, SeriesRow, SourceRow, StudyRow, StudyWordRow


class FirstSights:
    """Which studies and series a rebuild has met: the first object of each writes over its row, later ones fill it.

    Hashes instead of names: a million of them take a tenth of the memory, and should two ever be equal, one study keeps
    the values that its row had.
    """

    def __init__(self) -> None:
        self._seen: set[int] = set()

    def is_first(self, *uids: str) -> bool:
        """True the first time."""
        key = hash(uids)
        is_new = key not in self._seen
        self._seen.add(key)
        return is_new


def reindex(connection: Connection, entries: Sequence[IndexEntry], sights: FirstSights) -> None:
    """Replace the rows of these entries' UIDs, which are distinct, and make all counts above them right."""
    uids = [entry.filing.sop_instance_uid for entry in entries]
    touched = set(_studies_of(connection, uids))
    connection.execute(delete(InstanceRow).where(InstanceRow.sop_instance_uid.in_(uids)))
    refreshed: set[str] = set()
    for entry in entries:
        if sights.is_first(entry.filing.study_instance_uid):
            _refresh_study(connection, entry)
            refreshed.add(entry.filing.study_instance_uid)
        if sights.is_first(entry.filing.study_instance_uid, entry.filing.series_instance_uid):
            _refresh_series(connection, entry)
    add_entries(connection, entries)
    recount_studies(connection, touched.union(_studies_of(connection, uids)))
    studies = select(StudyRow.__table__).where(StudyRow.study_instance_uid.in_(refreshed))
    for study in connection.execute(studies).mappings().all():
        write_words(connection, dict(study))


def recount_sources(connection: Connection) -> None:
    """Count anew what came from each sending AE title."""
    connection.execute(delete(SourceRow))
    arrivals = (
        select(InstanceRow.sending_ae_title, func.max(InstanceRow.received_at), func.count())
        .where(InstanceRow.sending_ae_title != "")
        .group_by(InstanceRow.sending_ae_title)
    )
    columns = ["ae_title", "last_received_at", "number_of_instances"]
    connection.execute(insert(SourceRow).from_select(columns, arrivals))


def forget_instances(connection: Connection, row_ids: Collection[int]) -> None:
    """Take instances out by their row ids."""
    uids = connection.scalars(select(InstanceRow.sop_instance_uid).where(InstanceRow.row_id.in_(row_ids))).all()
    touched = _studies_of(connection, uids)
    connection.execute(delete(InstanceRow).where(InstanceRow.row_id.in_(row_ids)))
    recount_studies(connection, touched)


def _studies_of(connection: Connection, uids: Sequence[str]) -> Sequence[int]:
    return connection.scalars(
        select(SeriesRow.study_row_id)
        .join(InstanceRow, InstanceRow.series_row_id == SeriesRow.row_id)
        .where(InstanceRow.sop_instance_uid.in_(uids))
        .distinct()
    ).all()


def _refresh_study(connection: Connection, entry: IndexEntry) -> None:
    study = connection.execute(
        select(StudyRow.row_id, StudyRow.patient_row_id).filter_by(study_instance_uid=entry.filing.study_instance_uid)
    ).one_or_none()
    if study is None:
        return
    values = {**study_values(entry.keys), "patient_row_id": patient_of(connection, entry.keys)}
    connection.execute(update(StudyRow).where(StudyRow.row_id == study.row_id).values(values))
    connection.execute(delete(StudyWordRow).where(StudyWordRow.study_row_id == study.row_id))
    prune_patients(connection, [study.patient_row_id])


def _refresh_series(connection: Connection, entry: IndexEntry) -> None:
    study = select(StudyRow.row_id).where(StudyRow.study_instance_uid == entry.filing.study_instance_uid)
    connection.execute(
        update(SeriesRow)
        .where(
            SeriesRow.series_instance_uid == entry.filing.series_instance_uid,
            SeriesRow.study_row_id == study.scalar_subquery(),
        )
        .values(series_values(entry.keys))
    )
