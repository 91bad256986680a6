"""The engine's event stream as Qt signals: arrives in the GUI thread, says when the engine is lost and found again."""

from collections.abc import Callable, Iterator
from threading import Event, Thread

from PySide6.QtCore import QCoreApplication, QObject, Signal

from pacsdesk.contract.errors import NotSignedIn, PacsDeskError

FIRST_WAIT_S = 0.25
LONGEST_WAIT_S = 4.0


class EngineEvents(QObject):
    """Listens on a thread of its own and reconnects by itself.

    happened: any record of contract.events. engine_lost: with the reason, once per loss. engine_found: a stream stands.
    session_refused: the engine answers and does not know the session any more, once until a stream stands.
    """

    happened = Signal(object)
    engine_lost = Signal(str)
    engine_found = Signal()
    session_refused = Signal(str)

    def __init__(
        self,
        listen: Callable[[Event], Iterator[object]],
        parent: QObject | None = None,
        *,
        first_wait_s: float = FIRST_WAIT_S,
    ) -> None:
        """listen: opens one stream; yields None once it stands, then records; ends or raises PacsDeskError when cut.

        first_wait_s: before the first try to reconnect; each further one waits twice as long.
        """
        super().__init__(parent)
        self._listen = listen
        self._first_wait_s = first_wait_s
        self._stop = Event()
        self._thread = Thread(target=self._run, name="engine-events", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def close(self, seconds: float = 3.0) -> None:
        """Stop listening and wait for the thread."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(seconds)

    def _run(self) -> None:
        wait = self._first_wait_s
        told = ""
        while not self._stop.is_set():
            what, reason = "lost", QCoreApplication.translate("Bridge", "the engine closed the connection")
            try:
                for record in self._listen(self._stop):
                    if record is None:
                        wait, told = self._first_wait_s, ""
                        self.engine_found.emit()
                    else:
                        self.happened.emit(record)
            except NotSignedIn as error:
                what, reason = "refused", error.title
            except PacsDeskError as error:
                reason = error.title
            if what != told and not self._stop.is_set():
                told = what
                (self.session_refused if what == "refused" else self.engine_lost).emit(reason)
            self._stop.wait(wait)
            wait = min(wait * 2, LONGEST_WAIT_S)
