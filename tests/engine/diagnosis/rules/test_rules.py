"""Each cause is found from what was seen of it, named first, and told so that a person can act on it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pacsdesk.contract.records.findings import Finding, FindingCode, Severity
from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.contract.records.probes import (
    AbortNumbers,
    AssociationSide,
    BrokenOff,
    NegotiatedContext,
    NoConnection,
    NoTls,
    ProbeOutcome,
    ProbeState,
    ProbeStep,
    RejectNumbers,
    ServiceAnswer,
    Speaks,
    StepOutcome,
)
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.diagnosis.catalog import RETRIEVE_RULES, RULES, diagnose
from pacsdesk.engine.diagnosis.evidence import Evidence, KnownPeer, TakenPort
from pacsdesk.engine.network.scu.proposing import OFFERS
from tests.house.tree import modules

CODES = FindingCode
HEARD = {ProbeStep.ECHO: 0, ProbeStep.FIND: 0, ProbeStep.WORKLIST: 0, ProbeStep.MOVE: 0, ProbeStep.GET: 0}
BEFORE = ProbeOutcome(
    peer="Archive",
    ae_title=AETitle("ARCHIVE"),
    host="192.0.2.7",
    port=104,
    calling_ae_title=AETitle("PACSDESK"),
    at=datetime(2026, 1, 1, tzinfo=UTC),
    steps=tuple(StepOutcome(step, ProbeState.NOT_REACHED) for step in ProbeStep),
    address="192.0.2.7",
)


def healthy(statuses: dict[ProbeStep, int] | None = None, **refused: int) -> ProbeOutcome:
    """Everything offered and answered, but contexts whose names begin so have this result."""
    contexts = tuple(
        NegotiatedContext(
            context_id=number * 2 + 1,
            step=offer.step,
            abstract_syntax=offer.abstract_syntax,
            name=offer.name,
            transfer_syntaxes=offer.transfer_syntaxes,
            result=next(
                (
                    result
                    for name, result in refused.items()
                    if offer.name.replace(",", "").startswith(name.replace("_", " "))
                ),
                0,
            ),
            transfer_syntax=offer.transfer_syntaxes[0],
            as_scp=offer.as_scp,
            is_scp=offer.as_scp,
        )
        for number, offer in enumerate(OFFERS)
    )
    return replace(
        BEFORE,
        steps=tuple(StepOutcome(step, ProbeState.DONE, 2.0) for step in ProbeStep),
        theirs=AssociationSide(16384, "1.2.3", "ARCHIVE 1"),
        speaks=Speaks.DICOM,
        contexts=contexts,
        answers=tuple(ServiceAnswer(step, status) for step, status in {**HEARD, **(statuses or {})}.items()),
    )


def lost(step: ProbeStep, how: BrokenOff) -> ProbeOutcome:
    """Healthy up to one answer."""
    well = healthy()
    answers = [one for one in well.answers if one.step is not step]
    return replace(well, answers=(*answers, ServiceAnswer(step, broken_off=how)))


def matching(step: ProbeStep, number: int) -> ProbeOutcome:
    """Healthy, but what nobody has is found."""
    well = healthy()
    return replace(
        well, answers=tuple(replace(one, pending=number) if one.step is step else one for one in well.answers)
    )


def slow(step: ProbeStep, milliseconds: float) -> ProbeOutcome:
    """Healthy, but one step took long."""
    well = healthy()
    return replace(
        well,
        steps=tuple(replace(one, milliseconds=milliseconds) if one.name is step else one for one in well.steps),
    )


def without_roles() -> ProbeOutcome:
    """C-GET offered, its roles not."""
    well = healthy()
    return replace(well, contexts=tuple(replace(one, is_scp=False) for one in well.contexts))


def first_contexts(number: int) -> ProbeOutcome:
    """Only the first are looked at."""
    well = healthy()
    after = tuple(replace(one, result=2) for one in well.contexts[number:])
    return replace(well, contexts=well.contexts[:number] + after)


def all_refused(result: int) -> ProbeOutcome:
    """An association for nothing."""
    well = healthy()
    return replace(well, contexts=tuple(replace(one, result=result) for one in well.contexts), answers=())


def rejected(result: int, source: int, reason: int) -> ProbeOutcome:
    """An A-ASSOCIATE-RJ."""
    return replace(BEFORE, speaks=Speaks.DICOM, reject=RejectNumbers(result, source, reason))


def aborted(source: int, reason: int) -> ProbeOutcome:
    """An A-ABORT in place of an answer."""
    numbers = AbortNumbers(source, reason)
    return replace(BEFORE, speaks=Speaks.DICOM, broken_off=BrokenOff.ABORTED, abort=numbers, first_bytes="0700")


def broken_off(
    how: BrokenOff, speaks: Speaks = Speaks.NOTHING, first_bytes: str = "", at_once: bool = False
) -> ProbeOutcome:
    """No answer to the request."""
    return replace(BEFORE, broken_off=how, speaks=speaks, first_bytes=first_bytes, closes_at_once=at_once)


def without_tls(problem: NoTls, speaks: Speaks = Speaks.NOTHING) -> ProbeOutcome:
    """No encrypted connection."""
    return replace(BEFORE, tls_problem=problem, speaks=speaks, first_bytes="02" if speaks is Speaks.DICOM else "")


def unconnected(why: NoConnection) -> ProbeOutcome:
    """No connection."""
    return replace(BEFORE, no_connection=why)


SITUATIONS: dict[str, tuple[ProbeOutcome, FindingCode, Severity]] = {
    "refused": (unconnected(NoConnection.REFUSED), CODES.CONNECTION_REFUSED, Severity.FAULT),
    "silence": (unconnected(NoConnection.NO_ANSWER), CODES.NO_ANSWER, Severity.FAULT),
    "silence after connecting": (broken_off(BrokenOff.OVERDUE), CODES.NO_ANSWER, Severity.FAULT),
    "no name": (unconnected(NoConnection.NAME_UNKNOWN), CODES.NAME_NOT_RESOLVED, Severity.FAULT),
    "no route": (unconnected(NoConnection.NO_ROUTE), CODES.NO_ROUTE, Severity.FAULT),
    "closed at once": (broken_off(BrokenOff.CLOSED, at_once=True), CODES.ACCEPTED_THEN_CLOSED, Severity.FAULT),
    "closed after the request": (broken_off(BrokenOff.CLOSED), CODES.MALFORMED_REQUEST, Severity.FAULT),
    "web": (broken_off(BrokenOff.BROKEN, Speaks.HTTP, "48"), CODES.NOT_DICOM_HTTP, Severity.FAULT),
    "a silent web server": (broken_off(BrokenOff.OVERDUE, Speaks.HTTP, "48"), CODES.NOT_DICOM_HTTP, Severity.FAULT),
    "login": (broken_off(BrokenOff.BROKEN, Speaks.SSH, "53"), CODES.NOT_DICOM_OTHER, Severity.FAULT),
    "hl7": (broken_off(BrokenOff.BROKEN, Speaks.HL7, "0b"), CODES.NOT_DICOM_OTHER, Severity.FAULT),
    "noise": (broken_off(BrokenOff.BROKEN, Speaks.OTHER, "ff"), CODES.NOT_DICOM_OTHER, Severity.FAULT),
    "tls": (broken_off(BrokenOff.BROKEN, Speaks.TLS, "1503"), CODES.TLS_EXPECTED, Severity.FAULT),
    "tls that closes": (broken_off(BrokenOff.CLOSED, Speaks.TLS, "1603"), CODES.TLS_EXPECTED, Severity.FAULT),
    "tls to plain": (without_tls(NoTls.PEER_IS_PLAIN), CODES.PLAIN_EXPECTED, Severity.FAULT),
    "tls to plain that closes": (without_tls(NoTls.CLOSED, Speaks.DICOM), CODES.PLAIN_EXPECTED, Severity.FAULT),
    "tls to a web server": (without_tls(NoTls.PEER_IS_PLAIN, Speaks.HTTP), CODES.NOT_DICOM_HTTP, Severity.FAULT),
    "untrusted": (without_tls(NoTls.UNTRUSTED), CODES.CERTIFICATE_UNTRUSTED, Severity.FAULT),
    "expired": (without_tls(NoTls.EXPIRED), CODES.CERTIFICATE_EXPIRED, Severity.FAULT),
    "too early": (without_tls(NoTls.NOT_YET_VALID), CODES.CERTIFICATE_EXPIRED, Severity.FAULT),
    "another name": (without_tls(NoTls.NAME_MISMATCH), CODES.CERTIFICATE_NAME_MISMATCH, Severity.FAULT),
    "our certificate": (
        without_tls(NoTls.CLIENT_CERTIFICATE_REQUIRED),
        CODES.CLIENT_CERTIFICATE_REQUIRED,
        Severity.FAULT,
    ),
    "nothing in common": (without_tls(NoTls.NO_COMMON_VERSION), CODES.TLS_NOTHING_IN_COMMON, Severity.FAULT),
    "half an answer": (broken_off(BrokenOff.CLOSED, Speaks.DICOM, "0200"), CODES.UNLISTED_ANSWER, Severity.FAULT),
    "an answer that dribbles": (broken_off(BrokenOff.OVERDUE, Speaks.DICOM, "02"), CODES.SLOW_PEER, Severity.FAULT),
    "called title": (rejected(1, 1, 7), CODES.CALLED_AE_UNKNOWN, Severity.FAULT),
    "calling title": (rejected(1, 1, 3), CODES.CALLING_AE_UNKNOWN, Severity.FAULT),
    "no reason": (rejected(1, 1, 1), CODES.CALLING_AE_UNKNOWN, Severity.FAULT),
    "congestion": (rejected(2, 3, 1), CODES.SERVER_BUSY, Severity.FAULT),
    "limit": (rejected(2, 3, 2), CODES.SERVER_BUSY, Severity.FAULT),
    "a limit for good": (rejected(1, 3, 2), CODES.SERVER_BUSY, Severity.FAULT),
    "for the moment": (rejected(2, 1, 1), CODES.SERVER_BUSY, Severity.FAULT),
    "application context": (rejected(1, 1, 2), CODES.MALFORMED_REQUEST, Severity.FAULT),
    "version": (rejected(1, 2, 2), CODES.MALFORMED_REQUEST, Severity.FAULT),
    "aborted for a value": (aborted(2, 6), CODES.MALFORMED_REQUEST, Severity.FAULT),
    "aborted for a PDU": (aborted(2, 1), CODES.MALFORMED_REQUEST, Severity.FAULT),
    "aborted by its user": (aborted(0, 0), CODES.UNLISTED_ANSWER, Severity.FAULT),
    "aborted by nobody": (aborted(7, 77), CODES.UNLISTED_ANSWER, Severity.FAULT),
    "rejected by nobody": (rejected(3, 4, 99), CODES.UNLISTED_ANSWER, Severity.FAULT),
    "rejected by a reserved reason": (rejected(1, 1, 4), CODES.UNLISTED_ANSWER, Severity.FAULT),
    "nothing allowed": (all_refused(1), CODES.SOP_CLASS_NOT_ACCEPTED, Severity.FAULT),
    "nothing supported": (all_refused(3), CODES.SOP_CLASS_NOT_ACCEPTED, Severity.FAULT),
    "no CT": (healthy(CT=3), CODES.SOP_CLASS_NOT_ACCEPTED, Severity.WARNING),
    "no ultrasound": (healthy(Ultrasound=3), CODES.SOP_CLASS_NOT_ACCEPTED, Severity.REMARK),
    "a status of its own": (healthy({ProbeStep.FIND: 0x4242}), CODES.UNLISTED_ANSWER, Severity.FAULT),
    "all that it has": (matching(ProbeStep.WORKLIST, 3), CODES.UNLISTED_ANSWER, Severity.REMARK),
    "reset at once": (unconnected(NoConnection.RESET), CODES.ACCEPTED_THEN_CLOSED, Severity.FAULT),
    "no syntax": (healthy(CT=4, MR=4), CODES.TRANSFER_SYNTAX_NOT_ACCEPTED, Severity.FAULT),
    "nothing compressed": (healthy(CT_Image_compressed=4), CODES.TRANSFER_SYNTAX_NOT_ACCEPTED, Severity.REMARK),
    "fetched, not found": (healthy(Study_Root_Find=1), CODES.SERVICE_NOT_PERMITTED, Severity.WARNING),
    "query forbidden": (healthy({ProbeStep.FIND: 0x0124}), CODES.SERVICE_NOT_PERMITTED, Severity.FAULT),
    "query forbidden by PS3.2": (healthy({ProbeStep.FIND: 0x0214}), CODES.SERVICE_NOT_PERMITTED, Severity.FAULT),
    "query aborted": (lost(ProbeStep.FIND, BrokenOff.ABORTED), CODES.SERVICE_NOT_PERMITTED, Severity.FAULT),
    "query not understood": (healthy({ProbeStep.FIND: 0xA900}), CODES.QUERY_REJECTED, Severity.FAULT),
    "too much": (healthy({ProbeStep.FIND: 0xA700}), CODES.QUERY_REJECTED, Severity.FAULT),
    "worklist fails": (healthy({ProbeStep.WORKLIST: 0xC001}), CODES.QUERY_REJECTED, Severity.FAULT),
    "no destination": (healthy({ProbeStep.MOVE: 0xA801}), CODES.MOVE_DESTINATION_UNKNOWN, Severity.REMARK),
    "no way to us": (healthy({ProbeStep.MOVE: 0xA702}), CODES.MOVE_CANNOT_DELIVER, Severity.WARNING),
    "no roles": (without_roles(), CODES.GET_ROLES_REFUSED, Severity.FAULT),
    "few contexts": (first_contexts(12), CODES.GET_ROLES_REFUSED, Severity.FAULT),
    "closed at the echo": (lost(ProbeStep.ECHO, BrokenOff.CLOSED), CODES.ABORTED_IN_TRANSFER, Severity.FAULT),
    "garbage at the query": (lost(ProbeStep.FIND, BrokenOff.BROKEN), CODES.ABORTED_IN_TRANSFER, Severity.FAULT),
    "silent at the query": (lost(ProbeStep.FIND, BrokenOff.OVERDUE), CODES.SLOW_PEER, Severity.FAULT),
    "slow echo": (slow(ProbeStep.ECHO, 1500), CODES.SLOW_PEER, Severity.WARNING),
    "slow line": (slow(ProbeStep.TCP, 900), CODES.SLOW_PEER, Severity.WARNING),
    "any title": (replace(healthy(), any_title_accepted=True), CODES.ANY_CALLED_AE_ACCEPTED, Severity.REMARK),
}  # fmt: skip  # one a line: a table


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_cause_is_named_first(situation: str) -> None:
    outcome, code, severity = SITUATIONS[situation]
    first = diagnose(Evidence(outcome))[0]
    assert (first.code, first.severity) == (code, severity)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_a_finding_says_who_what_and_what_to_do(situation: str) -> None:
    for finding in diagnose(Evidence(SITUATIONS[situation][0])):
        for sentence in (finding.cause, *finding.evidence, *finding.repair):
            assert sentence[0].isupper(), sentence
            assert sentence[-1] in ".”?", sentence
            assert "  " not in sentence
        assert finding.evidence
        assert finding.repair


def test_of_a_healthy_peer_nothing_is_found() -> None:
    assert diagnose(Evidence(healthy())) == ()


def test_of_a_probe_that_was_stopped_nothing_is_said() -> None:
    assert diagnose(Evidence(replace(unconnected(NoConnection.REFUSED), is_stopped=True))) == ()


@pytest.mark.parametrize(
    ("outcome", "used", "code"),
    [
        (healthy(Study_Root_Find=3, Patient_Root_Find=3), ProbeStep.FIND, CODES.SERVICE_NOT_PERMITTED),
        (healthy(Modality_Worklist=3), ProbeStep.WORKLIST, CODES.SERVICE_NOT_PERMITTED),
        (healthy(Storage_Commitment=1), ProbeStep.COMMITMENT, CODES.SERVICE_NOT_PERMITTED),
        (healthy({ProbeStep.MOVE: 0xA801}), ProbeStep.MOVE, CODES.MOVE_DESTINATION_UNKNOWN),
    ],
)
def test_what_a_peer_is_used_for_is_a_fault_when_it_is_missing(
    outcome: ProbeOutcome, used: ProbeStep, code: FindingCode
) -> None:
    first = diagnose(Evidence(replace(outcome, uses=(used,))))[0]
    assert (first.code, first.severity) == (code, Severity.FAULT)


def test_a_peer_without_storage_is_at_fault_only_when_it_is_used_for_it() -> None:
    bare = healthy()
    bare = replace(
        bare, contexts=tuple(replace(one, result=3) if one.step is ProbeStep.STORE else one for one in bare.contexts)
    )
    assert diagnose(Evidence(bare))[0].severity is Severity.REMARK
    assert diagnose(Evidence(replace(bare, uses=(ProbeStep.STORE,))))[0].severity is Severity.FAULT


def test_a_retrieval_of_nothing_that_orthanc_calls_unable_to_process_is_no_fault() -> None:
    assert diagnose(Evidence(healthy({ProbeStep.MOVE: 0xC000, ProbeStep.GET: 0xC000}))) == ()


@pytest.mark.parametrize("problem", NoTls)
def test_every_problem_of_tls_has_its_words(problem: NoTls) -> None:
    (found,) = diagnose(Evidence(without_tls(problem), tls=TlsMode.TLS))
    assert "{" not in " ".join((found.cause, *found.repair))


def _said(finding: Finding) -> str:
    return " ".join((finding.cause, *finding.evidence, *finding.repair))


def test_the_nearest_registered_title_is_proposed() -> None:
    peers = (KnownPeer("Archive", "ARCHIVE", "192.0.2.7", 104), KnownPeer("Old archive", "Archive1", "192.0.2.8", 104))
    assert "Did you mean 'Archive1'?" in _said(diagnose(Evidence(rejected(1, 1, 7), peers=peers))[0])


def test_the_nearest_of_our_own_titles_is_proposed_when_we_called_as_another() -> None:
    outcome = replace(rejected(1, 1, 3), calling_ae_title=AETitle("PACSDSEK"))
    assert "Did you mean 'PACSDESK'?" in _said(diagnose(Evidence(outcome, own_titles=("PACSDESK",)))[0])


def test_ports_of_other_peers_at_the_same_host_are_proposed() -> None:
    peers = (KnownPeer("Archive", "ARCHIVE", "192.0.2.7", 104), KnownPeer("Its other AE", "STORE", "192.0.2.7", 11112))
    assert "11112" in _said(diagnose(Evidence(unconnected(NoConnection.REFUSED), peers=peers))[0])


def test_a_firewall_is_told_from_a_wrong_address_by_the_ping() -> None:
    silent = unconnected(NoConnection.NO_ANSWER)
    pinged = replace(
        silent,
        steps=tuple(
            replace(one, state=ProbeState.DONE, detail="answered") if one.name is ProbeStep.PING else one
            for one in silent.steps
        ),
    )
    assert "firewall there or on the way" in diagnose(Evidence(pinged))[0].cause
    assert "has another address by now" in diagnose(Evidence(silent))[0].cause


def test_a_listener_of_ours_without_its_port_is_a_warning_after_the_faults() -> None:
    taken = (TakenPort("PACSDESK", "0.0.0.0", 104, "orthanc (process 4711)"),)
    found = diagnose(Evidence(unconnected(NoConnection.REFUSED), taken_ports=taken))
    assert [one.code for one in found] == [CODES.CONNECTION_REFUSED, CODES.PORT_IN_USE]
    assert "orthanc (process 4711)" in found[1].cause


def test_tls_to_a_peer_that_is_entered_with_it_is_expected() -> None:
    outcome = broken_off(BrokenOff.BROKEN, Speaks.TLS, "1503")
    assert CODES.TLS_EXPECTED not in [one.code for one in diagnose(Evidence(outcome, tls=TlsMode.TLS))]


def test_every_rule_is_in_the_catalogue() -> None:
    listed = {rule.__module__.rpartition(".")[2] for rule in (*RULES, *RETRIEVE_RULES)}
    assert listed == set(modules("pacsdesk/engine/diagnosis/rules"))
