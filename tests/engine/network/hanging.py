"""A destination that stops at a chosen point of the conversation and says nothing more, but hears to the end."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from threading import Event, Thread

from pacsdesk.engine.network.wire.associate import AssociateAccept, ContextAnswer, decode_request, encode_accept
from pacsdesk.engine.network.wire.user_information import UserInformation
from tests.engine.network.raw_pdus import read_pdu
from tests.support.network import LOOPBACK

ASSOCIATE_REQUEST, DATA = 0x01, 0x04


class HangsAt(StrEnum):
    """Where it stops: it does not answer the association, does not read the dataset, does not answer the store."""

    ASSOCIATION = "association"
    DATASET = "dataset"
    ANSWER = "answer"


class HangingDestination:
    """Takes one connection. kinds: types of all PDUs that came, once the connection is over."""

    def __init__(self, hangs_at: HangsAt) -> None:
        self.kinds: list[int] = []
        self.is_hanging = Event()
        self.may_read = Event()
        self._hangs_at = hangs_at
        self._listening = socket.create_server((LOOPBACK, 0))
        self.port = int(self._listening.getsockname()[1])
        self._thread = Thread(target=self._run)
        self._thread.start()

    def wait_for_the_end(self) -> None:
        """Return when the connection is over."""
        self.may_read.set()
        self._thread.join(60)
        assert not self._thread.is_alive(), "the association was left open"

    def _run(self) -> None:
        with self._listening, self._listening.accept()[0] as connection:
            connection.settimeout(60)
            self._hear(connection)
            while self.kinds[-1]:
                self._hear(connection)

    def _hear(self, connection: socket.socket) -> None:
        kind, body = read_pdu(connection)
        self.kinds.append(kind)
        if kind == ASSOCIATE_REQUEST and self._hangs_at is not HangsAt.ASSOCIATION:
            connection.sendall(_accept(body))
        if kind == ASSOCIATE_REQUEST and self._hangs_at is HangsAt.DATASET:
            connection.recv(1, socket.MSG_PEEK)
            self.is_hanging.set()
            self.may_read.wait(60)
        if kind == DATA or self._hangs_at is HangsAt.ASSOCIATION:
            self.is_hanging.set()


@contextmanager
def hanging_destination(hangs_at: HangsAt) -> Iterator[HangingDestination]:
    """One that listens; over at the end."""
    destination = HangingDestination(hangs_at)
    try:
        yield destination
    finally:
        destination.wait_for_the_end()


def _accept(body: bytes) -> bytes:
    request = decode_request(body)
    answers = tuple(ContextAnswer(one.context_id, 0, one.transfer_syntaxes[0]) for one in request.contexts)
    user = UserInformation(maximum_length=16384, implementation_class_uid="1.2.3")
    return encode_accept(AssociateAccept(request.called_ae_title, request.calling_ae_title, answers, user))
