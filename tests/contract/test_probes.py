"""The outcome of a probe answers what a face asks of it."""

from datetime import UTC, datetime

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import (
    SERVICE_STEPS,
    ProbeOutcome,
    ProbeState,
    ProbeStep,
    ServiceAnswer,
    StepOutcome,
)
from pacsdesk.contract.types import AETitle


def outcome(*severities: Severity) -> ProbeOutcome:
    findings = tuple(
        Finding(FindingCode.SLOW_PEER, severity, "It is slow.", Confidence.CERTAIN, (), ()) for severity in severities
    )
    return ProbeOutcome(
        peer="CT 1",
        ae_title=AETitle("CT01"),
        host="192.0.2.1",
        port=104,
        calling_ae_title=AETitle("PACSDESK"),
        at=datetime(2026, 1, 1, tzinfo=UTC),
        steps=(StepOutcome(ProbeStep.NAME, ProbeState.DONE, 1.0),),
        answers=(ServiceAnswer(ProbeStep.ECHO, 0),),
        findings=findings,
    )


def test_services_are_the_steps_from_the_echo_on() -> None:
    assert (SERVICE_STEPS[0], SERVICE_STEPS[-1], len(SERVICE_STEPS)) == (ProbeStep.ECHO, ProbeStep.GET, 8)


def test_a_step_that_is_not_there_was_not_reached() -> None:
    assert outcome().step(ProbeStep.NAME).state is ProbeState.DONE
    assert outcome().step(ProbeStep.TCP).state is ProbeState.NOT_REACHED


def test_an_answer_is_found_by_its_step() -> None:
    assert outcome().answer(ProbeStep.ECHO) == ServiceAnswer(ProbeStep.ECHO, 0)
    assert outcome().answer(ProbeStep.FIND) is None


def test_only_faults_are_faults() -> None:
    assert not outcome(Severity.WARNING, Severity.REMARK).has_faults
    assert outcome(Severity.REMARK, Severity.FAULT).has_faults
