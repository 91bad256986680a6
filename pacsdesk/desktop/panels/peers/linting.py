"""Asks the engine what it notices about an entry while it is typed, once the typing hand rests."""

from PySide6.QtCore import QObject, QTimer, Slot

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.remarks import Remark
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.peers.entry_form import EntryForm

REST_MS = 200


class Linting(QObject):
    """An answer that is overtaken by typing is dropped."""

    def __init__(self, context: PanelContext, form: EntryForm) -> None:
        super().__init__(form)
        self._context = context
        self._form = form
        self._asked = 0
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask)
        form.draft_changed.connect(self._on_draft_changed)

    @Slot()
    def _on_draft_changed(self) -> None:
        self._context.calls.drop(self._asked)
        self._rest.start()

    @Slot()
    def _ask(self) -> None:
        peers, draft = self._context.services.peers, self._form.draft()
        self._asked = self._context.calls.start(
            lambda: peers.lint(draft), self._on_noticed, self._on_failed, owner=self
        )

    def _on_noticed(self, remarks: tuple[Remark, ...]) -> None:
        self._form.show_remarks(remarks)

    def _on_failed(self, _error: PacsDeskError) -> None:
        """Saving tells what is wrong, and the window that the engine is lost."""
