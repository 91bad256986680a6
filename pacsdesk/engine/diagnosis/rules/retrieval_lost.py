"""aborted-in-transfer and slow-peer: the association ended, or fell silent, while a retrieval was under way;
service-not-permitted: it was aborted in place of an answer."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.lost_requests import finding_of_turning_away
from pacsdesk.engine.diagnosis.retrieve_evidence import RetrieveEvidence
from pacsdesk.engine.network.wire.opened import NoAnswer


def find(evidence: RetrieveEvidence) -> Iterator[Finding]:
    """At most one."""
    if evidence.lost is NoAnswer.OVERDUE:
        yield _silent(evidence)
    elif evidence.lost is NoAnswer.ABORTED and not evidence.is_counted and not evidence.came:
        outcome = evidence.outcome
        yield finding_of_turning_away(evidence.peer, evidence.service, outcome.calling_ae_title, outcome.problem)
    elif evidence.lost is not None:
        yield _ended(evidence)


def _ended(evidence: RetrieveEvidence) -> Finding:
    outcome = evidence.outcome
    return Finding(
        FindingCode.ABORTED_IN_TRANSFER,
        Severity.FAULT,
        f"{evidence.peer} began the retrieval, and {outcome.problem} before it had ended.",
        Confidence.CERTAIN if evidence.counted else Confidence.LIKELY,
        (evidence.counts, evidence.ledger),
        (
            "Fetch what is missing again, and no more (`--again`).",
            f"Look into the log of {evidence.peer} at this time: a program that fails writes why.",
            "See whether a firewall or an intrusion detection between the systems cuts long DICOM connections.",
            f"See whether {evidence.peer} limits how long an association may last.",
        ),
        "Repeat it: if it ends at the same object, it is about the object; if after the same time, about a time-out.",
    )


def _silent(evidence: RetrieveEvidence) -> Finding:
    return Finding(
        FindingCode.SLOW_PEER,
        Severity.FAULT,
        f"{evidence.peer} accepted the retrieval and then did not answer in time: it is overloaded, hangs, or waits "
        "for a destination that does not answer.",
        Confidence.LIKELY,
        (evidence.counts, evidence.ledger),
        (
            f"See how busy the computer of {evidence.peer} is, and whether it has to recall the images from media.",
            "See whether the destination answers: an archive that cannot reach it waits long, and says nothing.",
            "Fetch what is missing again, and no more (`--again`).",
        ),
        "Take the move apart (`--unfold`), or fetch by C-GET: if that is quick, it is the way to the destination.",
    )
