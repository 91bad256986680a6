"""slow-peer: everything works, and takes so long that images will not come in time."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import BrokenOff, ProbeState, ProbeStep, Speaks, StepOutcome
from pacsdesk.engine.diagnosis.evidence import Evidence

# an echo has some hundred bytes and asks nothing of a database: over a satellite it takes 0.6 s
_SLOW_MS = {
    ProbeStep.NAME: 1500.0,
    ProbeStep.TCP: 800.0,
    ProbeStep.ASSOCIATION: 3000.0,
    ProbeStep.ECHO: 1000.0,
    ProbeStep.FIND: 5000.0,
    ProbeStep.WORKLIST: 5000.0,
}
_NETWORK = (ProbeStep.NAME, ProbeStep.TCP)


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one: how long steps took that were done; or an answer that had begun and did not end."""
    outcome = evidence.outcome
    if outcome.broken_off is BrokenOff.OVERDUE and outcome.speaks is Speaks.DICOM:
        yield _finding(evidence, [outcome.step(ProbeStep.ASSOCIATION)], Severity.FAULT)
        return
    slow = [
        step
        for step in outcome.steps
        if step.state is ProbeState.DONE and step.milliseconds > _SLOW_MS.get(step.name, float("inf"))
    ]
    if slow:
        yield _finding(evidence, slow, Severity.WARNING)


def _finding(evidence: Evidence, slow: list[StepOutcome], severity: Severity) -> Finding:
    is_network = any(step.name in _NETWORK for step in slow)
    where = "the way there is slow" if is_network else "its program is slow, the way there is not"
    tcp = evidence.outcome.step(ProbeStep.TCP)
    return Finding(
        FindingCode.SLOW_PEER,
        severity,
        f"{evidence.peer} began to answer and did not come to an end in time: {where}."
        if severity is Severity.FAULT
        else f"{evidence.peer} answers slowly: {where}.",
        Confidence.LIKELY,
        (
            *(f"The step {step.name} took {step.milliseconds:.0f} ms." for step in slow),
            f"The connection itself took {tcp.milliseconds:.0f} ms.",
        ),
        (
            f"See how busy the computer of {evidence.peer} is: processor, disk, database.",
            "If the connection itself is slow: look at network cards that do not agree on speed and duplex, at "
            "wireless parts and at what else uses the line.",
            "If names take long: enter the address, or put this computer into the name server that the peer asks.",
        ),
        "Repeat it some times: if it is slow only now and then, look at who else works then.",
    )
