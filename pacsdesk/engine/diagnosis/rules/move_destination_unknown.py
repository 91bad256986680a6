"""move-destination-unknown: the archive does not know where to send what we ask it to move to us."""

from collections.abc import Iterator

from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import ProbeStep
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.retrieve_evidence import RetrieveEvidence

_UNKNOWN, _CANNOT_DELIVER = 0xA801, 0xA702  # PS3.4 C.4.2.1.5


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one; a fault when the peer is used for C-MOVE."""
    answer = evidence.outcome.answer(ProbeStep.MOVE)
    if answer is None or answer.status not in (_UNKNOWN, _CANNOT_DELIVER):
        return
    title = evidence.outcome.calling_ae_title
    is_unknown = answer.status == _UNKNOWN
    severity = Severity.REMARK if is_unknown else Severity.WARNING
    if evidence.is_used_for(ProbeStep.MOVE):
        severity = Severity.FAULT
    meant = "" if title in evidence.own_titles else did_you_mean(title, evidence.own_titles)
    yield Finding(
        FindingCode.MOVE_DESTINATION_UNKNOWN if is_unknown else FindingCode.MOVE_CANNOT_DELIVER,
        severity,
        f"{evidence.peer} does not know {title} as a destination, so it could not move anything to us."
        if is_unknown
        else f"{evidence.peer} knows {title} as a destination, but says that it cannot send there.",
        Confidence.CERTAIN if is_unknown else Confidence.LIKELY,
        (f"C-MOVE of a study that nobody has, to {title}: status {answer.status:04X}.",),
        (
            f"Have {title} entered at {evidence.peer} as a destination: AE title, the address of this computer, and "
            f"our port. {meant}".strip(),
            "Compare each letter of the title, capitals included, and the address and port that it has there.",
            "If it cannot be changed there, retrieve by C-GET.",
        ),
        "" if is_unknown else f"Let {evidence.peer} echo us: if that fails, its way to us is broken.",
    )


def find_in_retrieval(evidence: RetrieveEvidence) -> Iterator[Finding]:
    """At most one: said by its status, or hidden behind "unable to process"."""
    outcome = evidence.outcome
    # pynetdicom 3.0 says so as well when the destination, which it called, turned it away
    is_said = outcome.status == _UNKNOWN and not evidence.called_us
    if not evidence.is_move or not (is_said or (evidence.is_unable and not evidence.called_us)):
        return
    title = outcome.destination
    known = evidence.own_titles if outcome.is_to_us else tuple(one.ae_title for one in evidence.peers)
    meant = "" if title in known else did_you_mean(title, (*evidence.own_titles, *known))
    yield Finding(
        FindingCode.MOVE_DESTINATION_UNKNOWN,
        Severity.FAULT,
        f"{evidence.peer} does not know {title} as a destination, so it sent nothing."
        if is_said
        else f"{evidence.peer} has what was asked for and is unable to move it: most likely it does not know {title} "
        "as a destination, or has another address or port for it.",
        Confidence.CERTAIN if is_said else Confidence.POSSIBLE if evidence.called_us is None else Confidence.LIKELY,
        (evidence.status, evidence.ledger),
        (
            f"Have {title} entered at {evidence.peer} as a destination: AE title, "
            f"{'the address of this computer, and our port' if outcome.is_to_us else 'its address and port'}. "
            f"{meant}".strip(),
            "Compare each letter of the title, capitals included, and the address and port that it has there.",
            *(("If it cannot be changed there, retrieve by C-GET.",) if outcome.is_to_us else ()),
        ),
        ""
        if is_said
        else "Take the move apart (`--unfold`): if the destination answers, it is the title; if not, the way to it.",
    )
