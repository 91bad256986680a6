"""The classroom's studies: one explicit list, drawn anew each time, always the same but for the dates."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from pydicom.dataset import Dataset
from pydicom.filebase import DicomBytesIO
from pydicom.filewriter import write_dataset
from pydicom.uid import UID, ExplicitVRLittleEndian, ImplicitVRLittleEndian, RLELossless

from pacsdesk.engine.training import documents, images, roster
from pacsdesk.engine.training.roster import InventedPatient, Visit


@dataclass(frozen=True, slots=True)
class InventedObject:
    """An instance as a device would send it; content: the dataset's bytes, without file meta; made: local time."""

    sop_class_uid: str
    sop_instance_uid: str
    transfer_syntax_uid: str
    sending_ae_title: str
    made_on: date
    made_at: time
    content: bytes


@dataclass(frozen=True, slots=True)
class _Plan:
    """A study to be made: whose, when (days before today), what."""

    patient: InventedPatient
    days_ago: int
    modality: str
    body_part: str
    description: str
    make: Callable[[Visit], Iterable[Dataset]]


# A new study: one entry at the END (its place gives its number, and UIDs derive from that), made of functions of
# images.py and documents.py. Keep all of them under 60 MB together: a classroom is reset within seconds.
_PLANS = (
    _Plan(roster.AMBER, 2, "CT", "HEAD", "CT head without contrast", lambda v: images.ct_head(v, 2, 20, 512, 1.0)),
    _Plan(roster.AMBER, 0, "CT", "HEAD", "CT head, follow-up", lambda v: images.ct_head(v, 2, 20, 256, 0.5)),
    _Plan(roster.AMBER, 2, "SR", "HEAD", "Report on CT head", lambda v: [_bleeding_report(v)]),
    _Plan(roster.BASIL, 5, "CT", "CHEST", "CT chest", lambda v: _chest_with_letter(v)),
    _Plan(roster.CORAL, 1, "MR", "HEAD", "MR brain", lambda v: _two_weightings(v)),
    _Plan(roster.DAMSON, 0, "CR", "CHEST", "Chest PA", lambda v: images.chest_radiograph(v, 1, 2048, 1760)),
    _Plan(roster.DAMSON, 400, "CR", "CHEST", "Chest PA, old", lambda v: images.chest_radiograph(v, 1, 512, 440, True)),
    _Plan(roster.HANAKO, 3, "US", "ABDOMEN", "Abdomen", lambda v: images.ultrasound_loop(v, 1, 20, 240, 320)),
    _Plan(roster.XIAOMING, 9, "CT", "HEAD", "Head, enhanced object", lambda v: images.enhanced_ct(v, 1, 16, 256)),
    _Plan(roster.AYNA, 7, "CT", "CHEST", "CT chest, control", lambda v: images.ct_chest(v, 1, 24, 256)),
    _Plan(roster.MUSTER, 0, "ECG", "HEART", "Resting ECG", lambda v: [documents.ecg(v, 1, 72)]),
    _Plan(roster.LONGEST, 30, "CR", "CHEST", "Chest PA in bed", lambda v: images.chest_radiograph(v, 1, 640, 560)),
    _Plan(roster.DEIGMA, 4, "XA", "HEART", "Coronary angiogram", lambda v: images.angiogram(v, 1, 24, 256)),
    _Plan(roster.ECRU, 0, "US", "ABDOMEN", "Abdomen, newborn", lambda v: images.ultrasound_loop(v, 1, 1, 300, 400)),
    _Plan(roster.GHOST, 60, "CR", "CHEST", "Unknown patient", lambda v: images.chest_radiograph(v, 1, 512, 440)),
    _Plan(roster.MUSTER, 90, "CT", "HEAD", "CT head", lambda v: images.ct_head(v, 1, 16, 256)),
    _Plan(roster.CORAL, 180, "MR", "HEAD", "MR brain, last half-year", lambda v: images.mr_brain(v, 1, 16, 192, True)),
    _Plan(roster.BASIL, 200, "CR", "CHEST", "Chest PA", lambda v: images.chest_radiograph(v, 1, 512, 440, True)),
)  # fmt: skip  # one plan a line, however long it is

NUMBER_OF_STUDIES = len(_PLANS)
NUMBER_OF_INSTANCES = 200  # what the plans make, known beforehand so that a job can say how far it is; under test


def invented_site(now: datetime) -> Iterator[InventedObject]:
    """All instances of the classroom, study by study. now: local time, after which nothing was made."""
    for number, plan in enumerate(_PLANS, start=1):
        day = now.date() - timedelta(days=plan.days_ago)
        not_after = time.max if plan.days_ago else now.time()
        visit = Visit(number, plan.patient, plan.modality, plan.description, day, plan.body_part, not_after)
        for ds in plan.make(visit):
            yield _as_sent(ds, visit)


def _as_sent(ds: Dataset, visit: Visit) -> InventedObject:
    """MR devices of the classroom speak Implicit VR, all others Explicit VR."""
    if hasattr(ds, "file_meta"):  # pydicom made it while compressing
        syntax = RLELossless
    else:
        syntax = ImplicitVRLittleEndian if visit.modality == "MR" else ExplicitVRLittleEndian
    return InventedObject(
        sop_class_uid=ds.SOPClassUID,
        sop_instance_uid=ds.SOPInstanceUID,
        transfer_syntax_uid=syntax,
        sending_ae_title=visit.sender,
        made_on=visit.day,
        made_at=visit.begins_at,
        content=_encoded(ds, syntax),
    )


def _encoded(ds: Dataset, syntax: UID) -> bytes:
    buffer = DicomBytesIO()
    buffer.is_little_endian = True
    buffer.is_implicit_VR = syntax.is_implicit_VR
    write_dataset(buffer, ds)
    return bytes(buffer.getvalue())


def _bleeding_report(visit: Visit) -> Dataset:
    findings = ("Fresh bleeding beside the left ventricle.", "No shift of the midline.", "This report is invented.")
    return documents.text_report(visit, 1, findings)


def _chest_with_letter(visit: Visit) -> Iterator[Dataset]:
    yield from images.ct_chest(visit, 2, 22, 512, 1.0)
    yield from images.ct_chest(visit, 3, 22, 256, 1.0)
    yield documents.pdf_report(visit, 90, ("PACSDesk Classroom", "", "Nodule in the left lung.", "Invented."))


def _two_weightings(visit: Visit) -> Iterator[Dataset]:
    yield from images.mr_brain(visit, 1, 24, 256, False)
    yield from images.mr_brain(visit, 2, 24, 256, True)
