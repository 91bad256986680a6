"""Moves studies to the trash after a reason was given, and takes them back when the person thinks again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Slot

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.archive import Study, TrashEntry
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.studies.chosen import Chosen
from pacsdesk.desktop.panels.studies.sheets import ReasonSheet
from pacsdesk.desktop.panels.studies.summaries import amount_of, patients_of


class Deletion(QObject):
    """Asks in `sheet`, deletes, offers to undo. The question goes when another selection shows than it is about."""

    def __init__(self, context: PanelContext, sheet: ReasonSheet, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._sheet = sheet
        self._asked_about: tuple[Study, ...] = ()
        sheet.confirmed.connect(self._on_confirmed)

    def ask(self, studies: Sequence[Study]) -> None:
        """Say what would go and wait for the reason; asked about the same again, a reason begun stays."""
        is_same = self._sheet.isVisible() and _uids(studies) == _uids(self._asked_about)
        self._asked_about = tuple(studies)
        if is_same:
            self._sheet.go_on(_question(studies))
        else:
            self._sheet.ask(_question(studies))

    def follow(self, chosen: Chosen) -> None:
        """Another selection shows, or new values of it: never ask about what is no longer marked."""
        if not self._sheet.isVisible():
            return
        if _uids(chosen.studies) == _uids(self._asked_about) and chosen.is_complete:
            self._asked_about = chosen.studies
            self._sheet.set_question(_question(chosen.studies))
        elif not chosen.number_awaited:
            self._sheet.leave()

    @Slot(str)
    def _on_confirmed(self, reason: str) -> None:
        studies, self._asked_about = self._asked_about, ()
        uids = tuple(study.study_instance_uid for study in studies)
        self._context.calls.start(
            partial(self._context.services.trash.delete, uids, reason),
            partial(self._on_deleted, amount_of(studies)),
            self._context.notices.fail,
            owner=self,
        )

    def _on_deleted(self, amount: str, entries: tuple[TrashEntry, ...]) -> None:
        trash_ids = tuple(entry.trash_id for entry in entries)
        words = translate("Studies", "Moved to trash: {amount}").format(amount=amount)
        self._context.notices.say_with_undo(words, partial(self.take_back, trash_ids))

    def take_back(self, trash_ids: tuple[str, ...]) -> None:
        """Put back what one deletion took."""
        self._context.calls.start(
            partial(self._take_back_all, trash_ids), self._on_taken_back, self._context.notices.fail, owner=self
        )

    def _take_back_all(self, trash_ids: tuple[str, ...]) -> tuple[StudyInstanceUID, ...]:
        """On a worker thread. Goes on after one that cannot come back, and then says what that was."""
        back: list[StudyInstanceUID] = []
        failure: PacsDeskError | None = None
        for trash_id in trash_ids:
            try:
                back.append(self._context.services.trash.take_back(trash_id))
            except PacsDeskError as error:
                failure = error
        if failure is not None:
            raise failure
        return tuple(back)

    def _on_taken_back(self, back: tuple[StudyInstanceUID, ...]) -> None:
        self._context.notices.say(counted("Studies", "Taken back: %Ln studies", len(back)))


def _uids(studies: Sequence[Study]) -> set[StudyInstanceUID]:
    return {study.study_instance_uid for study in studies}


def _question(studies: Sequence[Study]) -> str:
    return translate("Studies", "Delete {patients}: {amount}, to trash").format(
        amount=amount_of(studies), patients=patients_of(studies)
    )
