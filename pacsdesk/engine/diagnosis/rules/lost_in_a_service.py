"""aborted-in-transfer and slow-peer: the association ended, or fell silent, while a service was at work."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import BrokenOff, ProbeStep, ServiceAnswer
from pacsdesk.engine.diagnosis.evidence import Evidence

_SEEN = {
    BrokenOff.CLOSED: "it closed the connection",
    BrokenOff.BROKEN: "it sent what is no answer to the question",
    BrokenOff.ABORTED: "it aborted the association",
    BrokenOff.RELEASED: "it released the association instead of answering",
}


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one of each."""
    lost = [one for one in evidence.outcome.answers if one.broken_off is not None]
    silent = [one for one in lost if one.broken_off is BrokenOff.OVERDUE]
    ended = [
        one for one in lost if one.broken_off is not BrokenOff.OVERDUE and not _is_a_matter_of_rights(one, evidence)
    ]
    if ended:
        yield _ended(evidence, ended)
    if silent:
        yield _silent(evidence, silent)


def _is_a_matter_of_rights(answer: ServiceAnswer, evidence: Evidence) -> bool:
    """An abort of a question by a peer that answered the echo: another rule's."""
    echo = evidence.outcome.answer(ProbeStep.ECHO)
    has_echoed = echo is not None and echo.status == 0
    is_question = answer.step is not ProbeStep.ECHO
    return has_echoed and is_question and answer.broken_off is BrokenOff.ABORTED and not answer.pending


def _ended(evidence: Evidence, ended: list[ServiceAnswer]) -> Finding:
    first = ended[0]
    is_garbage = first.broken_off is BrokenOff.BROKEN
    return Finding(
        FindingCode.ABORTED_IN_TRANSFER,
        Severity.FAULT,
        f"{evidence.peer} accepted the association and then "
        + ("answered with what makes no sense: its program is at fault." if is_garbage else "ended it in its midst.")
        + f" That happened at the step {first.step}.",
        Confidence.LIKELY,
        tuple(f"At the step {one.step}: {_SEEN[one.broken_off]}{_after(one)}." for one in ended if one.broken_off),
        (
            f"Look into the log of {evidence.peer} at this time: a program that fails writes why.",
            "See whether a firewall or an intrusion detection between us cuts DICOM connections; ask for an exception.",
            "See whether its time-outs are very short.",
        ),
        "Repeat it from a computer beside the peer: if it is not cut there, something on the way cuts it.",
    )


def _after(answer: ServiceAnswer) -> str:
    return f", after {answer.pending} answers to a question that nothing can match" if answer.pending else ""


def _silent(evidence: Evidence, silent: list[ServiceAnswer]) -> Finding:
    steps = ", ".join(one.step for one in silent)
    return Finding(
        FindingCode.SLOW_PEER,
        Severity.FAULT,
        f"{evidence.peer} accepted the association and then did not answer in time ({steps}): it is overloaded, hangs, "
        "or its answers do not come through.",
        Confidence.LIKELY,
        tuple(evidence.seen(one.step) for one in silent),
        (
            f"See how busy the computer of {evidence.peer} is, and its database.",
            "Try again when fewer devices send to it.",
            "Allow it more time in its entry, if it is known to be slow.",
        ),
        "Try with a smaller maximum PDU length: if that is answered, large packets are lost on the way (MTU).",
    )
