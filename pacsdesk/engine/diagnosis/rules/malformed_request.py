"""malformed-request: the peer says that our request is not as it should be."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.evidence import Evidence

_CONTEXT, _VERSION = (1, 2), (2, 2)  # source and reason of a rejection, PS3.8 table 9-21
_ACSE_NO_REASON = (2, 1)
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
        numbers = f"Rejected with result {reject.result}, source {reject.source}, reason {reject.reason}"
        if (reject.source, reject.reason) == _CONTEXT:
            return f"{numbers}: application context name not supported.", Confidence.CERTAIN
        if (reject.source, reject.reason) == _VERSION:
            return f"{numbers}: protocol version not supported.", Confidence.CERTAIN
        if reject.result == 1 and (reject.source, reject.reason) == _ACSE_NO_REASON:
            return f"{numbers}: its upper layer gives no reason.", Confidence.POSSIBLE
    if abort is not None and abort.source == _PROVIDER and abort.reason in _ABORT_REASONS:
        confidence = Confidence.POSSIBLE if abort.reason == 0 else Confidence.LIKELY
        return f"Aborted with source 2, reason {abort.reason}: {_ABORT_REASONS[abort.reason]}.", confidence
    return None
