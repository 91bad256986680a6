"""Who gets in, seen from the callers' side: real associations and answers, and what is listed of those refused."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydicom.uid import CTImageStorage
from pynetdicom import AE
from pynetdicom.pdu_primitives import A_ASSOCIATE, UserIdentityNegotiation

from pacsdesk.contract.errors import InvalidInput, Refused
from pacsdesk.contract.records.associations import AssociationFilter
from pacsdesk.contract.records.engine import ListenerState
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer, PeerService
from pacsdesk.contract.records.security import AuditOutcome
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.limits import NetworkLimits
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER, ListeningSite, listening_site
from tests.engine.network.sending import EXPLICIT, Sender, sender
from tests.support.network import LOOPBACK, free_port
from tests.support.peers import dcmtk

VERIFICATION = "1.2.840.10008.1.1"
ECHO: list[tuple[str, str | list[str]]] = [(VERIFICATION, EXPLICIT)]
STORE: list[tuple[str, str | list[str]]] = [(CTImageStorage, EXPLICIT)]


def rejection(open_sender: Sender) -> tuple[int | None, int | None, int | None]:
    """Result, source and reason of the A-ASSOCIATE-RJ that a sender got."""
    answer = open_sender.association.acceptor.primitive
    assert isinstance(answer, A_ASSOCIATE)
    return answer.result, answer.result_source, answer.diagnostic


def call(site: ListeningSite, calling: str = KNOWN, called: str = OWN_TITLE) -> tuple[int | None, ...]:
    """Ask for an echo association; the rejection, which must come."""
    with sender(site.port, ECHO, calling, called) as caller:
        return rejection(caller)


def echoes(site: ListeningSite, calling: str = KNOWN) -> bool:
    """Whether an echo on an association of its own is answered with success."""
    with sender(site.port, ECHO, calling) as caller:
        return caller.association.is_established and caller.association.send_c_echo().Status == 0


def test_a_known_peer_is_answered(site: ListeningSite) -> None:
    site.enter_peer()
    assert echoes(site)


def test_dcmtk_is_answered(site: ListeningSite) -> None:
    site.enter_peer()
    assert dcmtk("echoscu", "-aet", KNOWN, "-aec", OWN_TITLE, "127.0.0.1", str(site.port)).returncode == 0


def test_an_unknown_caller_is_rejected_1_1_3(site: ListeningSite) -> None:
    assert call(site) == (1, 1, 3)


def test_a_wrong_called_title_is_rejected_1_1_7(site: ListeningSite) -> None:
    site.enter_peer()
    assert call(site, called="SOMEBODY") == (1, 1, 7)


def test_an_unknown_caller_on_loopback_gets_in_as_soon_as_the_setting_says_so(site: ListeningSite) -> None:
    site.accept_unknown_callers = True
    assert echoes(site, "STRANGER")


def test_a_peer_that_may_only_echo_is_rejected_when_it_wants_to_store(site: ListeningSite) -> None:
    site.enter_peer(KNOWN, PeerService.ECHO)
    with sender(site.port, STORE) as caller:
        assert rejection(caller) == (1, 1, 3)


def test_a_peer_that_may_only_echo_still_may_echo_and_its_wish_is_listed(site: ListeningSite) -> None:
    site.enter_peer(KNOWN, PeerService.ECHO)
    with sender(site.port, ECHO + STORE) as caller:
        assert caller.context_results == [0, 1]
    assert [entry.reason for entry in site.peers.refused_callers(TESTER)] == [
        "It may call, but is not allowed to store."
    ]


def test_a_refused_caller_is_listed_with_titles_address_and_reason(site: ListeningSite) -> None:
    call(site, "STRANGER")
    call(site, "STRANGER")
    (entry,) = site.peers.refused_callers(TESTER)
    assert (entry.calling_ae_title, entry.called_ae_title, entry.address, entry.times) == (
        "STRANGER",
        OWN_TITLE,
        "127.0.0.1",
        2,
    )
    assert entry.reason == "No peer with this AE title is entered."


def test_each_association_and_each_refusal_is_audited(site: ListeningSite) -> None:
    site.enter_peer()
    echoes(site)
    call(site, "STRANGER")
    assert site.audited() == [(KNOWN, "done"), ("STRANGER", "refused")]


def test_a_user_identity_is_never_confirmed(site: ListeningSite) -> None:
    site.enter_peer()
    identity = UserIdentityNegotiation()
    identity.user_identity_type, identity.primary_field = 2, b"root"
    identity.secondary_field, identity.positive_response_requested = b"secret", True
    ae = AE(KNOWN)
    ae.add_requested_context(VERIFICATION)
    association = ae.associate("127.0.0.1", site.port, ae_title=OWN_TITLE, ext_neg=[identity])
    confirmed = association.acceptor.user_identity
    association.release()
    assert confirmed is None


@pytest.fixture
def tight_site(tmp_path: Path) -> Iterator[ListeningSite]:
    """A site with two places, one per host."""
    with listening_site(tmp_path, NetworkLimits(maximum_associations=2, maximum_associations_per_host=1)) as site:
        site.enter_peer()
        yield site


def test_a_host_that_has_all_its_associations_is_rejected_and_may_call_again_later(tight_site: ListeningSite) -> None:
    with sender(tight_site.port, ECHO), sender(tight_site.port, ECHO) as second:
        assert rejection(second) == (2, 3, 2)
    assert echoes(tight_site)


def test_the_listener_tells_how_many_associations_it_has(site: ListeningSite) -> None:
    site.enter_peer()
    with sender(site.port, ECHO):
        listener = site.server.listener()
    assert (listener.state, listener.port, listener.associations) == (ListenerState.UP, site.port, 1)


def test_a_taken_port_is_refused_with_its_owner_named(site: ListeningSite) -> None:
    server = site.make_server("127.0.0.1", site.port)
    with pytest.raises(Refused, match=rf"port {site.port} on 127\.0\.0\.1 is taken by .*\(process \d+\)"):
        server.start()
    assert server.listener().state is ListenerState.DOWN


def test_a_host_that_is_not_ours_is_refused(site: ListeningSite) -> None:
    with pytest.raises(InvalidInput, match="no address of this computer"):
        site.make_server("203.0.113.9", free_port()).start()


def test_a_blocked_caller_is_refused_and_only_the_audit_knows(site: ListeningSite) -> None:
    site.peers.add(TESTER, Peer("Nuisance", AETitle("NUISANCE"), LOOPBACK, None, allow=()))
    assert [call(site, "NUISANCE") for _ in range(3)] == [(1, 1, 3)] * 3
    assert site.peers.refused_callers(TESTER) == ()
    assert site.past.page(AssociationFilter(), PageRequest()).items == ()
    assert site.audited() == [("NUISANCE", AuditOutcome.REFUSED)]
    site.peers.remove(TESTER, "Nuisance")
    assert call(site, "NUISANCE") == (1, 1, 3)
    assert [one.calling_ae_title for one in site.peers.refused_callers(TESTER)] == ["NUISANCE"]
