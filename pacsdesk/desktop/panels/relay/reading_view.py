"""One trace read in three panes: its PDUs, the fields of the chosen one, and its bytes."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QTreeView, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.traces import DecodedPdu, TracedPdu, TraceFilter
from pacsdesk.desktop.kit.errors import title_of
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordList
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.relay.field_model import FieldModel
from pacsdesk.desktop.panels.relay.hex_view import HexView
from pacsdesk.desktop.panels.relay.words import PDU_COLUMNS

_NOT_CHOSEN = EmptyWords(
    "scroll-text",
    marked("Relay", "No trace is chosen"),
    marked("Relay", "Choose one on the left to read what passed, PDU by PDU."),
)
_NOTHING_YET = EmptyWords(
    "scroll-text",
    marked("Relay", "Nothing has passed"),
    marked("Relay", "Associations that begin while the trace runs show here; those that were open before do not."),
)
_NONE_MATCHES = EmptyWords(
    "search", marked("Relay", "No line matches"), marked("Relay", "Words are looked for in the kind and what it says.")
)
_HEIGHTS = (260, 220, 150)
_NAME_WIDTH = 320


class ReadingView(QWidget):
    """Shows nothing until a trace is chosen."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._trace_id = ""
        self._number = 0  # of the line that shows or was asked for
        self.words = QLineEdit()
        self.words.setPlaceholderText(translate("Relay", "Kind or words - for example: c-store-rsp"))
        self.words.setAccessibleName(translate("Relay", "Search in the trace"))
        self.words.setClearButtonEnabled(True)
        needs = ListNeeds(context.calls, context.preferences, context.notices.fail)
        self.pdus: RecordList[TracedPdu] = RecordList(
            needs,
            Listing(
                partial(translate, "Relay"),
                translate("Relay", "PDUs"),
                "relay-pdus",
                PDU_COLUMNS,
                self._read,
                lambda one: one.number,
                _NOT_CHOSEN,
                filling=(len(PDU_COLUMNS) - 1,),
                spare=(2,),
            ),
        )
        self.fields = FieldModel(self)
        self.tree = QTreeView()
        self.hex = HexView()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.tree.setModel(self.fields)
        self.tree.setAccessibleName(translate("Relay", "Fields"))
        self.tree.setUniformRowHeights(True)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.header().resizeSection(0, _NAME_WIDTH)
        whole = QSplitter(Qt.Orientation.Vertical)
        for pane in (self.pdus, self.tree, self.hex):
            whole.addWidget(pane)
        whole.setSizes(list(_HEIGHTS))
        whole.setChildrenCollapsible(False)
        whole.setHandleWidth(1)
        search = QHBoxLayout()
        search.setContentsMargins(Space.S, Space.S, Space.S, 0)
        search.addWidget(self.words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addLayout(search)
        layout.addWidget(whole, 1)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._on_words)
        self.pdus.chosen_changed.connect(self._on_pdu_chosen)
        self.tree.selectionModel().currentChanged.connect(self._on_field_chosen)

    def read(self, trace_id: str) -> None:
        """Show a trace; "" for none."""
        if trace_id != self._trace_id:
            self._trace_id = trace_id
            self._show_nothing()
            self._show()

    def follow(self) -> None:
        """More may have come."""
        if self._trace_id:
            self.pdus.refresh()

    def _read(self, page: PageRequest) -> Page[TracedPdu]:
        return Page(())

    def _show(self) -> None:
        words, trace_id = self.words.text(), self._trace_id
        if not trace_id:
            self.pdus.show_other(self._read, _NOT_CHOSEN)
            return
        read = partial(self._context.services.traces.pdus, trace_id, TraceFilter(words))
        self.pdus.show_other(read, _NONE_MATCHES if words.strip() else _NOTHING_YET)

    def _show_nothing(self) -> None:
        self._number = 0
        self.fields.show(())
        self.hex.show_bytes(())

    @Slot()
    def _on_words(self) -> None:
        self._show()

    @Slot()
    def _on_pdu_chosen(self) -> None:
        chosen = self.pdus.chosen()
        if len(chosen) != 1 or not self._trace_id:
            self._show_nothing()
            return
        if chosen[0].number == self._number:
            return
        self._number = chosen[0].number
        read = partial(self._context.services.traces.pdu, self._trace_id, chosen[0].number)
        self._context.calls.start(read, self._on_decoded, self._on_failed, owner=self)

    def _on_decoded(self, decoded: DecodedPdu) -> None:
        if decoded.pdu.number == self._number:
            self.fields.show(decoded.fields)
            self.tree.expandAll()
            self.hex.show_bytes(decoded.pieces)

    def _on_failed(self, error: PacsDeskError) -> None:
        self._show_nothing()
        self._context.notices.warn(title_of(error), error.detail)

    @Slot(QModelIndex, QModelIndex)
    def _on_field_chosen(self, current: QModelIndex, _before: QModelIndex) -> None:
        field = self.fields.field_at(current)
        if field is not None:
            self.hex.mark(field.offset, field.length)
