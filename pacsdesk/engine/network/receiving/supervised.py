"""One receiver as the engine sees it: started, handed associations, replaced when it ends or hangs, then settled."""

import logging
import secrets
import socket
import struct
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition, Event, Thread

import msgspec

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.engine.archive.files.objects import SUFFIX
from pacsdesk.engine.archive.storing.ingest import Ingest
from pacsdesk.engine.archive.storing.recovery import Recovery
from pacsdesk.engine.network.receiving.held import HeldAssociation
from pacsdesk.engine.network.receiving.messages import (
    FROM_ASSOCIATION,
    FROM_RECEIVER,
    DiskBroken,
    FromReceiver,
    Leave,
    LogLine,
    OtherEndGone,
    Post,
    Ready,
    Serve,
    Setup,
)
from pacsdesk.engine.network.receiving.pulse import NoAnswer, Patience, Pulse
from pacsdesk.engine.network.session import Session
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import own_program

log = logging.getLogger(__name__)

COMMAND = "receive"  # see __main__
_PREFIX_BYTES = 4
_TIMEVAL = struct.Struct("@ll")
_SEND_SECONDS = 2  # a receiver that takes no message for so long is ended
_END_SECONDS = 0.5  # then it is killed; whatever it held is over by then
_LETTING_GO_SECONDS = 30.0
_QUICK_SECONDS = 60.0  # who ends sooner is started again later and later
_LONGEST_PAUSE = 30.0


@dataclass(frozen=True, slots=True)
class House:
    """What the receivers of one engine share. setup: without an id_prefix. mark_broken: stops all writing."""

    setup: Setup
    folder: DataFolder
    ingest: Ingest
    recovery: Recovery
    mark_broken: Callable[[str], None]
    patience: Patience = Patience()


class Receiver:
    """A place for one process after the other; `start` and `stop` once each, the rest from any thread."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._changed = Condition()
        self._is_closing = Event()
        self._control: Post[FromReceiver] | None = None
        self._pulse: Pulse | None = None
        self._is_ready = False
        self._numbers = 0
        self._held = 0
        self._starts = 0
        self._quick_ends = 0
        self._process_id = 0
        self._thread = Thread(target=self._run, name="dicom-receiver", daemon=True)

    @property
    def is_ready(self) -> bool:
        """Whether it takes associations; one that is late to answer gets no more of them for now."""
        pulse = self._pulse
        return self._is_ready and pulse is not None and not pulse.is_late

    @property
    def held(self) -> int:
        """How many associations it holds."""
        return self._held

    @property
    def quick_ends(self) -> int:
        """How many times in a row it ended soon after its start."""
        return self._quick_ends

    @property
    def process_id(self) -> int:
        """Of the process that runs, 0 for none."""
        return self._process_id

    def start(self) -> None:
        """Begin to start it."""
        self._thread.start()

    def wait_for_start(self, number: int, seconds: float) -> bool:
        """Wait until so many processes in all were ready, or more have failed; whether they were."""
        with self._changed:
            self._changed.wait_for(lambda: self._starts >= number or self._quick_ends > number, seconds)
            return self._starts >= number

    def hold(self, descriptor: int, session: Session, serve: Serve) -> HeldAssociation | None:
        """Hand a connection over; None when that cannot be. The caller keeps a descriptor of its own."""
        with self._changed:
            control = self._control
            if not (self._is_ready and control):
                return None
            self._numbers += 1
            self._held += 1
            number = self._numbers
        try:
            ours, theirs = socket.socketpair()
        except OSError:
            self._let_go()
            return None
        try:
            control.send(msgspec.structs.replace(serve, number=number), (descriptor, theirs.fileno()))
        except OtherEndGone:
            control.shut()
            ours.close()
            self._let_go()
            return None
        finally:
            theirs.close()
        return HeldAssociation(
            session,
            Post(ours, FROM_ASSOCIATION),
            self._house.ingest,
            self._house.folder.staging,
            ask_to_leave=lambda: self._ask_to_leave(control, number),
            has_ended=self._let_go,
        )

    def stop(self) -> None:
        """End the process and the thread; whatever it still holds breaks off."""
        self._is_closing.set()
        with self._changed:
            control = self._control
        if control:
            control.shut()
        if self._thread.is_alive():
            self._thread.join()

    def _ask_to_leave(self, control: Post[FromReceiver], number: int) -> None:
        try:
            control.send(Leave(number))
        except OtherEndGone:
            control.shut()

    def _let_go(self) -> None:
        with self._changed:
            self._held -= 1
            self._changed.notify_all()

    def _run(self) -> None:
        # this thread outlives the process that it starts: Linux takes it, not the engine, for the parent that a child
        # can ask to end with
        while not self._is_closing.is_set():
            began = time.monotonic()
            prefix = secrets.token_hex(_PREFIX_BYTES)
            try:
                self._live(prefix)
            except OSError as error:
                log.error("a receiver could not be started: %s", error.strerror)
            if self._is_closing.is_set():
                break
            self._settle(prefix)
            is_quick = time.monotonic() - began < _QUICK_SECONDS
            with self._changed:
                self._quick_ends = self._quick_ends + 1 if is_quick else 0
                self._changed.notify_all()
            if self._quick_ends > 1:
                self._is_closing.wait(min(2.0 ** (self._quick_ends - 3), _LONGEST_PAUSE))

    def _live(self, prefix: str) -> None:
        """One process from its start to its end. Raises OSError."""
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                process = _launch(theirs.fileno())
        except OSError:
            ours.close()
            raise
        _limit_sending(ours)
        control: Post[FromReceiver] = Post(ours, FROM_RECEIVER)
        pulse = Pulse(control, self._house.patience)
        ended_by = "by itself"
        with self._changed:
            self._control, self._pulse, self._process_id = control, pulse, process.pid
        try:
            control.send(msgspec.structs.replace(self._house.setup, id_prefix=prefix))
            while not self._is_closing.is_set():
                self._take(pulse.receive())
        except OtherEndGone:
            pass
        except NoAnswer:
            log.error("receiver %d runs but does not answer", process.pid)
            process.kill()
            ended_by = "by us"
        finally:
            self._end(process, control, ended_by)

    def _end(self, process: "subprocess.Popen[bytes]", control: Post[FromReceiver], ended_by: str) -> None:
        with self._changed:
            self._control, self._pulse, self._is_ready, self._process_id = None, None, False, 0
        control.close()
        try:
            code = process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        if not self._is_closing.is_set():
            log.error("receiver %d ended %s (%d) and is replaced", process.pid, ended_by, code)

    def _take(self, said: FromReceiver) -> None:
        if isinstance(said, LogLine):
            logging.getLogger(said.logger).log(said.level, "%s", said.text)
        elif isinstance(said, DiskBroken):
            self._house.mark_broken(said.reason)
        elif isinstance(said, Ready):
            with self._changed:
                self._is_ready = True
                self._starts += 1
                self._changed.notify_all()

    def _settle(self, prefix: str) -> None:
        """Take in or remove what the process left in staging, once nobody here works on it any more."""
        with self._changed:
            self._changed.wait_for(lambda: not self._held, _LETTING_GO_SECONDS)
        try:
            settled = self._house.recovery.settle_staged(self._house.folder.staging.glob(f"{prefix}*{SUFFIX}"))
        except PacsDeskError as error:
            log.error("what a receiver left in staging stays there: %s", error.title)
            return
        if settled.taken_in or settled.set_aside:
            log.warning("a receiver left %d whole objects, %d others", settled.taken_in, settled.set_aside)


def _launch(descriptor: int) -> "subprocess.Popen[bytes]":
    program, folder = own_program()
    return subprocess.Popen(
        [*program, COMMAND, str(descriptor)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        pass_fds=(descriptor,),
    )


def _limit_sending(connected: socket.socket) -> None:
    """Have a send that nobody reads fail instead of waiting for good; reads are not limited."""
    connected.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, _TIMEVAL.pack(_SEND_SECONDS, 0))
