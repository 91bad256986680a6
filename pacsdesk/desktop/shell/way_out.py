"""How an engine is stopped by somebody who does not get in: one of another site that stands in the way, or one whose
password nobody knows.
"""

import os
import re
import shlex
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.program import shell_line
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.code_text import CodeText
from pacsdesk.desktop.kit.commands import to_type
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.link.finding import engine_process

_COMMAND = re.compile(r"`pacsdesk ([^`]+)`")
_STOP = re.compile(r"[Ss]top it with `pacsdesk (stop --data-dir [^`]+)`")


def command_in(hint: str) -> str:
    """The command that a next step names, "" when it names none."""
    found = _COMMAND.search(hint)
    return to_type(found[1]) if found else ""


def words_to_stop(error: PacsDeskError) -> list[str]:
    """What `pacsdesk` takes to stop the engine that an error says is in the way; empty for any other error."""
    found = _STOP.search(error.hint)
    return shlex.split(found[1]) if found else []


def stop_command(folder: Path) -> str:
    """What stops the engine of a folder, for those who may sign in."""
    return to_type(shell_line(("stop", "--data-dir", folder)))


class WayOut(QWidget):
    """Under the fields of the sign-in page: a line that opens what can be done without getting in."""

    def __init__(self) -> None:
        super().__init__()
        self._question = make_button(translate("Shell", "Wrong engine, or no password?"), Rank.LINK)
        self._answer: QWidget | None = None
        self._folder: Path | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.S)
        self._column.addWidget(self._question, alignment=Qt.AlignmentFlag.AlignLeft)
        self._question.clicked.connect(self._on_asked)
        self.hide()

    def show_engine(self, folder: Path | None) -> None:
        """The engine that asks is that of a folder of this computer; None: one elsewhere, which is not ours to stop."""
        self._folder = folder
        self._drop_answer()
        self.setVisible(folder is not None)

    def commands(self) -> list[str]:
        """What the answer names, while it shows."""
        return [code.toPlainText() for code in self._answer.findChildren(CodeText)] if self._answer else []

    @Slot()
    def _on_asked(self) -> None:
        if self._answer is not None or self._folder is None:
            self._drop_answer()
            return
        self._answer = _answer(self._folder, engine_process(self._folder))
        self._column.addWidget(self._answer)

    def _drop_answer(self) -> None:
        if self._answer is not None:
            self._answer.hide()
            self._answer.deleteLater()
            self._answer = None


def _answer(folder: Path, process: int) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS)
    steps = [
        (
            translate(
                "Shell", "An engine goes on when its window is closed. With a name and a password it is stopped by"
            ),
            stop_command(folder),
        )
    ]
    if process and os.name == "posix":
        words = translate("Shell", "Without them, by the account that runs it; what it receives is stored first:")
        steps.append((words, f"kill {process}"))
    for words, command in steps:
        column.addWidget(TextLabel(words, tone=Tone.MUTED, wrap=True))
        column.addWidget(CodeText(command, words))
    return page
