"""archive-full, object-refused, transfer-syntax-not-accepted: a C-GET of which every object failed."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.retrieve_evidence import RetrieveEvidence

_FULL = "we answered A7"


def find(evidence: RetrieveEvidence) -> Iterator[Finding]:
    """At most one: we refused them, or they could not be sent as they are."""
    if evidence.is_move or evidence.well or not evidence.outcome.failed:
        return
    if evidence.refusals:
        yield _refused_by_us(evidence)
    elif len(evidence.roles_refused) + len(evidence.kinds_refused) < evidence.number_of_kinds:
        yield _cannot_be_sent(evidence)


def _refused_by_us(evidence: RetrieveEvidence) -> Finding:
    is_full = evidence.refusals[0].startswith(_FULL)
    return Finding(
        FindingCode.ARCHIVE_FULL if is_full else FindingCode.OBJECT_REFUSED,
        Severity.FAULT,
        "Our own archive has no room left, so we refused every object that came."
        if is_full
        else f"We refused every object that {evidence.peer} sent: it is not what our archive can keep.",
        Confidence.CERTAIN,
        (evidence.status, *(f"{one[0].upper()}{one[1:]}." for one in evidence.refusals[:3])),
        (
            "Free room on the disk of the archive, or move it to a larger one, then fetch again.",
            "`pacsdesk status` shows how much is left.",
        )
        if is_full
        else (
            "Look into the engine's log at this time.",
            f"Have the objects validated and repaired at {evidence.peer}.",
        ),
    )


def _cannot_be_sent(evidence: RetrieveEvidence) -> Finding:
    refused = f"It did not take {len(evidence.kinds_refused)} of {evidence.number_of_kinds} kinds that we offered."
    return Finding(
        FindingCode.TRANSFER_SYNTAX_NOT_ACCEPTED,
        Severity.FAULT,
        f"{evidence.peer} has the objects and sent none on our association: it has them in another transfer syntax, or "
        "of another kind, than those of our offer that it accepted, and does not convert them.",
        Confidence.LIKELY,
        (evidence.status, evidence.counts, refused),
        (
            f"Retrieve from {evidence.peer} by C-MOVE instead: it then offers what it has.",
            f"Or have {evidence.peer} convert to uncompressed when it sends, if it can.",
        ),
        "Fetch one object of another kind: if that comes, it is about the kind or the transfer syntax.",
    )
