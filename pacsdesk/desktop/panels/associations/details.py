"""The chosen association in full: how it stands or ended and why, what was asked, what was agreed."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.associations import AssociationDetail, AssociationState
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.peers import Peer
from pacsdesk.desktop.kit.code_text import CodeText
from pacsdesk.desktop.kit.finding_card import FindingCard
from pacsdesk.desktop.kit.labels import StateMark, TextLabel, Tone
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.kit.uid_names import Names, read_names, uids_of
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.associations.agreed import AgreedTable
from pacsdesk.desktop.panels.associations.facts import codes_of, facts_of, heading_of, story_of, text_of
from pacsdesk.desktop.panels.associations.reading import PastAssociation, read_past
from pacsdesk.desktop.panels.associations.words import state_shape, state_word


class FactsForm(QScrollArea):
    """The facts of one association; the lines stay and their values change, so that what is marked stays marked."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, AssociationState, tuple[Finding, ...]] | None = None
        self.cards: tuple[FindingCard, ...] = ()
        self._values: list[TextLabel] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_facts(self, detail: AssociationDetail, findings: tuple[Finding, ...] = ()) -> None:
        """Show these, above them why it went wrong."""
        facts = facts_of(detail)
        shown = detail.summary.association_id, detail.summary.state, findings
        if shown != self._shown:
            self._shown = shown
            self._build(facts, codes_of(detail), findings)
        for label, (_name, value) in zip(self._values, facts, strict=True):
            label.setText(value)

    def _build(
        self, facts: tuple[tuple[str, str], ...], codes: Iterable[tuple[str, str]], findings: Iterable[Finding]
    ) -> None:
        body = QWidget()
        set_look(body, surface="1")
        column = QVBoxLayout(body)
        column.setContentsMargins(Space.L, 0, Space.L, Space.M)
        self.cards = tuple(FindingCard(finding, may_change=False) for finding in findings)
        for card in self.cards:
            column.addWidget(card)
            column.addSpacing(Space.M)
        form = QFormLayout()
        column.addLayout(form)
        column.addStretch(1)
        form.setHorizontalSpacing(Space.M)
        form.setVerticalSpacing(Space.XS)
        self._values = [TextLabel(wrap=True, selectable=True) for _ in facts]
        for (name, _value), label in zip(facts, self._values, strict=True):
            title = TextLabel(name, tone=Tone.MUTED)
            title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            form.addRow(title, label)
        for name, code in codes:
            form.addRow(TextLabel(name, tone=Tone.MUTED, wrap=True), CodeText(code, name))
        self.setWidget(body)


class AssociationDetails(QFrame):
    """read: the entry of the journal has come, or another one shows; `entry` is what would let a refused caller in."""

    read = Signal()

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._may_let_in = context.may(Permission.PEER_CHANGE)
        self._wanted = ""
        self._asked = 0
        self._names: Names = {}
        self._detail: AssociationDetail | None = None
        self._findings: tuple[Finding, ...] = ()
        self.entry: Peer | None = None
        self._title = TextLabel(size=TypeSize.TITLE, strong=True, wrap=True, selectable=True)
        self._mark = StateMark()
        self.story = TextLabel(wrap=True, selectable=True)
        self.facts = FactsForm()
        self.agreed = AgreedTable(context.preferences)
        self.states = ListStates(self._build_page())
        set_look(self, surface="1", edge="left")
        self.setAccessibleName(translate("Associations", "Details of the association"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)  # of the line on the left
        layout.addWidget(self.states)
        self.show_nothing(0)

    def _build_page(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(Space.L, Space.M, Space.L, 0)
        column.setSpacing(Space.S)
        for widget in (self._title, self._mark, self.story):
            column.addWidget(widget)
        upper = QWidget()
        rows = QVBoxLayout(upper)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.M)
        rows.addWidget(head)
        rows.addWidget(self.facts, 1)
        page = QSplitter(Qt.Orientation.Vertical)
        page.addWidget(upper)
        page.addWidget(self.agreed)
        page.setStretchFactor(0, 3)
        page.setStretchFactor(1, 2)
        page.setChildrenCollapsible(False)
        page.setHandleWidth(1)
        return page

    def text(self) -> str:
        """All that shows, as plain text; "" for nothing."""
        return text_of(self._detail, self._names, self._findings) if self._detail is not None else ""

    def shown_id(self) -> str:
        """Which one shows or is being read, "" for none."""
        return self._wanted

    # what to show

    def show_nothing(self, number_chosen: int) -> None:
        """None in particular is chosen."""
        self._want("")
        self._detail = None
        self.states.show_empty(
            "network",
            counted("Associations", "%Ln associations chosen", number_chosen)
            if number_chosen
            else translate("Associations", "Choose an association"),
            translate("Associations", "Then what was agreed, asked and answered in it stands here."),
        )
        self.read.emit()

    def show_live(self, detail: AssociationDetail) -> None:
        """One that is open, as it stands now."""
        self._want(detail.summary.association_id)
        self._findings = ()
        unknown = uids_of(detail) - self._names.keys()
        if unknown and not self._asked:
            self._asked = self._context.calls.start(
                lambda: read_names(unknown), self._on_named, self._on_names_failed, owner=self
            )
        self._show(detail)
        self.read.emit()

    def show_past(self, association_id: str) -> None:
        """One that is over; the same again is not asked for again."""
        if association_id != self._wanted:
            self._want(association_id)
            self._read()

    def show_drawn(self, detail: AssociationDetail, findings: tuple[Finding, ...], names: Names) -> None:
        """This, of which nobody is asked anything."""
        self._want(detail.summary.association_id)
        self._findings, self._names = findings, names
        self._show(detail)

    @property
    def names(self) -> Names:
        """What UIDs are called, as far as it was read."""
        return self._names

    @Slot(str)
    def show_gone(self, association_id: str) -> None:
        """One that was open is over: it stays, as the journal has it now."""
        self._want(association_id)
        self._read()

    @Slot()
    def read_again(self) -> None:
        """What is known of it may be otherwise by now."""
        if self._wanted:
            self._read()

    # how it comes

    def _want(self, association_id: str) -> None:
        if association_id != self._wanted or not association_id:
            self.entry = None
            self._context.calls.drop(self._asked)
            self._asked = 0
        self._wanted = association_id

    def _read(self) -> None:
        services, wanted, may_let_in = self._context.services, self._wanted, self._may_let_in
        self.states.show_loading()
        self._context.calls.drop(self._asked)
        self._asked = self._context.calls.start(
            lambda: read_past(services, wanted, may_let_in=may_let_in), self._on_read, self._on_failed, owner=self
        )

    def _on_read(self, past: PastAssociation) -> None:
        self._asked = 0
        self.entry, self._findings = past.entry, past.findings
        self._names = {**self._names, **past.names}
        self._show(past.detail)
        self.read.emit()

    def _on_failed(self, error: PacsDeskError) -> None:
        self._asked = 0
        self._detail = None
        self.states.show_error(error, self.read_again)
        self.read.emit()

    def _on_named(self, names: Names) -> None:
        self._asked = 0
        self._names = {**self._names, **names}
        if self._detail is not None:
            self._show(self._detail)

    def _on_names_failed(self, _error: PacsDeskError) -> None:
        self._asked = 0  # their UIDs stay

    def _show(self, detail: AssociationDetail) -> None:
        self._detail = detail
        self._title.setText(heading_of(detail))
        self._mark.set_state(state_shape(detail.summary), state_word(detail.summary))
        self.story.setText(story_of(detail))
        self.facts.show_facts(detail, self._findings)
        names = {uid: self._names[uid] for uid in uids_of(detail) if uid in self._names}
        self.agreed.contexts.show(detail, names)
        self.states.show_content()
