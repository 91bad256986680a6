"""Leads the keyboard from the search into the list: to a row that is selected, or straight to the only study found."""

from PySide6.QtCore import QObject, Slot

from pacsdesk.desktop.panels.studies.study_list import StudyList


class EntryFromSearch(QObject):
    """Enter waits for the answer of a search that is under way; other words take it back."""

    def __init__(self, studies: StudyList, parent: QObject) -> None:
        super().__init__(parent)
        self._studies = studies
        self._is_pending = False
        studies.loader.asked.connect(self._on_asked)
        studies.loader.loaded.connect(self._on_loaded)

    @Slot()
    def go(self) -> None:
        """To the row that is selected, else to the first: what the keyboard marks can also be opened and deleted."""
        table = self._studies.table
        table.setFocus()
        if self._studies.model.rowCount() and not table.number_selected():
            table.select_row(0)

    @Slot()
    def enter(self) -> None:
        """Open the only study that is found, else go into the list."""
        self._is_pending = not self._studies.loader.is_loaded
        if self._is_pending:
            return
        self.go()
        if self._studies.model.rowCount() == 1 and self._studies.loader.query.words:
            self._studies.table.row_activated.emit(0)

    @Slot()
    def _on_asked(self) -> None:
        self._is_pending = False

    @Slot()
    def _on_loaded(self) -> None:
        if self._is_pending:
            self.enter()
