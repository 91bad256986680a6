"""What associations that broke, and answers that took long, say about a send. Pure."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.sends.evidence import SendEvidence
from pacsdesk.engine.network.wire.opened import NoAnswer

SLOW_MILLISECONDS = 3000.0  # for an instance of at most SMALL_BYTES, the answer included
SMALL_BYTES = 1 << 20
_MOST_SHOWN = 3


def aborted_in_transfer(evidence: SendEvidence) -> Iterator[Finding]:
    """It broke while objects were on their way; what came to an end by being tried again is a warning."""
    broken = [one for one in evidence.losses if one.no_answer is not NoAnswer.OVERDUE]
    if not broken:
        return
    peer, arrived, is_lost = evidence.peer, evidence.arrived, bool(evidence.broke_at or evidence.given_up)
    last = broken[-1]
    if last.no_answer is NoAnswer.ABORTED and last.abort:
        who = "its program aborted" if last.abort.source == 0 else "its DICOM layer, or something between, aborted"
    elif last.no_answer is NoAnswer.CLOSED:
        who = "the connection ended without a word"
    elif last.no_answer is NoAnswer.RELEASED:
        who = "it took its leave before it had answered"
    else:
        who = "what came was no answer"
    if arrived:
        cause = f"{peer} broke off after {arrived:,} of {evidence.number_of_instances:,} objects had arrived: {who}."
    else:
        cause = f"{peer} broke off before any object had arrived: {who}."
    yield Finding(
        FindingCode.ABORTED_IN_TRANSFER,
        Severity.FAULT if is_lost else Severity.WARNING,
        cause if is_lost else f"{cause} Tried again, everything went on.",
        Confidence.CERTAIN,
        (
            "It happened once." if len(broken) == 1 else f"It happened {len(broken)} times.",
            *(f"{one.seconds:.1f} s after an object had begun: {one.how}." for one in broken[-_MOST_SHOWN:]),
            *(f"It broke at {uid} twice, so that one was passed over." for uid in evidence.broke_at[:_MOST_SHOWN]),
        ),
        (
            f"Look into the log of {peer} at this time: a process that ended, a limit of time or size, a full disk.",
            "See whether something between looks into the connection: a firewall, an intrusion detection, a proxy.",
            "Send again what failed: what arrived before stays there.",
        ),
        "Send one small object, then one large one: if only the large one breaks, a limit of size or time is at work."
        if not evidence.broke_at
        else "Send the object at which it broke by itself: if it breaks again, it is about that object.",
    )


def slow_peer(evidence: SendEvidence) -> Iterator[Finding]:
    """No answer in time, or each took long."""
    overdue = [one for one in evidence.losses if one.no_answer is NoAnswer.OVERDUE]
    if overdue:
        yield _slow(
            evidence,
            Severity.FAULT,
            f"{evidence.peer} did not answer in time to an object that it had been sent.",
            tuple(f"{one.seconds:.0f} s after the object had begun: {one.how}." for one in overdue[-_MOST_SHOWN:]),
        )
    elif evidence.slow_milliseconds > SLOW_MILLISECONDS:
        seconds = evidence.slow_milliseconds / 1000
        yield _slow(
            evidence,
            Severity.WARNING,
            f"{evidence.peer} takes {seconds:.1f} s for a small object, so a study will take long.",
            (f"The middle one of the objects up to 1 MiB took {seconds:.1f} s, the answer included.",),
        )


def _slow(evidence: SendEvidence, severity: Severity, cause: str, seen: tuple[str, ...]) -> Finding:
    return Finding(
        FindingCode.SLOW_PEER,
        severity,
        cause,
        Confidence.LIKELY,
        seen,
        (
            f"See how busy the computer of {evidence.peer} is: processor, disk, database.",
            "Look at the line: network cards that do not agree on speed and duplex, wireless parts, who else uses it.",
            f"If it only needs longer, give {evidence.peer} a longer time to answer in its entry.",
        ),
        f"Run the ladder to {evidence.peer}: if the echo is slow too, it is the line or the computer.",
    )
