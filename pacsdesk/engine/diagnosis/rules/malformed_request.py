"""malformed-request: the peer says that our request is not as it should be."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.evidence import Evidence

_PERMANENT = 1
_ACSE_NO_REASON = (2, 1)
_REJECT_REASONS = {  # by source and reason, PS3.8 table 9-21
    (1, 2): ("application context name not supported", Confidence.CERTAIN),
    (2, 2): ("protocol version not supported", Confidence.CERTAIN),
    _ACSE_NO_REASON: ("its upper layer gives no reason", Confidence.POSSIBLE),
}
_PROVIDER = 2
_ABORT_REASONS = {  # PS3.8 table 9-26
    0: "no reason given",
    1: "unrecognized PDU",
    2: "unexpected PDU",
    4: "unrecognized PDU parameter",
    5: "unexpected PDU parameter",
    6: "invalid PDU parameter value",
}


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    seen = _seen(evidence)
    if seen is None:
        return
    text, confidence = seen
    yield Finding(
        FindingCode.MALFORMED_REQUEST,
        Severity.FAULT,
        f"{evidence.peer} does not understand our request for an association: its program is old, speaks another "
        "version, or is no DICOM service.",
        confidence,
        (text,),
        (
            f"See whether the port {evidence.outcome.port} is that of the DICOM service of {evidence.peer}.",
            f"Look into the log of {evidence.peer} at this time: it names the part of the request that it minds.",
            f"Ask the maker of {evidence.peer} for an update, and give it the evidence above.",
        ),
        "Enter that only the echo is used of it and try again: if it is accepted then, it minds one of the services "
        "that we propose.",
    )


def _seen(evidence: Evidence) -> tuple[str, Confidence] | None:
    reject, abort = evidence.outcome.reject, evidence.outcome.abort
    if reject is not None:
        told = _REJECT_REASONS.get((reject.source, reject.reason))
        if told is None or ((reject.source, reject.reason) == _ACSE_NO_REASON and reject.result != _PERMANENT):
            return None
        why, confidence = told
        numbers = f"Rejected with result {reject.result}, source {reject.source}, reason {reject.reason}: {why}."
        return numbers, confidence
    if abort is not None and abort.source == _PROVIDER and abort.reason in _ABORT_REASONS:
        confidence = Confidence.POSSIBLE if abort.reason == 0 else Confidence.LIKELY
        return f"Aborted with source 2, reason {abort.reason}: {_ABORT_REASONS[abort.reason]}.", confidence
    return None
