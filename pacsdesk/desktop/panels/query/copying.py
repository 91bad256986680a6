"""Copies into the clipboard: chosen rows, one answer in full, the query as it is typed in a terminal."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from pacsdesk.contract.records.peers import Peer
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.query.actions import QueryActions
from pacsdesk.desktop.panels.query.answer_table import AnswerTable
from pacsdesk.desktop.panels.query.answer_view import AnswerView
from pacsdesk.desktop.panels.query.commands import findscu_line, pacsdesk_line
from pacsdesk.desktop.panels.query.drafts import Draft
from pacsdesk.desktop.panels.query.query_form import QueryForm


class Copying(QObject):
    """Says so each time."""

    def __init__(
        self, context: PanelContext, form: QueryForm, table: AnswerTable, view: AnswerView, actions: QueryActions
    ) -> None:
        super().__init__(form)
        self._context = context
        self._form, self._table, self._view = form, table, view
        self._peers: tuple[Peer, ...] = ()
        self._own_title = ""
        actions.copy.triggered.connect(self._on_rows)
        actions.copy_answer.triggered.connect(self._on_answer)
        actions.copy_findscu.triggered.connect(self._on_findscu)
        actions.copy_pacsdesk.triggered.connect(self._on_pacsdesk)

    def use(self, peers: tuple[Peer, ...], own_title: str) -> None:
        """Where they are, and how we call ourselves."""
        self._peers, self._own_title = peers, own_title

    @Slot()
    def _on_rows(self) -> None:
        self._table.table.copy_selection()

    @Slot()
    def _on_answer(self) -> None:
        self._copy(self._view.text())

    @Slot()
    def _on_findscu(self) -> None:
        draft = self._written()
        for peer in self._peers:
            if draft is not None and peer.name == draft.peer:
                self._copy(findscu_line(peer, draft.order, self._own_title))

    @Slot()
    def _on_pacsdesk(self) -> None:
        draft = self._written()
        if draft is not None:
            self._copy(pacsdesk_line(draft, self._context.site_option))

    def _written(self) -> Draft | None:
        try:
            return self._form.draft()
        except ValueError:
            return None

    def _copy(self, text: str) -> None:
        if text:
            QGuiApplication.clipboard().setText(text)
            self._context.notices.say(translate("Query", "It is in the clipboard."))
