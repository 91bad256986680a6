"""move-cannot-deliver: the archive took the order, and not one object reached the destination."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.retrieve_evidence import RetrieveEvidence

_CANNOT_PERFORM, _UNKNOWN = 0xA702, 0xA801  # PS3.4 C.4.2.1.5


def find(evidence: RetrieveEvidence) -> Iterator[Finding]:
    """At most one, of a C-MOVE."""
    outcome = evidence.outcome
    if not evidence.is_move or evidence.well or outcome.status is None:
        return
    if outcome.status == _UNKNOWN and not evidence.called_us:
        return
    is_hidden = outcome.status == _UNKNOWN or (evidence.is_unable and evidence.called_us is not False)
    if outcome.status != _CANNOT_PERFORM and not outcome.failed and not is_hidden:
        return
    destination = outcome.destination
    ours = "us" if outcome.is_to_us else destination
    yield Finding(
        FindingCode.MOVE_CANNOT_DELIVER,
        Severity.FAULT,
        f"{evidence.peer} took the order, but could not send anything to {ours}: the way from {evidence.peer} to "
        f"{destination} is broken, not the way from here to {evidence.peer}.",
        _sure(evidence),
        (evidence.status, evidence.counts),
        (
            f"See that {destination} is started and listens.",
            f"Compare what {evidence.peer} has entered for {destination} with what is true: AE title, address, port.",
            f"See whether {destination} knows {evidence.peer} as a caller, and whether a firewall lies between them.",
            "If the connection is well, see whether the destination takes this kind of object, and has room.",
        ),
        "Take the move apart (`--unfold`): that tests the way to the destination, or reads our journal when it is us.",
    )


def _sure(evidence: RetrieveEvidence) -> Confidence:
    if evidence.outcome.failed:
        return Confidence.CERTAIN
    return Confidence.POSSIBLE if evidence.is_unable and not evidence.called_us else Confidence.LIKELY
