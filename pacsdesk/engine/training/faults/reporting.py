"""Faults of what is told about work done: storage commitment and performed procedure steps."""

from pydicom.dataset import Dataset
from pynetdicom import evt

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.training.faults.fault import Fault, Level
from pacsdesk.engine.training.faults.healthy import Peer, behaving
from pacsdesk.engine.training.faults.manner import Commitments, Manner

_SEES_NOT_SAFE = "The archive answers the commitment: none of the objects is safe."

# PS3.3 C.14.1.1
_FAILURES = (
    (0x0110, "Processing failed in the archive."),
    (0x0112, "The archive has no such objects: they never arrived, or were deleted."),
    (0x0119, "The archive holds the objects under another SOP class."),
    (0x0122, "The archive does not commit to objects of this SOP class."),
    (0x0131, "The archive has a commitment under this transaction UID already."),
    (0x0213, "The archive has no room to keep the objects for good."),
)


def _failed(reason: int, what_is_wrong: str) -> Fault:
    return Fault(
        f"commitment-{reason:04x}",
        None,
        Level.DIMSE,
        f"Not safe ({reason:04X})",
        _SEES_NOT_SAFE,
        what_is_wrong,
        behaving(Manner(commitments=Commitments(failure=reason))),
    )


def _refused_request(status: int, what_is_wrong: str) -> Fault:
    def on_refused_request(event: evt.Event, peer: Peer) -> tuple[int, None]:
        return status, None

    return Fault(
        f"commitment-refused-{status:04x}",
        None,
        Level.DIMSE,
        f"Commitment refused ({status:04X})",
        "The request for a commitment is refused at once.",
        what_is_wrong,
        behaving(Manner(handlers={evt.EVT_N_ACTION: on_refused_request})),
    )


def _refused_step(event_type: evt.InterventionEvent, when: str, status: int, what_is_wrong: str) -> Fault:
    def on_refused_step(event: evt.Event, peer: Peer) -> tuple[int, Dataset | None]:
        return status, None

    return Fault(
        f"mpps-{when}-{status:04x}",
        FindingCode.MPPS_REFUSED,
        Level.DIMSE,
        f"The examination cannot be {'begun' if when == 'create' else 'closed'} ({status:04X})",
        "The modality cannot report what it did; the order stays open.",
        what_is_wrong,
        behaving(Manner(handlers={event_type: on_refused_step})),
    )


REPORTING = (
    Fault(
        "commitment-never-told",
        FindingCode.COMMITMENT_UNANSWERED,
        Level.DIMSE,
        "Is it safe? No answer",
        "The request for a commitment is accepted, and no report ever comes.",
        "The archive's report needs a connection back to us, and it does not make one.",
        behaving(Manner(commitments=Commitments(are_told=False))),
    ),
    *(_failed(*failure) for failure in _FAILURES),
    _refused_request(0x0110, "The archive fails to begin with a commitment and does not say why."),
    _refused_step(evt.EVT_N_SET, "set", 0x0110, "The step was completed already; it cannot be changed any more."),
    _refused_step(evt.EVT_N_SET, "set", 0x0106, "An attribute of the step has a value that is not allowed."),
    _refused_step(evt.EVT_N_SET, "set", 0x0112, "The server has no such step: its beginning never arrived."),
    _refused_step(evt.EVT_N_CREATE, "create", 0x0106, "An attribute of the step has a value that is not allowed."),
    _refused_step(evt.EVT_N_CREATE, "create", 0x0111, "The server has a step of this UID already."),
)  # fmt: skip  # one a line: a table
