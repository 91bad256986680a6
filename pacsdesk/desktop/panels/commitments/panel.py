"""The requests as a list, newest first, with the selected one in full below; told again with one press."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.events import CommitmentsChanged, EventsMissed
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.commitments import Commitment
from pacsdesk.contract.services.commitments import CommitmentsService
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.commands import to_type
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import ElidedLabel, Tone
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordList
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import Panel, PanelContext
from pacsdesk.desktop.panels.commitments.details import CommitmentDetails
from pacsdesk.desktop.panels.commitments.words import (
    COLUMNS,
    EMPTY,
    PROBLEM_COLUMN,
    SPARE_COLUMNS,
    WORDS_TO_ALLOW,
    can_be_told_again,
)


class CommitmentsPanel(Panel):
    """Follows the engine by its events; only those who may change peers are offered to tell again."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self.tell_again = QAction(icon("send"), translate("Commitments", "Check and tell again"), self)
        self.copy = QAction(icon("copy"), translate("Commitments", "Copy rows"), self)
        self.copy_command = QAction(icon("copy"), translate("Commitments", "Copy the command"), self)
        self._command = f"{to_type(WORDS_TO_ALLOW)} {context.site_option}".rstrip()
        self.list: RecordList[Commitment] = self._make_list()
        self.details = CommitmentDetails(context)
        self._amount = ElidedLabel(tone=Tone.MUTED)
        self._may_tell = context.may(Permission.PEER_CHANGE)
        self._set_up_actions()
        self._build()
        self._connect()
        self._on_chosen_changed()
        self.list.refresh()

    def _make_list(self) -> RecordList[Commitment]:
        context = self._context
        empty = EmptyWords(EMPTY.icon_name, EMPTY.title, EMPTY.text, (self.copy_command,), self._command)
        name = translate("Commitments", "Storage commitment requests")
        read = context.services.commitments.list
        listing = Listing(
            *(_in_words, name, "commitments", COLUMNS, read),
            identity=lambda one: one.commitment_id,
            empty=empty,
            filling=(PROBLEM_COLUMN,),
            spare=SPARE_COLUMNS,
        )
        return RecordList(ListNeeds(context.calls, context.preferences, context.notices.fail), listing)

    def _set_up_actions(self) -> None:
        tip = translate("Commitments", "Read the instances anew and tell the sender the result, now (Enter)")
        self.tell_again.setToolTip(tip)
        self.copy.setShortcut(QKeySequence("Ctrl+C"))
        self.copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_command.setToolTip(self._command)

    def _build(self) -> None:
        tools = QFrame()
        set_look(tools, surface="0", edge="bottom")
        row = QHBoxLayout(tools)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.L)
        if self._may_tell:
            row.addWidget(action_button(self.tell_again, Rank.PRIMARY))
        row.addWidget(self._amount, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.list)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        self.details.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(tools)
        layout.addWidget(splitter, 1)
        self.setFocusProxy(self.list.table)

    def _connect(self) -> None:
        self.tell_again.triggered.connect(self._on_tell_again)
        self.copy.triggered.connect(self.list.table.copy_selection)
        self.copy_command.triggered.connect(self._on_copy_command)
        self.list.table.set_row_actions([self.tell_again, None, self.copy] if self._may_tell else [self.copy])
        self.list.table.activated.connect(self._on_tell_again)
        self.list.chosen_changed.connect(self._on_chosen_changed)
        self.list.counted.connect(self._on_counted)
        self._context.events.happened.connect(self._on_happened)
        self._context.events.engine_found.connect(self.list.note_change)

    # what the shell asks

    def refresh(self) -> None:
        """Read the list again; what is selected stays."""
        self.list.refresh()

    def panel_actions(self) -> tuple[QAction, ...]:
        """What this person may do with the requests that are selected."""
        return (self.tell_again, self.copy) if self._may_tell else (self.copy,)

    # what happened

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, CommitmentsChanged | EventsMissed):
            self.list.note_change()

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self._amount.set_text(counted("Commitments", "%Ln requests", count) if count else "")
        self.details.setVisible(count > 0)

    @Slot()
    def _on_chosen_changed(self) -> None:
        chosen = self.list.chosen()
        self.tell_again.setEnabled(self._may_tell and any(map(can_be_told_again, chosen)))
        self.copy.setEnabled(bool(chosen))
        self.details.show_requests(chosen)

    @Slot()
    def _on_tell_again(self) -> None:
        chosen = tuple(one for one in self.list.chosen() if can_be_told_again(one))
        if chosen and self._may_tell:
            commitments = self._context.services.commitments
            self._context.calls.start(
                lambda: _tell_again(commitments, chosen), self._on_told, self._on_failed, owner=self
            )

    def _on_told(self, restarted: tuple[Commitment, ...]) -> None:
        first, *others = restarted
        if others:
            words = counted("Commitments", "%Ln requests are checked and told again.", len(restarted))
        else:
            words = counted(
                "Commitments",
                "%Ln instances are read anew, then {ae_title} is told the result.",
                first.number_of_instances,
            ).format(ae_title=plain(first.calling_ae_title))
        self._context.notices.say(words)
        self.list.note_change()

    def _on_failed(self, error: PacsDeskError) -> None:
        self._context.notices.fail(error)
        self.list.note_change()

    @Slot()
    def _on_copy_command(self) -> None:
        QGuiApplication.clipboard().setText(self._command)
        self._context.notices.say(translate("Commitments", "Copied: {command}").format(command=self._command))


def _tell_again(commitments: CommitmentsService, chosen: tuple[Commitment, ...]) -> tuple[Commitment, ...]:
    """Restart them one after the other; blocks. Raises what the first that cannot be restarted raises."""
    return tuple(commitments.retry(one.commitment_id) for one in chosen)


def _in_words(text: str) -> str:
    return translate("Commitments", text)
