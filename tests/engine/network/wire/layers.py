"""Two ends of a connection: a layer of ours on one, bytes by hand on the other."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from pacsdesk.engine.network.wire.channel import Channel
from pacsdesk.engine.network.wire.states import Event, Role
from pacsdesk.engine.network.wire.upper_layer import LayerLimits, UpperLayer
from tests.engine.network.raw_pdus import read_pdu

SECONDS = 10.0
LIMITS = LayerLimits(artim=SECONDS, pdu=SECONDS, largest_data=1 << 20)


@dataclass
class Ends:
    """taken: the pieces of P-DATA that the layer passed on."""

    layer: UpperLayer
    channel: Channel
    peer: socket.socket
    taken: list[bytes] = field(default_factory=list)

    def told(self) -> tuple[int, bytes]:
        """The next PDU that the peer gets."""
        return read_pdu(self.peer)


@contextmanager
def ends(role: Role) -> Iterator[Ends]:
    """A connection, nothing said yet."""
    listening = socket.create_server(("127.0.0.1", 0))
    peer = socket.create_connection(listening.getsockname(), timeout=SECONDS)
    ours, _ = listening.accept()
    listening.close()
    channel = Channel(ours)
    pieces: list[bytes] = []
    layer = UpperLayer(channel, role, LIMITS, lambda piece: pieces.append(bytes(piece[2])))
    try:
        yield Ends(layer, channel, peer, pieces)
    finally:
        channel.close()
        peer.close()


@contextmanager
def established(role: Role) -> Iterator[Ends]:
    """An association that stands, without a word about contexts."""
    with ends(role) as both:
        layer = both.layer
        if role is Role.ACCEPTOR:
            for event in (Event.CALLER_CONNECTED, Event.REQUEST_CAME, Event.ACCEPT_ASKED):
                layer.ask(event)
        else:
            for event in (Event.ASSOCIATE_ASKED, Event.CONNECTED, Event.ACCEPT_CAME):
                layer.ask(event)
        yield both
