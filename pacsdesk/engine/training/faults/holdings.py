"""What a peer holds: a few invented studies, orders for today, steps under way, what callers stored; all bounded."""

from datetime import date, timedelta
from functools import lru_cache
from itertools import chain
from threading import Lock

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ComprehensiveSRStorage, ExplicitVRLittleEndian

from pacsdesk.engine.training import images, roster
from pacsdesk.engine.training.roster import PATIENT_ISSUER, InventedPatient, Visit, identified, invented_uid

MOST_INSTANCES = 64  # stored by callers
MOST_BYTES = 64 << 20
_MOST_STEPS = 64
_FIRST_VISIT = 901  # beyond the classroom's own studies: UIDs derive from it

STATION_AE_TITLE = "CT01"


class Holdings:
    """Filled at the start; callers of several threads add to it."""

    def __init__(self, today: date) -> None:
        self._lock = Lock()
        self._instances = {ds.SOPInstanceUID: ds for ds in _invented(today)}
        self._stored_bytes = 0
        self._stored = 0
        self._steps: dict[str, str] = {}
        self.orders = tuple(_orders(today))

    def instances(self) -> tuple[Dataset, ...]:
        """All, in the order in which they came."""
        with self._lock:
            return tuple(self._instances.values())

    def add(self, ds: Dataset, length: int) -> bool:
        """Keep what a caller sent; False when there is no room left."""
        with self._lock:
            if self._stored >= MOST_INSTANCES or self._stored_bytes + length > MOST_BYTES:
                return False
            self._stored += 1
            self._stored_bytes += length
            self._instances[ds.SOPInstanceUID] = ds
            return True

    def begin_step(self, uid: str) -> bool:
        """A performed procedure step begins; False when it is known already, or there is no room."""
        with self._lock:
            if uid in self._steps or len(self._steps) >= _MOST_STEPS:
                return False
            self._steps[uid] = "IN PROGRESS"
            return True

    def change_step(self, uid: str, status: str) -> str | None:
        """Give a step its new status (none when ""); its status before, None when it is unknown."""
        with self._lock:
            before = self._steps.get(uid)
            if before == "IN PROGRESS" and status:
                self._steps[uid] = status
            return before


@lru_cache(maxsize=2)
def _invented(today: date) -> tuple[Dataset, ...]:
    """Five instances in four studies of four patients, one of them with a name beyond ASCII. Not to be changed."""
    plans = (
        ("CT", "HEAD", roster.AMBER, 2, "CT head"),
        ("MR", "HEAD", roster.CORAL, 1, "MR brain"),
        ("CR", "CHEST", roster.MUSTER, 90, "Chest PA"),
        ("SR", "HEAD", roster.BASIL, 5, "Report"),
    )
    visits = [
        Visit(_FIRST_VISIT + place, patient, modality, description, today - timedelta(days=days), part)
        for place, (modality, part, patient, days, description) in enumerate(plans)
    ]
    head, brain, chest, report = visits
    made = tuple(
        chain(
            images.ct_head(head, 1, 2, 32),
            images.mr_brain(brain, 1, 1, 32, True),
            images.chest_radiograph(chest, 1, 32, 32),
            [_report(report)],
        )
    )
    for ds in made:
        ds.file_meta = FileMetaDataset()
        ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    return made


def _report(visit: Visit) -> Dataset:
    ds = identified(visit, 1, 1, ComprehensiveSRStorage)
    ds.CompletionFlag, ds.VerificationFlag = "COMPLETE", "UNVERIFIED"
    ds.ValueType, ds.ContinuityOfContent = "CONTAINER", "SEPARATE"
    title = Dataset()
    title.CodeValue, title.CodingSchemeDesignator, title.CodeMeaning = "18748-4", "LN", "Diagnostic imaging report"
    ds.ConceptNameCodeSequence = [title]
    return ds


def _orders(today: date) -> list[Dataset]:
    patients = (roster.HANAKO, roster.MUSTER, roster.DAMSON)
    return [_order(number, patient, today) for number, patient in enumerate(patients, start=1)]


def _order(number: int, patient: InventedPatient, today: date) -> Dataset:
    """A worklist item (PS3.4 K.6.1.2.2) for the classroom's CT."""
    ds, step = Dataset(), Dataset()
    ds.SpecificCharacterSet = "ISO_IR 192"
    ds.PatientName, ds.PatientID = patient.name, patient.patient_id
    ds.IssuerOfPatientID = PATIENT_ISSUER
    ds.PatientBirthDate = today.replace(year=today.year - patient.age, day=1).strftime("%Y%m%d")
    ds.PatientSex = patient.sex
    ds.AccessionNumber = f"CW{number:06}"
    ds.StudyInstanceUID = invented_uid("order", number)
    ds.RequestedProcedureID = f"RP{number}"
    ds.RequestedProcedureDescription = "CT head"
    step.ScheduledStationAETitle = STATION_AE_TITLE
    step.ScheduledProcedureStepStartDate = today.strftime("%Y%m%d")
    step.ScheduledProcedureStepStartTime = f"{8 + number:02}0000"
    step.Modality = "CT"
    step.ScheduledProcedureStepDescription = "CT head"
    step.ScheduledProcedureStepID = f"SPS{number}"
    ds.ScheduledProcedureStepSequence = [step]
    return ds
