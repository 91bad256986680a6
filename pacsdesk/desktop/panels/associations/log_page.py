"""The log of the other side beside our journal: two columns in the order of time, at our clock."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot
from PySide6.QtWidgets import QDoubleSpinBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.logs import LogOrder, LogTimeline
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.formatting import NOTHING
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.associations.log_rows import LogRow, rows_of, told_of

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
TIME, THERE, HERE, LINE = range(4)
_TITLES = (
    marked("Associations", "Time here"),
    marked("Associations", "In the log of the other side"),
    marked("Associations", "In our journal"),
    marked("Associations", "Line of the log"),
)
_WIDTHS = {TIME: 112, THERE: 300, HERE: 260, LINE: 320}
_DAY_SECONDS = 100_000.0


class LogModel(QAbstractTableModel):
    """A row for each event of either side."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[LogRow, ...] = ()

    def show(self, rows: tuple[LogRow, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translate("Associations", _TITLES[section])
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row, column = self._rows[index.row()], index.column()
        if column == TIME:
            return f"{row.at.astimezone():%H:%M:%S.%f}"[:-3] if row.at else NOTHING
        return (row.there, row.here, row.line)[column - THERE]


class LogPage(QWidget):
    """Nothing of the file is kept by the engine."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._file: Path | None = None
        self._asked = 0
        self.open = make_button(translate("Associations", "Open a log"), Rank.PRIMARY)
        self.offset = QDoubleSpinBox()
        self.again = make_button(translate("Associations", "Use this offset"))
        self._told = TextLabel(tone=Tone.MUTED, wrap=True, selectable=True)
        self._told.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        self._told.hide()
        self.model = LogModel(self)
        self.table = Table(context.preferences, "association-log", name=translate("Associations", "Both sides"))
        self.table.set_default_columns(_WIDTHS, filling=(THERE, HERE, LINE), spare=(LINE,))
        self.table.set_model(self.model)
        self.states = ListStates(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._told)
        layout.addWidget(self.states, 1)
        self.setFocusProxy(self.table)
        self._set_up()
        self.show_nothing()

    def _set_up(self) -> None:
        self.offset.setRange(-_DAY_SECONDS, _DAY_SECONDS)
        self.offset.setDecimals(3)
        self.offset.setSuffix(" s")
        self.offset.setAccessibleName(translate("Associations", "Seconds to add to the times of the log"))
        self.offset.setToolTip(self.offset.accessibleName())
        self.again.setEnabled(False)
        self.offset.setEnabled(False)
        self.open.clicked.connect(self._on_open)
        self.again.clicked.connect(self._on_again)

    def toolbar(self) -> QWidget:
        """What opens a log, and its clock."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self.open)
        row.addWidget(TextLabel(translate("Associations", "Clock offset"), tone=Tone.MUTED))
        row.addWidget(self.offset)
        row.addWidget(self.again)
        row.addStretch(1)
        return bar

    def show_nothing(self) -> None:
        """No log is open."""
        self.states.show_empty(
            "scroll-text",
            translate("Associations", "No log is open"),
            translate(
                "Associations",
                "Open the log of DCMTK, pynetdicom, dcm4che or Orthanc: what it tells stands beside what we saw.",
            ),
        )

    def read(self, file: Path, offset: float | None = None) -> None:
        """Read a log and show it. offset: seconds to add to its times, None to find out."""
        self._file = file
        self.states.show_loading()
        calls = self._context.calls
        calls.drop(self._asked)
        order = LogOrder(offset_seconds=offset)
        self._asked = calls.start(
            partial(_read, self._context, file, order), self._on_read, self._on_failed, owner=self
        )

    def _on_read(self, timeline: LogTimeline) -> None:
        self._asked = 0
        self.model.show(rows_of(timeline))
        self._told.setText(told_of(timeline))
        self._told.show()
        self.offset.setValue(timeline.offset_seconds)
        self.offset.setEnabled(timeline.has_times)
        self.again.setEnabled(timeline.has_times)
        self.states.show_content()

    def _on_failed(self, error: PacsDeskError) -> None:
        self._asked = 0
        self._told.hide()
        self.states.show_error(error, self._on_again)

    @Slot()
    def _on_open(self) -> None:
        chosen, _filter = QFileDialog.getOpenFileName(self, translate("Associations", "Open a log"))
        if chosen:
            self.read(Path(chosen))

    @Slot()
    def _on_again(self) -> None:
        if self._file is not None:
            self.read(self._file, self.offset.value())


def _read(context: PanelContext, file: Path, order: LogOrder) -> LogTimeline:
    """Blocks. Raises InvalidInput for what is no log, NotFound."""
    logs = context.services.logs
    upload_id = logs.open()
    try:
        context.client.upload(f"uploads/logs/{upload_id}", file.name, file)
        return logs.read(upload_id, order)
    finally:
        logs.drop(upload_id)
