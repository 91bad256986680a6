"""What a file would bring, entry by entry, before it is taken in: new, changed and how, left out and why."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.errors import InvalidInput, PacsDeskError
from pacsdesk.contract.records.paging import Page
from pacsdesk.contract.records.registry import ImportedEntry, ImportVerdict, RegistryImport
from pacsdesk.contract.services.registry import RegistryService
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, format_count, plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import ElidedLabel, Tone
from pacsdesk.desktop.kit.record_list import RecordColumn, RecordModel
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.peers.registry_words import (
    fields_line,
    kind_word,
    number_of,
    summary_of,
    verdict_shape,
    verdict_word,
)
from pacsdesk.desktop.panels.peers.taking_back import TakingBack

LARGEST_FILE = 900_000  # the link takes a body of 1 MiB


@dataclass(frozen=True, slots=True)
class Brought:
    """A file that was read, and what it would do."""

    file_name: str
    text: str
    result: RegistryImport


def _what(entry: ImportedEntry) -> str:
    return in_own_words(plain(entry.reason)) if entry.reason else fields_line(entry.fields) or NOTHING


COLUMNS: tuple[RecordColumn[ImportedEntry], ...] = (
    RecordColumn(
        marked("Peers", "State"),
        112,
        lambda one: verdict_word(one.verdict),
        shape=lambda one: verdict_shape(one.verdict),
    ),
    RecordColumn(marked("Peers", "Name"), 148, lambda one: plain(one.name) or NOTHING),
    RecordColumn(marked("Peers", "Kind"), 88, lambda one: kind_word(one.kind)),
    RecordColumn(marked("Peers", "Where"), 168, lambda one: plain(one.place)),
    RecordColumn(marked("Peers", "What changes, or why not"), 320, _what),
)
FILLING = (4,)


class ImportPage(QWidget):
    """left: the file was taken in, or not after all."""

    left = Signal()

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._brought: Brought | None = None
        self._asked = 0
        self.take_in = QAction(icon("import"), translate("Peers", "Take in"), self)
        self.leave = QAction(icon("x"), translate("Peers", "Not now"), self)
        self.told = ElidedLabel(tone=Tone.MUTED)
        self.model: RecordModel[ImportedEntry] = RecordModel(COLUMNS, lambda text: translate("Peers", text), self)
        self.table = Table(context.preferences, "peers-import", name=translate("Peers", "What the file brings"))
        self._states = ListStates(self.table)
        self._taking_back = TakingBack(context, self)
        widths = {number: column.width for number, column in enumerate(COLUMNS)}
        self.table.set_default_columns(widths, filling=FILLING)
        self.table.set_model(self.model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._states)
        self.setFocusProxy(self.table)
        self.take_in.setToolTip(translate("Peers", "Make these changes, all of them or none; this can be undone"))
        self.leave.setToolTip(translate("Peers", "Change nothing"))
        self.take_in.triggered.connect(self._on_take_in)
        self.leave.triggered.connect(self.left)
        self._judge()

    def toolbar(self) -> QWidget:
        """Doing it or not, and how much it is."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(action_button(self.take_in, Rank.PRIMARY))
        row.addWidget(action_button(self.leave))
        row.addWidget(self.told, 1)
        return bar

    def show_file(self, path: Path) -> None:
        """Look at what a file would bring; nothing is changed by that."""
        self._brought = None
        self._judge()
        self._states.show_loading()
        registry = self._context.services.registry
        self._context.calls.drop(self._asked)
        self._asked = self._context.calls.start(
            lambda: _look(registry, path), self._on_looked, lambda error: self._on_unreadable(path, error), owner=self
        )

    def _on_looked(self, brought: Brought) -> None:
        self._brought = brought
        self.model.start_over(Page(brought.result.entries, "", len(brought.result.entries)))
        if brought.result.entries:
            self._states.show_content()
        else:
            self._states.show_empty(
                "file-x",
                translate("Peers", "There is no entry in this file"),
                translate("Peers", "It takes TOML and CSV of PACSDesk, orthanc.json, dcmqrscp.cfg and acrnema.map."),
            )
        self._judge()

    def _on_unreadable(self, path: Path, error: PacsDeskError) -> None:
        self._states.show_error(error, lambda: self.show_file(path))

    def _number_to_change(self) -> int:
        brought = self._brought
        return number_of(brought.result, ImportVerdict.NEW, ImportVerdict.CHANGED) if brought else 0

    def _judge(self) -> None:
        brought = self._brought
        self.take_in.setEnabled(self._number_to_change() > 0)
        self.told.set_text(summary_of(brought.file_name, brought.result) if brought else "")

    @Slot()
    def _on_take_in(self) -> None:
        brought, registry = self._brought, self._context.services.registry
        if brought is not None:
            self.take_in.setEnabled(False)
            self._context.calls.start(
                lambda: registry.take_in(brought.file_name, brought.text, brought.result.form),
                self._on_taken_in,
                self._on_failed,
                owner=self,
            )

    def _on_taken_in(self, result: RegistryImport) -> None:
        number = number_of(result, ImportVerdict.NEW, ImportVerdict.CHANGED)
        words = counted("Peers", "%Ln entries are taken in.", number)
        self._taking_back.say_with_undo(words, result.version_ids)
        self.left.emit()

    def _on_failed(self, error: PacsDeskError) -> None:
        self._context.notices.fail(error)
        self._judge()


def _look(registry: RegistryService, path: Path) -> Brought:
    """Blocks. Raises InvalidInput for a file that cannot be read, and what the registry raises."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        title = translate("Peers", "{file} cannot be read.").format(file=plain(path.name))
        raise InvalidInput(title, f"{error.strerror}.", translate("Peers", "Choose another file.")) from error
    if len(content) > LARGEST_FILE:
        title = translate("Peers", "{file} is too large.").format(file=plain(path.name))
        most = translate("Peers", "At most {size} bytes are taken in.").format(size=format_count(LARGEST_FILE))
        raise InvalidInput(title, most, translate("Peers", "Choose another file."))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("latin-1")  # configuration files of old; every byte is a character there
    return Brought(path.name, text, registry.preview(path.name, text))
