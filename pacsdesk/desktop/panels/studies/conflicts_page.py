"""Two objects under one UID, side by side, and the decision which of them stands."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QSplitter, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.events import ConflictFound, ConflictsChanged, EventsMissed
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.archive import Conflict, ConflictResolution
from pacsdesk.contract.types import SOPInstanceUID
from pacsdesk.desktop.kit.buttons import make_button
from pacsdesk.desktop.kit.formatting import format_count, format_moment, format_person_name, plain
from pacsdesk.desktop.kit.labels import MonoLabel, TextLabel, Tone, hairline
from pacsdesk.desktop.kit.record_list import EmptyWords, Listing, ListNeeds, RecordColumn, RecordList
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.studies.sheets import LONGEST_REASON

COLUMNS: tuple[RecordColumn[Conflict], ...] = (
    RecordColumn(marked("Studies", "Patient name"), 220, lambda conflict: format_person_name(conflict.patient_name)),
    RecordColumn(marked("Studies", "Patient ID"), 110, lambda conflict: plain(conflict.patient_id)),
    RecordColumn(marked("Studies", "First from"), 120, lambda conflict: plain(conflict.first_sending_ae_title)),
    RecordColumn(marked("Studies", "First received"), 132, lambda conflict: format_moment(conflict.first_received_at)),
    RecordColumn(marked("Studies", "Second from"), 120, lambda conflict: plain(conflict.second_sending_ae_title)),
    RecordColumn(
        marked("Studies", "Second received"), 132, lambda conflict: format_moment(conflict.second_received_at)
    ),
    RecordColumn(marked("Studies", "Differences"), 160, lambda conflict: plain("; ".join(conflict.differences), 120)),
)
EMPTY = EmptyWords(
    "git-compare",
    marked("Studies", "No conflicts"),
    marked(
        "Studies",
        "A conflict is a second object that came under a UID already stored, with other content. Both are kept until a "
        "person decides here.",
    ),
)
LISTED_DIFFERENCES = 100
MIN_HEIGHT = 280


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to decide: the button, what it leads to, and the words afterwards, in the context "Studies"."""

    resolution: ConflictResolution
    verb: str
    hint: str
    done: str


CHOICES = (
    Choice(
        ConflictResolution.KEEP_FIRST,
        marked("Studies", "Keep first"),
        marked("Studies", "The stored object stays; the second goes to trash"),
        marked("Studies", "The first object stays, the second is in the trash."),
    ),
    Choice(
        ConflictResolution.TAKE_SECOND,
        marked("Studies", "Take second"),
        marked("Studies", "The second object takes the place of the first, which goes to trash"),
        marked("Studies", "The second object took the place of the first, which is in the trash."),
    ),
    Choice(
        ConflictResolution.KEEP_BOTH,
        marked("Studies", "Keep both"),
        marked("Studies", "The second object is stored as well, under a new UID"),
        marked("Studies", "Both objects are kept; the second has a new UID."),
    ),
)


class Comparison(QFrame):
    """One conflict in full. decided: which conflict, how, and why."""

    decided = Signal(str, str, str)

    def __init__(self, can_decide: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._can_decide = can_decide
        self._conflict: Conflict | None = None
        self._scroll = QScrollArea()
        self._reason = QLineEdit()
        self._buttons = [make_button(translate("Studies", choice.verb)) for choice in CHOICES]
        self.setAccessibleName(translate("Studies", "The two objects side by side"))
        set_look(self, surface="1", edge="top")
        self._build()
        self._reason.textChanged.connect(self._judge)
        for choice, button in zip(CHOICES, self._buttons, strict=True):
            button.setToolTip(translate("Studies", choice.hint))
            button.clicked.connect(partial(self._decide, choice.resolution))
        self.show_conflict(None)

    def _build(self) -> None:
        self.setMinimumHeight(MIN_HEIGHT)
        self._scroll.setWidgetResizable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        if self._can_decide:
            layout.addWidget(hairline())
            layout.addLayout(self._decision_row())

    def _decision_row(self) -> QHBoxLayout:
        self._reason.setPlaceholderText(translate("Studies", "Reason, for the audit"))
        self._reason.setAccessibleName(translate("Studies", "Reason"))
        self._reason.setMaxLength(LONGEST_REASON)
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self._reason, 1)
        for button in self._buttons:
            row.addWidget(button)
        return row

    def show_conflict(self, conflict: Conflict | None) -> None:
        """Show one conflict, or that none is selected; a reason being typed stays with its conflict."""
        if conflict is None or self._conflict is None or conflict.conflict_id != self._conflict.conflict_id:
            self._reason.clear()
        self._conflict = conflict
        self._judge()
        body = QWidget()
        set_look(body, surface="1")
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.setSpacing(Space.S)
        if conflict is None:
            words = translate("Studies", "Select a conflict to compare its two objects.")
            column.addWidget(TextLabel(words, tone=Tone.MUTED, wrap=True))
        else:
            name = f"{format_person_name(conflict.patient_name)} \u00b7 {plain(conflict.patient_id)}"
            column.addWidget(TextLabel(name, size=TypeSize.TITLE, strong=True))
            column.addWidget(MonoLabel(conflict.sop_instance_uid, tone=Tone.MUTED))
            column.addLayout(_side_by_side(conflict))
        column.addStretch()
        self._scroll.setWidget(body)

    @Slot()
    def _judge(self) -> None:
        for button in self._buttons:
            button.setEnabled(self._conflict is not None and bool(self._reason.text().strip()))

    def _decide(self, resolution: ConflictResolution) -> None:
        if self._conflict is not None:
            self.decided.emit(self._conflict.conflict_id, str(resolution), self._reason.text().strip())


def _side_by_side(conflict: Conflict) -> QGridLayout:
    """What is known of the two objects, then in what they differ."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.XL)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(2, 1)
    headings = (translate("Studies", "First, stored"), translate("Studies", "Second, waiting"))
    for side, heading in enumerate(headings, start=1):
        grid.addWidget(TextLabel(heading, strong=True), 0, side)
    received = (format_moment(conflict.first_received_at), format_moment(conflict.second_received_at))
    senders = (plain(conflict.first_sending_ae_title), plain(conflict.second_sending_ae_title))
    sizes = (
        translate("Studies", "{count} bytes").format(count=format_count(size))
        for size in (conflict.first_size_bytes, conflict.second_size_bytes)
    )
    rows = [
        (translate("Studies", "Received"), *received),
        (translate("Studies", "From"), *senders),
        (translate("Studies", "Size"), *sizes),
    ]
    rows += [_split(difference) for difference in conflict.differences[:LISTED_DIFFERENCES]]
    for number, (label, first, second) in enumerate(rows, start=1):
        if not first and not second:
            grid.addWidget(TextLabel(label, wrap=True, selectable=True), number, 0, 1, 3)
            continue
        grid.addWidget(TextLabel(label, tone=Tone.MUTED), number, 0)
        grid.addWidget(TextLabel(first, wrap=True, selectable=True), number, 1)
        grid.addWidget(TextLabel(second, wrap=True, selectable=True), number, 2)
    return grid


def _split(difference: str) -> tuple[str, str, str]:
    """The engine's "element: first / second" as three cells; a line that could be cut in two ways stays whole."""
    label, found, values = plain(difference).partition(": ")
    sides = values.split(" / ")
    return (label, sides[0], sides[1]) if found and len(sides) == 2 else (plain(difference), "", "")


class ConflictsPage(QWidget):
    """The list of conflicts above, the selected one in full below."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        read = context.services.conflicts.list
        name = translate("Studies", "Conflicts")
        listing = Listing(_in_words, name, "conflicts", COLUMNS, read, lambda conflict: conflict.conflict_id, EMPTY)
        needs = ListNeeds(context.calls, context.preferences, context.notices.fail)
        self.list: RecordList[Conflict] = RecordList(needs, listing)
        self.list.table.setSelectionMode(self.list.table.SelectionMode.SingleSelection)
        self.comparison = Comparison(context.may(Permission.CONFLICT_RESOLVE))
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self.list)
        splitter.addWidget(self.comparison)
        splitter.setStretchFactor(0, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.list.chosen_changed.connect(self._on_chosen_changed)
        self.list.counted.connect(self._on_counted)
        self.comparison.decided.connect(self._on_decided)
        context.events.happened.connect(self._on_happened)
        context.events.engine_found.connect(self.list.note_change)

    @Slot(int)
    def _on_counted(self, count: int) -> None:
        self.comparison.setVisible(count > 0)

    @Slot()
    def _on_chosen_changed(self) -> None:
        chosen = self.list.chosen()
        self.comparison.show_conflict(chosen[0] if chosen else None)

    @Slot(str, str, str)
    def _on_decided(self, conflict_id: str, resolution: str, reason: str) -> None:
        choice = next(choice for choice in CHOICES if choice.resolution == resolution)
        self._context.calls.start(
            partial(self._context.services.conflicts.resolve, conflict_id, choice.resolution, reason),
            partial(self._on_resolved, choice),
            self._on_failed,
            owner=self,
        )

    def _on_resolved(self, choice: Choice, _uid: SOPInstanceUID) -> None:
        self._context.notices.say(translate("Studies", choice.done))
        self.list.note_change()

    def _on_failed(self, error: PacsDeskError) -> None:
        self._context.notices.fail(error)
        self.list.note_change()

    @Slot(object)
    def _on_happened(self, event: object) -> None:
        if isinstance(event, ConflictFound | ConflictsChanged | EventsMissed):
            self.list.note_change()


def _in_words(text: str) -> str:
    return translate("Studies", text)
