"""Makes guessing passwords slow: after a few wrong ones the next try has to wait, longer each time.

Counted per name and address, whether or not there is such a user; a right password or a quarter of an hour forgets it.
Tries that come too early are not looked at and make nobody wait longer.
"""

import math
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from pacsdesk.contract.errors import NotSignedIn
from pacsdesk.engine.runtime.clock import Clock

WITHOUT_WAITING = 3
LONGEST_WAIT = timedelta(minutes=1)
_FORGOTTEN_AFTER = timedelta(minutes=15)
_MOST_REMEMBERED = 10_000

_Key = tuple[str, str]  # name without regard to case, address


@dataclass(frozen=True, slots=True)
class _Wrong:
    """How many passwords were wrong, and when the last was."""

    times: int
    last_at: datetime


class Attempts:
    """Safe from any thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = Lock()
        self._wrong: OrderedDict[_Key, _Wrong] = OrderedDict()

    def begin(self, user_name: str, address: str) -> None:
        """Before a password is looked at. Raises NotSignedIn when it is too early.

        Who had to wait takes the turn: of many tries at once one is looked at. Before that any number may come at
        once, as the commands of a script do.
        """
        key = _key(user_name, address)
        now = self._clock()
        with self._lock:
            wrong = self._remembered(key, now)
            left = wrong.last_at + wait_after(wrong.times) - now
            if left <= timedelta() and wrong.times >= WITHOUT_WAITING:
                self._wrong[key] = _Wrong(wrong.times, now)
        if left > timedelta():
            seconds = math.ceil(left.total_seconds())
            raise NotSignedIn(
                "Too many wrong passwords for this name.",
                "",
                f"Wait {seconds} {'second' if seconds == 1 else 'seconds'}, then try again.",
            )

    def failed(self, user_name: str, address: str) -> None:
        """The password was wrong."""
        key = _key(user_name, address)
        now = self._clock()
        with self._lock:
            self._wrong[key] = _Wrong(self._remembered(key, now).times + 1, now)
            self._wrong.move_to_end(key)
            while len(self._wrong) > _MOST_REMEMBERED:
                self._wrong.popitem(last=False)

    def succeeded(self, user_name: str, address: str) -> None:
        """The password was right."""
        with self._lock:
            self._wrong.pop(_key(user_name, address), None)

    def _remembered(self, key: _Key, now: datetime) -> _Wrong:
        """None wrong when the last was long ago, or the clock was set."""
        wrong = self._wrong.get(key)
        if wrong is None or not wrong.last_at <= now < wrong.last_at + _FORGOTTEN_AFTER:
            return _Wrong(0, now)
        return wrong


def wait_after(wrong_times: int) -> timedelta:
    """How long the next try has to wait: nothing, then 1 s, 2 s, 4 s and so on."""
    if wrong_times < WITHOUT_WAITING:
        return timedelta()
    return min(LONGEST_WAIT, timedelta(seconds=1 << min(wrong_times - WITHOUT_WAITING, 10)))


def _key(user_name: str, address: str) -> _Key:
    return user_name.strip().casefold()[:100], address
