"""aborted-in-transfer, accepted-then-closed, slow-peer, malformed-request, not-dicom-other,
service-not-permitted: which side cut short what a relay passed on or a sink took."""

from collections.abc import Iterator

from pacsdesk.contract.records.associations import EndedBy
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import BrokenOff
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence, opening

_LOG = "Look into the log of {side} at this time: a program that fails writes why."
_WAY = "See whether a firewall or an intrusion detection on the way cuts DICOM connections; ask for an exception."
_AGAIN = "Send again what is missing; what was answered with success is stored."
_Told = tuple[FindingCode, str, str, Confidence, tuple[str, ...]]


def find(evidence: JournalEvidence) -> Iterator[Finding]:
    """At most one."""
    how = evidence.end.broken_off
    if how is None or not evidence.is_between_others:
        return
    is_caller = evidence.end.by is EndedBy.CALLER
    code, cause, seen, confidence, repair = _told(evidence, how, is_caller=is_caller)
    side, other = (evidence.caller, evidence.called) if is_caller else (evidence.called, evidence.caller)
    summary = evidence.summary
    words = {"caller": evidence.caller, "called": evidence.called, "side": side, "other": other}
    number = summary.operations
    before = "One request was answered before." if number == 1 else f"{number:,} requests were answered before."
    yield Finding(
        code,
        Severity.FAULT,
        cause.format(**(words | {"Side": opening(side), "Called": opening(evidence.called)})),
        confidence,
        (seen.format(problem=summary.problem, **words), before),
        tuple(step.format(**words) for step in repair),
    )


def _told(evidence: JournalEvidence, how: BrokenOff, *, is_caller: bool) -> _Told:
    match how:
        case BrokenOff.BROKEN:
            return _no_dicom(evidence)
        case BrokenOff.OVERDUE:
            return (
                FindingCode.SLOW_PEER,
                "Neither {caller} nor {called} said anything for too long, so the association was ended here.",
                "Nothing came from either side.",
                Confidence.LIKELY,
                (
                    "If everything was answered, nothing is lost: have {caller} release its associations when it is "
                    "done.",
                    "If a request was under way, see how busy {called} is, and whether {caller} hangs.",
                ),
            )
        case BrokenOff.ABORTED:
            return _aborted(evidence, is_caller=is_caller)
        case _:
            return _closed(evidence, is_caller=is_caller)


def _no_dicom(evidence: JournalEvidence) -> _Told:
    if evidence.was_established:
        return (
            FindingCode.MALFORMED_REQUEST,
            "{Side} sent what DICOM does not allow in the midst of its association with {other}: its program is at "
            "fault.",
            "What came: {problem}.",
            Confidence.CERTAIN,
            (
                "Update the program of {side}; give its maker what came, and a trace.",
                "See whether something on the way changes what is sent: a proxy, a faulty network card.",
            ),
        )
    return (
        FindingCode.NOT_DICOM_OTHER,
        "What {side} sent to {other} is no DICOM: another program, or the wrong port.",
        "What came: {problem}.",
        Confidence.CERTAIN,
        (
            "See which program it is that speaks there, and whether it has the right address and port.",
            "Have its connection to {other} begin with an association request (A-ASSOCIATE-RQ).",
        ),
    )


def _aborted(evidence: JournalEvidence, *, is_caller: bool) -> _Told:
    numbers = evidence.end.abort
    seen = "The association was aborted by {side}."
    if numbers:
        seen = f"The association was aborted by {{side}} (source {numbers.source}, reason {numbers.reason})."
    if not is_caller and not evidence.summary.operations:
        cause = (
            "{Called} let {caller} in and aborted at its first request: mostly {caller} may not ask that there."
            if evidence.was_established
            else "{Called} answered the request of {caller} for an association with an abort."
        )
        return (
            FindingCode.SERVICE_NOT_PERMITTED if evidence.was_established else FindingCode.MALFORMED_REQUEST,
            cause,
            seen,
            Confidence.POSSIBLE,
            ("Allow {caller} this service in the settings of {called}.", _LOG),
        )
    return (
        FindingCode.ABORTED_IN_TRANSFER,
        "{Side} gave its association with {other} up: a person cancelled it there, its program failed, or its own "
        "time-out is too short.",
        seen,
        Confidence.LIKELY,
        (_LOG, _AGAIN, "See whether {side} has a limit for how long an association may last."),
    )


def _closed(evidence: JournalEvidence, *, is_caller: bool) -> _Told:
    seen = "{side} closed the connection first."
    if evidence.was_established:
        return (
            FindingCode.ABORTED_IN_TRANSFER,
            "{Side} was lost in the midst of its association with {other}: its program or computer stopped, or the "
            "network failed.",
            seen,
            Confidence.LIKELY,
            (_LOG, _WAY, _AGAIN),
        )
    if is_caller:
        return (
            FindingCode.SLOW_PEER,
            "{caller} closed the connection before {called} answered: it gave up waiting, or only looked whether the "
            "port is open.",
            seen,
            Confidence.POSSIBLE,
            ("Give {caller} more time for an answer.", "See how busy {called} is at this time."),
        )
    return (
        FindingCode.ACCEPTED_THEN_CLOSED,
        "{Called} ended the connection without an answer to the request of {caller} for an association.",
        seen,
        Confidence.POSSIBLE,
        (
            "See in the settings of {called} whether {caller} is entered; through a relay it sees the address of this "
            "computer.",
            _LOG,
            "See whether the port is that of its DICOM service: another program would hang up, too.",
        ),
    )
