"""What we open associations for goes in TLS to peers that are entered for it: retrievals and results of commitment."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pacsdesk.contract.records.commitments import CommitmentState
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer, PeerService, TlsMode
from pacsdesk.contract.types import AETitle
from tests.engine.network.committing import Inbox, action_information, ask, requestor, result_listener, wait_until
from tests.engine.network.listening import KNOWN, TESTER
from tests.engine.network.retrieving import AS_IT_COMES, SINK, datasets_in, keep, let_retrieve, move, storescp
from tests.engine.network.sending import PRIVATE_CLASS, send_one, small_object
from tests.engine.network.test_move import ct
from tests.engine.network.tls.tls_site import TlsSite
from tests.engine.network.wire.handshakes import server_context
from tests.support.certificates import Issued, self_signed
from tests.support.network import LOOPBACK

SUCCESS, NOT_PERFORMED = 0x0000, 0xA702
REPORTED = [CommitmentState.REPORTED]

pytestmark = pytest.mark.thorough


@pytest.fixture
def three(tls: TlsSite) -> Iterator[TlsSite]:
    """A site that holds one study of three instances and lets the known caller retrieve it."""
    let_retrieve(tls.site)
    keep(tls.site, *(ct(number) for number in (1, 2, 3)))
    yield tls


def encrypted(tls: TlsSite, own: Issued) -> tuple[str, ...]:
    """Options of DCMTK's receiver that wants to see a certificate of ours."""
    return (*AS_IT_COMES, "+tls", str(own.key), str(own.certificate), "+cf", str(tls.authority.certificate))


def move_to(tls: TlsSite, port: int) -> tuple[int, str]:
    """Have the study moved to a peer in TLS; status and comment of the end."""
    tls.site.peers.add(TESTER, Peer(SINK, AETitle(SINK), LOOPBACK, port, TlsMode.MUTUAL, allow=()))
    command, _ = move(tls.site.port, QueryRetrieveLevel="STUDY", StudyInstanceUID="1.2.3")[-1]
    return command.Status, str(command.get("ErrorComment", ""))


def test_dcmtk_takes_a_retrieval_in_tls_and_wants_our_certificate(three: TlsSite, tmp_path: Path) -> None:
    with storescp(tmp_path / "sink", *encrypted(three, three.caller("SINK"))) as port:
        assert move_to(three, port) == (SUCCESS, "")
    assert datasets_in(tmp_path / "sink") == sorted(ct(number).content for number in (1, 2, 3))


def test_a_receiver_that_is_not_trusted_gets_nothing(three: TlsSite, tmp_path: Path) -> None:
    with storescp(tmp_path / "sink", *encrypted(three, self_signed(tmp_path / "device", "SINK"))) as port:
        assert move_to(three, port) == (NOT_PERFORMED, "its certificate is not trusted: self-signed certificate")
    assert datasets_in(tmp_path / "sink") == []


def test_a_result_of_commitment_goes_in_tls(tls: TlsSite) -> None:
    site, may = tls.site, (PeerService.STORE, PeerService.COMMITMENT)
    site.enter_peer(KNOWN, *may)
    assert send_one(site.port, small_object()) == (0, "")
    site.commitments.start()
    inbox = Inbox()
    with requestor(site.port) as association:
        assert ask(association, action_information("1.2.3.99", [(PRIVATE_CLASS, "1.2.3.4")]))[0] == 0
    with result_listener(inbox, tls=server_context(tls.caller("CT"), tls.authority.certificate)) as port:
        entered = site.peers.get(TESTER, KNOWN)
        site.peers.change(TESTER, KNOWN, replace(entered, host=LOOPBACK, port=port, tls=TlsMode.MUTUAL))
        result = inbox.next()
        wait_until(site, lambda: [one.state for one in site.commitments.list(TESTER, PageRequest()).items] == REPORTED)
    assert (result.committed, result.was_caller) == (["1.2.3.4"], False)
