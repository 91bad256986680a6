"""The Studies panel: studies, conflicts and trash as three pages under one row of tools, with one search field."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.pages import TabbedPages
from pacsdesk.desktop.kit.search_field import SearchField
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, Panel, PanelContext
from pacsdesk.desktop.panels.studies.asking import FileAsker
from pacsdesk.desktop.panels.studies.conflicts_page import ConflictsPage
from pacsdesk.desktop.panels.studies.entering import EntryFromSearch
from pacsdesk.desktop.panels.studies.studies_page import StudiesPage
from pacsdesk.desktop.panels.studies.transfers import FileWork, Transfers
from pacsdesk.desktop.panels.studies.trash_page import TrashPage

STUDIES, CONFLICTS = range(2)


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
        self.pages = TabbedPages(translate("Studies", "Studies, conflicts or trash"))
        self._build()
        self._connect()
        self.conflicts.list.refresh()

    def _build(self) -> None:
        self.pages.add(translate("Studies", "Studies"), self.studies, self.studies.toolbar())
        self.pages.add(translate("Studies", "Conflicts"), self.conflicts)
        if self.trash is not None:
            self.pages.add(translate("Studies", "Trash"), self.trash, self.trash.toolbar())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.pages)

    def _connect(self) -> None:
        self.pages.chosen.connect(self._on_page_chosen)
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
        self.pages.choose(STUDIES)
        if destination.study_instance_uid is None:
            self._search.search_for(destination.words)
        elif not self.studies.list.show_study(destination.study_instance_uid, destination.series_instance_uid):
            self._search.search_for(destination.study_instance_uid)

    def refresh(self) -> None:
        """Read all three lists again; the order shown before keeps selection and place."""
        self.studies.list.loader.refresh()
        self.conflicts.list.refresh()
        if self.trash is not None and self.pages.shows(self.trash):
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
    def _on_page_chosen(self, _number: int) -> None:
        if self.trash is not None and self.pages.shows(self.trash):
            self.trash.list.refresh()

    @Slot(str)
    def _on_words_changed(self, words: str) -> None:
        self.pages.choose(STUDIES)  # the field searches studies; on another page it would seem to do nothing
        self.studies.list.search(words)

    @Slot()
    def _on_search_cleared(self) -> None:
        self._search.search_for("")
        self._search.setFocus()

    @Slot(int)
    def _on_conflicts_counted(self, count: int) -> None:
        self.pages.count(CONFLICTS, count)
