"""The engine's log: rotating files, one line per event, written off the hot path, without patient data.

What our own code logs holds none. Foreign libraries quote values in their messages, and exceptions carry them in their
text: from both only what cannot hold a patient's data is kept (logger, template, place in the code).
"""

import logging
import os
import queue
import sys
import traceback
from copy import copy
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from pathlib import Path
from typing import IO

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.engine.runtime.settings import LogSettings

OURS = "pacsdesk"
_FORMAT = "%(asctime)s.%(msecs)03d %(levelname)s %(name)s %(message)s"
_LONGEST_LINE = 4000


class PatientDataFilter(logging.Filter):
    """Keeps the template of a foreign message and drops its values."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always True; the record is changed."""
        if not record.name.startswith(OURS):
            template = str(record.msg) if record.args else "a message without template"
            record.msg, record.args = f"{template} ({record.module}:{record.lineno})", ()
        return True


class OneLineFormatter(logging.Formatter):
    """One event, one line; an exception becomes its type and the places it passed."""

    default_time_format = "%Y-%m-%dT%H:%M:%S"

    def __init__(self) -> None:
        super().__init__(_FORMAT, self.default_time_format)

    def format(self, record: logging.LogRecord) -> str:
        """The line, control characters escaped so that a name cannot forge a second one."""
        line = super().format(record)
        line = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in line)
        return line[:_LONGEST_LINE]

    def formatException(self, ei: object) -> str:
        """Type and places of an exception; its text only when it is one of ours, whose texts we write."""
        if not isinstance(ei, tuple) or not isinstance(ei[1], BaseException):
            return ""
        error = ei[1]
        places = " < ".join(
            f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in reversed(traceback.extract_tb(error.__traceback__))
        )
        title = error.title if isinstance(error, PacsDeskError) else ""
        return f"[{type(error).__name__} {title} at {places}]".replace("  ", " ")


class EngineLog:
    """The root logger's handler from `open` to `close`."""

    def __init__(self, folder: Path, settings: LogSettings) -> None:
        self._files = _Files(
            folder / "engine.log",
            maxBytes=settings.megabytes << 20,
            backupCount=settings.files - 1,
            encoding="utf-8",
            delay=True,
        )
        self._files.setFormatter(OneLineFormatter())
        self._queue: queue.SimpleQueue[logging.LogRecord] = queue.SimpleQueue()
        self._handler = _Handler(self._queue)
        self._handler.addFilter(PatientDataFilter())
        self._listener = QueueListener(self._queue, self._files)
        self._level = settings.level.upper()

    def open(self) -> None:
        """Begin to write."""
        root = logging.getLogger()
        root.addHandler(self._handler)
        root.setLevel(logging.ERROR)  # pydicom warns about each odd element of each object
        logging.getLogger(OURS).setLevel(self._level)
        logging.captureWarnings(True)
        self._listener.start()

    def close(self) -> None:
        """Write what waits, then stop."""
        logging.captureWarnings(False)
        logging.getLogger().removeHandler(self._handler)
        self._listener.stop()
        self._files.close()


class _Files(RotatingFileHandler):
    """Writes to standard error what the disk does not take, so that a failed disk is not a silent one."""

    def handleError(self, record: logging.LogRecord) -> None:
        sys.stderr.write(self.format(record) + self.terminator)


class _Handler(QueueHandler):
    """Hands records over as they are: the exception is formatted by the listener, with our formatter alone."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        handed = copy(record)
        handed.msg, handed.args = record.getMessage(), ()
        handed.exc_text = None  # another handler may have left the exception's text there
        return handed


def open_faults(folder: Path) -> IO[str]:
    """Where Python's own crashes are told; on a disk that cannot be written, standard error."""
    try:
        return (folder / "faults.log").open("a", encoding="ascii")
    except OSError:
        return os.fdopen(os.dup(sys.stderr.fileno()), "w")
