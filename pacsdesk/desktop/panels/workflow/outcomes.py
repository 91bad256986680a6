"""What became of the requests of a page: a list of them, and the chosen one in full below with its findings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.paging import Page
from pacsdesk.desktop.kit.applying import Applying
from pacsdesk.desktop.kit.findings_column import FindingsColumn
from pacsdesk.desktop.kit.record_list import RecordColumn, RecordModel
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, PanelContext
from pacsdesk.desktop.panels.workflow.framing import one_above_the_other, show_records

_LIST_SIZES = (110, 480)


class Outcome(Protocol):
    """What an outcome must say."""

    @property
    def peer(self) -> str:
        """Who was asked, by name."""
        ...

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Why it did not go well."""
        ...


T = TypeVar("T", bound=Outcome)
L = TypeVar("L")


@dataclass(frozen=True, slots=True)
class Columns(Generic[L]):
    """A table. key: under which its widths are remembered; name: for who cannot see it; filling: as ColumnHeader has
    it."""

    key: str
    name: str
    columns: tuple[RecordColumn[L], ...]
    filling: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Telling(Generic[T, L]):
    """How an outcome is told: in a sentence, in more words, line by line, and as text to be copied."""

    heading: Callable[[T], str]
    words: Callable[[T], str]
    lines: Callable[[T], Sequence[L]]
    text: Callable[[T], str]


class OutcomesView(QWidget, Generic[T, L]):
    """model: the outcomes; lines: those of the chosen one."""

    def __init__(
        self,
        context: PanelContext,
        listing: Columns[T],
        detail: Columns[L],
        telling: Telling[T, L],
        copy: QAction,
        detail_sizes: tuple[int, int],
    ) -> None:
        """copy: takes the chosen one as text. detail_sizes: of findings and lines at first, pixels."""
        super().__init__()
        self._context = context
        self._telling = telling
        in_words = partial(translate, "Workflow")
        self.model = RecordModel(listing.columns, in_words, self)
        self.lines = RecordModel(detail.columns, in_words, self)
        self.table = Table(context.preferences, listing.key, name=listing.name)
        self.findings = FindingsColumn(may_change=context.may(Permission.PEER_CHANGE), applying=Applying(context))
        lines_table = Table(context.preferences, detail.key, name=detail.name)
        show_records(self.table, self.model, listing.columns, filling=listing.filling)
        show_records(lines_table, self.lines, detail.columns, filling=detail.filling)
        for table in (self.table, lines_table):
            table.set_row_actions((copy,))
        below = one_above_the_other(self.findings, lines_table, detail_sizes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(one_above_the_other(self.table, below, _LIST_SIZES))
        self.findings.change_wanted.connect(self._on_change_wanted)
        self.table.selectionModel().selectionChanged.connect(self._on_chosen_changed)
        copy.triggered.connect(self._on_copy)

    def chosen(self) -> T | None:
        """The one that shows in full."""
        rows = self.table.selected_rows()
        return self.model.records[rows[0].row()] if rows else None

    def show_outcomes(self, outcomes: tuple[T, ...], row: int = 0) -> None:
        """These and no others, one of them in full."""
        self.model.start_over(Page(outcomes))
        self.table.setCurrentIndex(self.model.index(row, 0))

    @Slot()
    def _on_chosen_changed(self) -> None:
        if outcome := self.chosen():
            self.findings.say(self._telling.heading(outcome), self._telling.words(outcome), outcome.findings)
            self.lines.start_over(Page(tuple(self._telling.lines(outcome))))

    @Slot()
    def _on_copy(self) -> None:
        if outcome := self.chosen():
            QGuiApplication.clipboard().setText(self._telling.text(outcome))
            self._context.notices.say(translate("Workflow", "Copied"))

    @Slot()
    def _on_change_wanted(self) -> None:
        if outcome := self.chosen():
            self._context.navigator.go(Destination("peers", words=outcome.peer))
