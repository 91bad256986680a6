"""The list with its search, order, states and arrivals: all about seeing studies, nothing about changing them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.events import ConflictFound, ConflictsChanged, EventsMissed, StudiesChanged
from pacsdesk.contract.records.archive import Study, StudyQuery, StudySort
from pacsdesk.contract.types import SeriesInstanceUID, StudyInstanceUID
from pacsdesk.desktop.kit.buttons import make_button
from pacsdesk.desktop.kit.errors import explain, title_of
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.studies.chosen import MOST_CHOSEN, Chosen
from pacsdesk.desktop.panels.studies.columns import COLUMNS
from pacsdesk.desktop.panels.studies.loading import StudyLoader
from pacsdesk.desktop.panels.studies.models import RowKind, StudyModel
from pacsdesk.desktop.panels.studies.summaries import amount_of
from pacsdesk.desktop.panels.studies.table import StudyTable

SORT_KEY, DESCENDING_KEY = "studies/sort", "studies/descending"


class StudyList(QWidget):
    """chosen_changed: another selection, or new values of it. opened: a study (and a series of it, or "") shall show.

    series_known: the series of a study were read.
    """

    chosen_changed = Signal(object)
    opened = Signal(str, str)
    series_known = Signal(str, tuple)
    search_cleared = Signal()

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._model = StudyModel(COLUMNS, self)
        self.table = StudyTable(self._model, context.preferences)
        self.loader = StudyLoader(context.services.studies, context.calls, self._model, self._selected_positions, self)
        self._states = ListStates(self.table)
        self.newer = make_button("", icon_name="arrow-up")
        self._footer = TextLabel(tone=Tone.MUTED, size=TypeSize.SMALL)
        self._empty_actions: tuple[QAction, ...] = ()
        self._sought: tuple[StudyInstanceUID, SeriesInstanceUID | None] | None = None
        self._telling = QTimer(self)  # gathers what one refresh does to the selection into one answer
        self._telling.setSingleShot(True)
        self._telling.setInterval(0)
        self._build()
        self._connect()
        self._restore_order()

    def _build(self) -> None:
        self.newer.setParent(self.table)
        self.newer.hide()
        self._footer.setContentsMargins(Space.L, Space.XS, Space.L, Space.XS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._states, 1)
        layout.addWidget(self._footer)

    def _connect(self) -> None:
        self.table.shown_changed.connect(self._on_shown_changed)
        self.table.toggled.connect(self._on_toggled)
        self.table.sort_chosen.connect(self._on_sort_chosen)
        self.table.row_activated.connect(self._on_row_activated)
        self.table.selectionModel().selectionChanged.connect(self._telling.start)
        self._model.layoutChanged.connect(self._telling.start)
        self._model.dataChanged.connect(self._telling.start)
        self._model.modelReset.connect(self._telling.start)
        self._telling.timeout.connect(self._tell_chosen)
        self.loader.asked.connect(self._states.show_loading)
        self.loader.loaded.connect(self._on_loaded)
        self.loader.counted.connect(self._on_counted)
        self.loader.failed.connect(self._on_failed)
        self.loader.reading_failed.connect(self._on_reading_failed)
        self.loader.newer_counted.connect(self._on_newer_counted)
        self.loader.series_loaded.connect(self.series_known)
        self.newer.clicked.connect(self._on_newer_clicked)
        self._context.events.happened.connect(self._on_happened)
        self._context.events.engine_found.connect(self.loader.refresh)

    def set_empty_actions(self, actions: Sequence[QAction]) -> None:
        """What an empty archive offers."""
        self._empty_actions = tuple(actions)

    # what is shown

    @property
    def model(self) -> StudyModel:
        """The rows; for reading."""
        return self._model

    def search(self, words: str) -> None:
        """Show the studies that match; the first search is what fills the list."""
        self.loader.ask(replace(self.loader.query, words=words))

    def show_study(self, study_instance_uid: StudyInstanceUID, series_instance_uid: SeriesInstanceUID | None) -> bool:
        """Select a study, open when a series of it is meant. False when it is not among the loaded rows."""
        self._sought = (study_instance_uid, series_instance_uid)
        row = self._model.row_of(study_instance_uid)
        if row is None:
            return False
        if series_instance_uid is not None:
            if not self._model.is_open(study_instance_uid):
                self._on_toggled(study_instance_uid)
            row = self._model.row_of_series(study_instance_uid, series_instance_uid) or row
        self.table.select_row(row)
        return True

    def chosen(self) -> Chosen:
        """What is selected now."""
        count = self.table.number_selected()
        if count == 0 or count > MOST_CHOSEN:
            return Chosen(number_of_rows=count)
        studies: list[Study] = []
        awaited = 0
        rows = self.table.selected_numbers(MOST_CHOSEN)
        for row in rows:
            kind, study = self._model.kind_at(row), self._model.study_at(row)
            awaited += kind is RowKind.AWAITED_STUDY
            if kind is RowKind.STUDY and study is not None:
                studies.append(study)
        series = self._model.series_at(rows[0]) if count == 1 else None
        return Chosen(
            tuple(studies), series, self._model.study_at(rows[0]) if series is not None else None, awaited, count
        )

    @Slot()
    def toggle_current(self) -> None:
        """Show or hide the series of the study that has the keyboard."""
        row = self.table.currentIndex().row()
        study = self._model.study_at(row) if row >= 0 else None
        if study is not None:
            self._on_toggled(study.study_instance_uid)

    def _selected_positions(self) -> list[int]:
        return [self._model.position_at(row) for row in self.table.selected_numbers(MOST_CHOSEN)]

    def _restore_order(self) -> None:
        """The order chosen last time; an unknown word in the file counts as the newest first."""
        word = str(self._context.preferences.value(SORT_KEY, StudySort.RECEIVED))
        sort = StudySort(word) if word in set(StudySort) else StudySort.RECEIVED
        descending = str(self._context.preferences.value(DESCENDING_KEY, "true")).casefold() == "true"
        column = next(number for number, column in enumerate(COLUMNS) if column.sort is sort)
        self.table.set_sort(column, descending)
        self.loader.ask(StudyQuery(sort=sort, descending=descending))

    def _show_state(self) -> None:
        if not self.loader.is_loaded:
            return
        if self._model.rowCount():
            self._states.show_content()
        elif self.loader.query.words:
            self._states.show_filtered(
                translate("Studies", "No study matches \u201c{words}\u201d").format(
                    words=plain(self.loader.query.words, 80)
                ),
                self.search_cleared.emit,
                translate("Studies", "All words must match: name, ID, accession, date, modality."),
            )
        else:
            self._states.show_empty(
                "layout-list",
                translate("Studies", "No studies yet"),
                translate(
                    "Studies",
                    "A study appears here as soon as a modality or another archive sends it, or when files are "
                    "imported. Files and folders can also be dropped here.",
                ),
                self._empty_actions,
            )

    # what happened

    @Slot()
    def _on_loaded(self) -> None:
        self.table.scrollToTop()
        self._show_state()
        if self._sought is not None:
            self.show_study(*self._sought)
            self._sought = None

    @Slot(int)
    def _on_counted(self, _total: int) -> None:
        self._show_state()
        self._tell_chosen()

    @Slot(object)
    def _on_failed(self, error: PacsDeskError) -> None:
        self._states.show_error(error, partial(self.loader.ask, self.loader.query))

    @Slot(object)
    def _on_reading_failed(self, error: PacsDeskError) -> None:
        self._context.notices.warn(title_of(error), explain(error))

    @Slot()
    def _on_shown_changed(self) -> None:
        rows = self.table.shown_rows()
        if rows:
            first, last = self._model.position_at(rows.start), self._model.position_at(rows.stop - 1)
            # one pixel below the top is no longer the top: the person has begun to scroll
            is_at_top = self.table.verticalScrollBar().value() == 0
            self.loader.show_positions(range(first, last + 1), is_at_top=is_at_top)
        self._place_newer()

    @Slot(str)
    def _on_toggled(self, study_instance_uid: StudyInstanceUID) -> None:
        if self._model.is_open(study_instance_uid):
            self._model.close_study(study_instance_uid)
        else:
            self._model.open_study(study_instance_uid, None)
            self.loader.want_series(study_instance_uid)

    @Slot(int, bool)
    def _on_sort_chosen(self, column: int, descending: bool) -> None:
        sort = COLUMNS[column].sort
        if sort is not None:
            self._context.preferences.setValue(SORT_KEY, str(sort))
            self._context.preferences.setValue(DESCENDING_KEY, descending)
            self.loader.ask(replace(self.loader.query, sort=sort, descending=descending))

    @Slot(int)
    def _on_row_activated(self, row: int) -> None:
        study, series = self._model.study_at(row), self._model.series_at(row)
        if study is not None:
            self.opened.emit(study.study_instance_uid, series.series_instance_uid if series is not None else "")

    @Slot(int)
    def _on_newer_counted(self, number: int) -> None:
        self.newer.setVisible(number > 0)
        if number > 0:
            self.newer.setText(counted("Studies", "%Ln new studies", number))
            self._place_newer()

    @Slot()
    def _on_newer_clicked(self) -> None:
        self.table.scrollToTop()
        self.loader.refresh()
        self.table.setFocus()

    def _place_newer(self) -> None:
        self.newer.adjustSize()
        header = self.table.horizontalHeader()
        self.newer.move((self.table.width() - self.newer.width()) // 2, header.height() + Space.S)

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, StudiesChanged):
            self.loader.note_changes(event.study_instance_uids)
        elif isinstance(event, ConflictFound):
            self.loader.note_changes((event.study_instance_uid,))
        elif isinstance(event, ConflictsChanged | EventsMissed):
            self.loader.note_changes(())

    @Slot()
    def _tell_chosen(self) -> None:
        chosen = self.chosen()
        total = self._model.book.total
        is_search = bool(self.loader.query.words)
        parts = [
            counted("Studies", "%Ln studies found", total) if is_search else counted("Studies", "%Ln studies", total)
        ]
        if chosen.is_too_many:
            parts.append(counted("Studies", "%Ln rows selected", chosen.number_of_rows))
        elif len(chosen.studies) > 1:
            parts.append(translate("Studies", "selected: {amount}").format(amount=amount_of(chosen.studies)))
        self._footer.setText(" \u00b7 ".join(parts) if self._model.rowCount() else "")
        self.chosen_changed.emit(chosen)
