"""The process of a receiver: holds the associations that the engine hands it, and ends at once when the engine does."""

import faulthandler
import logging
import os
import shutil
import signal
import socket
from pathlib import Path

from pacsdesk.engine.archive.files.objects import ObjectStore, new_object_id
from pacsdesk.engine.archive.files.quarantine import Quarantine
from pacsdesk.engine.archive.files.room import Room
from pacsdesk.engine.archive.storing.intake import Intake
from pacsdesk.engine.network.receiving.messages import (
    TO_ASSOCIATION,
    TO_RECEIVER,
    AreYouThere,
    DiskBroken,
    Here,
    Leave,
    LogLine,
    OtherEndGone,
    Post,
    Ready,
    Serve,
    Setup,
    ToReceiver,
)
from pacsdesk.engine.network.receiving.received import EngineArchive, ReceivedAssociation
from pacsdesk.engine.network.receiving.services import session_of
from pacsdesk.engine.network.wire.channel import Channel
from pacsdesk.engine.network.wire.conversation import Agreement
from pacsdesk.engine.network.wire.watch import Watch
from pacsdesk.engine.runtime.ballast import Ballast
from pacsdesk.engine.runtime.logs import OURS, OneLineFormatter, PatientDataFilter, open_faults
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import end_with_parent

log = logging.getLogger(__name__)


def run(descriptor: int) -> None:
    """Serve until the engine at the other end of the socket goes; never returns."""
    end_with_parent()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # sent to the whole group or service: the engine decides
        if number := getattr(signal, name, None):
            signal.signal(number, signal.SIG_IGN)
    control: Post[ToReceiver] = Post(socket.socket(fileno=descriptor), TO_RECEIVER)
    try:
        _serve(control)
    except OtherEndGone:
        os._exit(0)
    except BaseException:
        log.critical("a receiver could not go on", exc_info=True)
        os._exit(1)


def _serve(control: Post[ToReceiver]) -> None:
    setup = control.receive()
    if not isinstance(setup, Setup):
        raise OtherEndGone("it began with something else")
    _log_to(control, setup.log_level)
    folder = DataFolder(Path(setup.data_folder))
    with open_faults(folder.logs) as faults:
        faulthandler.enable(faults)
        receiver = Receiver(setup, folder, control)
        control.send(Ready())
        while True:
            receiver.take(control.receive())


class Receiver:
    """The associations of this process."""

    def __init__(self, setup: Setup, folder: DataFolder, control: Post[ToReceiver]) -> None:
        self._setup = setup
        self._control = control
        self._watch = Watch()
        ballast = Ballast(folder.ballast, setup.ballast_bytes, shutil.disk_usage)
        room = Room(folder.root, setup.reserve, shutil.disk_usage, ballast.missing_bytes)
        store = ObjectStore(folder, self, setup.object_limit, self._new_id, room.check)
        self._intake = Intake(room, store, Quarantine(folder, self))
        self._open: dict[int, ReceivedAssociation] = {}

    def mark_broken(self, reason: str) -> None:
        """The disk has failed, as the engine must know before anything else is said."""
        self._control.send(DiskBroken(reason))

    def take(self, message: ToReceiver) -> None:
        """Do as the engine says."""
        if isinstance(message, Serve):
            self._begin(message)
        elif isinstance(message, AreYouThere):
            self._control.send(Here())
        elif isinstance(message, Leave) and (association := self._open.get(message.number)):
            association.leave()

    def _begin(self, serve: Serve) -> None:
        descriptors = [self._control.descriptors.popleft() for _ in range(2)]
        if min(descriptors) < 0:
            log.error("a connection from %s could not be taken: too many open files", serve.address)
            for descriptor in filter(lambda one: one >= 0, descriptors):
                os.close(descriptor)
            return
        connected, own = (socket.socket(fileno=descriptor) for descriptor in descriptors)
        post = Post(own, TO_ASSOCIATION)
        try:
            channel = Channel(connected)
            association = ReceivedAssociation(
                serve.address, channel, post, self._watch, self._setup.limits, lambda: self._forget(serve.number)
            )
            self._open[serve.number] = association
            session = session_of(serve, EngineArchive(self._intake, post))
            association.start(Agreement(session, serve.accept, serve.peer_maximum))
        except (OSError, RuntimeError) as error:  # it hung up already, or no thread can start
            log.error("a connection from %s could not be served: %s", serve.address, error)
            self._forget(serve.number)
            connected.close()
            post.close()

    def _forget(self, number: int) -> None:
        self._open.pop(number, None)

    def _new_id(self) -> str:
        prefix = self._setup.id_prefix
        return prefix + new_object_id()[len(prefix) :]


class _ToEngine(logging.Handler):
    """Has the engine write our lines into its log."""

    def __init__(self, control: Post[ToReceiver]) -> None:
        super().__init__()
        self._control = control
        self._formatter = OneLineFormatter()

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if record.exc_info:
            text += " " + self._formatter.formatException(record.exc_info)
        try:
            self._control.send(LogLine(record.levelno, record.name, text))
        except OtherEndGone:
            pass  # and so is this process, soon


def _log_to(control: Post[ToReceiver], level: str) -> None:
    handler = _ToEngine(control)
    handler.addFilter(PatientDataFilter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.ERROR)
    logging.getLogger(OURS).setLevel(level)
