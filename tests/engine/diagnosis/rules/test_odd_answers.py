"""Answers that no standard foresees: each step that failed has a finding, and none is taken for something else."""

from dataclasses import replace

import pytest

from pacsdesk.contract.records.findings import FindingCode, Severity
from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.contract.records.probes import BrokenOff, NoTls, ProbeOutcome, ProbeState, ProbeStep, Speaks, StepOutcome
from pacsdesk.engine.diagnosis.catalog import diagnose
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.network.scu.words import state_of
from tests.engine.diagnosis.rules.test_rules import BEFORE, healthy, rejected

CODES = FindingCode
# one of each kind that PS3.7 annex C and PS3.4 have, and some that nobody has
STATUSES = (0x0105, 0x0107, 0x0110, 0x0112, 0x0117, 0x0122, 0x0124, 0x0210, 0x0211, 0x0212, 0x0213, 0x1234, 0x7777)
SERVICES = (0xA700, 0xA702, 0xA801, 0xA900, 0xB000, 0xC000, 0xC123, 0xFE00)


def codes(outcome: ProbeOutcome, tls: TlsMode = TlsMode.PLAIN) -> list[str]:
    return [str(one.code) for one in diagnose(Evidence(outcome, tls)) if one.severity is not Severity.REMARK]


@pytest.mark.parametrize("step", [ProbeStep.ECHO, ProbeStep.FIND, ProbeStep.WORKLIST])
@pytest.mark.parametrize("status", [*STATUSES, *SERVICES])
def test_no_status_but_success_goes_unnamed(step: ProbeStep, status: int) -> None:
    assert codes(healthy({step: status})) != []


@pytest.mark.parametrize("step", [ProbeStep.MOVE, ProbeStep.GET])
@pytest.mark.parametrize("status", [0x0110, 0x0122, 0x0124, 0x0210, 0x0212, 0x1234, 0x7777, 0xA900])
def test_a_retrieval_that_was_refused_is_named(step: ProbeStep, status: int) -> None:
    outcome = healthy({step: status})
    assert [state_of(one) for one in outcome.answers if one.step is step] == [ProbeState.REFUSED]
    assert codes(outcome) != []


def test_a_program_that_says_back_what_we_said_is_no_dicom_service() -> None:
    ours = replace(BEFORE, broken_off=BrokenOff.BROKEN, speaks=Speaks.DICOM, first_bytes="0100000000cd0001")
    assert codes(ours)[0] == CODES.NOT_DICOM_OTHER


def test_half_an_acceptance_is_still_taken_for_dicom() -> None:
    half = replace(BEFORE, broken_off=BrokenOff.BROKEN, speaks=Speaks.DICOM, first_bytes="0200000000ba0001")
    assert codes(half) == [CODES.UNLISTED_ANSWER]


def test_contexts_that_were_agreed_in_syntaxes_of_its_own_are_no_refusal() -> None:
    well = healthy()
    odd = tuple(replace(one, result=0, transfer_syntax="") for one in well.contexts)
    outcome = replace(well, contexts=odd, answers=())
    assert all(not one.is_accepted for one in odd)
    assert codes(outcome) == [CODES.TRANSFER_SYNTAX_NOT_ACCEPTED]


def test_behind_a_title_that_is_said_to_be_unknown_may_be_a_caller_that_it_does_not_serve() -> None:
    (finding,) = diagnose(Evidence(rejected(1, 1, 7)))
    assert "Have PACSDESK entered there for ARCHIVE." in finding.repair[-1]


@pytest.mark.parametrize(("tls", "expected"), [(TlsMode.PLAIN, False), (TlsMode.TLS, True)])
def test_where_tls_ends_before_the_service_it_is_told_to_look_behind(tls: TlsMode, expected: bool) -> None:
    closed = replace(BEFORE, broken_off=BrokenOff.CLOSED, speaks=Speaks.NOTHING)
    (finding,) = diagnose(Evidence(closed, tls))
    assert any("stunnel" in step for step in finding.repair) is expected


def test_a_peer_without_an_echo_is_not_told_of_information_models() -> None:
    (finding,) = diagnose(Evidence(replace(healthy(Verification=3), uses=(ProbeStep.ECHO,))))
    assert finding.cause == "Archive does not offer us the echo."


def test_silence_to_tls_and_to_dicom_is_no_answer_and_not_a_plain_port() -> None:
    silent = replace(BEFORE, tls_problem=NoTls.NO_ANSWER, speaks=Speaks.NOTHING)
    assert codes(silent, TlsMode.TLS) == [CODES.NO_ANSWER]
    assert codes(replace(silent, speaks=Speaks.DICOM), TlsMode.TLS) == [CODES.PLAIN_EXPECTED]


def test_who_ends_each_connection_does_not_do_so_because_of_tls() -> None:
    closed = replace(BEFORE, tls_problem=NoTls.CLOSED, speaks=Speaks.NOTHING)
    assert codes(replace(closed, closes_at_once=True), TlsMode.TLS) == [CODES.ACCEPTED_THEN_CLOSED]
    assert codes(closed, TlsMode.TLS) == [CODES.PLAIN_EXPECTED]


@pytest.mark.parametrize(
    ("detail", "word"),
    [("its certificate is not trusted: EE certificate key too weak", "weak"), ("self-signed certificate", "ours")],
)
def test_a_certificate_that_is_too_weak_is_told_from_one_that_nobody_knows(detail: str, word: str) -> None:
    steps = tuple(
        StepOutcome(one.name, ProbeState.FAILED, 3.0, detail) if one.name is ProbeStep.TLS else one
        for one in BEFORE.steps
    )
    outcome = replace(BEFORE, steps=steps, tls_problem=NoTls.UNTRUSTED, speaks=Speaks.TLS)
    (finding,) = diagnose(Evidence(outcome, TlsMode.TLS))
    assert finding.code == CODES.CERTIFICATE_UNTRUSTED
    assert word in finding.cause
