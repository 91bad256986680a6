"""unlisted-answer: numbers or bytes that the standard does not have where they came; shown as they are."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import BrokenOff, ProbeStep, ServiceAnswer, Speaks
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.statuses import KEPT_FROM_US, meaning_of

# source and reason, PS3.8 table 9-21
_LISTED = {(1, 1), (1, 2), (1, 3), (1, 7), (2, 1), (2, 2), (3, 1), (3, 2)}
_LISTED_ABORTS = {0, 1, 2, 4, 5, 6}
_PROVIDER, _USER = 2, 0
_SUCCESS, _CANCELLED = 0x0000, 0xFE00
_QUERIES = (ProbeStep.FIND, ProbeStep.WORKLIST)


def find(evidence: Evidence) -> Iterator[Finding]:
    """One for the association, one for statuses of services, one for answers that do not match their question."""
    outcome = evidence.outcome
    strange = [one for one in outcome.answers if one.status is not None and not _is_listed(one, one.status)]
    if strange:
        yield _strange_status(evidence, strange)
    matching = [one for one in outcome.answers if one.pending and one.status in (_SUCCESS, _CANCELLED)]
    if matching:
        yield _matches_all(evidence, matching)
    seen = _seen(evidence)
    if seen is None:
        return
    cause, text = seen
    yield Finding(
        FindingCode.UNLISTED_ANSWER,
        Severity.FAULT,
        cause,
        Confidence.POSSIBLE,
        (text,),
        (
            f"Look into the log of {evidence.peer} at this time.",
            f"See whether it knows us: AE title {evidence.outcome.calling_ae_title}, and the address of this computer.",
            "Give its maker the numbers above.",
        ),
        "Ask as another title that it knows (`--calling AE`): if that is let in, it is about who calls.",
    )


def _is_listed(answer: ServiceAnswer, status: int) -> bool:
    """Whether the service has it, so that what it says is another rule's (PS3.7 9.1.5.1.4, PS3.4 C.4)."""
    if status == _SUCCESS or status in KEPT_FROM_US:
        return True
    if answer.step is ProbeStep.ECHO:
        return False
    if answer.step in _QUERIES:
        was_cancelled = status == _CANCELLED and bool(answer.pending)
        return was_cancelled or bool(meaning_of(status, is_query=True))
    # what an archive says to a retrieval of a study that nobody has is no refusal
    is_of_numbers = status in (0x0210, 0x0212)
    return not is_of_numbers and (
        status == _CANCELLED or status >> 8 in (0x01, 0x02) or status >> 12 in (0xA, 0xB, 0xC)
    )


def _strange_status(evidence: Evidence, strange: list[ServiceAnswer]) -> Finding:
    return Finding(
        FindingCode.UNLISTED_ANSWER,
        Severity.FAULT,
        f"{evidence.peer} ended a request with a status that names no cause, so only its own log knows what it means.",
        Confidence.POSSIBLE,
        tuple(f"At the step {one.step}: status {one.status:04X}. {one.comment}".strip() for one in strange),
        (
            f"Look into the log of {evidence.peer} at this time.",
            "Give its maker the status above.",
        ),
    )


def _matches_all(evidence: Evidence, matching: list[ServiceAnswer]) -> Finding:
    return Finding(
        FindingCode.UNLISTED_ANSWER,
        Severity.REMARK,
        f"{evidence.peer} answers with what was not asked for: asked for a study that nobody has, it found "
        "something, so it ignores the keys that we ask by.",
        Confidence.LIKELY,
        tuple(f"At the step {one.step}: {one.pending} answers." for one in matching),
        (
            "Do not rely on queries there to tell one patient from another by these keys.",
            f"Ask the maker of {evidence.peer} by which keys it matches.",
        ),
    )


def _seen(evidence: Evidence) -> tuple[str, str] | None:
    outcome = evidence.outcome
    reject, abort = outcome.reject, outcome.abort
    if reject is not None and (reject.result not in (1, 2) or (reject.source, reject.reason) not in _LISTED):
        return (
            f"{evidence.peer} rejected the association with numbers that the standard does not have, so only its own "
            "log knows the reason.",
            f"Rejected with result {reject.result}, source {reject.source}, reason {reject.reason}: not listed.",
        )
    if abort is not None and not (abort.source == _PROVIDER and abort.reason in _LISTED_ABORTS):
        known = "its application did so by itself" if abort.source == _USER else "not listed"
        return (
            f"{evidence.peer} aborted the association instead of answering, and the standard has no meaning for how it "
            "said so: only its own log knows the reason.",
            f"Aborted with source {abort.source}, reason {abort.reason}: {known}.",
        )
    is_dicom = outcome.speaks is Speaks.DICOM and reject is None and abort is None
    if is_dicom and not evidence.has_association and outcome.broken_off in (BrokenOff.BROKEN, BrokenOff.CLOSED):
        detail = outcome.step(ProbeStep.ASSOCIATION).detail
        return (
            f"{evidence.peer} gave half an answer, or a broken one, so only its own log knows the reason.",
            f"It began to answer in DICOM, then: {detail}.",
        )
    return None
