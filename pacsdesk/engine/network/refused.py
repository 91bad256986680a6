"""Callers that were turned away since the start: counted per title, address and reason, told once a minute each.

Titles come from strangers: they are cut and made printable before anybody sees them.
"""

from collections import OrderedDict
from datetime import datetime, timedelta
from threading import Lock

from pacsdesk.contract.events import CallerRefused
from pacsdesk.contract.records.peers import RefusedCaller
from pacsdesk.engine.network.association import Caller, printable_title
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.events import EventBus

MOST_REMEMBERED = 1000
_TOLD_EVERY = timedelta(minutes=1)
_Key = tuple[str, str, str]  # calling AE title, address, reason


class RefusedCallers:
    """The list of refused callers; the one that called least recently is forgotten first."""

    def __init__(self, events: EventBus, clock: Clock) -> None:
        self._events = events
        self._clock = clock
        self._lock = Lock()
        self._callers: OrderedDict[_Key, RefusedCaller] = OrderedDict()
        self._told_at: dict[_Key, datetime] = {}

    def note(self, caller: Caller, why: str, an_entry_helps: bool) -> bool:
        """Count a refusal. Answers whether it was told as an event, which happens once per caller, reason and minute.

        What a caller is refused for one after the other are different faults, each to be mended by itself.
        """
        calling, called = printable_title(caller.calling_ae_title), printable_title(caller.called_ae_title)
        key = (calling, caller.address, why)
        now = self._clock()
        with self._lock:
            before = self._callers.pop(key, None)
            times = before.times + 1 if before else 1
            entry = RefusedCaller(calling, called, caller.address, why, times, now, an_entry_helps)
            self._callers[key] = entry
            if len(self._callers) > MOST_REMEMBERED:
                self._told_at.pop(self._callers.popitem(last=False)[0], None)
            told_at = self._told_at.get(key)
            is_news = told_at is None or not told_at <= now < told_at + _TOLD_EVERY
            if is_news:
                self._told_at[key] = now
        if is_news:
            self._events.publish(CallerRefused(entry))
        return is_news

    def entries(self) -> tuple[RefusedCaller, ...]:
        """Newest first."""
        with self._lock:
            return tuple(reversed(self._callers.values()))
