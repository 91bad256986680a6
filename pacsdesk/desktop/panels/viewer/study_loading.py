"""Asks the engine for a study, its series, and the instances of the one that is opened, page after page."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from pacsdesk.contract.errors import NotFound, PacsDeskError
from pacsdesk.contract.records.archive import Instance, Series, Study
from pacsdesk.contract.records.paging import DEFAULT_PAGE, MAX_PAGE, Page, PageRequest
from pacsdesk.contract.services.studies import StudiesService
from pacsdesk.contract.types import SeriesInstanceUID, StudyInstanceUID
from pacsdesk.desktop.bridge.calls import Calls

_URGENT = 10


@dataclass(frozen=True, slots=True)
class OpenedStudy:
    """A study with all its series."""

    study: Study
    series_list: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class InstancesPage:
    """Some instances of a series; has_more: others follow by themselves."""

    series_instance_uid: SeriesInstanceUID
    instances: tuple[Instance, ...]
    has_more: bool


class StudyLoader(QObject):
    """study_opened: OpenedStudy. study_gone: the archive has it no more. instances_came: InstancesPage.

    failed: PacsDeskError.
    """

    study_opened = Signal(object)
    study_gone = Signal()
    instances_came = Signal(object)
    failed = Signal(object)

    def __init__(self, calls: Calls, studies: StudiesService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._studies = studies
        self._study: StudyInstanceUID | None = None
        self._series: SeriesInstanceUID | None = None

    def open_study(self, study_instance_uid: StudyInstanceUID) -> None:
        """Ask for a study; answers for another one that still come are dropped."""
        self._study = study_instance_uid
        self._calls.start(
            partial(self._read_study, study_instance_uid),
            self._on_study,
            partial(self._on_study_failed, study_instance_uid),
            owner=self,
            priority=_URGENT,
        )

    def open_series(self, series_instance_uid: SeriesInstanceUID) -> None:
        """Ask for the instances of a series, a small page first."""
        self._series = series_instance_uid
        self._ask(series_instance_uid, PageRequest(limit=DEFAULT_PAGE))

    def forget(self) -> None:
        """Nothing is wanted any more; answers that still come are dropped."""
        self._study = self._series = None

    def _read_study(self, uid: StudyInstanceUID) -> OpenedStudy:
        return OpenedStudy(self._studies.get(uid), self._studies.series(uid))

    def _on_study(self, opened: OpenedStudy) -> None:
        if opened.study.study_instance_uid == self._study:
            self.study_opened.emit(opened)

    def _ask(self, uid: SeriesInstanceUID, page: PageRequest) -> None:
        self._calls.start(
            partial(self._studies.instances, uid, page),
            partial(self._on_instances, uid),
            partial(self._on_instances_failed, uid),
            owner=self,
            priority=_URGENT,
        )

    def _on_instances(self, uid: SeriesInstanceUID, page: Page[Instance]) -> None:
        if uid != self._series:
            return
        self.instances_came.emit(InstancesPage(uid, page.items, bool(page.next_key)))
        if page.next_key:
            self._ask(uid, PageRequest(after_key=page.next_key, limit=MAX_PAGE))

    def _on_study_failed(self, uid: StudyInstanceUID, error: PacsDeskError) -> None:
        if uid != self._study:
            return
        if isinstance(error, NotFound):
            self.study_gone.emit()
        else:
            self.failed.emit(error)

    def _on_instances_failed(self, uid: SeriesInstanceUID, error: PacsDeskError) -> None:
        if uid == self._series:
            self.failed.emit(error)
