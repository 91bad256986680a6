"""Faulty peers as exercises: started on the loopback, entered as peers, ended and taken out again.

Promises: only in a site that was founded as a classroom; at most so many at once; each ends by itself and with the
engine, and what a killed engine left in the registry is taken out at the next start.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

from pacsdesk.contract.errors import InvalidInput, NotFound, PacsDeskError, Refused
from pacsdesk.contract.records.engine import Profile
from pacsdesk.contract.records.exercises import MOST_EXERCISES_AT_ONCE, Exercise, ExerciseLevel, Solution
from pacsdesk.contract.records.peers import Peer, PeerService, TlsMode, UsedService
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.operations.kinds import check_founded_as
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.training.faults.catalog import FAULTS
from pacsdesk.engine.training.faults.fault import LONGEST_LESSON_S, Fault, Lesson, Lifetime, RunningFault
from pacsdesk.engine.training.trusting import Trusted

log = logging.getLogger(__name__)

_NOTES = "An exercise of this classroom; it is taken out when it ends."
_ANY_PORT = 104  # of one that nobody can be at
_SYSTEM = Actor(ActorKind.SYSTEM, "PACSDesk", frozenset())
_ECHO, _STORE, _FIND, _MOVE = UsedService.ECHO, UsedService.STORE, UsedService.FIND, UsedService.MOVE
# what a person would use such a peer for, by how the fault's id begins
_USES: tuple[tuple[tuple[str, ...], tuple[UsedService, ...]], ...] = (
    (("find-", "no-find", "patient-root", "garbage", "many-answers", "endless-answers"), (_ECHO, _FIND)),
    (("store-", "stored-", "no-ct", "no-reports", "compressed", "uncompressed", "aborted-after"), (_ECHO, _STORE)),
    (("worklist-",), (_ECHO, UsedService.WORKLIST)),
    (("move-",), (_ECHO, _FIND, _MOVE)),
    (("no-roles",), (_ECHO, _FIND, UsedService.GET)),
    (("commitment-",), (_ECHO, _STORE, UsedService.COMMITMENT)),
    (("mpps-",), (_ECHO, UsedService.MPPS)),
)


@dataclass(frozen=True, slots=True)
class OurPlace:
    """Where peers find us: our main title and listener."""

    ae_title: AETitle
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class _Running:
    exercise: Exercise
    fault: RunningFault
    lifetime: Lifetime


class Exercises:
    """Implements contract.services.exercises. Safe from any thread."""

    def __init__(
        self,
        folder: DataFolder,
        profile: Profile,
        peers: Peers,
        trusted: Trusted,
        ours: Callable[[], OurPlace],
        clock: Clock,
        lifetime_s: float = LONGEST_LESSON_S,
    ) -> None:
        self._folder = folder
        self._profile = profile
        self._peers = peers
        self._trusted = trusted
        self._ours = ours
        self._clock = clock
        self._lifetime_s = lifetime_s
        self._changing = Lock()
        self._running: dict[int, _Running] = {}
        self._is_closed = False

    def list(self, actor: Actor) -> tuple[Exercise, ...]:
        """All of them."""
        self._check_classroom()
        with self._changing:
            running = {number: one.exercise for number, one in self._running.items()}
        return tuple(running.get(number, _exercise(number)) for number in range(1, len(FAULTS) + 1))

    def start(self, actor: Actor, number: int) -> Exercise:
        """Have one run."""
        self._check_classroom()
        fault = _fault(number)
        with self._changing:
            if number in self._running:
                return self._running[number].exercise
            if self._is_closed or len(self._running) >= MOST_EXERCISES_AT_ONCE:
                raise Refused(
                    f"{MOST_EXERCISES_AT_ONCE} exercises run already.", "More do not run at once.", "Stop one first."
                )
            started = self._start(number, fault)
            try:
                peer = self._peers.add(actor, _entry(number, fault, started), "exercise started")
            except BaseException:
                self._end(started, number)
                raise
            ends_at = self._clock() + timedelta(seconds=self._lifetime_s)
            exercise = _running(_exercise(number), peer, ends_at)
            lifetime = Lifetime(self._lifetime_s, lambda: self._finish(_SYSTEM, number))
            self._running[number] = _Running(exercise, started, lifetime)
        return exercise

    def stop(self, actor: Actor, number: int) -> Exercise:
        """End one."""
        self._check_classroom()
        _fault(number)
        with self._changing:
            running = self._running.get(number)
        if running is not None:
            self._finish(actor, number)
            running.lifetime.finish()
        return _exercise(number)

    def reveal(self, actor: Actor, number: int) -> Solution:
        """What is wrong."""
        self._check_classroom()
        fault = _fault(number)
        return Solution(number, fault.title, fault.what_is_wrong, fault.code.value if fault.code else "")

    def sweep(self) -> None:
        """At the engine's start: take out what a killed one left."""
        if self._profile is not Profile.CLASSROOM:
            return
        self._trusted.forget_all()
        for peer in self._peers.entries():
            if peer.notes == _NOTES:
                self._peers.remove(_SYSTEM, peer.name, "exercise ended")

    def close(self) -> None:
        """End all; none is started any more."""
        with self._changing:
            self._is_closed = True
            numbers = tuple(self._running)
        for number in numbers:
            self.stop(_SYSTEM, number)

    def _start(self, number: int, fault: Fault) -> RunningFault:
        ours = self._ours()
        lesson = Lesson(self._clock().date(), str(ours.ae_title), ours.host, ours.port, self._lifetime_s + 60)
        started = fault.start(lesson)
        if started.root_certificate:
            self._trusted.add(number, started.root_certificate)
        return started

    def _finish(self, actor: Actor, number: int) -> None:
        with self._changing:
            running = self._running.pop(number, None)
        if running is None:
            return
        self._end(running.fault, number)
        try:
            self._peers.remove(actor, running.exercise.peer, "exercise ended")
        except NotFound:
            log.info("the entry of exercise %s was renamed or removed by somebody", number)
        except PacsDeskError as error:
            log.error("the entry of exercise %s stays: %s", number, error)

    def _end(self, fault: RunningFault, number: int) -> None:
        fault.stop()
        if fault.root_certificate:
            self._trusted.forget(number)

    def _check_classroom(self) -> None:
        if self._profile is not Profile.CLASSROOM:
            raise Refused(
                "There are exercises in a classroom only.",
                f"This site's profile is {self._profile}: nothing faulty is started beside real patients.",
                "Make a classroom site of its own: `pacsdesk init --profile classroom` with another folder.",
            )
        check_founded_as(self._folder, self._profile)


def _fault(number: int) -> Fault:
    if not 1 <= number <= len(FAULTS):
        raise NotFound(f"There is no exercise {number}.", "", f"They have the numbers 1 to {len(FAULTS)}.")
    return FAULTS[number - 1]


def _exercise(number: int) -> Exercise:
    fault = _fault(number)
    return Exercise(number, fault.title, ExerciseLevel(fault.level.value), fault.what_a_person_sees)


def _running(exercise: Exercise, peer: Peer, ends_at: datetime) -> Exercise:
    return replace(exercise, peer=peer.name, host=peer.host, port=peer.port, ends_at=ends_at)


def _entry(number: int, fault: Fault, started: RunningFault) -> Peer:
    try:
        title = AETitle(started.ae_title)
    except ValueError as error:
        raise InvalidInput(f"The title {started.ae_title!r} of this exercise cannot be entered.") from error
    return Peer(
        f"Exercise {number}",
        title,
        started.host,
        started.port or _ANY_PORT,
        tls=TlsMode.TLS if started.speaks_tls else TlsMode.PLAIN,
        allow=tuple(PeerService),
        notes=_NOTES,
        uses=next((uses for begins, uses in _USES if fault.id.startswith(begins)), ()),
    )
