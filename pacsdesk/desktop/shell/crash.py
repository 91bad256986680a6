"""A mistake of ours is told once, kept without patient data, and the window goes on working.

Exceptions of slots, workers and threads arrive at different hooks on different threads; all of them come here and hop
to the GUI thread. What is shown and logged names types, files and lines, never values.
"""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from pacsdesk import __version__
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import mono_font
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import counted, translate

log = logging.getLogger(__name__)

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def describe_mistake(kind: type[BaseException], trace: TracebackType | None, thread: str) -> str:
    """What a developer needs: versions, thread, type, files, lines; not the message, for it may hold data."""
    frames = traceback.extract_tb(trace)
    lines = [f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames]
    head = f"PACSDesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    return "\n".join([head, f"Thread {thread}", f"{kind.__module__}.{kind.__qualname__}", *lines])


def _short(filename: str) -> str:
    """A path from the package's name on: no folder of a person."""
    parts = Path(filename).parts
    for name in ("pacsdesk", "site-packages"):
        if name in parts:
            return "/".join(parts[parts.index(name) :])
    return parts[-1] if parts else ""


class CrashReports(QObject):
    """Takes over the hooks between `install` and `uninstall`; `reported` comes in the GUI thread."""

    reported = Signal(str)
    _arrived = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fault_file: IO[str] | None = None
        self._restore: list[Callable[[], None]] = []
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def install(self, log_folder: Path) -> None:
        """log_folder: gets desktop-crash.txt, written only when the interpreter itself dies."""
        log_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._fault_file = (log_folder / "desktop-crash.txt").open("a", encoding="utf-8")
        faulthandler.enable(self._fault_file)
        before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        previous = qInstallMessageHandler(_log_qt_message)

        def put_back() -> None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = before
            qInstallMessageHandler(previous)

        self._restore.append(put_back)

    def uninstall(self) -> None:
        """Give the hooks back."""
        while self._restore:
            self._restore.pop()()
        if self._fault_file is not None:
            faulthandler.disable()
            self._fault_file.close()
            self._fault_file = None

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        self._tell(kind, trace, threading.current_thread().name)

    def _on_thread_exception(self, happened: threading.ExceptHookArgs) -> None:
        if not issubclass(happened.exc_type, SystemExit):
            self._tell(happened.exc_type, happened.exc_traceback, happened.thread.name if happened.thread else "")

    def _on_unraisable(self, happened: "sys.UnraisableHookArgs") -> None:
        self._tell(happened.exc_type, happened.exc_traceback, threading.current_thread().name)

    def _tell(self, kind: type[BaseException], trace: TracebackType | None, thread: str) -> None:
        details = describe_mistake(kind, trace, thread)
        log.error("a mistake of the program:\n%s", details)
        self._arrived.emit(details)

    @Slot(str)
    def _on_arrived(self, details: str) -> None:
        self.reported.emit(details)


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    log.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt %s: %s", context.category, text)


class CrashDialog(QDialog):
    """One dialog however many mistakes come; more of them are counted in the one that is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._more = TextLabel(tone=Tone.MUTED)
        self._details = QPlainTextEdit()
        self.setWindowTitle(translate("Shell", "PACSDesk made a mistake"))
        self.setModal(False)
        self._build()

    def _build(self) -> None:
        self._details.setReadOnly(True)
        self._details.setFont(mono_font(TypeSize.SMALL))
        self._details.setAccessibleName(translate("Shell", "Details"))
        self._details.setMinimumSize(560, 200)
        copy = make_button(translate("Shell", "Copy details"))
        copy.clicked.connect(self._on_copy_clicked)
        go_on = make_button(translate("Shell", "Go on working"), Rank.PRIMARY)
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addWidget(self._more)
        row.addStretch()
        row.addWidget(go_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.L)
        layout.setSpacing(Space.M)
        title = translate("Shell", "PACSDesk made a mistake and goes on")
        layout.addWidget(TextLabel(title, size=TypeSize.TITLE, strong=True))
        words = translate(
            "Shell",
            "The archive is not touched by this: it runs in a process of its own. What you did last may not have been "
            "carried out. The details name places in the program and hold no patient data.",
        )
        layout.addWidget(TextLabel(words, tone=Tone.MUTED, wrap=True))
        layout.addWidget(self._details)
        layout.addLayout(row)

    def details(self) -> str:
        """What would be copied."""
        return self._details.toPlainText()

    def more(self) -> str:
        """How many came after it, in words."""
        return self._more.text()

    @Slot(str)
    def report(self, details: str) -> None:
        """Show the first mistake, count those that come while it shows."""
        if self.isVisible():
            self._count += 1
            self._more.setText(counted("Shell", "and %Ln more", self._count))
            return
        self._count = 0
        self._more.setText("")
        self._details.setPlainText(details)
        self.show()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.details())
