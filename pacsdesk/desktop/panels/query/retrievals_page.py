"""What was retrieved from this window: the list, and below it the chosen one with its ledger."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from pacsdesk.contract.types import JobId
from pacsdesk.desktop.kit.labels import ElidedLabel, Tone
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.query.retrieval_list import FILLING, SPARE, WIDTHS, RetrievalsModel
from pacsdesk.desktop.panels.query.retrieval_view import RetrievalView
from pacsdesk.desktop.panels.query.retrievals import Retrieval, Retrievals

LIST_HEIGHT, VIEW_HEIGHT = 200, 480


class RetrievalsPage(QWidget):
    """counted: how many run."""

    counted = Signal(int)

    def __init__(self, context: PanelContext, retrievals: Retrievals, query: QAction) -> None:
        """query: shows the page for asking."""
        super().__init__()
        self._retrievals = retrievals
        self._wanted: JobId | None = None
        self.model = RetrievalsModel(self)
        self.table = Table(context.preferences, "query-retrievals", name=translate("Query", "Retrievals"))
        self.view = RetrievalView(context, retrievals)
        self._amount = ElidedLabel(tone=Tone.MUTED)
        self._states = ListStates(self._build())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._states)
        self._states.show_empty(
            "download",
            translate("Query", "Nothing was retrieved yet"),
            translate("Query", "Choose answers on the Query page, then Retrieve here or Send to another."),
            (query,),
        )
        self.setFocusProxy(self.table)
        self.table.selectionModel().selectionChanged.connect(self._show_chosen)
        self._retrievals.changed.connect(self._on_changed)
        self._retrievals.begun.connect(self._on_begun)

    def _build(self) -> QWidget:
        self.table.set_default_columns(WIDTHS, filling=FILLING, spare=SPARE)
        self.table.set_model(self.model)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.table)
        splitter.addWidget(self.view)
        splitter.setSizes([LIST_HEIGHT, VIEW_HEIGHT])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        return splitter

    def toolbar(self) -> QWidget:
        """How many there are."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._amount, 1)
        return bar

    def chosen(self) -> Retrieval | None:
        """The one that shows below."""
        rows = self.table.selectionModel().selectedRows(0)
        return self.model.retrieval(rows[0].row()) if rows else None

    @Slot()
    def _on_changed(self) -> None:
        retrievals = self._retrievals.all()
        self.model.show_retrievals(retrievals)
        self._states.show_content()
        self._amount.set_text(counted("Query", "%Ln retrievals", len(retrievals)))
        self.counted.emit(sum(one.is_running for one in retrievals))
        self._show_chosen()

    @Slot(object)
    def _on_begun(self, job_id: JobId) -> None:
        row = self.model.row_of(job_id)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.view.show_retrieval(chosen)
