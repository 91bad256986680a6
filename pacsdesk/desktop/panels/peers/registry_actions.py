"""What is done with all entries at once: a file brings them or takes them away, their history shows."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from pacsdesk.contract.errors import StorageBroken
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.registry import RegistryFormat
from pacsdesk.contract.services.registry import RegistryService
from pacsdesk.desktop.kit.buttons import action_button
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.saving import AskWhere, ask_where
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import PanelContext


class RegistryActions(QObject):
    """file_chosen: the path of a file that shall be taken in. history_wanted: of all entries."""

    file_chosen = Signal(object)
    history_wanted = Signal()

    def __init__(self, context: PanelContext, parent: QWidget, ask: AskWhere = ask_where) -> None:
        """ask: where to write a file; a test answers itself."""
        super().__init__(parent)
        self._context, self._window, self._ask = context, parent, ask
        self.take_in = QAction(icon("import"), translate("Peers", "Import\u2026"), self)
        self.export = QAction(icon("download"), translate("Peers", "Export\u2026"), self)
        self.history = QAction(icon("history"), translate("Peers", "History of all entries"), self)
        self.take_in.setToolTip(
            translate("Peers", "From TOML, CSV, Orthanc, dcmqrscp or Conquest; shows first what it would change")
        )
        self.export.setToolTip(translate("Peers", "All entries as TOML, or the peers alone as CSV"))
        self.history.setToolTip(translate("Peers", "Who changed what, when and why, with the way back"))
        self.take_in.triggered.connect(self._on_take_in)
        self.export.triggered.connect(self._on_export)
        self.history.triggered.connect(self.history_wanted)
        self._menu = QMenu()  # nobody's child: one made before its siblings breaks the order of Tab in Qt 6.11
        self._menu.addActions(list(self.offered()))
        self._menu.setToolTipsVisible(True)

    def offered(self) -> tuple[QAction, ...]:
        """What this person may do."""
        bringing = (self.take_in,) if self._context.may(Permission.PEER_CHANGE) else ()
        return (*bringing, self.export, self.history)

    def button(self) -> QToolButton:
        """All of them under one button."""
        more = QAction(icon("more-horizontal"), translate("Peers", "More"), self)
        more.setToolTip(translate("Peers", "Import, export, history of all entries"))
        button = action_button(more)
        button.setMenu(self._menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    @Slot()
    def _on_take_in(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self._window, translate("Peers", "Import peers"))
        if chosen:
            self.file_chosen.emit(Path(chosen))

    @Slot()
    def _on_export(self) -> None:
        file = self._ask(self._window, translate("Peers", "Export entries"), "peers.toml")
        if file is not None:
            self.write(file)

    def write(self, file: Path) -> None:
        """All entries into a file, by its name as CSV or TOML."""
        form = RegistryFormat.CSV if file.suffix.lower() == ".csv" else RegistryFormat.TOML
        registry, notices = self._context.services.registry, self._context.notices
        words = translate("Peers", "The entries are in {file}.").format(file=plain(file.name))
        self._context.calls.start(
            lambda: _write(registry, form, file),
            lambda _done: notices.say(words),
            notices.fail,
            owner=self,
        )


def _write(registry: RegistryService, form: RegistryFormat, file: Path) -> None:
    """Blocks. Raises StorageBroken for a place that cannot be written, and what the registry raises."""
    text = registry.export(form)
    try:
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise StorageBroken(f"{file} cannot be written.", f"{error.strerror}.", "Choose another place.") from error
