"""A listener's life: a service that fails, requests under way when the engine stops, an end that waits for nobody."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest

from pacsdesk.contract.errors import Refused
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.engine import ListenerState
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.association import OpenAssociation
from pacsdesk.engine.network.command import C_STORE_RQ, Command, Response
from pacsdesk.engine.network.provided import AcceptedContext, Exchange
from pacsdesk.engine.network.receiving.pool import NO_RECEIVERS
from pacsdesk.engine.network.server import DicomServer
from pacsdesk.engine.network.service import NetworkService
from pacsdesk.engine.network.wire.watch import Watch
from tests.engine.network.listening import ListeningSite
from tests.engine.network.raw_pdus import association_request, context, data, read_pdu, read_to_end
from tests.engine.network.sending import EXPLICIT, PRIVATE_CLASS, sender, small_object
from tests.engine.network.test_command import stock_store_request
from tests.engine.network.test_server_admission import ECHO
from tests.support.network import free_port

ACCEPTED = 0x02


class HeldStorage:
    """Stores nothing, and answers only when it is let go; or fails."""

    name = PeerService.STORE
    command_field = C_STORE_RQ

    def __init__(self, fails: bool = False) -> None:
        self.has_begun = Event()
        self.may_answer = Event()
        self._fails = fails

    def provides(self, abstract_syntax: str) -> bool:
        return abstract_syntax == PRIVATE_CLASS

    def choose(self, transfer_syntaxes: tuple[str, ...]) -> str | None:
        return transfer_syntaxes[0]

    def negotiate_extended(self, abstract_syntax: str, proposed: bytes) -> bytes:
        return b""

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        return self

    def receive(self, fragment: memoryview) -> None:
        pass

    def finish(self) -> Response:
        if self._fails:
            raise RuntimeError("a fault of ours")
        self.has_begun.set()
        assert self.may_answer.wait(30)
        return Response(0)

    def cancel(self) -> None:
        pass

    def abandon(self) -> None:
        pass


@contextmanager
def started(server: DicomServer) -> Iterator[int]:
    """A listener that runs; its port."""
    _, port = server.start()
    try:
        yield port
    finally:
        server.stop(5)


def test_a_service_that_fails_is_answered_0110_and_the_association_goes_on(site: ListeningSite) -> None:
    site.enter_peer()
    server = site.make_server("127.0.0.1", 0, HeldStorage(fails=True))
    with started(server) as port, sender(port, [(PRIVATE_CLASS, EXPLICIT)]) as caller:
        assert [caller.store(small_object())[0] for _ in range(2)] == [0x0110, 0x0110]


def test_a_request_under_way_is_answered_before_the_listener_ends(site: ListeningSite) -> None:
    site.enter_peer()
    storage = HeldStorage()
    server = site.make_server("127.0.0.1", 0, storage)
    with started(server) as port, ThreadPoolExecutor() as pool, sender(port, [(PRIVATE_CLASS, EXPLICIT)]) as caller:
        answer = pool.submit(caller.store, small_object())
        assert storage.has_begun.wait(10)
        stopping = pool.submit(server.stop, 30)
        storage.may_answer.set()
        assert answer.result(10) == (0, "")
        stopping.result(30)
    assert server.listener().state is ListenerState.DOWN


def test_idle_and_stalled_callers_do_not_hold_up_the_end(site: ListeningSite) -> None:
    site.enter_peer()
    with site.connect() as silent, site.connect() as stalled, sender(site.port, ECHO):
        stalled.sendall(association_request(context(1, PRIVATE_CLASS, [EXPLICIT])))
        read_pdu(stalled)
        stalled.sendall(data(1, 3, stock_store_request()) + data(1, 0, b"half"))
        site.server.stop(0.5)
        assert read_to_end(silent) == []
        read_to_end(stalled)
    assert list(site.folder.staging.iterdir()) == []


def test_a_listener_on_an_ipv6_address_is_reached_and_knows_its_callers(site: ListeningSite) -> None:
    site.accept_unknown_callers = True
    with started(site.make_server("::1")) as port, socket.create_connection(("::1", port), timeout=20) as connection:
        connection.sendall(association_request())
        assert read_pdu(connection)[0] == ACCEPTED


def test_a_stopped_listener_takes_no_connection(site: ListeningSite) -> None:
    site.server.stop(1)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", site.port), timeout=5)


def test_the_service_does_not_start_without_the_main_listener(site: ListeningSite) -> None:
    listeners = site.make_listeners(OwnAE(AETitle("RESEARCH"), free_port()), port=site.port)
    network = NetworkService(listeners, site.make_commitments(), Watch(), NO_RECEIVERS, site.past, site.used)
    with pytest.raises(Refused):
        network.start()
    network.stop(5)
    assert [listener.state for listener in network.listeners()] == [ListenerState.DOWN]


def test_the_service_tells_where_it_listens(site: ListeningSite) -> None:
    listeners = site.make_listeners(OwnAE(AETitle("RESEARCH"), free_port()))
    network = NetworkService(listeners, site.make_commitments(), Watch(), NO_RECEIVERS, site.past, site.used)
    addresses = network.start()
    network.stop(5)
    assert [host for host, _ in addresses] == ["127.0.0.1", "127.0.0.1"]
    assert len({port for _, port in addresses}) == 2
