"""The Studies panel: studies, conflicts and trash as three pages under one row of tools, with one search field."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.formatting import format_count
from pacsdesk.desktop.kit.search_field import SearchField
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, Panel, PanelContext
from pacsdesk.desktop.panels.studies.asking import FileAsker
from pacsdesk.desktop.panels.studies.conflicts_page import ConflictsPage
from pacsdesk.desktop.panels.studies.entering import EntryFromSearch
from pacsdesk.desktop.panels.studies.studies_page import StudiesPage
from pacsdesk.desktop.panels.studies.transfers import FileWork, Transfers
from pacsdesk.desktop.panels.studies.trash_page import TrashPage


class StudiesPanel(Panel):
    """Three pages; a page is built at once, for each watches events, but the trash only for who may see it."""

    def __init__(self, context: PanelContext, work: FileWork, asker: FileAsker) -> None:
        super().__init__()
        self._search = SearchField(
            translate("Studies", "Name, ID, accession, date, modality - for example: smith ct 2026-03"),
            translate("Studies", "Search studies"),
        )
        self.transfers = Transfers(context, work, self)
        self.studies = StudiesPage(context, self.transfers, asker)
        self.conflicts = ConflictsPage(context)
        self.trash = TrashPage(context, self.studies.deletion) if context.may(Permission.STUDY_DELETE) else None
        self._entry = EntryFromSearch(self.studies.list, self)
        self._switch = QTabBar()
        self._pages = QStackedWidget()
        self._toolbars = QStackedWidget()
        self._build()
        self._connect()
        self.conflicts.list.refresh()

    def _build(self) -> None:
        self._add_page(translate("Studies", "Studies"), self.studies, self.studies.toolbar())
        self._add_page(translate("Studies", "Conflicts"), self.conflicts, QWidget())
        if self.trash is not None:
            self._add_page(translate("Studies", "Trash"), self.trash, self.trash.toolbar())
        self._switch.setAccessibleName(translate("Studies", "Studies, conflicts or trash"))
        self._switch.setDrawBase(False)
        self._switch.setExpanding(False)
        tools = QFrame()
        set_look(tools, surface="0", edge="bottom")
        row = QHBoxLayout(tools)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.L)
        row.addWidget(self._toolbars, 1)
        row.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(tools)
        layout.addWidget(self._pages, 1)

    def _add_page(self, title: str, page: QWidget, toolbar: QWidget) -> None:
        self._switch.addTab(title)
        self._pages.addWidget(page)
        self._toolbars.addWidget(toolbar)

    def _connect(self) -> None:
        self._switch.currentChanged.connect(self._on_page_chosen)
        self._search.words_changed.connect(self._on_words_changed)
        self._search.left.connect(self._entry.go)
        self._search.entered.connect(self._entry.enter)
        self.studies.list.table.typed_past.connect(self._search.type_on)
        self.setFocusProxy(self.studies.list.table)
        self.studies.list.search_cleared.connect(self._on_search_cleared)
        self.conflicts.list.counted.connect(self._on_conflicts_counted)

    # what the shell asks

    def show_destination(self, destination: Destination) -> None:
        """Show a study in the list, or search for words."""
        self._switch.setCurrentIndex(0)
        if destination.study_instance_uid is None:
            self._search.search_for(destination.words)
        elif not self.studies.list.show_study(destination.study_instance_uid, destination.series_instance_uid):
            self._search.search_for(destination.study_instance_uid)

    def refresh(self) -> None:
        """Read all three lists again; the order shown before keeps selection and place."""
        self.studies.list.loader.refresh()
        self.conflicts.list.refresh()
        if self.trash is not None and self._pages.currentWidget() is self.trash:
            self.trash.list.refresh()

    def focus_search(self) -> None:
        """To the field in the header, with what stands there ready to be typed over."""
        self._search.setFocus()
        self._search.selectAll()

    def panel_actions(self) -> tuple[QAction, ...]:
        """All that this person may do with studies."""
        taking_back = (self.trash.take_back,) if self.trash is not None else ()
        return (*self.studies.actions_of_studies.offered(), *taking_back)

    def search_widget(self) -> QWidget | None:
        """The one search field."""
        return self._search

    # what happened

    @Slot(int)
    def _on_page_chosen(self, number: int) -> None:
        self._pages.setCurrentIndex(number)
        self._toolbars.setCurrentIndex(number)
        if self.trash is not None and self._pages.currentWidget() is self.trash:
            self.trash.list.refresh()

    @Slot(str)
    def _on_words_changed(self, words: str) -> None:
        self._switch.setCurrentIndex(0)  # the field searches studies; on another page it would seem to do nothing
        self.studies.list.search(words)

    @Slot()
    def _on_search_cleared(self) -> None:
        self._search.search_for("")
        self._search.setFocus()

    @Slot(int)
    def _on_conflicts_counted(self, count: int) -> None:
        title = translate("Studies", "Conflicts")
        self._switch.setTabText(1, f"{title} {format_count(count)}" if count else title)
