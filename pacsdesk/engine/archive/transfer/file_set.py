"""Lays out studies as a DICOM file-set: names for the files, a tree of directory records, a text for who opens it.

File names follow PS3.10 8.2 and hold no patient data: DICOM/PA000000/ST000000/SE000000/IM000000.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Row, select

from pacsdesk.engine.archive.files.wholeness import StoredFile
from pacsdesk.engine.archive.tables import InstanceRow, SeriesRow, StudyRow
from pacsdesk.engine.archive.transfer.dicomdir import DirectoryRecord, ReferencedFile, Value
from pacsdesk.engine.archive.transfer.directory_records import NO_DATE, NO_TIME, instance_values, record_kind

FILE_SET_ID = "PACSDESK"

_README = """\
{instances} objects of {studies} studies in DICOM format, exported by PACSDesk.

Open the file DICOMDIR with any DICOM viewer. The images are below the folder DICOM;
their data is exactly what the imaging device sent.

PACSDesk is not for primary diagnosis.
"""

IndexRow = Row[object]
T = TypeVar("T")


def read_rows(connection: Connection, study_instance_uids: Sequence[str]) -> list[IndexRow]:
    """Every instance of these studies with what its records need, patients together, all in the order of display."""
    return list(
        connection.execute(
            select(
                StudyRow.patient_row_id,
                StudyRow.patient_name,
                StudyRow.patient_id,
                StudyRow.study_instance_uid,
                StudyRow.study_date,
                StudyRow.study_time,
                StudyRow.study_id,
                StudyRow.study_description,
                StudyRow.accession_number,
                SeriesRow.row_id.label("series_row_id"),
                SeriesRow.series_instance_uid,
                SeriesRow.modality,
                SeriesRow.series_number,
                SeriesRow.series_description,
                InstanceRow.sop_instance_uid,
                InstanceRow.sop_class_uid,
                InstanceRow.transfer_syntax_uid,
                InstanceRow.instance_number,
                InstanceRow.rows.label("pixel_rows"),
                InstanceRow.object_name,
                InstanceRow.size_bytes,
                InstanceRow.sending_ae_title,
                InstanceRow.association_id,
                InstanceRow.received_at,
                InstanceRow.digest,
                InstanceRow.dataset_offset,
            )
            .join(SeriesRow, SeriesRow.study_row_id == StudyRow.row_id)
            .join(InstanceRow, InstanceRow.series_row_id == SeriesRow.row_id)
            .where(StudyRow.study_instance_uid.in_(study_instance_uids))
            .order_by(
                StudyRow.patient_row_id,
                StudyRow.study_date,
                StudyRow.row_id,
                SeriesRow.series_number,
                SeriesRow.row_id,
                InstanceRow.instance_number,
                InstanceRow.sop_instance_uid,
            )
        )
    )


@dataclass(frozen=True, slots=True)
class PlacedFile:
    """An instance's row and the file ID (PS3.10 8.2) that it gets."""

    row: IndexRow
    file_id: tuple[str, ...]

    def stored_file(self) -> StoredFile:
        """What its bytes must be."""
        return StoredFile(*(getattr(self.row, field.name) for field in fields(StoredFile)))


def place_files(rows: Sequence[IndexRow]) -> Iterator[PlacedFile]:
    """Give every instance a file ID of its own. rows: as `read_rows` orders them."""
    for patient, of_patient in _grouped(rows, "patient_row_id"):
        for study, of_study in _grouped(of_patient, "study_instance_uid"):
            for series, of_series in _grouped(of_study, "series_row_id"):
                for instance, row in enumerate(of_series):
                    names = (f"PA{patient:06}", f"ST{study:06}", f"SE{series:06}", f"IM{instance:06}")
                    yield PlacedFile(row, ("DICOM", *names))


def directory_of(files: Sequence[PlacedFile], path_of: Callable[[str], Path]) -> list[DirectoryRecord]:
    """The records of files, a tree for each patient. path_of: from an object's name to where it is stored."""
    patients = []
    for patient_number, of_patient in _grouped(files, "row.patient_row_id"):
        patient = DirectoryRecord("PATIENT", _patient_values(of_patient[0].row, patient_number))
        for study_number, of_study in _grouped(of_patient, "row.study_instance_uid"):
            study = DirectoryRecord("STUDY", _study_values(of_study[0].row, study_number))
            for series_number, of_series in _grouped(of_study, "row.series_row_id"):
                series = DirectoryRecord("SERIES", _series_values(of_series[0].row, series_number))
                series.below.extend(_instance(file, number, path_of) for number, file in enumerate(of_series, 1))
                study.below.append(series)
            patient.below.append(study)
        patients.append(patient)
    return patients


def readme(files: Sequence[PlacedFile]) -> str:
    """What a person reads who opens the folder; plain ASCII, without patient data."""
    return _README.format(instances=len(files), studies=len({file.row.study_instance_uid for file in files}))


def _grouped(items: Sequence[T], attribute: str) -> Iterator[tuple[int, list[T]]]:
    """Runs of items with the same value, numbered."""
    for number, (_, run) in enumerate(groupby(items, attrgetter(attribute))):
        yield number, list(run)


def _patient_values(row: IndexRow, number: int) -> tuple[Value, ...]:
    return (
        Value(0x00100010, "PN", row.patient_name),
        Value(0x00100020, "LO", row.patient_id or f"UNKNOWN{number}"),
    )


def _study_values(row: IndexRow, number: int) -> tuple[Value, ...]:
    return (
        Value(0x00080020, "DA", row.study_date or NO_DATE),
        Value(0x00080030, "TM", row.study_time or NO_TIME),
        Value(0x00080050, "SH", row.accession_number),
        Value(0x00081030, "LO", row.study_description),
        Value(0x0020000D, "UI", row.study_instance_uid),
        Value(0x00200010, "SH", row.study_id or str(number)),
    )


def _series_values(row: IndexRow, number: int) -> tuple[Value, ...]:
    return (
        Value(0x00080060, "CS", row.modality if row.modality.isascii() and row.modality else "OT"),
        Value(0x0008103E, "LO", row.series_description),
        Value(0x0020000E, "UI", row.series_instance_uid),
        Value(0x00200011, "IS", str(number if row.series_number is None else row.series_number)),
    )


def _instance(file: PlacedFile, number: int, path_of: Callable[[str], Path]) -> DirectoryRecord:
    row = file.row
    kind = record_kind(row.sop_class_uid, row.pixel_rows)
    shown = number if row.instance_number is None else row.instance_number
    return DirectoryRecord(
        kind,
        instance_values(kind, path_of(row.object_name), shown),
        ReferencedFile(file.file_id, row.sop_class_uid, row.sop_instance_uid, row.transfer_syntax_uid),
    )
