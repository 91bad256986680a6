"""Remembers the last events: a face that was away for a moment misses none, one that was away too long is told so.

Every listener has only a place in the one memory: however slow it is, it costs nothing but that.
"""

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from pacsdesk.contract.events import EventsMissed
from pacsdesk.link.codec import encode_event
from pacsdesk.link.serving.limits import Limits
from pacsdesk.link.sse import Message, write_message

_BATCH_BYTES = 256 << 10


class EventFeed:
    """Numbers events from 1 and keeps the last of them as text of the stream. Safe to use from any thread.

    An event's id is `<instance>-<number>`; instance names this run of the engine, since numbers begin again with each.
    """

    def __init__(self, limits: Limits, instance: str | None = None) -> None:
        self._instance = instance or secrets.token_hex(4)
        self._limits = limits
        self._lock = Lock()
        self._texts: dict[int, bytes] = {}
        self._first = 1
        self._last = 0
        self._bytes = 0
        self._listeners: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}

    def publish(self, event: object) -> None:
        """Remember an event and wake who listens; called on the teller's thread, never waits for a listener."""
        name, payload = encode_event(event)
        with self._lock:
            self._last += 1
            text = write_message(Message(self._id(self._last), name, payload))
            self._texts[self._last] = text
            self._bytes += len(text)
            self._forget()
            for wake, loop in self._listeners.items():
                loop.call_soon_threadsafe(wake.set)

    def _forget(self) -> None:
        while self._texts and (
            len(self._texts) > self._limits.remembered_events or self._bytes > self._limits.remembered_event_bytes
        ):
            self._bytes -= len(self._texts.pop(self._first))
            self._first += 1

    @contextmanager
    def woken(self, wake: asyncio.Event) -> Iterator[None]:
        """Have `wake` set after each event, while the `with` runs. Entered and left on the event loop."""
        with self._lock:
            self._listeners[wake] = asyncio.get_running_loop()
        try:
            yield
        finally:
            with self._lock:
                del self._listeners[wake]

    def wake_all(self) -> None:
        """Have every listener look up, for a reason other than an event."""
        with self._lock:
            for wake, loop in self._listeners.items():
                loop.call_soon_threadsafe(wake.set)

    def begin(self, last_event_id: str) -> tuple[int, bytes]:
        """Where to read on for who heard `last_event_id` last ("" for a new listener), and what to tell them first:
        the place where they are, EventsMissed when what follows it is no longer known."""
        instance, _, number = last_event_id.rpartition("-")
        heard = int(number) if number.isascii() and number.isdigit() and len(number) < 19 else 0
        with self._lock:
            if not last_event_id:
                return self._last, write_message(Message(self._id(self._last)))
            if instance == self._instance and self._first - 1 <= heard <= self._last:
                return heard, write_message(Message(self._id(heard)))
            return self._missed(heard)

    def read(self, place: int) -> tuple[int, bytes]:
        """What follows `place`, as much as fits a batch, and the place after it."""
        with self._lock:
            if place + 1 < self._first:
                return self._missed(place)
            batch: list[bytes] = []
            size = 0
            while place < self._last and size < _BATCH_BYTES:
                place += 1
                batch.append(self._texts[place])
                size += len(batch[-1])
        return place, b"".join(batch)

    def _missed(self, since: int) -> tuple[int, bytes]:
        name, payload = encode_event(EventsMissed(since))
        return self._last, write_message(Message(self._id(self._last), name, payload))

    def _id(self, number: int) -> str:
        return f"{self._instance}-{number}"
