"""Asks a person where to write a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

AskWhere = Callable[[QWidget, str, str], Path | None]
"""Of a window, a title and a proposed name where to write; None when the person thought again."""


def ask_where(parent: QWidget, title: str, name: str) -> Path | None:
    """The system's own way to ask; what is there already is asked about."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, title, name)
    return Path(chosen) if chosen else None
