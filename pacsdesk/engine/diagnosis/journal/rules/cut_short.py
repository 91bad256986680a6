"""aborted-in-transfer, slow-peer, malformed-request, service-not-permitted: what ended before its end."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import BrokenOff
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence

_LOG = "Look into the log of {other} at this time: a program that fails writes why."
_WAY = "See whether a firewall or an intrusion detection on the way cuts DICOM connections; ask for an exception."
_FURTHER = "Repeat it from a computer beside {other}: if it is not cut there, something on the way cuts it."


def find(evidence: JournalEvidence) -> Iterator[Finding]:
    """At most one."""
    how = evidence.end.broken_off
    if how is None or not evidence.was_established or evidence.is_between_others:
        return
    match how:
        case BrokenOff.BROKEN:
            yield _garbage(evidence)
        case BrokenOff.OVERDUE:
            yield _silent(evidence)
        case BrokenOff.ABORTED:
            yield _aborted(evidence)
        case BrokenOff.CLOSED | BrokenOff.RELEASED:
            yield _gone(evidence, how)


def _seen(evidence: JournalEvidence, what: str) -> tuple[str, ...]:
    summary = evidence.summary
    lasted = (summary.ended_at - summary.began_at).total_seconds() if summary.ended_at else 0.0
    if summary.operations == 1:
        return what, f"One request was answered before, in {lasted:.1f} s."
    return what, f"{summary.operations:,} requests were answered before, in {lasted:.1f} s."


def _finding(
    evidence: JournalEvidence,
    code: FindingCode,
    cause: str,
    seen: str,
    *repair: str,
    confidence: Confidence = Confidence.LIKELY,
    severity: Severity = Severity.FAULT,
    further: str = _FURTHER,
) -> Finding:
    other = evidence.other
    return Finding(
        code,
        severity,
        cause.format(other=other),
        confidence,
        _seen(evidence, seen),
        tuple(step.format(other=other) for step in repair),
        further.format(other=other),
    )


def _garbage(evidence: JournalEvidence) -> Finding:
    return _finding(
        evidence,
        FindingCode.MALFORMED_REQUEST,
        "{other} sent what DICOM does not allow, and was cut off: its program is at fault.",
        f"What came: {evidence.summary.problem}.",
        "Update the program of {other}; give its maker what came, and a trace.",
        "See whether something on the way changes what is sent: a proxy, a faulty network card.",
        confidence=Confidence.CERTAIN,
    )


def _silent(evidence: JournalEvidence) -> Finding:
    if not evidence.is_incoming:
        return _finding(
            evidence,
            FindingCode.SLOW_PEER,
            "{other} did not answer in time: it is overloaded, hangs, or its answers do not come through.",
            "The answer to a request was overdue.",
            "See how busy the computer of {other} is, and its database.",
            "Allow it more time in its entry, if it is known to be slow.",
            further="Try with a smaller maximum PDU length: if that is answered, large packets are lost on the way.",
        )
    return _finding(
        evidence,
        FindingCode.ABORTED_IN_TRANSFER,
        "{other} left its association open and fell silent, so this archive ended it.",
        "Nothing came for longer than this archive waits.",
        "If everything was answered, nothing is lost: have {other} release its associations when it is done.",
        "If it was in the middle of sending, it hangs or its network failed: restart the transfer there.",
        severity=Severity.WARNING if evidence.summary.operations else Severity.FAULT,
        further="",
    )


def _aborted(evidence: JournalEvidence) -> Finding:
    abort = evidence.end.abort
    seen = "It aborted the association."
    if abort:
        seen = f"It aborted the association (source {abort.source}, reason {abort.reason})."
    if not evidence.is_incoming and not evidence.summary.operations:
        return _finding(
            evidence,
            FindingCode.SERVICE_NOT_PERMITTED,
            "{other} let us in and aborted at our first request: mostly our AE title may not ask that there.",
            seen,
            f"Have {evidence.summary.calling_ae_title} allowed this service in the settings of {{other}}.",
            _LOG,
            confidence=Confidence.POSSIBLE,
            further="Ask as a title that may do it (`--calling AE`): if that is answered, it is about the rights.",
        )
    return _finding(
        evidence,
        FindingCode.ABORTED_IN_TRANSFER,
        "{other} gave the association up in its midst: a person cancelled it there, its program failed, or its own "
        "time-out is too short.",
        seen,
        _LOG,
        "Send again what is missing; what was answered with success is stored.",
        "See whether {other} has a limit for how long an association may last.",
    )


def _gone(evidence: JournalEvidence, how: BrokenOff) -> Finding:
    seen = "It released the association instead of answering." if how is BrokenOff.RELEASED else "The connection ended."
    return _finding(
        evidence,
        FindingCode.ABORTED_IN_TRANSFER,
        "{other} was lost in the midst of the association: its program or computer stopped, or the network failed.",
        seen,
        _LOG,
        _WAY,
        "Send again what is missing; what was answered with success is stored.",
    )
