"""The selected request in full: who asked whom and when, how far telling it is, and what is not safe, and why."""

from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.commitments import Commitment
from pacsdesk.desktop.kit.code_text import CodeText
from pacsdesk.desktop.kit.formatting import format_count, format_moment, plain
from pacsdesk.desktop.kit.labels import StateMark, TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.commitments.failures import FailureList, read_failures
from pacsdesk.desktop.panels.commitments.words import problem_of, state_shape, state_word

FACTS_WIDTH = 336
MIN_HEIGHT = 264


class CommitmentDetails(QFrame):
    """Asks for the failures of what it shows."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._request: Commitment | None = None
        self._asked = 0
        self._title = TextLabel(size=TypeSize.TITLE, strong=True, wrap=True, selectable=True)
        self._mark = StateMark()
        self._facts = QScrollArea()
        self._words = TextLabel(tone=Tone.MUTED, wrap=True)
        self._pages = QStackedWidget()
        self.failures = FailureList(context.preferences)
        set_look(self, surface="1", edge="top")
        self.setAccessibleName(translate("Commitments", "Details of the request"))
        self._build()
        self.show_requests(())

    def _build(self) -> None:
        self.setMinimumHeight(MIN_HEIGHT)
        note = QWidget()
        column = QVBoxLayout(note)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        column.addWidget(self._words)
        column.addStretch()
        self._facts.setWidgetResizable(True)
        left = QWidget()
        left.setFixedWidth(FACTS_WIDTH)
        facts = QVBoxLayout(left)
        facts.setContentsMargins(Space.L, Space.M, 0, Space.M)
        facts.setSpacing(Space.S)
        facts.addWidget(self._title)
        facts.addWidget(self._mark)
        facts.addWidget(self._facts, 1)
        full = QWidget()
        row = QHBoxLayout(full)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.L)
        row.addWidget(left)
        row.addWidget(self.failures, 1)
        for page in (note, full):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def show_requests(self, chosen: tuple[Commitment, ...]) -> None:
        """Show what is selected: one in full, of several how many they are."""
        request = chosen[0] if len(chosen) == 1 else None
        if request is None:
            self._words.setText(
                counted("Commitments", "%Ln requests selected.", len(chosen))
                if chosen
                else translate("Commitments", "Select a request to see which of its instances are not safe, and why.")
            )
            self._pages.setCurrentIndex(0)
        elif request != self._request:
            self._show(request)
        self._request = request

    def _show(self, request: Commitment) -> None:
        self._title.setText(plain(request.calling_ae_title))
        self._mark.set_state(state_shape(request), state_word(request))
        self._facts.setWidget(_facts_of(request))
        self._pages.setCurrentIndex(1)
        self._ask_for_failures(request)

    def _ask_for_failures(self, request: Commitment) -> None:
        if self._request is None or self._request.commitment_id != request.commitment_id:
            self.failures.begin()
        self._context.calls.drop(self._asked)
        commitments = self._context.services.commitments
        self._asked = self._context.calls.start(
            lambda: read_failures(commitments, request),
            lambda failures: self.failures.show_failures(request, failures),
            lambda error: self._on_failed(request, error),
            owner=self,
        )

    def _on_failed(self, request: Commitment, error: PacsDeskError) -> None:
        self.failures.states.show_error(error, lambda: self._ask_for_failures(request))


def _facts_of(request: Commitment) -> QWidget:
    body = QWidget()
    set_look(body, surface="1")
    form = QFormLayout(body)
    form.setContentsMargins(0, 0, Space.S, 0)
    form.setHorizontalSpacing(Space.M)
    form.setVerticalSpacing(Space.XS)
    facts = [
        (translate("Commitments", "Problem"), problem_of(request)),
        (translate("Commitments", "Asked"), format_moment(request.requested_at)),
        (translate("Commitments", "From"), plain(request.address)),
        (translate("Commitments", "Called"), plain(request.called_ae_title)),
        (translate("Commitments", "Instances"), format_count(request.number_of_instances)),
        (translate("Commitments", "Attempts"), format_count(request.attempts)),
        (translate("Commitments", "Next attempt"), format_moment(request.next_attempt_at)),
    ]
    for label, value in facts:
        if value:
            form.addRow(TextLabel(label, tone=Tone.MUTED), TextLabel(value, wrap=True, selectable=True))
    label = translate("Commitments", "Transaction UID")
    form.addRow(TextLabel(label, tone=Tone.MUTED), CodeText(request.transaction_uid, label))
    return body
