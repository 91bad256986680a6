"""called-ae-unknown, calling-ae-unknown, malformed-request, server-busy, unlisted-answer: how the system behind a relay
turned a caller away."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import RejectNumbers
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence

_FOR_NOW = 2  # result, PS3.8 table 9-21
_LOG = "Look into the log of {called} at this time: it names the reason."
_Told = tuple[FindingCode, str, Confidence, tuple[str, ...]]


def find(evidence: JournalEvidence) -> Iterator[Finding]:
    """At most one."""
    reject = evidence.end.reject
    if reject is None or not evidence.is_between_others:
        return
    code, cause, confidence, repair = _told(evidence, reject)
    words = {
        "caller": evidence.caller,
        "called": evidence.called,
        "calling_title": evidence.summary.calling_ae_title,
        "called_title": evidence.summary.called_ae_title,
    }
    yield Finding(
        code,
        Severity.FAULT,
        cause.format(**words),
        confidence,
        (
            f"{evidence.called} answered: result {reject.result}, source {reject.source}, reason {reject.reason}.",
            f"{evidence.caller} called from {evidence.summary.address} through a relay.",
        ),
        tuple(step.format(**words) for step in repair),
    )


def _told(evidence: JournalEvidence, reject: RejectNumbers) -> _Told:
    match reject.source, reject.reason:
        case (1, 7):
            return _called_unknown(evidence)
        case (1, 3) | (1, 1) if reject.result != _FOR_NOW:
            return _calling_unknown(is_told=reject.reason != 1)
        case (1, 2) | (2, 2):
            return (
                FindingCode.MALFORMED_REQUEST,
                "{called} turned {caller} away: it does not take requests of the kind that {caller} sends.",
                Confidence.CERTAIN,
                ("Update the program of {caller}; its maker can tell why the request is another one.", _LOG),
            )
        case _ if reject.result == _FOR_NOW:
            return (
                FindingCode.SERVER_BUSY,
                "{called} turned {caller} away for now: it has as many associations as it takes, or is busy.",
                Confidence.CERTAIN,
                (
                    "Have {caller} try again later, and send a whole series on one association.",
                    "Raise the limit of associations in the settings of {called}, or end those that are idle there.",
                ),
            )
        case _:
            return (
                FindingCode.UNLISTED_ANSWER,
                "{called} turned {caller} away for a reason that DICOM does not list.",
                Confidence.CERTAIN,
                (_LOG, "Ask the maker of {called} what these numbers mean."),
            )


def _called_unknown(evidence: JournalEvidence) -> _Told:
    title = evidence.summary.called_ae_title
    entered = next((one.ae_title for one in evidence.peers if one.name == evidence.summary.peer_name), "")
    is_other = entered and entered != title
    known = f"It is entered here with the AE title {entered}." if is_other else ""
    return (
        FindingCode.CALLED_AE_UNKNOWN,
        "{called} turned {caller} away: it has no AE of the title {called_title}, under which {caller} called it.",
        Confidence.CERTAIN,
        (
            f"At {{caller}}, change the called AE title to that of {{called}}, letter by letter. {known}".strip(),
            "Or have {called} answer to {called_title} too.",
        ),
    )


def _calling_unknown(*, is_told: bool) -> _Told:
    return (
        FindingCode.CALLING_AE_UNKNOWN,
        "{called} turned {caller} away: it does not know the AE title {calling_title}, or not at the address it saw."
        if is_told
        else "{called} turned {caller} away and gives no reason; mostly it does not know the AE title {calling_title}.",
        Confidence.CERTAIN if is_told else Confidence.POSSIBLE,
        (
            "Enter {caller} at {called}: AE title {calling_title}, its address and its port. Compare each letter.",
            "Through a relay {called} sees the address of this computer: if it compares addresses, allow this one for "
            "as long as the relay is used.",
            _LOG,
        ),
    )
