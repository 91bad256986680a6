"""The exercises as a list: one is started, tested as any peer, its cause shown when somebody asks for it, and ended."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pacsdesk.contract.events import EventsMissed, PeersChanged
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.exercises import Exercise, Solution
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.services.exercises import ExercisesService
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, format_moment, plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import ElidedLabel, StateShape, TextLabel, Tone
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordColumn, RecordList
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, marked, translate
from pacsdesk.desktop.panel import Destination, Panel, PanelContext


def _state(one: Exercise) -> str:
    return translate("Exercises", "Runs") if one.is_running else NOTHING


def _shape(one: Exercise) -> StateShape:
    return StateShape.UP if one.is_running else StateShape.UNKNOWN


COLUMNS: tuple[RecordColumn[Exercise], ...] = (
    RecordColumn(marked("Exercises", "Number"), 72, lambda one: str(one.number), is_number=True),
    RecordColumn(marked("Exercises", "State"), 92, _state, shape=_shape),
    RecordColumn(marked("Exercises", "Exercise"), 240, lambda one: in_own_words(plain(one.title))),
    RecordColumn(marked("Exercises", "What is seen"), 320, lambda one: in_own_words(plain(one.seen))),
    RecordColumn(marked("Exercises", "Peer"), 108, lambda one: plain(one.peer) or NOTHING),
    RecordColumn(marked("Exercises", "Until"), 124, lambda one: format_moment(one.ends_at) if one.ends_at else NOTHING),
)
SEEN_COLUMN = 3
SPARE_COLUMNS = (5, 4)
EMPTY = EmptyWords(
    "graduation-cap",
    marked("Exercises", "No exercise"),
    marked("Exercises", "This engine has no faulty peer to start."),
)


class ExercisesPanel(Panel):
    """Causes are asked for one by one, and forgotten with the choice."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._exercises = context.services.exercises
        self._may_start = context.may(Permission.PEER_CHANGE)
        self._may_ask = context.may(Permission.PEER_PROBE)
        self.start = QAction(icon("play"), translate("Exercises", "Start"), self)
        self.test = QAction(icon("plug-zap"), translate("Exercises", "Go to its peer"), self)
        self.reveal = QAction(icon("eye"), translate("Exercises", "Show the cause"), self)
        self.stop = QAction(icon("circle-stop"), translate("Exercises", "End"), self)
        self.solution = TextLabel(wrap=True, selectable=True)
        self._amount = ElidedLabel(tone=Tone.MUTED)
        self.list: RecordList[Exercise] = self._make_list()
        self._set_up()
        self._build()
        self._connect()
        self._on_chosen_changed()
        self.list.refresh()

    def _make_list(self) -> RecordList[Exercise]:
        context = self._context
        listing = Listing(
            partial(translate, "Exercises"),
            translate("Exercises", "Exercises"),
            "exercises",
            COLUMNS,
            partial(_read, context.services.exercises),
            lambda one: one.number,
            EMPTY,
            filling=(SEEN_COLUMN,),
            spare=SPARE_COLUMNS,
        )
        return RecordList(ListNeeds(context.calls, context.preferences, context.notices.fail), listing)

    def _set_up(self) -> None:
        self.start.setToolTip(translate("Exercises", "Have its peer run on this computer, and enter it (Enter)"))
        self.test.setToolTip(translate("Exercises", "Test it there as any peer, and find the cause"))
        self.reveal.setToolTip(translate("Exercises", "Say what is wrong with it"))
        self.stop.setToolTip(translate("Exercises", "End its peer and take the entry out"))

    def _offered(self) -> tuple[QAction, ...]:
        starting = (self.start,) if self._may_start else ()
        asking = (self.reveal,) if self._may_ask else ()
        ending = (self.stop,) if self._may_start else ()
        return (*starting, self.test, *asking, *ending)

    def _build(self) -> None:
        tools = QFrame()
        set_look(tools, surface="0", edge="bottom")
        row = QHBoxLayout(tools)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.S)
        for action in self._offered():
            row.addWidget(action_button(action, Rank.PRIMARY if action is self.start else Rank.PLAIN))
        row.addWidget(self._amount, 1)
        self.solution.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(tools)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.solution)
        self.list.table.set_row_actions(self._offered())

    def _connect(self) -> None:
        self.start.triggered.connect(self._on_start)
        self.stop.triggered.connect(self._on_stop)
        self.test.triggered.connect(self._on_test)
        self.reveal.triggered.connect(self._on_reveal)
        self.list.table.activated.connect(self._on_activated)
        self.list.chosen_changed.connect(self._on_chosen_changed)
        self.list.counted.connect(self._on_counted)
        self._context.events.happened.connect(self._on_happened)
        self._context.events.engine_found.connect(self.list.note_change)
        self.setFocusProxy(self.list.table)

    def refresh(self) -> None:
        """Read the list again; what is chosen stays."""
        self.list.refresh()

    def panel_actions(self) -> tuple[QAction, ...]:
        """All that this person may do with exercises."""
        return self._offered()

    def _chosen(self) -> Exercise | None:
        chosen = self.list.chosen()
        return chosen[0] if len(chosen) == 1 else None

    @Slot()
    def _on_chosen_changed(self) -> None:
        one = self._chosen()
        self.start.setEnabled(self._may_start and one is not None and not one.is_running)
        self.stop.setEnabled(self._may_start and one is not None and one.is_running)
        self.test.setEnabled(one is not None and one.is_running)
        self.reveal.setEnabled(self._may_ask and one is not None)
        self.solution.hide()

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self._amount.set_text(counted("Exercises", "%Ln exercises", count) if count else "")

    @Slot()
    def _on_activated(self) -> None:
        one = self._chosen()
        if one is not None and one.is_running:
            self._on_test()
        else:
            self._on_start()

    @Slot()
    def _on_start(self) -> None:
        one = self._chosen()
        if one is not None and self._may_start:
            self._begin(partial(self._exercises.start, one.number), self._on_started)

    @Slot()
    def _on_stop(self) -> None:
        one = self._chosen()
        if one is not None and self._may_start:
            self._begin(partial(self._exercises.stop, one.number), self._on_stopped)

    @Slot()
    def _on_reveal(self) -> None:
        one = self._chosen()
        if one is not None and self._may_ask:
            self._begin(partial(self._exercises.reveal, one.number), self._on_revealed)

    @Slot()
    def _on_test(self) -> None:
        one = self._chosen()
        if one is not None and one.is_running:
            self._context.navigator.go(Destination("peers", words=one.peer))

    def _begin(self, work: Callable[[], object], on_done: Callable[[object], None]) -> None:
        self._context.calls.start(work, on_done, self._context.notices.fail, owner=self)

    def _on_started(self, answer: object) -> None:
        if isinstance(answer, Exercise):
            words = translate("Exercises", "It runs, and is entered as {peer}. Find out what is wrong with it.")
            self._context.notices.say(words.format(peer=plain(answer.peer)))
        self.list.refresh()

    def _on_stopped(self, _answer: object) -> None:
        self._context.notices.say(translate("Exercises", "It has ended, and its entry is gone."))
        self.list.refresh()

    def _on_revealed(self, answer: object) -> None:
        one = self._chosen()
        if isinstance(answer, Solution) and one is not None and one.number == answer.number:
            words = in_own_words(plain(answer.title)), in_own_words(plain(answer.cause, 2000))
            self.solution.setText(": ".join(words))
            self.solution.show()

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, PeersChanged | EventsMissed):
            self.list.note_change()


def _read(exercises: ExercisesService, _request: PageRequest) -> Page[Exercise]:
    """All of them; blocks."""
    found = exercises.list()
    return Page(found, "", len(found))
