"""Faults of C-STORE: refused, kept with a warning, or kept where nobody looks."""

from pydicom.dataset import Dataset
from pynetdicom import evt

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.training.faults.fault import Fault, Level, Start
from pacsdesk.engine.training.faults.healthy import Peer, behaving
from pacsdesk.engine.training.faults.manner import Manner
from pacsdesk.engine.training.faults.serving import on_store
from pacsdesk.engine.training.roster import GHOST, invented_uid

_SEES_REFUSED = "The association is fine, and objects that are sent are refused."
_SEES_WARNED = "Objects arrive, and each is answered with a warning."


def _answered(status: int, comment: str = "") -> Start:
    """comment: Error Comment (0000,0902), as some archives give it."""

    def on_refused_store(event: evt.Event, peer: Peer) -> Dataset:
        answer = Dataset()
        answer.Status = status
        if comment:
            answer.ErrorComment = comment
        return answer

    return behaving(Manner(handlers={evt.EVT_C_STORE: on_refused_store}))


def _warned(status: int) -> Start:
    def on_warned_store(event: evt.Event, peer: Peer) -> int:
        return on_store(event, peer) or status

    return behaving(Manner(handlers={evt.EVT_C_STORE: on_warned_store}))


def _refusing(status: int, code: FindingCode | None, title: str, what_is_wrong: str, comment: str = "") -> Fault:
    return Fault(
        f"store-{status:04x}", code, Level.DIMSE, title, _SEES_REFUSED, what_is_wrong, _answered(status, comment)
    )


def _warning(status: int, title: str, what_is_wrong: str) -> Fault:
    return Fault(
        f"store-{status:04x}",
        FindingCode.OBJECT_REFUSED,
        Level.DIMSE,
        title,
        _SEES_WARNED,
        what_is_wrong,
        _warned(status),
    )


def _under_another_patient(ds: Dataset) -> Dataset:
    ds.PatientID, ds.PatientName = GHOST.patient_id, GHOST.name
    return ds


def _in_a_study_of_its_own(ds: Dataset) -> Dataset:
    ds.StudyInstanceUID = invented_uid("split", ds.SOPInstanceUID)
    return ds


STORING = (
    _refusing(
        0x0122,
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        "Agreed, and refused",
        "The archive accepted the presentation context and refuses the object's class all the same.",
    ),
    _refusing(
        0x0112,
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        "Refused by another number",
        "As 0122, in the number that PS3.2 prints.",
    ),
    _refusing(
        0x0124,
        FindingCode.SERVICE_NOT_PERMITTED,
        "Not allowed to send",
        "The archive lets us associate but gives us no right to store.",
    ),
    _refusing(
        0xA700,
        FindingCode.ARCHIVE_FULL,
        "No room",
        "The archive's disk or quota is full.",
        "Disk usage above high watermark",
    ),
    _refusing(
        0xA701,
        FindingCode.ARCHIVE_FULL,
        "No room, in a number of its own",
        "The archive is out of a resource, as it counts them.",
    ),
    _refusing(
        0xA900,
        FindingCode.OBJECT_REFUSED,
        "Says one thing, is another",
        "The archive finds that the dataset does not fit its SOP class.",
        "Dataset does not match SOP Class",
    ),
    _refusing(
        0xC000,
        FindingCode.OBJECT_REFUSED,
        "Not understood",
        "The archive cannot understand the dataset.",
        "Missing mandatory attribute",
    ),
    _refusing(
        0xC123,
        FindingCode.OBJECT_REFUSED,
        "Not understood, in a number of its own",
        "The archive refuses for a reason of its own.",
    ),
    _refusing(
        0x0117,
        FindingCode.OBJECT_REFUSED,
        "A UID that is none",
        "The archive finds that the SOP Instance UID breaks the rules.",
    ),
    _refusing(0x0110, None, "It tried", "Processing in the archive failed; it does not say why."),
    _refusing(
        0x4242,
        FindingCode.UNLISTED_ANSWER,
        "A number that nobody knows",
        "The archive answers with a status that no standard lists.",
    ),
    _warning(0xB000, "Something was changed", "The archive keeps objects with elements that it changed (coercion)."),
    _warning(
        0xB006, "Something was left out", "The archive keeps objects and discards elements that it does not know."
    ),
    _warning(0xB007, "It does not quite fit", "The archive keeps objects that do not fit their SOP class."),
    Fault(
        "stored-and-not-found",
        FindingCode.STORED_ELSEWHERE,
        Level.DIMSE,
        "Sent, and not there",
        "Sending succeeds, and the study cannot be found in the archive.",
        "The archive puts what has no order into a queue for conflicts, where queries do not look.",
        behaving(Manner(keeps=lambda ds: None)),
    ),
    Fault(
        "stored-under-another-patient",
        FindingCode.STORED_ELSEWHERE,
        Level.DIMSE,
        "Sent, and under another name",
        "Sending succeeds, and the patient's study cannot be found.",
        "The archive files what it receives under another patient, to whom it matched the order.",
        behaving(Manner(keeps=_under_another_patient)),
    ),
    Fault(
        "stored-in-pieces",
        FindingCode.STORED_ELSEWHERE,
        Level.DIMSE,
        "One study became many",
        "Sending succeeds; the study is not there by its UID, but studies with one image each are.",
        "The archive gives each object a study of its own.",
        behaving(Manner(keeps=_in_a_study_of_its_own)),
    ),
)
