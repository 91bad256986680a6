"""Fills the study list from the engine: only what is shown is asked for, answers to older questions are dropped.

Arrivals are gathered: however many come, the list is brought up to date a few times a second, and never in a way that
moves what the person looks at.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pacsdesk.contract.errors import NotFound, PacsDeskError
from pacsdesk.contract.records.archive import Series, Study, StudyQuery
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.services.studies import StudiesService
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.panels.studies.models import StudyModel
from pacsdesk.desktop.panels.studies.pages import PAGE_ROWS, page_of, read_pages

GATHER_MS = 400
PAGES_WANTED = 16
PAGES_AT_ONCE = 6
STUDIES_AT_ONCE = 20
SOON = 1  # priority of what the person waits for
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Recheck:
    """What became of studies that are on the screen, and how many match by now."""

    studies: tuple[Study, ...]
    is_any_gone: bool
    total: int


def _recheck(service: StudiesService, query: StudyQuery, uids: tuple[StudyInstanceUID, ...]) -> _Recheck:
    found: list[Study] = []
    for uid in uids:
        try:
            found.append(service.get(uid))
        except NotFound:
            continue
    return _Recheck(tuple(found), len(found) < len(uids), _count(service, query))


def _count(service: StudiesService, query: StudyQuery) -> int:
    page = service.search(replace(query, page=PageRequest(limit=1, count=True)))
    return page.total if page.total is not None else len(page.items)


class StudyLoader(QObject):
    """Asks for one query's pages, total and series; one page at a time, the first that is shown before others.

    asked: a new query is under way. loaded: the list stands for it. counted: how many studies match is known.
    failed: the query could not be answered. reading_failed: the list stands, more of it could not be read.
    newer_counted: how many studies came in above the list since it was loaded. series_loaded: uid, its series.
    """

    asked = Signal()
    loaded = Signal()
    counted = Signal(int)
    failed = Signal(object)
    reading_failed = Signal(object)
    newer_counted = Signal(int)
    series_loaded = Signal(str, tuple)

    def __init__(
        self,
        studies: StudiesService,
        calls: Calls,
        model: StudyModel,
        selected_positions: Callable[[], Iterable[int]],
        parent: QObject,
    ) -> None:
        """selected_positions: places in the list whose studies a refresh must carry along."""
        super().__init__(parent)
        self._studies = studies
        self._calls = calls
        self._model = model
        self._selected_positions = selected_positions
        self._query = StudyQuery()
        self._generation = 0  # of the query; an answer of another one is dropped
        self._shown = range(1)
        self._is_at_top = True
        self._is_reading = False
        self._is_refreshing = False
        self._is_asking = self._is_loaded = False
        self._changed: set[StudyInstanceUID] = set()
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(GATHER_MS)
        self._gathering.timeout.connect(self._on_gathered)

    @property
    def query(self) -> StudyQuery:
        """What the list shows or is about to show."""
        return self._query

    @property
    def is_loaded(self) -> bool:
        """Whether the list stands for the query."""
        return self._is_loaded

    def ask(self, query: StudyQuery) -> None:
        """Show another query; the rows of the one before stay until its first page is there."""
        self._query = query
        self._generation += 1
        self._is_reading = self._is_refreshing = self._is_loaded = False
        self._is_asking = True
        self._changed.clear()
        self._shown = range(1)
        self._is_at_top = True
        first = replace(query, page=PageRequest(limit=PAGE_ROWS))
        self.asked.emit()
        self._start(partial(self._studies.search, first), self._on_first_page, self._on_query_failed, SOON)

    def show_positions(self, shown: range, *, is_at_top: bool) -> None:
        """These places of the list are on the screen now. is_at_top: arrivals may push the rows down."""
        self._shown = shown
        self._is_at_top = is_at_top
        self._read_next()

    def refresh(self) -> None:
        """Bring what is shown, selected or open up to the engine's newest order."""
        if self._is_asking:
            return
        if not self._is_loaded:
            self.ask(self._query)
        elif not self._is_refreshing:
            self._is_refreshing = True
            changed, self._changed = frozenset(self._changed), set()
            work = partial(read_pages, self._studies.search, self._query, self._pages_to_keep())
            self._start(work, partial(self._on_pages_reread, changed), self._on_refresh_failed)

    def note_changes(self, study_instance_uids: Iterable[StudyInstanceUID]) -> None:
        """Studies arrived, grew or went."""
        self._changed.update(study_instance_uids)
        if not self._gathering.isActive():
            self._gathering.start()

    def want_series(self, study_instance_uid: StudyInstanceUID) -> None:
        """Ask for the series of a study; `series_loaded` follows."""
        self._calls.start(
            partial(self._studies.series, study_instance_uid),
            partial(self._on_series, study_instance_uid),
            partial(self._on_series_failed, study_instance_uid),
            owner=self,
            priority=SOON,
        )

    # asking

    def _start(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[PacsDeskError], None],
        priority: int = 0,
    ) -> None:
        """Run work for the present query; its answer is dropped when another one was asked since."""
        self._calls.start(
            work,
            partial(self._if_current, self._generation, on_done),
            partial(self._if_current, self._generation, on_failed),
            owner=self,
            priority=priority,
        )

    def _if_current(self, generation: int, handle: Callable[[T], None], answer: T) -> None:
        if generation == self._generation:
            handle(answer)

    def _read_next(self) -> None:
        """One page at a time: by its answer the person may have scrolled on, and what is shown then comes next."""
        if self._is_reading or not self._is_loaded:
            return
        book = self._model.book
        for number in self._pages_wanted():
            if not book.has_page(number):
                self._is_reading = True
                work = partial(self._studies.search, replace(self._query, page=book.request_for(number)))
                self._start(work, partial(self._on_page, number), self._on_page_failed, SOON)
                return

    def _pages_wanted(self) -> list[int]:
        """Pages of what is shown, then of what is selected; fewer than are held, so that none pushes another out."""
        shown = range(self._shown.start, min(self._shown.stop, self._model.book.total))
        numbers = dict.fromkeys(page_of(position) for position in (*shown, *self._selected_positions()))
        return list(islice(numbers, PAGES_WANTED))

    def _pages_to_keep(self) -> tuple[int, ...]:
        opened = (self._model.book.position_of(uid) for uid in self._model.opened_studies())
        wanted = [*self._pages_wanted(), *(page_of(position) for position in opened if position is not None)]
        return tuple(islice(dict.fromkeys(wanted), PAGES_AT_ONCE)) or (0,)

    def _count_unless_known(self, next_keys: Iterable[str]) -> None:
        """The last page says how many there are; without it they are counted, which takes the engine longer."""
        if all(next_keys):
            self._start(partial(_count, self._studies, self._query), self._on_counted, self._on_page_failed)
        else:
            self.counted.emit(self._model.book.total)

    # answers

    def _on_first_page(self, page: Page[Study]) -> None:
        self._is_asking, self._is_loaded = False, True
        self._model.start_over(page)
        self.newer_counted.emit(0)
        self.loaded.emit()
        self._count_unless_known([page.next_key])
        for uid in self._model.opened_studies():
            if self._model.book.position_of(uid) is not None:
                self.want_series(uid)

    def _on_counted(self, total: int) -> None:
        self._model.set_total(total)
        self.counted.emit(self._model.book.total)
        self._read_next()

    def _on_page(self, number: int, page: Page[Study]) -> None:
        self._is_reading = False
        self._model.put_page(number, page)
        self._read_next()

    def _on_pages_reread(self, changed: frozenset[StudyInstanceUID], pages: dict[int, Page[Study]]) -> None:
        self._is_refreshing = False
        self._model.replace(pages)
        self.newer_counted.emit(0)
        self._count_unless_known(page.next_key for page in pages.values())
        for uid in self._model.opened_studies():
            if uid in changed or not changed:
                self.want_series(uid)

    def _on_rechecked(self, recheck: _Recheck) -> None:
        self._is_refreshing = False
        if recheck.is_any_gone or recheck.total < self._model.book.total:
            self.refresh()
            return
        for study in recheck.studies:
            self._model.update_study(study)
            if self._model.is_open(study.study_instance_uid):
                self.want_series(study.study_instance_uid)
        self.newer_counted.emit(recheck.total - self._model.book.total)

    def _on_series(self, study_instance_uid: StudyInstanceUID, series_list: tuple[Series, ...]) -> None:
        if self._model.is_open(study_instance_uid):
            self._model.open_study(study_instance_uid, series_list)
        self.series_loaded.emit(study_instance_uid, series_list)

    # failures

    def _on_query_failed(self, error: PacsDeskError) -> None:
        self._is_asking = False
        self.failed.emit(error)

    def _on_page_failed(self, error: PacsDeskError) -> None:
        self._is_reading = False  # tried again when the person scrolls or refreshes, not by itself
        self.reading_failed.emit(error)

    def _on_refresh_failed(self, error: PacsDeskError) -> None:
        self._is_refreshing = False
        self.reading_failed.emit(error)

    def _on_series_failed(self, study_instance_uid: StudyInstanceUID, error: PacsDeskError) -> None:
        self._model.close_study(study_instance_uid)
        if not isinstance(error, NotFound):  # a study just deleted leaves the list by itself
            self.reading_failed.emit(error)

    # arrivals

    @Slot()
    def _on_gathered(self) -> None:
        if self._is_refreshing or self._is_reading or not self._is_loaded:
            self._gathering.start()
        elif self._is_at_top:
            self.refresh()
        else:
            self._recheck_shown()

    def _recheck_shown(self) -> None:
        """The person looks at a place further down: it stands still, and only its values follow."""
        self._is_refreshing = True
        on_screen = (self._model.book.study_at(position) for position in self._shown)
        uids = (study.study_instance_uid for study in on_screen if study is not None)
        changed = tuple(islice((uid for uid in uids if uid in self._changed), STUDIES_AT_ONCE))
        self._changed.clear()
        self._start(partial(_recheck, self._studies, self._query, changed), self._on_rechecked, self._on_refresh_failed)
