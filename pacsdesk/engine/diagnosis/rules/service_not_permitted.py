"""service-not-permitted: the echo works, and a service is kept from us or offered in another information model."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import BrokenOff, NegotiatedContext, ProbeStep, ServiceAnswer
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.statuses import KEPT_FROM_US

_QUESTIONS = (ProbeStep.FIND, ProbeStep.WORKLIST, ProbeStep.MOVE, ProbeStep.GET)
_SERVICES = (ProbeStep.ECHO, *_QUESTIONS, ProbeStep.COMMITMENT, ProbeStep.MPPS)
_WORDS = {
    ProbeStep.ECHO: "the echo",
    ProbeStep.FIND: "queries (C-FIND)",
    ProbeStep.WORKLIST: "worklist queries",
    ProbeStep.MOVE: "retrieval by C-MOVE",
    ProbeStep.GET: "retrieval by C-GET",
    ProbeStep.COMMITMENT: "storage commitment",
    ProbeStep.MPPS: "performed procedure steps (MPPS)",
}
_TRANSFER_SYNTAXES = 4


def find(evidence: Evidence) -> Iterator[Finding]:
    """One for what was answered so, one for what was not even negotiated."""
    if not evidence.has_association:
        return
    kept = [one for one in evidence.outcome.answers if one.step in _WORDS and _is_kept(one, evidence)]
    if kept:
        yield _kept(evidence, kept)
    if any(one.is_accepted for one in evidence.outcome.contexts):
        yield from _not_negotiated(evidence)


def _is_kept(answer: ServiceAnswer, evidence: Evidence) -> bool:
    if answer.status in KEPT_FROM_US:
        return True
    echo = evidence.outcome.answer(ProbeStep.ECHO)
    has_echoed = echo is not None and echo.status == 0
    return answer.step in _QUESTIONS and has_echoed and answer.broken_off is BrokenOff.ABORTED and not answer.pending


def _kept(evidence: Evidence, kept: list[ServiceAnswer]) -> Finding:
    words = ", ".join(_WORDS[one.step] for one in kept)
    calling = evidence.outcome.calling_ae_title
    is_told = all(one.status is not None for one in kept)
    return Finding(
        FindingCode.SERVICE_NOT_PERMITTED,
        Severity.FAULT,
        f"{evidence.peer} lets us in, but keeps {words} from the AE title {calling}: that is a matter of rights there, "
        "or of the information model, not of the network.",
        Confidence.CERTAIN if is_told else Confidence.LIKELY,
        ("The association was accepted.", *(f"At the step {one.step}: {_seen(one)}." for one in kept)),
        (
            f"Have {calling} allowed {words} in the settings of {evidence.peer}.",
            "If it is allowed there, see whether it serves the study root: some serve the patient root only.",
        ),
        "Ask as a title that may do it (`--calling AE`): if that is answered, it is about the rights of our title.",
    )


def _seen(answer: ServiceAnswer) -> str:
    if answer.status is None:
        return "it aborted the association"
    comment = f" ({answer.comment})" if answer.comment else ""
    return f"status {answer.status:04X}, {KEPT_FROM_US[answer.status]}{comment}"


def _not_negotiated(evidence: Evidence) -> Iterator[Finding]:
    contexts = evidence.outcome.contexts
    missing = [step for step in _SERVICES if _is_refused(step, contexts)]
    used = [step for step in missing if evidence.is_used_for(step)]
    if used:
        yield _not_offered(evidence, used, Severity.FAULT, Confidence.CERTAIN)
        return
    odd = _found_without_query(contexts)
    if odd:
        yield _not_offered(evidence, [ProbeStep.FIND], Severity.WARNING, Confidence.LIKELY)
    elif missing and not evidence.outcome.uses:
        yield _not_offered(evidence, missing, Severity.REMARK, Confidence.LIKELY)


def _is_refused(step: ProbeStep, contexts: tuple[NegotiatedContext, ...]) -> bool:
    of_step = [one for one in contexts if one.step is step and one.is_usual]
    return bool(of_step) and not any(one.is_accepted or one.result == _TRANSFER_SYNTAXES for one in of_step)


def _found_without_query(contexts: tuple[NegotiatedContext, ...]) -> bool:
    """Whether objects can be fetched in an information model in which they cannot be asked for."""

    def roots(step: ProbeStep) -> list[bool]:
        return [one.is_accepted for one in contexts if one.step is step and one.is_usual]

    retrieved = [any(pair) for pair in zip(roots(ProbeStep.MOVE), roots(ProbeStep.GET), strict=False)]
    return any(there and not asked for there, asked in zip(retrieved, roots(ProbeStep.FIND), strict=False))


def _not_offered(evidence: Evidence, steps: list[ProbeStep], severity: Severity, confidence: Confidence) -> Finding:
    words = ", ".join(_WORDS[step] for step in steps)
    wish = " If nobody needs that of it, it is as it should be." if severity is Severity.REMARK else ""
    refused = [one for one in evidence.outcome.contexts if one.step in steps and not one.is_accepted and one.is_usual]
    return Finding(
        FindingCode.SERVICE_NOT_PERMITTED,
        severity,
        f"{evidence.peer} does not offer us {words}, or not in the information model that we ask in.{wish}"
        if any(step in _QUESTIONS for step in steps)
        else f"{evidence.peer} does not offer us {words}.{wish}",
        confidence,
        tuple(
            f"{one.name}: not answered." if one.result is None else f"{one.name}: context result {one.result}."
            for one in refused[:6]
        ),
        (
            f"Turn it on in the settings of {evidence.peer}, and allow it to {evidence.outcome.calling_ae_title}.",
            "See whether it has another AE title or port for it.",
            "If it is not used, say so: enter what is used of it with `pacsdesk peers change NAME --use`.",
        ),
        "Ask as a title that may do it (`--calling AE`): if it is offered then, it is about the rights of our title.",
    )
