"""Performed procedure steps (MPPS) that we report to a peer as a modality would: as tests, with an invented patient."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.types import AETitle, SOPInstanceUID, StudyInstanceUID

TEST_PATIENT_NAME, TEST_PATIENT_ID = "TEST^PACSDESK", "PACSDESK-TEST"


class PerformedStatus(StrEnum):
    """Performed Procedure Step Status (0040,0252); the last two end a step."""

    IN_PROGRESS = "IN PROGRESS"
    COMPLETED = "COMPLETED"
    DISCONTINUED = "DISCONTINUED"


@dataclass(frozen=True, slots=True)
class StepBegun:
    """What an N-CREATE says. sop_instance_uid: of the step, None for a new one; study_instance_uid: likewise.

    What stands for an order of the worklist: accession_number, requested_procedure_id, scheduled_step_id, "" for an
    examination without one. began_at: None for now.
    """

    patient_name: str = TEST_PATIENT_NAME
    patient_id: str = TEST_PATIENT_ID
    patient_birth_date: str = ""
    patient_sex: str = ""
    study_instance_uid: StudyInstanceUID | None = None
    accession_number: str = ""
    requested_procedure_id: str = ""
    scheduled_step_id: str = ""
    description: str = "Test by PACSDesk"
    modality: str = "OT"
    station_name: str = ""
    began_at: datetime | None = None
    sop_instance_uid: SOPInstanceUID | None = None
    calling_ae_title: AETitle | None = None


@dataclass(frozen=True, slots=True)
class StepChange:
    """What an N-SET says. study_instance_uid: of this archive, whose series and instances are told as what was made;
    None tells one invented series without images. ended_at: None for now; not told while the step goes on."""

    sop_instance_uid: SOPInstanceUID
    status: PerformedStatus = PerformedStatus.COMPLETED
    study_instance_uid: StudyInstanceUID | None = None
    description: str = ""
    ended_at: datetime | None = None
    calling_ae_title: AETitle | None = None


@dataclass(frozen=True, slots=True)
class ToldElement:
    """One element of what was sent or came back, for reading. depth: of its sequence, 0 outside."""

    tag: str
    name: str
    vr: str
    value: str
    depth: int = 0


class StepOperation(StrEnum):
    """What was asked of the peer."""

    CREATE = "create"
    SET = "set"


@dataclass(frozen=True, slots=True)
class PerformedOutcome:
    """What came of one. status: None when no answer came; comment: the peer's own words; sent: in the order of tags.

    problem: what stood in the way, in words, "" for nothing. findings: why it was refused.
    """

    peer: str
    operation: StepOperation
    sop_instance_uid: SOPInstanceUID
    step_status: PerformedStatus
    calling_ae_title: AETitle
    at: datetime
    milliseconds: float
    status: int | None = None
    comment: str = ""
    sent: tuple[ToldElement, ...] = ()
    received: tuple[ToldElement, ...] = ()
    problem: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether the peer took it: success, or a warning (PS3.7 C.4)."""
        return self.status in (0x0000, 0x0001, 0x0107, 0x0116)
