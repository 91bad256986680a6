"""Who is connected now: looked at anew every second while it shows; the chosen ones can be ended."""

from time import monotonic

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.errors import NotFound, PacsDeskError
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.services.associations import AssociationsService
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import ElidedLabel, Tone
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.associations.live_model import LiveModel, Rates, identity
from pacsdesk.desktop.panels.associations.question import Question
from pacsdesk.desktop.panels.associations.words import LIVE_COLUMNS, LIVE_FILLING, LIVE_SPARE, LiveRow, other_side

FOLLOW_MS = 1_000
NOBODY = (
    "network",
    marked("Associations", "Nobody is connected"),
    marked(
        "Associations",
        "An association shows here while it lasts: a sender that calls this archive, or a peer that is called from "
        "here. Home has the AE title and port to call.",
    ),
)


class LivePage(QWidget):
    """chosen_changed: a person selects others. followed: it was looked at anew. gone: the one that was selected ended,
    its association_id."""

    chosen_changed = Signal()
    followed = Signal()
    gone = Signal(str)

    def __init__(self, context: PanelContext, copy: QAction, home: QAction, follow_ms: int) -> None:
        super().__init__()
        self._context = context
        self._home = home
        self._rates = Rates()
        self._is_reading = self._is_following = self._is_empty_told = False
        self._is_unknown = True  # nothing was read yet, or not any more
        self._asked_about: frozenset[str] = frozenset()
        self.may_end = context.may(Permission.ASSOCIATION_END)
        self.end = QAction(icon("unplug"), translate("Associations", "End"), self)
        self.end.setToolTip(translate("Associations", "End the chosen associations once nothing is under way (Del)"))
        self.end.setShortcut("Del")
        self.question = Question(translate("Associations", "End"), Rank.DANGER)
        self.model = LiveModel(self)
        self.table = Table(context.preferences, "associations-live", name=translate("Associations", "Connected now"))
        self.states = ListStates(self.table)
        self._amount = ElidedLabel(tone=Tone.MUTED)
        self._timer = QTimer(self)
        self._timer.setInterval(follow_ms)
        self._build(copy)
        self._connect()
        self._on_chosen_changed()

    def _build(self, copy: QAction) -> None:
        widths = {number: column.width for number, column in enumerate(LIVE_COLUMNS)}
        self.table.set_default_columns(widths, filling=LIVE_FILLING, spare=LIVE_SPARE)
        self.table.set_model(self.model)
        self.table.set_row_actions([self.end, None, copy] if self.may_end else [copy])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.states, 1)
        self.setFocusProxy(self.table)

    def toolbar(self) -> QWidget:
        """What can be done with those that are open."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        if self.may_end:
            row.addWidget(action_button(self.end))
        row.addWidget(self._amount, 1)
        return bar

    def _connect(self) -> None:
        self._timer.timeout.connect(self.refresh)
        self.end.triggered.connect(self._on_end)
        self.table.selectionModel().selectionChanged.connect(self._on_chosen_changed)
        self._context.events.engine_found.connect(self._on_engine_found)

    def chosen(self) -> tuple[LiveRow, ...]:
        """What is selected, from top to bottom."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows(0))
        return tuple(self.model.records[row] for row in rows)

    # following

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow."""
        super().showEvent(event)
        self._timer.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: ask nothing."""
        super().hideEvent(event)
        self._timer.stop()
        self.question.leave()

    @Slot()
    def refresh(self) -> None:
        """Look now."""
        if self._is_reading:
            return
        self._is_reading = True
        if self._is_unknown:
            self.states.show_loading()
        associations = self._context.services.associations
        self._context.calls.start(
            lambda: (associations.live(), monotonic()), self._on_read, self._on_failed, owner=self
        )

    def _on_read(self, seen: tuple[tuple[AssociationDetail, ...], float]) -> None:
        self._is_reading = self._is_unknown = False
        details, at = seen
        chosen = [identity(row) for row in self.chosen()]
        self._follow(self._rates.rows(details, at))
        if details:
            self._is_empty_told = False
            self.states.show_content()
        elif not self._is_empty_told:  # once, so that the keyboard stays on its button
            self._is_empty_told = True
            icon_name, title, text = NOBODY
            self.states.show_empty(icon_name, _in_words(title), _in_words(text), (self._home,))
        if len(chosen) == 1 and not self.chosen():
            self.gone.emit(chosen[0])
        self.followed.emit()

    def _on_failed(self, error: PacsDeskError) -> None:
        """What was connected a while ago is not what is connected now."""
        self._is_reading = self._is_empty_told = False
        self._is_unknown = True
        self._timer.stop()
        self._follow(())
        self.states.show_error(error, self._on_engine_found)
        self.chosen_changed.emit()
        self.followed.emit()

    def _follow(self, rows: tuple[LiveRow, ...]) -> None:
        self._is_following = True
        self.model.follow(rows)
        self._is_following = False
        self._amount.set_text(counted("Associations", "%Ln connected", len(rows)) if rows else "")
        self._judge()

    @Slot()
    def _on_engine_found(self) -> None:
        if self.isVisible():
            self._timer.start()
            self.refresh()

    # ending

    @Slot()
    def _on_chosen_changed(self) -> None:
        if not self._is_following:
            self._judge()
            self.chosen_changed.emit()

    def _judge(self) -> None:
        """What can be done with what is marked; never ask about what is no longer."""
        self.end.setEnabled(self.may_end and bool(self.chosen()))
        if self.question.isVisible() and frozenset(map(identity, self.chosen())) != self._asked_about:
            self.question.leave()

    @Slot()
    def _on_end(self) -> None:
        chosen = self.chosen()
        if chosen and self.may_end:
            self._asked_about = frozenset(map(identity, chosen))
            self.question.ask(_question(chosen), self._end_those_asked_about)

    def _end_those_asked_about(self) -> None:
        associations, wanted = self._context.services.associations, self._asked_about
        self._context.calls.start(
            lambda: _end_all(associations, wanted), self._on_ended, self._context.notices.fail, owner=self
        )

    def _on_ended(self, number: int) -> None:
        words = counted("Associations", "%Ln associations end once nothing is under way in them.", number)
        self._context.notices.say(words if number else translate("Associations", "It had ended by itself."))
        self.refresh()


def _in_words(text: str) -> str:
    return translate("Associations", text)


def _question(chosen: tuple[LiveRow, ...]) -> str:
    meaning = translate("Associations", "What is under way is finished first.")
    if len(chosen) > 1:
        asked = counted("Associations", "End %Ln associations?", len(chosen))
    else:
        words = translate("Associations", "End the association with {ae_title}?")
        asked = words.format(ae_title=other_side(chosen[0].detail.summary))
    return f"{asked} {meaning}"


def _end_all(associations: AssociationsService, wanted: frozenset[str]) -> int:
    """How many were still open; blocks."""
    ended = 0
    for association_id in wanted:
        try:
            associations.end(association_id)
        except NotFound:
            continue
        ended += 1
    return ended
