"""What rules propose to change of our own: from what is entered, each with what differs, and nothing where we know
nothing."""

import socket
from dataclasses import replace

from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.findings import FindingCode, Severity
from pacsdesk.contract.records.peers import Peer, TlsMode
from pacsdesk.contract.records.probes import NoConnection, NoTls, ProbeOutcome, ProbeStep, RejectNumbers, Speaks
from pacsdesk.contract.records.proposals import Proposal, ProposalKind
from pacsdesk.contract.records.registry import FieldChange
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.diagnosis.catalog import diagnose
from pacsdesk.engine.diagnosis.evidence import Evidence, KnownPeer, TakenPort
from pacsdesk.engine.network.port_owner import free_port_after
from tests.engine.diagnosis.rules.test_rules import BEFORE, healthy
from tests.support.network import LOOPBACK

ENTRY = Peer("Archive", AETitle("ARCHIVE"), "192.0.2.7", 104)
ITSELF = KnownPeer("Archive", "ARCHIVE", "192.0.2.7", 104)
UNKNOWN_TITLE = replace(BEFORE, reject=RejectNumbers(1, 1, 7))
REFUSED = replace(BEFORE, no_connection=NoConnection.REFUSED)


def proposals(outcome: ProbeOutcome, *others: KnownPeer, entry: Peer = ENTRY) -> tuple[Proposal, ...]:
    """Those of the first finding."""
    return diagnose(Evidence(outcome, entry.tls, (ITSELF, *others), entry=entry))[0].proposals


def changes(found: tuple[Proposal, ...]) -> list[tuple[FieldChange, ...]]:
    return [one.changes for one in found]


def test_a_wrong_called_title_is_proposed_as_what_is_entered_at_the_same_host() -> None:
    (found,) = proposals(UNKNOWN_TITLE, KnownPeer("Its sender", "ARCH_2", "192.0.2.7", 0))
    assert found.changes == (FieldChange("ae_title", "ARCHIVE", "ARCH_2"),)
    assert found.text == "Call Archive as ARCH_2: Its sender is entered with it for the same host."
    assert found.peer is not None
    assert (found.peer.before, found.peer.after) == (ENTRY, replace(ENTRY, ae_title=AETitle("ARCH_2")))


def test_what_would_make_it_the_same_as_another_entry_is_not_proposed() -> None:
    assert proposals(UNKNOWN_TITLE, KnownPeer("Archive 2", "ARCHIV", "192.0.2.7", 104)) == ()


def test_the_nearest_title_is_proposed_each_once() -> None:
    found = proposals(UNKNOWN_TITLE, KnownPeer("A", "ARCHIV", "192.0.2.9", 104), KnownPeer("B", "XRAY", "", 0))
    assert changes(found) == [(FieldChange("ae_title", "ARCHIVE", "ARCHIV"),)]


def test_without_any_title_that_is_like_it_nothing_is_proposed() -> None:
    assert proposals(UNKNOWN_TITLE, KnownPeer("B", "XRAY", "192.0.2.9", 104)) == ()


def test_a_refused_connection_is_proposed_at_the_ports_that_are_known_then_at_usual_ones() -> None:
    found = proposals(REFUSED, KnownPeer("Beside", "CT", "192.0.2.7", 4242))
    assert [one.after for proposal in found for one in proposal.changes] == ["4242", "11112"]
    assert [one.text.endswith("this is a guess.") for one in found] == [False, True]


def test_our_own_port_is_no_guess_for_a_peer_on_this_computer() -> None:
    entry = replace(ENTRY, port=4242)
    evidence = Evidence(REFUSED, entry=entry, is_own_computer=True, own_ports=(11112,))
    assert [one.changes[0].after for one in diagnose(evidence)[0].proposals] == ["104"]


def test_a_host_that_is_not_known_is_proposed_as_the_nearest() -> None:
    entry = replace(ENTRY, host="archive.hospital.exampel")
    outcome = replace(BEFORE, host=entry.host, no_connection=NoConnection.NAME_UNKNOWN)
    (found,) = proposals(outcome, KnownPeer("CT", "CT", "archive.hospital.example", 104), entry=entry)
    assert found.changes == (FieldChange("host", "archive.hospital.exampel", "archive.hospital.example"),)


def test_tls_is_proposed_where_it_is_expected() -> None:
    assert changes(proposals(replace(BEFORE, speaks=Speaks.TLS))) == [(FieldChange("tls", "plain", "tls"),)]


def test_the_port_for_tls_is_proposed_before_doing_without() -> None:
    outcome = replace(BEFORE, tls_problem=NoTls.PEER_IS_PLAIN, speaks=Speaks.DICOM)
    found = proposals(outcome, entry=replace(ENTRY, tls=TlsMode.TLS))
    assert changes(found) == [(FieldChange("port", "104", "2762"),), (FieldChange("tls", "tls", "plain"),)]


def test_our_certificate_is_shown_to_who_wants_it() -> None:
    outcome = replace(BEFORE, tls_problem=NoTls.CLIENT_CERTIFICATE_REQUIRED, speaks=Speaks.TLS)
    found = proposals(outcome, entry=replace(ENTRY, tls=TlsMode.TLS))
    assert changes(found) == [(FieldChange("tls", "tls", "mutual"),)]


def test_a_title_of_ours_whose_port_is_taken_gets_a_free_one() -> None:
    ae = OwnAE(AETitle("STUDY"), 4242)
    taken = TakenPort("STUDY", "0.0.0.0", 4242, "orthanc (process 1)", ae, 4243)
    found = diagnose(Evidence(REFUSED, entry=ENTRY, taken_ports=(taken,)))[-1].proposals
    assert [(one.kind, one.changes) for one in found] == [(ProposalKind.AE, (FieldChange("port", "4242", "4243"),))]


def test_nothing_is_proposed_without_an_entry() -> None:
    for outcome in (UNKNOWN_TITLE, REFUSED, replace(BEFORE, speaks=Speaks.TLS)):
        assert diagnose(Evidence(outcome, peers=(ITSELF,)))[0].proposals == ()


def test_an_archive_that_shall_move_to_us_needs_a_listener_that_it_reaches() -> None:
    used = replace(healthy(), uses=(ProbeStep.MOVE,))
    evidence = Evidence(used, entry=ENTRY, own_hosts=("127.0.0.1", "127.0.0.1"))
    (finding,) = diagnose(evidence)
    assert (finding.code, finding.severity) == (FindingCode.MOVE_CANNOT_DELIVER, Severity.WARNING)
    (found,) = finding.proposals
    assert (found.name, found.needs_restart) == ("dicom.host", True)
    assert found.changes == (FieldChange("dicom.host", "127.0.0.1", "0.0.0.0"),)
    for otherwise in (
        replace(evidence, own_hosts=("127.0.0.1", "192.0.2.5")),
        replace(evidence, is_own_computer=True),
        replace(evidence, outcome=replace(used, uses=(ProbeStep.FIND,))),
        replace(evidence, own_hosts=()),
    ):
        assert diagnose(otherwise) == ()


def test_a_port_that_is_taken_is_passed_over() -> None:
    with socket.create_server((LOOPBACK, 0)) as listening:
        taken = int(listening.getsockname()[1])
        assert free_port_after(LOOPBACK, taken - 1) not in (0, taken)
    assert free_port_after(LOOPBACK, 65535) == 0
