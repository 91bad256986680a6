"""What a fault is: what a person sees, what is wrong, and how to start and stop the peer that has it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from threading import Lock, Timer, current_thread

from pacsdesk.contract.records.findings import FindingCode

LOOPBACK = "127.0.0.1"
LONGEST_LESSON_S = 3600.0
AE_TITLE = "ARCHIVE"  # of every peer that has no reason for another


class Level(StrEnum):
    """Where in the conversation it goes wrong, from the cable upwards."""

    NONE = "none"
    CONNECTION = "connection"
    TLS = "tls"
    ASSOCIATION = "association"
    NEGOTIATION = "negotiation"
    DIMSE = "dimse"


@dataclass(frozen=True, slots=True)
class Lesson:
    """Who learns: the AE that peers know, where it listens (port 0: nowhere), today's date, and how long peers run."""

    today: date
    ae_title: str = "PACSDESK"
    host: str = LOOPBACK
    port: int = 0
    lifetime_s: float = LONGEST_LESSON_S


@dataclass(frozen=True, slots=True)
class RunningFault:
    """A peer that was started, described as a person would have registered it, which may be the mistake.

    port: 0 when nothing of ours listens. root_certificate: PEM of what a caller is to trust, "" without TLS.
    """

    host: str
    port: int
    ae_title: str
    stop: Callable[[], None]
    speaks_tls: bool = False
    root_certificate: str = ""


Start = Callable[[Lesson], RunningFault]


@dataclass(frozen=True, slots=True)
class Fault:
    """One situation.

    id: a fixed word that never changes its meaning. code: the finding that names it, None where no code does: such
    a peer has to be shown as what it is, and nothing may break. what_is_wrong: hidden until asked for.
    """

    id: str
    code: FindingCode | None
    level: Level
    title: str
    what_a_person_sees: str
    what_is_wrong: str
    start: Start = field(repr=False, compare=False)


class Lifetime:
    """Ends something once: when it is told to, or by itself after a time, so that nothing forgotten runs on."""

    def __init__(self, seconds: float, end: Callable[[], None]) -> None:
        self._end = end
        self._is_over = False
        self._lock = Lock()
        self._timer = Timer(seconds, self.finish)
        self._timer.name, self._timer.daemon = "fault-lifetime", True
        self._timer.start()

    def finish(self) -> None:
        """End it and return when it has ended; harmless when it is over."""
        self._timer.cancel()
        with self._lock:
            if not self._is_over:
                self._is_over = True
                self._end()
        if current_thread() is not self._timer:
            self._timer.join()
