"""server-busy: the peer takes nobody at the moment, or nobody more."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.evidence import Evidence

_TRANSIENT = 2
_PRESENTATION, _CONGESTION, _LIMIT = 3, 1, 2  # PS3.8 table 9-21
_NO_REASON = {(1, 1), (2, 1)}


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    reject = evidence.outcome.reject
    if reject is None:
        return
    is_told = reject.source == _PRESENTATION and reject.reason in (_CONGESTION, _LIMIT)
    if not is_told and (reject.result != _TRANSIENT or (reject.source, reject.reason) not in _NO_REASON):
        return
    why = {_CONGESTION: "temporary congestion", _LIMIT: "local limit exceeded"}
    reason = why[reject.reason] if is_told else "for the moment, without a reason"
    yield Finding(
        FindingCode.SERVER_BUSY,
        Severity.FAULT,
        f"{evidence.peer} takes no further association at the moment: as many are open as it allows, or it is starting "
        "or stopping.",
        Confidence.CERTAIN if is_told else Confidence.LIKELY,
        (f"Rejected with result {reject.result}, source {reject.source}, reason {reject.reason}: {reason}.",),
        (
            "Try again in a minute.",
            f"See at {evidence.peer} who is connected: devices that leave associations open use up its limit. End idle "
            "ones there, and have it end them by itself after some minutes.",
            f"Raise the number of associations that {evidence.peer} allows.",
            "Let devices send a whole series on one association instead of opening one for each image.",
        ),
        "Try again when nobody works: if it is let in then, it is the number of associations.",
    )
