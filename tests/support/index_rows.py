"""Puts studies straight into the index, without files, for tests that only search."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from pacsdesk.engine.archive.folding import fold, study_words
from pacsdesk.engine.archive.tables import InstanceRow, PatientRow, SeriesRow, StudyRow, StudyWordRow
from pacsdesk.engine.runtime.database import Base, Database


@dataclass(frozen=True, slots=True)
class IndexedStudy:
    """What a test says about a study; the rest is filled in."""

    patient_name: str = "Doe^Jane"
    patient_id: str = "P1"
    study_date: str = "20260311"
    study_time: str = "101500"
    accession_number: str = "A-1"
    study_description: str = "Head native"
    modality: str = "CT"
    sending_ae_title: str = "CT01"
    number_of_instances: int = 1
    size_bytes: int = 1000
    received_at: datetime = datetime(2026, 3, 11, 9, 30)


def open_index(path: Path) -> Database:
    """An empty index in a file."""
    database = Database(path, lambda reason: None)
    Base.metadata.create_all(database.engine)
    return database


def add_study(database: Database, study: IndexedStudy) -> str:
    """Index one study with one series of one instance; answers its UID: "1.2.3.4.<row id>"."""
    with database.write() as connection:
        number = connection.execute(select(func.count()).select_from(StudyRow)).scalar_one() + 1
        uid = f"1.2.3.4.{number}"
        patient: dict[str, object] = {
            "patient_id": study.patient_id,
            "patient_name": study.patient_name,
            "patient_birth_date": "",
            "patient_sex": "",
            "issuer_of_patient_id": "",
        }
        others = ("patient_birth_time", "other_patient_ids", "ethnic_group", "patient_comments")
        # a patient of its own for each study keeps this short; the search does not look at patients
        rest = {**dict.fromkeys(others, ""), "name_key": uid, "name_sort": fold(study.patient_name)}
        patient_row_id = _inserted(connection, PatientRow, patient | rest)
        values = {
            **patient,
            "patient_row_id": patient_row_id,
            "study_instance_uid": uid,
            "name_sort": fold(study.patient_name),
            "patient_age": "",
            "study_date": study.study_date,
            "study_time": study.study_time,
            "study_id": "",
            "accession_number": study.accession_number,
            "study_description": study.study_description,
            "referring_physician_name": "",
            "physicians_of_record": "",
            "institution_name": "",
            "modalities": study.modality,
            "number_of_series": 1,
            "number_of_instances": study.number_of_instances,
            "number_of_unreadable": 0,
            "size_bytes": study.size_bytes,
            "first_received_at": study.received_at,
            "last_received_at": study.received_at,
            "sending_ae_title": study.sending_ae_title,
        }
        row_id = _inserted(connection, StudyRow, values)
        found_by = study_words(
            (study.patient_name, study.study_description, study.modality, study.study_date),
            (study.patient_id, study.accession_number, study.sending_ae_title),
        )
        connection.execute(insert(StudyWordRow), [{"word": word, "study_row_id": row_id} for word in found_by])
        _add_series(connection, row_id, uid, study)
    return uid


def _add_series(connection: Connection, study_row_id: int, uid: str, study: IndexedStudy) -> None:
    texts = (
        *("series_description", "body_part_examined", "laterality", "protocol_name", "series_date", "series_time"),
        *("performing_physician_name", "operators_name", "station_name", "institution_name"),
        *("pps_start_date", "pps_start_time", "request_attributes"),
    )
    series = {
        "study_row_id": study_row_id,
        "series_instance_uid": f"{uid}.1",
        "modality": study.modality,
        "series_number": 1,
        "number_of_instances": 1,
        "size_bytes": study.size_bytes,
    }
    series_row_id = _inserted(connection, SeriesRow, series | dict.fromkeys(texts, ""))
    connection.execute(
        insert(InstanceRow).values(
            series_row_id=series_row_id,
            sop_instance_uid=f"{uid}.1.1",
            sop_class_uid="1.2.840.10008.5.1.4.1.1.2",
            transfer_syntax_uid="1.2.840.10008.1.2.1",
            instance_number=1,
            number_of_frames=1,
            rows=2,
            columns=2,
            bits_allocated=16,
            content_date="",
            content_time="",
            size_bytes=study.size_bytes,
            digest="0" * 64,
            object_name=f"00000000/{uid}",
            dataset_offset=1024,
            unreadable="",
            received_at=study.received_at,
            sending_ae_title=study.sending_ae_title,
            association_id="a1",
        )
    )


def _inserted(connection: Connection, table: type[Base], values: dict[str, object]) -> int:
    key = connection.execute(insert(table).values(values)).inserted_primary_key
    assert key is not None
    row_id: int = key[0]
    return row_id
