"""Asks for files, folders and targets with the system's own dialogs; the window goes on while they are open."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from pacsdesk.desktop.kit.translation import translate


class FileAsker(Protocol):
    """What the panel needs to ask; nothing follows when the person backs out."""

    def files(self, parent: QWidget, on_chosen: Callable[[list[Path]], None]) -> None:
        """Files to import."""
        ...

    def folder(self, parent: QWidget, title: str, on_chosen: Callable[[Path], None]) -> None:
        """A folder, to import from or to export into."""
        ...

    def zip_target(self, parent: QWidget, file_name: str, on_chosen: Callable[[Path], None]) -> None:
        """Where to write a ZIP; replacing a file was confirmed by the dialog."""
        ...


class FileDialogs:
    """Qt's file dialogs, one at a time, beginning where the last one ended."""

    def __init__(self) -> None:
        self._folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)

    def files(self, parent: QWidget, on_chosen: Callable[[list[Path]], None]) -> None:
        """Ask for files to import."""
        dialog = QFileDialog(parent, translate("Studies", "Import files"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        self._open(dialog, on_chosen)

    def folder(self, parent: QWidget, title: str, on_chosen: Callable[[Path], None]) -> None:
        """Ask for a folder."""
        dialog = QFileDialog(parent, title, self._folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog, lambda paths: on_chosen(paths[0]))

    def zip_target(self, parent: QWidget, file_name: str, on_chosen: Callable[[Path], None]) -> None:
        """Ask where to write a ZIP."""
        title, kinds = translate("Studies", "Export to ZIP"), translate("Studies", "ZIP files (*.zip)")
        dialog = QFileDialog(parent, title, self._folder, kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.selectFile(file_name)
        self._open(dialog, lambda paths: on_chosen(paths[0]))

    def _open(self, dialog: QFileDialog, on_chosen: Callable[[list[Path]], None]) -> None:
        def take() -> None:
            paths = [Path(name) for name in dialog.selectedFiles()]
            self._folder = dialog.directory().absolutePath()
            if paths:
                on_chosen(paths)

        dialog.accepted.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
