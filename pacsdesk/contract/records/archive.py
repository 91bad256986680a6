"""What the archive holds: studies, series, instances, and how they are asked for. Dates and times are in DICOM form."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.types import (
    SeriesInstanceUID,
    SOPClassUID,
    SOPInstanceUID,
    StudyInstanceUID,
    TransferSyntaxUID,
)


@dataclass(frozen=True, slots=True)
class Study:
    """One study as the index knows it; text is decoded, person names keep their DICOM form (FAMILY^Given=...)."""

    study_instance_uid: StudyInstanceUID
    patient_id: str
    issuer_of_patient_id: str
    patient_name: str
    patient_birth_date: str
    patient_sex: str
    study_date: str
    study_time: str
    study_id: str
    accession_number: str
    study_description: str
    referring_physician_name: str
    modalities_in_study: tuple[str, ...]
    number_of_series: int
    number_of_instances: int
    number_of_conflicts: int
    number_of_unreadable: int
    size_bytes: int
    first_received_at: datetime
    last_received_at: datetime
    sending_ae_title: str


@dataclass(frozen=True, slots=True)
class Series:
    """One series as the index knows it."""

    series_instance_uid: SeriesInstanceUID
    study_instance_uid: StudyInstanceUID
    modality: str
    series_number: int | None
    series_description: str
    body_part_examined: str
    protocol_name: str
    series_date: str
    series_time: str
    number_of_instances: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Instance:
    """One stored instance. digest: hex SHA-256 of the dataset's bytes as received; unreadable: why, else ""."""

    sop_instance_uid: SOPInstanceUID
    series_instance_uid: SeriesInstanceUID
    study_instance_uid: StudyInstanceUID
    sop_class_uid: SOPClassUID
    transfer_syntax_uid: TransferSyntaxUID
    instance_number: int | None
    number_of_frames: int
    rows: int
    columns: int
    size_bytes: int
    digest: str
    unreadable: str
    received_at: datetime
    sending_ae_title: str


class StudySort(StrEnum):
    """Columns the list of studies can be sorted by."""

    RECEIVED = "received"
    STUDY_DATE = "study_date"
    PATIENT_NAME = "patient_name"
    PATIENT_ID = "patient_id"
    ACCESSION_NUMBER = "accession_number"
    STUDY_DESCRIPTION = "study_description"
    NUMBER_OF_INSTANCES = "number_of_instances"
    SIZE = "size"


@dataclass(frozen=True, slots=True)
class StudyQuery:
    """One search field's worth of words ("smith ct 2026-03"), an order, and a page."""

    words: str = ""
    sort: StudySort = StudySort.RECEIVED
    descending: bool = True
    page: PageRequest = field(default_factory=PageRequest)


@dataclass(frozen=True, slots=True)
class Source:
    """A sending AE title and what came from it last."""

    ae_title: str
    last_received_at: datetime
    number_of_instances: int


@dataclass(frozen=True, slots=True)
class ArchiveTotals:
    """How much the archive holds."""

    number_of_patients: int
    number_of_studies: int
    number_of_series: int
    number_of_instances: int
    size_bytes: int


class ConflictResolution(StrEnum):
    """What a person decides about two objects with one SOP Instance UID."""

    KEEP_FIRST = "keep-first"
    TAKE_SECOND = "take-second"
    KEEP_BOTH = "keep-both"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A second object that came under the UID of a stored one with other content; both are kept until decided."""

    conflict_id: str
    sop_instance_uid: SOPInstanceUID
    study_instance_uid: StudyInstanceUID
    patient_name: str
    patient_id: str
    first_received_at: datetime
    first_sending_ae_title: str
    first_size_bytes: int
    second_received_at: datetime
    second_sending_ae_title: str
    second_size_bytes: int
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrashEntry:
    """What one deletion moved to the trash, by whom and why."""

    trash_id: str
    study_instance_uid: StudyInstanceUID
    patient_name: str
    patient_id: str
    study_description: str
    study_date: str
    number_of_instances: int
    size_bytes: int
    deleted_at: datetime
    deleted_by: str
    reason: str


class Packing(StrEnum):
    """The shape of an export."""

    FOLDER = "folder"
    ZIP = "zip"


@dataclass(frozen=True, slots=True)
class IntegrityReport:
    """What a comparison of index and files found; lists name relative file names or UIDs, at most 1,000 each.

    taken_in: files that had no row and were indexed, which is no finding; by the comparison in the background alone.
    """

    instances_checked: int
    files_checked: int
    missing_files: tuple[str, ...]
    changed_files: tuple[str, ...]
    stray_files: tuple[str, ...]
    wrong_counters: tuple[str, ...]
    database_faults: tuple[str, ...]
    taken_in: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """True when nothing at all was found."""
        return not self.number_of_findings

    @property
    def number_of_findings(self) -> int:
        """How many names all lists of findings have."""
        found = (self.missing_files, self.changed_files, self.stray_files, self.wrong_counters, self.database_faults)
        return sum(map(len, found))
