"""Ladders of tests, and peers by hand that are wrong in one way."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from uuid import uuid4

from pacsdesk.contract.records.probes import ProbeOutcome, ProbeStep
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.scu.ladder import Ladder
from pacsdesk.engine.network.scu.opening import Identity
from pacsdesk.engine.network.scu.target import LadderLimits, Target
from pacsdesk.engine.network.stopping import Stop, UnderWay
from pacsdesk.engine.network.wire.associate import AssociateAccept, ContextAnswer, decode_request, encode_accept
from pacsdesk.engine.network.wire.user_information import UserInformation
from pacsdesk.engine.network.wire.watch import Watch
from pacsdesk.engine.runtime.clock import now
from tests.engine.network.raw_pdus import read_pdu
from tests.support.network import LOOPBACK

IMPATIENT = LadderLimits(resolve=5.0, connect=2.0, associate=0.3, answer=0.3, look=0.3, whole=10.0)
PATIENT = LadderLimits()

Behave = Callable[[socket.socket], None]


@contextmanager
def ladder() -> Iterator[Ladder]:
    """A ladder in a name of the tests."""
    watch = Watch()
    try:
        yield Ladder(Identity("1.2.3.4", "TEST"), watch, now, uuid4, UnderWay())
    finally:
        watch.close()


def target(
    port: int,
    *uses: ProbeStep,
    host: str = LOOPBACK,
    called: str = "PEER",
    calling: str = "PACSDESK",
    limits: LadderLimits = PATIENT,
    tries_wrong_title: bool = False,
) -> Target:
    """A peer on the loopback."""
    return Target(
        peer="The peer",
        host=host,
        port=port,
        called_ae_title=AETitle(called),
        calling_ae_title=AETitle(calling),
        uses=uses,
        limits=limits,
        tries_wrong_title=tries_wrong_title,
    )


def climb(to: Target) -> ProbeOutcome:
    """Up to a peer."""
    with ladder() as one:
        return one.climb(to, Stop())


@contextmanager
def rude_peer(behave: Behave) -> Iterator[int]:
    """Does this to each caller, one after the other; its port."""
    with socket.create_server((LOOPBACK, 0)) as listening:
        thread = Thread(target=_serve, args=(listening, behave))
        thread.start()
        try:
            yield int(listening.getsockname()[1])
        finally:
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            thread.join(20)
            assert not thread.is_alive()


def _serve(listening: socket.socket, behave: Behave) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        with connection, suppress(OSError):
            connection.settimeout(10)
            behave(connection)


def accept(connection: socket.socket, result: int = 0) -> None:
    """Answer a request, all of its contexts alike."""
    _, body = read_pdu(connection)
    request = decode_request(body)
    answers = tuple(ContextAnswer(one.context_id, result, one.transfer_syntaxes[0]) for one in request.contexts)
    user = UserInformation(16384, "1.2.3", "RUDE")
    connection.sendall(encode_accept(AssociateAccept(request.called_ae_title, request.calling_ae_title, answers, user)))


def hold(connection: socket.socket) -> None:
    """Read to the end and say nothing."""
    while connection.recv(4096):
        pass
