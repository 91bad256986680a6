"""mpps-refused: a peer refuses to take the beginning, or a change, of a performed procedure step. Pure.

What this program told the same peer before is evidence: a step that was ended here cannot be ended again.
"""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.performed_steps import PerformedOutcome, PerformedStatus, StepOperation
from pacsdesk.engine.diagnosis.requests.reasons import meaning_of_refusal

_FAILED, _DUPLICATE, _UNKNOWN_INSTANCE = 0x0110, 0x0111, 0x0112
_VALUES = frozenset({0x0105, 0x0106, 0x0115, 0x0120, 0x0121})
_NOT_OURS = frozenset({0x0124, 0x0118, 0x0122, 0x0211})


def findings_of_refusal(outcome: PerformedOutcome, before: PerformedStatus | None) -> tuple[Finding, ...]:
    """() when it was taken. before: what the peer took of us last about this step, None for nothing."""
    if outcome.status is None or outcome.is_done:
        return ()
    return tuple(_of_create(outcome) if outcome.operation is StepOperation.CREATE else _of_set(outcome, before))


def _of_create(outcome: PerformedOutcome) -> Iterator[Finding]:
    status = outcome.status
    if status == _DUPLICATE:
        yield _finding(
            outcome,
            "it has a step of this UID already: the same beginning was told before, by us or by a device that uses its "
            "UIDs twice",
            Confidence.CERTAIN,
            ("Begin another step, under a new UID.", "At a device: have its maker see how it makes UIDs."),
        )
    elif status == _UNKNOWN_INSTANCE:  # PS3.2 prints it for 0122
        yield from _not_ours(outcome)
    else:
        yield from _other(outcome)


def _of_set(outcome: PerformedOutcome, before: PerformedStatus | None) -> Iterator[Finding]:
    status, peer = outcome.status, outcome.peer
    if before in (PerformedStatus.COMPLETED, PerformedStatus.DISCONTINUED) and status not in _NOT_OURS:
        yield _finding(
            outcome,
            "the step is over",
            Confidence.CERTAIN,
            ("Nothing is wrong there: begin another step to try it again.",),
            more=f"It took {before} from us before, and a step that is over is not changed any more (PS3.4 F.7.2.2.2).",
        )
    elif status == _FAILED:
        yield _finding(
            outcome,
            "it says only that processing failed",
            Confidence.LIKELY,
            (
                f"See in {peer} whether the examination is closed: then it is as it should be.",
                f"Else look into the log of {peer} at this time.",
            ),
            "Begin a step under a new UID and end it: if that is taken, the other one was over.",
            "Most answer so to a step that is completed or discontinued already.",
        )
    elif status == _UNKNOWN_INSTANCE:
        yield _finding(
            outcome,
            "it knows no step of this UID: its beginning (N-CREATE) never arrived, went to another system, or was "
            "deleted"
            if before is None
            else "it took the beginning of this step from us and does not know it any more",
            Confidence.CERTAIN if before is None else Confidence.LIKELY,
            (
                "Tell the beginning first, to the same system and AE title, then the end.",
                "At a device: see that both go to the same destination, and that no router on the way lost the first.",
            ),
        )
    else:
        yield from _other(outcome)


def _other(outcome: PerformedOutcome) -> Iterator[Finding]:
    assert outcome.status is not None, "only answers come here"
    if outcome.status in _VALUES:
        yield _finding(
            outcome,
            f"{meaning_of_refusal(outcome.status)}",
            Confidence.CERTAIN,
            (
                "Compare what was sent, value by value, with its conformance statement: it must list what it needs.",
                "Fill in what an order has: accession number, requested procedure ID, scheduled step ID, patient ID; "
                "some take no examination without an order.",
                f"Look into the log of {outcome.peer} at this time: it names the attribute.",
            ),
            "Report a step of an order that stands in its worklist: if that is taken, it was about the order.",
        )
    elif outcome.status in _NOT_OURS:
        yield from _not_ours(outcome)
    else:
        yield _finding(
            outcome,
            meaning_of_refusal(outcome.status),
            Confidence.POSSIBLE,
            (f"Look into the log of {outcome.peer} at this time: a program that refuses writes why.",),
        )


def _not_ours(outcome: PerformedOutcome) -> Iterator[Finding]:
    yield _finding(
        outcome,
        "it agreed to the service, but does not take it from us, or does not have it switched on",
        Confidence.LIKELY,
        (f"Have performed procedure steps (MPPS) permitted at {outcome.peer} for {outcome.calling_ae_title}.",),
    )


def _finding(
    outcome: PerformedOutcome,
    why: str,
    confidence: Confidence,
    repair: tuple[str, ...],
    further_test: str = "",
    more: str = "",
) -> Finding:
    """more: a sentence after the cause."""
    assert outcome.status is not None, "only answers come here"
    said = f" It says: “{outcome.comment}”." if outcome.comment else ""
    cause = f"{outcome.peer} refused the change of the performed step: {why}."
    if outcome.operation is StepOperation.CREATE:
        cause = f"{outcome.peer} refused the beginning of the performed step: {why}."
    return Finding(
        FindingCode.MPPS_REFUSED,
        Severity.FAULT,
        f"{cause} {more}".strip(),
        confidence,
        (
            f"Status {outcome.status:04X}: {meaning_of_refusal(outcome.status)}.{said}",
            f"It was asked as {outcome.calling_ae_title}, about the step {outcome.sop_instance_uid}.",
        ),
        repair,
        further_test,
    )
