"""move-partly-delivered: some objects came and some did not."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.retrieve_evidence import RetrieveEvidence


def find(evidence: RetrieveEvidence) -> Iterator[Finding]:
    """At most one: what the peer says itself, what it claims and is not here, or what it lists and did not send."""
    outcome, ledger = evidence.outcome, evidence.outcome.ledger
    if outcome.status is None or not evidence.well:
        return
    if outcome.failed:
        yield _failed(evidence)
    elif evidence.is_seen and evidence.landed > 0 and ledger.missing + ledger.refused:
        yield _not_here(evidence)
    elif evidence.is_counted and outcome.status == 0 and ledger.listed is not None and ledger.listed > evidence.counted:
        yield _not_sent(evidence, ledger.listed)


def _failed(evidence: RetrieveEvidence) -> Finding:
    outcome = evidence.outcome
    reasons = tuple(f"Of those that came, {reason}." for reason in evidence.refusals[:3])
    return Finding(
        FindingCode.MOVE_PARTLY_DELIVERED,
        Severity.FAULT,
        f"{evidence.peer} sent {evidence.well} of {evidence.counted} objects to {outcome.destination}; "
        f"{outcome.failed} failed."
        if evidence.is_move
        else f"{evidence.peer} sent {evidence.well} of {evidence.counted} objects on our association; {outcome.failed} "
        "failed.",
        Confidence.CERTAIN,
        (evidence.status, evidence.counts, _named(evidence), *reasons, *_kinds(evidence)),
        (
            "Look at the objects that failed: if all are of one kind, the receiver does not take this SOP class or "
            "transfer syntax; have it enabled there, or the objects converted.",
            "If they are of all kinds, see whether the receiver ran out of room, and look into its log at this time.",
            "Fetch those that are missing again, and no more (`--again`).",
        ),
        "Fetch one of the failed objects alone: if it fails alone as well, it is about the object, not about the load.",
    )


def _named(evidence: RetrieveEvidence) -> str:
    number = len(evidence.outcome.failed_uids)
    return f"Its list of failed objects has {number} UIDs." if number else "It does not say which objects failed."


def _kinds(evidence: RetrieveEvidence) -> Iterator[str]:
    if evidence.kinds_refused:
        yield f"It did not take {len(evidence.kinds_refused)} of the {evidence.number_of_kinds} kinds that we offered."


def _not_here(evidence: RetrieveEvidence) -> Finding:
    ledger = evidence.outcome.ledger
    away = ledger.missing + ledger.refused
    return Finding(
        FindingCode.MOVE_PARTLY_DELIVERED,
        Severity.FAULT,
        f"{evidence.peer} says that all was sent, but {away} of the objects that it lists did not land here.",
        Confidence.CERTAIN if evidence.outcome.ledger.listed else Confidence.LIKELY,
        (evidence.status, evidence.counts, evidence.ledger, *(f"{one}." for one in evidence.refusals[:3])),
        (
            "Fetch those that are missing again, and no more (`--again`).",
            f"If they stay away, look into the log of {evidence.peer} for one of their SOP Instance UIDs.",
            f"See whether {evidence.peer} filters what it sends, or keeps a part on media that are not at hand.",
        ),
    )


def _not_sent(evidence: RetrieveEvidence, listed: int) -> Finding:
    return Finding(
        FindingCode.MOVE_PARTLY_DELIVERED,
        Severity.WARNING,
        f"{evidence.peer} lists {listed} objects and sent {evidence.counted}, without a word about the others.",
        Confidence.LIKELY,
        (evidence.status, evidence.counts, evidence.ledger),
        (
            f"See whether {evidence.peer} filters what it sends: by rights of our AE title, or by kind of object.",
            "See whether a part is offline or archived elsewhere, and have it recalled.",
        ),
        "Fetch one of the others alone, by its SOP Instance UID.",
    )
