"""What the engine and a receiver tell each other: small records through a pair of sockets, each after its length.

One pair for each receiver, one more for each association that it holds. The end of a process ends its pairs, so that
the other side learns of it at once.
"""

import select
import socket
import struct
import time
from collections import deque
from collections.abc import Sequence
from datetime import datetime
from threading import Lock
from typing import Any, Generic, TypeVar

from msgspec import DecodeError, Struct
from msgspec.msgpack import Decoder, Encoder

from pacsdesk.engine.archive.dataset.keys import IndexKeys
from pacsdesk.engine.archive.files.room import RoomReserve
from pacsdesk.engine.network.limits import NetworkLimits

_LENGTH = struct.Struct("<L")
_LARGEST = 4 << 20  # keys that are all as long as they may be have 200 KiB
_BUFFER = 1 << 16
_LOST = (-1, -1)  # a message brings two descriptors or none
_ENCODER = Encoder()

M = TypeVar("M")


class Setup(Struct, tag=0, array_like=True, frozen=True):
    """To a receiver, first of all. object_ids begin with id_prefix, so that its staging files are known by name."""

    data_folder: str
    object_limit: int
    ballast_bytes: int
    reserve: RoomReserve
    limits: NetworkLimits
    id_prefix: str
    log_level: str


class Serve(Struct, tag=1, array_like=True, frozen=True):
    """To a receiver, with two descriptors: the connection and the association's own socket.

    contexts: those that were accepted, each with its id, abstract and transfer syntax. accept: the A-ASSOCIATE-AC.
    """

    number: int
    association_id: str
    calling_ae_title: str
    called_ae_title: str
    address: str
    contexts: tuple[tuple[int, str, str], ...]
    accept: bytes
    peer_maximum: int


class Leave(Struct, tag=2, array_like=True, frozen=True):
    """To a receiver: end this association as soon as nothing is under way."""

    number: int


class AreYouThere(Struct, tag=3, array_like=True, frozen=True):
    """To a receiver: say `Here`."""


class Ready(Struct, tag=0, array_like=True, frozen=True):
    """From a receiver: it takes associations."""


class LogLine(Struct, tag=1, array_like=True, frozen=True):
    """From a receiver: a line for the engine's log, without patient data."""

    level: int
    logger: str
    text: str


class DiskBroken(Struct, tag=2, array_like=True, frozen=True):
    """From a receiver: the disk has failed, nothing more is to be written."""

    reason: str


class Here(Struct, tag=3, array_like=True, frozen=True):
    """From a receiver: it was asked, and is there."""


class Complete(Struct, tag=0, array_like=True, frozen=True):
    """From an association: an object's file is complete and on stable storage; it waits for `Settled`."""

    object_id: str
    size_bytes: int
    digest: str
    transfer_syntax_uid: str
    sop_class_uid: str
    sop_instance_uid: str
    study_instance_uid: str
    series_instance_uid: str
    unreadable: str
    received_at: datetime
    keys: IndexKeys


class PlaceFree(Struct, tag=1, array_like=True, frozen=True):
    """From an association: the peer is about to be released; it waits for `Noted`."""


class Ended(Struct, tag=2, array_like=True, frozen=True):
    """From an association: it is over, and only the peer's close is waited for. ending: an association.Ending.

    counted: as in tally.Tally. received, sent: bytes on the connection. complaint: what the peer did wrong, in words.
    """

    ending: int
    counted: tuple[tuple[int, int, int], ...]
    received: int
    sent: int
    complaint: str


class Settled(Struct, tag=0, array_like=True, frozen=True):
    """To an association: what its object came to, and what the sender is told. status: a DimseStatus."""

    status: int
    reason: str


class Noted(Struct, tag=1, array_like=True, frozen=True):
    """To an association: its place is free."""


ToReceiver = Setup | Serve | Leave | AreYouThere
FromReceiver = Ready | LogLine | DiskBroken | Here
FromAssociation = Complete | PlaceFree | Ended
ToAssociation = Settled | Noted

# Any: a union of types is no type to the type checker
TO_RECEIVER: "Decoder[Any]" = Decoder(ToReceiver)
FROM_RECEIVER: "Decoder[Any]" = Decoder(FromReceiver)
FROM_ASSOCIATION: "Decoder[Any]" = Decoder(FromAssociation)
TO_ASSOCIATION: "Decoder[Any]" = Decoder(ToAssociation)


class OtherEndGone(Exception):
    """The process at the other end has ended, or says what cannot be understood."""


class Post(Generic[M]):
    """One end of a pair of sockets. One thread receives, any may send."""

    def __init__(self, connected: socket.socket, decoder: "Decoder[M]") -> None:
        self.descriptors: deque[int] = deque()  # that came along, in order, -1 for one that was lost on the way
        self._socket = connected
        self._decoder = decoder
        self._sending = Lock()
        self._buffer = bytearray()

    def send(self, message: Struct, descriptors: Sequence[int] = ()) -> None:
        """Send a message, descriptors along with it. Raises OtherEndGone."""
        content = _ENCODER.encode(message)
        content = _LENGTH.pack(len(content)) + content
        try:
            with self._sending:
                if descriptors:
                    sent = socket.send_fds(self._socket, [content], descriptors)
                    content = content[sent:]
                if content:  # sending nothing would find out that the other end is gone, which has the message already
                    self._socket.sendall(content)
        except OSError as error:
            raise OtherEndGone(str(error.strerror)) from error

    def receive(self) -> M:
        """The next message. Raises OtherEndGone."""
        length = int(_LENGTH.unpack(self._take(_LENGTH.size))[0])
        if length > _LARGEST:
            raise OtherEndGone(f"a message of {length} bytes")
        try:
            return self._decoder.decode(self._take(length))
        except (DecodeError, ValueError) as error:
            raise OtherEndGone(str(error)) from error

    def receive_within(self, seconds: float) -> M | None:
        """The next message; None when it has not come whole in that time. Raises OtherEndGone."""
        deadline = time.monotonic() + seconds
        while not self._has_message():
            if not self._wait(deadline - time.monotonic()):
                return None
            self._fill()
        return self.receive()

    def close(self) -> None:
        """Let the socket go; whoever receives at the other end finds the end."""
        self._socket.close()

    def shut(self) -> None:
        """Have both ends find the end, from any thread."""
        try:
            self._socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # it has ended already

    def _has_message(self) -> bool:
        """Whether `receive` would not wait."""
        if len(self._buffer) < _LENGTH.size:
            return False
        length = int(_LENGTH.unpack_from(self._buffer)[0])
        return length > _LARGEST or len(self._buffer) >= _LENGTH.size + length

    def _wait(self, seconds: float) -> bool:
        """Whether there is something to read, the end included, within that time."""
        ready = select.poll()  # select() takes no descriptor past 1,023
        ready.register(self._socket, select.POLLIN)
        return bool(ready.poll(max(seconds, 0) * 1000))

    def _take(self, length: int) -> bytes:
        while len(self._buffer) < length:
            self._fill()
        taken = bytes(self._buffer[:length])
        del self._buffer[:length]
        return taken

    def _fill(self) -> None:
        try:
            content, descriptors, flags, _ = socket.recv_fds(self._socket, _BUFFER, len(_LOST))
        except OSError as error:
            raise OtherEndGone(str(error.strerror)) from error
        # out of descriptors, the system drops those that it cannot give
        self.descriptors.extend([*descriptors, *_LOST][: len(_LOST)] if flags & socket.MSG_CTRUNC else descriptors)
        if not content:
            raise OtherEndGone("it has ended")
        self._buffer += content
