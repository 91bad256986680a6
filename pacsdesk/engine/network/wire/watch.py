"""One thread that keeps the deadlines of all connections: so that their reads and writes need none of their own."""

import time
from threading import Condition, Thread

from pacsdesk.engine.network.wire.channel import Channel

_TICK_SECONDS = 0.1


class Watch:
    """Looks at its channels ten times a second while it has any. Safe from any thread."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._channels: set[Channel] = set()
        self._is_closed = False
        self._thread = Thread(target=self._run, name="dicom-deadlines", daemon=True)
        self._thread.start()

    def add(self, channel: Channel) -> None:
        """Keep the deadlines of a connection from now on."""
        with self._changed:
            self._channels.add(channel)
            self._changed.notify()

    def remove(self, channel: Channel) -> None:
        """A connection is over; before its socket is closed."""
        with self._changed:
            self._channels.discard(channel)

    def close(self) -> None:
        """End the thread; deadlines are kept no more."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._thread.join()

    def _run(self) -> None:
        while not self._is_closed:
            with self._changed:
                self._changed.wait_for(lambda: self._channels or self._is_closed)
                self._changed.wait_for(lambda: self._is_closed, timeout=_TICK_SECONDS)
                now = time.monotonic()
                for channel in self._channels:
                    channel.keep_deadlines(now)
