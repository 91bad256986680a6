"""What a peer accepts: the matrix as a grid, beside another peer when one is chosen; nothing is sent for it."""

from collections.abc import Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.matrices import MatrixOrder, NegotiationMatrix, differences
from pacsdesk.contract.records.peers import Peer
from pacsdesk.desktop.kit.applying import Applying
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.findings_column import FindingsColumn
from pacsdesk.desktop.kit.formatting import format_count, format_milliseconds, plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.peer_box import PeerBox
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.tables import Table
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.send.matrix_model import BEFORE, KIND, NAME, MatrixModel

_PEER_WIDTH, _KIND_WIDTH, _NAME_WIDTH, _CELL_WIDTH = 240, 160, 240, 104


class AcceptsPage(QWidget):
    """Asks when the person says so."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._tickets: tuple[str, ...] = ()
        self._wanted: tuple[str, ...] = ()
        self._come: dict[str, NegotiationMatrix] = {}
        self.peer = PeerBox(translate("Send", "Peer to ask"))
        self.other = PeerBox(translate("Send", "Peer to compare it with"), translate("Send", "Compare with nobody"))
        self.ask = QAction(icon("grid-3x3"), translate("Send", "Ask"), self)
        self.stop = QAction(icon("circle-stop"), translate("Send", "Stop"), self)
        self.copy = QAction(icon("copy"), translate("Send", "Copy as text"), self)
        self.filter = QLineEdit()
        self.only_notable = QCheckBox()
        self.summary = TextLabel(tone=Tone.MUTED, wrap=True, selectable=True)
        self.model = MatrixModel(self)
        self.table = Table(context.preferences, "send-matrix", name=translate("Send", "What it accepts"))
        self.findings = FindingsColumn(may_change=False, applying=Applying(context))
        self.findings.hide()
        self._states = ListStates(self._build_body())
        self._build()
        self._connect()
        self._states.show_empty(
            "grid-3x3",
            translate("Send", "Which kinds of objects does a peer take?"),
            translate(
                "Send",
                "Each kind is proposed in each transfer syntax by itself, and the association is released at once. "
                "Nothing is sent.",
            ),
            (self.ask,),
        )
        self._enable()

    def _build_body(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        said = QVBoxLayout()
        said.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        said.addWidget(self.summary)
        column.addLayout(said)
        column.addWidget(self.table, 1)
        column.addWidget(self.findings, 1)
        return body

    def _build(self) -> None:
        self.peer.setFixedWidth(_PEER_WIDTH)
        self.other.setFixedWidth(_PEER_WIDTH)
        self.filter.setPlaceholderText(translate("Send", "Filter: CT, mammography, report"))
        self.filter.setAccessibleName(translate("Send", "Filter SOP classes"))
        self.filter.setClearButtonEnabled(True)
        frame = QFrame()
        set_look(frame, surface="1", edge="bottom")
        row = QHBoxLayout(frame)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.S)
        row.addWidget(self.peer)
        row.addWidget(self.other)
        row.addWidget(self.filter, 1)
        row.addWidget(self.only_notable)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(frame)
        layout.addWidget(self._states, 1)
        self.setFocusProxy(self.peer)
        self._name_notable()

    def _connect(self) -> None:
        self.ask.triggered.connect(self._on_ask)
        self.stop.triggered.connect(self._on_stop)
        self.copy.triggered.connect(self._on_copy)
        self.findings.applied.connect(self._on_ask)
        self.filter.textChanged.connect(self._on_narrowed)
        self.only_notable.toggled.connect(self._on_narrowed)
        self.peer.currentIndexChanged.connect(self._enable)
        self.other.currentIndexChanged.connect(self._name_notable)

    def toolbar(self) -> QWidget:
        """The actions with words."""
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(action_button(self.ask, Rank.PRIMARY))
        row.addWidget(action_button(self.stop))
        row.addWidget(action_button(self.copy))
        row.addStretch(1)
        return bar

    def show_peers(self, peers: Sequence[Peer]) -> None:
        """Those that can be asked."""
        self.peer.show_peers(peers)
        self.other.show_peers(peers)
        self._enable()

    @Slot()
    def _on_ask(self) -> None:
        first, second = self.peer.name(), self.other.name()
        if not first or self._wanted:
            return
        self._come = {}
        self._wanted = (first, second) if second and second != first else (first,)
        self._states.show_loading()
        tickets = []
        for name in self._wanted:
            order = MatrixOrder(ticket=uuid4().hex)
            tickets.append(order.ticket)
            self._context.calls.start(
                partial(self._context.services.sends.matrix, name, order),
                partial(self._on_matrix, name),
                self._on_failed,
                owner=self,
            )
        self._tickets = tuple(tickets)
        self._enable()

    @Slot()
    def _on_stop(self) -> None:
        sends = self._context.services.sends
        for ticket in self._tickets:
            self._context.calls.start(
                partial(sends.stop, ticket), _ignore, self._context.notices.fail, owner=self, priority=2
            )

    def _on_matrix(self, name: str, matrix: NegotiationMatrix) -> None:
        self._come[name] = matrix
        if any(one not in self._come for one in self._wanted):
            return
        one, *others = (self._come[each] for each in self._wanted)
        self._wanted = self._tickets = ()
        self.model.show_matrices(one, others[0] if others else None)
        self._give_columns()
        self.summary.setText(_said(one, others[0] if others else None))
        self.findings.show_alone(tuple(each for matrix in (one, *others) for each in matrix.findings))
        self.table.setVisible(bool(one.cells))
        self._states.show_content()
        self._enable()

    def _on_failed(self, error: PacsDeskError) -> None:
        self._wanted = self._tickets = ()
        self._states.show_error(error, self._on_ask)
        self._enable()

    def _give_columns(self) -> None:
        if self.table.model() is None and self.model.columnCount():
            widths = {KIND: _KIND_WIDTH, NAME: _NAME_WIDTH}
            widths |= dict.fromkeys(range(BEFORE, self.model.columnCount()), _CELL_WIDTH)
            self.table.set_default_columns(widths)
            self.table.set_model(self.model)

    @Slot()
    def _on_narrowed(self) -> None:
        self.model.narrow(self.filter.text(), only_notable=self.only_notable.isChecked())

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.summary.text()}\n{self.model.as_text()}")
        self._context.notices.say(translate("Send", "Copied as text."))

    @Slot()
    def _name_notable(self) -> None:
        compares = bool(self.other.name())
        self.only_notable.setText(
            translate("Send", "Only what differs") if compares else translate("Send", "Only what it takes")
        )

    @Slot()
    def _enable(self) -> None:
        self.ask.setEnabled(bool(self.peer.name()) and not self._wanted)
        self.stop.setEnabled(bool(self._wanted))
        self.copy.setEnabled(self.model.rowCount() > 0)


def _said(one: NegotiationMatrix, other: NegotiationMatrix | None) -> str:
    lines = [_of_one(one)]
    if other is not None:
        lines.append(_of_one(other))
        if one.cells and other.cells:
            lines.append(counted("Send", "They differ in %Ln pairs.", len(differences(one, other))))
    return "\n".join(lines)


def _of_one(matrix: NegotiationMatrix) -> str:
    if matrix.theirs is None or matrix.ours is None:
        return f"{plain(matrix.peer)}: {in_own_words(plain(matrix.problem)) or translate('Send', 'stopped')}"
    taken = sum(one.state == "accepted" for one in matrix.cells)
    words = translate(
        "Send",
        "{peer} ({implementation}) takes {taken} of {asked} pairs. PDUs up to {theirs} bytes, ours up to {ours}. Asked "
        "as {calling} in {time}.",
    )
    return words.format(
        peer=plain(matrix.peer),
        implementation=plain(matrix.theirs.implementation_version_name or matrix.theirs.implementation_class_uid),
        taken=format_count(taken),
        asked=format_count(len(matrix.cells)),
        theirs=format_count(matrix.theirs.max_pdu_length),
        ours=format_count(matrix.ours.max_pdu_length),
        calling=plain(matrix.calling_ae_title),
        time=format_milliseconds(matrix.milliseconds),
    )


def _ignore(_answer: object) -> None:
    """The matrix comes anyway, as far as it was asked."""
