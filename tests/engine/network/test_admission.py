"""Who may call: each rule with the code that it answers."""

from dataclasses import replace

import pytest

from pacsdesk.contract.records.peers import Peer, PeerService, TlsMode, UsedService
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.admission import Admitted, OwnTitle, admit, rejection_of_contexts
from pacsdesk.engine.network.association import Caller, ProposedContext, Rejection
from pacsdesk.engine.network.negotiation import negotiate
from pacsdesk.engine.network.scp.echo import VERIFICATION_SOP_CLASS, EchoService

CALLER = Caller("CT01", "PACSDESK", "10.0.0.7")
LOCAL = replace(CALLER, address="127.0.0.1")
OWN = (
    OwnTitle(AETitle("PACSDESK"), (AETitle("OLDNAME"),)),
    OwnTitle(AETitle("RESEARCH"), provides=frozenset({PeerService.STORE})),
)
ECHO = UsedService.ECHO
PEER = Peer("CT 1", AETitle("CT01"), "10.0.0.7", None)


def decide(
    caller: Caller = CALLER, peer: Peer | None = None, title_is_known: bool = False, accept_unknown: bool = False
) -> Admitted | Rejection:
    return admit(caller, OWN, peer, title_is_known, accept_unknown)


def codes(decision: Admitted | Rejection) -> tuple[int, int, int]:
    assert isinstance(decision, Rejection)
    return decision.result, decision.source, decision.reason


def test_a_known_peer_may_do_what_it_is_allowed() -> None:
    assert decide(peer=PEER) == Admitted(PEER, frozenset({PeerService.ECHO, PeerService.STORE}))


def test_a_blocked_caller_is_as_unknown_as_any_and_nobody_hears_of_it() -> None:
    blocked = replace(PEER, allow=())
    for called in ("PACSDESK", "WRONG"):
        decision = decide(replace(CALLER, called_ae_title=called), blocked, accept_unknown=True)
        assert (codes(decision), isinstance(decision, Rejection) and decision.is_quiet) == ((1, 1, 3), True)


@pytest.mark.parametrize("peer", [PEER, replace(PEER, allow=(), port=104), replace(PEER, allow=(), uses=(ECHO,))])
def test_who_may_something_or_is_called_is_not_blocked(peer: Peer) -> None:
    assert not peer.is_blocked


def test_a_wrong_called_title_is_answered_1_1_7_even_to_a_known_peer() -> None:
    assert codes(decide(replace(CALLER, called_ae_title="pacsdesk"), PEER)) == (1, 1, 7)


def test_an_unknown_caller_is_answered_1_1_3() -> None:
    assert codes(decide()) == (1, 1, 3)


def test_a_known_title_from_another_address_is_refused_with_the_address_named() -> None:
    decision = decide(title_is_known=True)
    assert isinstance(decision, Rejection)
    assert "10.0.0.7" in decision.why


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "127.8.9.1"])
def test_an_unknown_caller_on_loopback_is_let_in_when_the_setting_says_so(address: str) -> None:
    decision = decide(replace(CALLER, address=address), accept_unknown=True)
    assert decision == Admitted(None, frozenset({PeerService.ECHO, PeerService.STORE}))


@pytest.mark.parametrize("address", ["10.0.0.7", "::", "", "localhost"])
def test_an_unknown_caller_from_elsewhere_stays_refused_whatever_the_setting(address: str) -> None:
    assert codes(decide(replace(CALLER, address=address), accept_unknown=True)) == (1, 1, 3)


def test_a_peer_entered_for_tls_is_refused_without() -> None:
    assert codes(decide(peer=replace(PEER, tls=TlsMode.TLS))) == (1, 1, 3)


def test_a_caller_that_may_nothing_of_what_it_asks_is_answered_1_1_3() -> None:
    proposed = [ProposedContext(1, VERIFICATION_SOP_CLASS, ("1.2.840.10008.1.2",))]
    rejection = rejection_of_contexts(negotiate(proposed, [EchoService()], frozenset({PeerService.STORE})))
    assert rejection
    assert codes(rejection) == (1, 1, 3)


def test_an_association_without_any_context_of_ours_stands() -> None:
    proposed = [ProposedContext(1, "1.2.3", ("1.2.840.10008.1.2",))]
    assert rejection_of_contexts(negotiate(proposed, [EchoService()], frozenset(PeerService))) is None


def helps(decision: Admitted | Rejection) -> bool:
    assert isinstance(decision, Rejection)
    return decision.an_entry_helps


@pytest.mark.parametrize("title_is_known", [False, True])
def test_an_entry_lets_in_who_is_not_entered(title_is_known: bool) -> None:
    assert helps(decide(title_is_known=title_is_known))


def test_no_entry_lets_in_who_calls_another_title_or_without_tls() -> None:
    wrong_title = decide(replace(CALLER, called_ae_title="WRONG"))
    without_tls = decide(peer=replace(PEER, tls=TlsMode.TLS))
    assert (helps(wrong_title), helps(without_tls)) == (False, False)


def test_who_calls_another_title_is_told_to_change_it() -> None:
    decision = decide(replace(CALLER, called_ae_title="WRONG"))
    assert isinstance(decision, Rejection)
    assert "'WRONG'" in decision.why and "change the called AE title" in decision.why


def test_who_calls_an_alias_may_the_same() -> None:
    assert decide(replace(CALLER, called_ae_title="OLDNAME"), PEER) == decide(peer=PEER)


def test_a_further_title_provides_what_it_was_given() -> None:
    decision = decide(replace(CALLER, called_ae_title="RESEARCH"), PEER)
    assert isinstance(decision, Admitted)
    assert decision.provides == {PeerService.STORE}


def test_who_calls_no_title_of_ours_is_told_all_but_the_aliases() -> None:
    decision = decide(replace(CALLER, called_ae_title="WRONG"))
    assert isinstance(decision, Rejection)
    assert ("'PACSDESK' or 'RESEARCH'" in decision.why, "OLDNAME" in decision.why) == (True, False)
