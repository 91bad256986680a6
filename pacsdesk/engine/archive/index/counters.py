"""Takes instances out of the index and makes every count above them right again; also says where counts are wrong."""

from collections.abc import Collection

from sqlalchemy import Connection, ScalarSelect, Select, delete, func, or_, select, update

from pacsdesk.engine.archive.tables import InstanceRow, PatientRow, SeriesRow, StudyRow


def remove_instance(connection: Connection, sop_instance_uid: str) -> None:
    """Take one instance out; a series, study or patient that holds nothing any more goes with it."""
    study_row_id: int | None = connection.scalar(
        select(SeriesRow.study_row_id)
        .join(InstanceRow, InstanceRow.series_row_id == SeriesRow.row_id)
        .where(InstanceRow.sop_instance_uid == sop_instance_uid)
    )
    if study_row_id is not None:
        connection.execute(delete(InstanceRow).where(InstanceRow.sop_instance_uid == sop_instance_uid))
        recount_studies(connection, [study_row_id])


def recount_studies(connection: Connection, study_row_ids: Collection[int]) -> None:
    """Count anew what these studies hold, and remove what holds nothing."""
    of_studies = SeriesRow.study_row_id.in_(study_row_ids)
    connection.execute(
        update(SeriesRow).where(of_studies).values(number_of_instances=_instances(), size_bytes=_series_size())
    )
    connection.execute(delete(SeriesRow).where(of_studies, SeriesRow.number_of_instances == 0))
    patients = set(connection.scalars(select(StudyRow.patient_row_id).where(StudyRow.row_id.in_(study_row_ids))).all())
    empty = select(SeriesRow.row_id).where(SeriesRow.study_row_id == StudyRow.row_id).exists()
    connection.execute(delete(StudyRow).where(StudyRow.row_id.in_(study_row_ids), ~empty))
    connection.execute(
        update(StudyRow)
        .where(StudyRow.row_id.in_(study_row_ids))
        .values(
            number_of_series=_series_count(),
            number_of_instances=_instances_of_study(),
            number_of_unreadable=_unreadable(),
            size_bytes=_study_size(),
        )
    )
    _recount_modalities(connection, study_row_ids)
    prune_patients(connection, patients)


def prune_patients(connection: Connection, patient_row_ids: Collection[int]) -> None:
    """Remove those of these patients that have no study any more."""
    has_study = select(StudyRow.row_id).where(StudyRow.patient_row_id == PatientRow.row_id).exists()
    connection.execute(delete(PatientRow).where(PatientRow.row_id.in_(patient_row_ids), ~has_study))


def wrong_counters(connection: Connection, limit: int) -> list[str]:
    """UIDs of series and studies whose counts differ from a recount."""
    series = select(SeriesRow.series_instance_uid).where(
        or_(SeriesRow.number_of_instances != _instances(), SeriesRow.size_bytes != _series_size())
    )
    studies = select(StudyRow.study_instance_uid).where(
        or_(
            StudyRow.number_of_series != _series_count(),
            StudyRow.number_of_instances != _instances_of_study(),
            StudyRow.number_of_unreadable != _unreadable(),
            StudyRow.size_bytes != _study_size(),
        )
    )
    wrong = [f"series {uid}" for uid in connection.scalars(series.limit(limit))]
    wrong += [f"study {uid}" for uid in connection.scalars(studies.limit(limit))]
    return wrong[:limit]


def _recount_modalities(connection: Connection, study_row_ids: Collection[int]) -> None:
    rows = connection.execute(
        select(SeriesRow.study_row_id, SeriesRow.modality).where(SeriesRow.study_row_id.in_(study_row_ids)).distinct()
    )
    found: dict[int, set[str]] = {}
    for row in rows:
        found.setdefault(row.study_row_id, set()).add(row.modality)
    for row_id, modalities in found.items():
        text = "\\".join(sorted(modalities - {""}))
        connection.execute(update(StudyRow).where(StudyRow.row_id == row_id).values(modalities=text))


def _instances() -> ScalarSelect[int]:
    return select(func.count()).where(InstanceRow.series_row_id == SeriesRow.row_id).scalar_subquery()


def _series_size() -> ScalarSelect[int]:
    total = func.coalesce(func.sum(InstanceRow.size_bytes), 0)
    return select(total).where(InstanceRow.series_row_id == SeriesRow.row_id).scalar_subquery()


def _series_count() -> ScalarSelect[int]:
    return select(func.count()).where(SeriesRow.study_row_id == StudyRow.row_id).scalar_subquery()


def _of_study(columns: Select[tuple[int]]) -> ScalarSelect[int]:
    return (
        columns.join_from(InstanceRow, SeriesRow, SeriesRow.row_id == InstanceRow.series_row_id)
        .where(SeriesRow.study_row_id == StudyRow.row_id)
        .scalar_subquery()
    )


def _instances_of_study() -> ScalarSelect[int]:
    return _of_study(select(func.count()))


def _unreadable() -> ScalarSelect[int]:
    return _of_study(select(func.count(InstanceRow.row_id).filter(InstanceRow.unreadable != "")))


def _study_size() -> ScalarSelect[int]:
    return _of_study(select(func.coalesce(func.sum(InstanceRow.size_bytes), 0)))
