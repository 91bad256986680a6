"""A TLS connection: a channel whose bytes go through OpenSSL, in memory, on their way from and to the socket.

So reads and writes block, are overdue and end as those without TLS do. No thread waits for another: what OpenSSL does,
it does at once and under a lock, never while the peer is waited for.
"""

import socket
import ssl
import time
from collections.abc import Sequence
from contextlib import suppress
from threading import Lock

from pacsdesk.engine.network.wire.channel import NEVER, Buffer, Channel
from pacsdesk.engine.network.wire.tls_problems import Explains, TlsFailed, can_be_tls
from pacsdesk.engine.runtime.platform import acknowledge_at_once, send_at_once

_READ_BYTES = 1 << 17
_GATHERED = 1 << 18  # encrypted bytes that go out together
# what OpenSSL wants to answer by itself goes out with our next write: who makes it collect more is up to no good
_MOST_UNSAID = 1 << 16
_FIRST = 64


class TlsChannel(Channel):
    """Of use only once `shake_hands` has returned. failure: what ended it, when that was no regular end."""

    def __init__(self, connected: socket.socket) -> None:
        super().__init__(connected)
        self.first_bytes = b""
        self.failure: TlsFailed | None = None
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls: ssl.SSLObject | None = None
        self._explains: Explains | None = None
        self._unsaid = 0
        self._coding = Lock()  # an SSL object is for one thread at a time

    def shake_hands(self, context: ssl.SSLContext, seconds: float, explains: Explains, host: str = "") -> None:
        """Agree with the peer, within so many seconds. Raises TlsFailed.

        host: "" when it called us, else its name or address, which it is told.
        """
        tls = context.wrap_bio(
            self._incoming, self._outgoing, server_side=not host, server_hostname=host if host else None
        )
        self._explains = explains
        self.read_by = time.monotonic() + seconds
        try:
            while not self._advance(tls, seconds):
                self._take_more()
        except ssl.SSLError as error:
            send_at_once(self._socket, self._outgoing.read())  # the alert
            raise explains.failed(error, self.first_bytes) from error
        except OSError as error:
            raise explains.ended(self.is_overdue) from error
        finally:
            self.read_by = NEVER
        self._tls = tls

    @property
    def agreed(self) -> str:
        """Version and cipher."""
        assert self._tls is not None
        cipher = self._tls.cipher()
        return f"{self._tls.version()}, {cipher[0] if cipher else 'no cipher'}"

    @property
    def certificate(self) -> bytes:
        """The peer's, in DER; b"" when it showed none."""
        assert self._tls is not None
        return self._tls.getpeercert(binary_form=True) or b""

    @property
    def certificate_says(self) -> dict[str, object]:
        """What the peer's verified certificate says, as Python's ssl has it; empty when there is none."""
        assert self._tls is not None
        return dict(self._tls.getpeercert() or {})

    def has_input(self, seconds: float) -> bool:
        """As without TLS; what has come and is not decrypted counts."""
        assert self._tls is not None
        with self._coding:
            is_ahead = bool(self._tls.pending() or self._incoming.pending)
        return is_ahead or super().has_input(seconds)

    def read(self, view: memoryview) -> int:
        """As without TLS; at the end `failure` may say more."""
        while (count := self._decrypt(view)) is None:
            try:
                acknowledge_at_once(self._socket)
                received = self._socket.recv(_READ_BYTES)
            except OSError:
                return 0
            if not received:
                return 0
            with self._coding:
                self._incoming.write(received)
        self.received += count
        if self.tap:
            self.tap.received(view[:count])
        return count

    def write(self, buffers: Sequence[Buffer], seconds: float) -> None:
        """As without TLS: the pieces of a message in records, records in as few sends as there may be."""
        with self._writing:
            if self.tap:
                self._show(buffers)
            self.write_by = time.monotonic() + seconds
            try:
                for buffer in buffers:
                    self._encrypt(memoryview(buffer))
                    self.sent += len(buffer)
                self._send()
            finally:
                self.write_by = NEVER

    def rest(self, seconds: float) -> None:
        """After a failure: let the peer read why, and pass over what it sends until it closes."""
        self.read_by = time.monotonic() + seconds
        self._shut(socket.SHUT_WR)
        try:
            while self._socket.recv(_READ_BYTES):
                pass
        except OSError:
            pass  # it closed without reading
        self.read_by = NEVER

    def cut(self) -> None:
        """As without TLS, after taking leave if nothing is in the way of it."""
        self._take_leave()
        super().cut()

    def close(self) -> None:
        """As without TLS, after taking leave."""
        self._take_leave()
        super().close()

    def _advance(self, tls: ssl.SSLObject, seconds: float) -> bool:
        """The next flight; whether that was the last. Raises ssl.SSLError."""
        try:
            tls.do_handshake()
            is_done = True
        except ssl.SSLWantReadError:
            is_done = False
        with suppress(OSError):  # who closed may have said why before: reading finds that, or the end
            self.write((), seconds)
        return is_done

    def _take_more(self) -> None:
        """Bytes of the handshake. Raises OSError when none come, TlsFailed when they are none of TLS."""
        assert self._explains is not None
        acknowledge_at_once(self._socket)
        received = self._socket.recv(_READ_BYTES)
        if not received:
            raise ConnectionError
        if len(self.first_bytes) < _FIRST:
            self.first_bytes = (self.first_bytes + received)[:_FIRST]
        if not can_be_tls(self.first_bytes):
            raise self._explains.plain(self.first_bytes)
        self._incoming.write(received)

    def _decrypt(self, view: memoryview) -> int | None:
        """What has come so far, None when that is nothing whole yet, 0 when nothing more will."""
        assert self._tls is not None
        count = 0
        with self._coding:
            waiting = self._outgoing.pending
            try:
                while count < len(view):
                    read = self._tls.read(len(view) - count, view[count:])
                    if not read:
                        break
                    count += int(read)
            except ssl.SSLWantReadError:
                self._unsaid += self._outgoing.pending - waiting
                return count or (0 if self._unsaid > _MOST_UNSAID else None)
            except ssl.SSLError as error:
                if not count and self._explains:
                    self.failure = self._explains.failed(error, self.first_bytes)
        return count

    def _encrypt(self, view: memoryview) -> None:
        assert self._tls is not None
        while view:
            with self._coding:
                view = view[self._tls.write(view) :]
            if self._outgoing.pending > _GATHERED:
                self._send()

    def _send(self) -> None:
        with self._coding:
            encrypted = self._outgoing.read()
            self._unsaid = 0
        if encrypted:
            self._socket.sendall(encrypted)

    def _take_leave(self) -> None:
        """Say that the end is meant (close_notify), unless that would mean to wait; once."""
        if self._tls is None or not self._writing.acquire(blocking=False):
            return
        try:
            with self._coding:
                with suppress(ssl.SSLError):  # OpenSSL would wait for the peer to do the same, or is beyond it
                    self._tls.unwrap()
                last = self._outgoing.read()
            send_at_once(self._socket, last)
        finally:
            self._writing.release()
