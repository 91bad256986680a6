"""Callers that were turned away and nobody has let in since: who, why, and one click that enters them as peers."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from pacsdesk.contract.records.peers import Peer, RefusedCaller
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.labels import ElidedLabel, StateMark, StateShape, TextLabel, Tone
from pacsdesk.desktop.kit.theme import mono_font, set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate

SHOWN_CALLERS = 3


class RefusedCallers(QFrame):
    """A line for each of the newest few; hidden while there is none."""

    let_in_wanted = Signal(object)

    def __init__(self, *, may_let_in: bool) -> None:
        """may_let_in: whether to offer the button."""
        super().__init__()
        set_look(self, role="card")
        self.setAccessibleName(translate("Home", "Refused callers"))
        self._may_let_in = may_let_in
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        self._lines.setSpacing(Space.S)
        self._shown: tuple[RefusedCaller, ...] = ()
        self.hide()

    def show_callers(self, callers: tuple[RefusedCaller, ...]) -> None:
        """Show who waits to be let in."""
        if callers == self._shown:
            return
        self._shown = callers
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for caller in callers[:SHOWN_CALLERS]:
            self._lines.addWidget(self._line(caller))
        surplus = len(callers) - SHOWN_CALLERS
        if surplus > 0:
            self._lines.addWidget(TextLabel(counted("Home", "and %Ln more", surplus), tone=Tone.MUTED))
        self.setVisible(bool(callers))

    def _line(self, caller: RefusedCaller) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(StateMark(StateShape.SLOW, translate("Home", "Refused")))
        title = TextLabel(plain(caller.calling_ae_title), strong=True, selectable=True)
        title.setFont(mono_font())
        row.addWidget(title)
        words = counted("Home", "from {address}, %Ln times. {reason}", caller.times)
        row.addWidget(ElidedLabel(plain(words.format(address=caller.address, reason=caller.reason))), 1)
        if self._may_let_in and peer_to_let_in(caller) is not None:
            button = make_button(translate("Home", "Let in"), Rank.PLAIN)
            button.setToolTip(translate("Home", "Enter it as a peer that may echo and store from this address"))
            name = translate("Home", "Let {ae_title} in").format(ae_title=caller.calling_ae_title)
            button.setAccessibleName(name)
            button.clicked.connect(partial(self._on_pressed, caller))
            row.addWidget(button)
        return line

    def _on_pressed(self, caller: RefusedCaller, _is_checked: bool = False) -> None:
        self.let_in_wanted.emit(caller)


def peer_to_let_in(caller: RefusedCaller) -> Peer | None:
    """The entry that would let a caller echo and store from its address; None when its title is none."""
    try:
        title = AETitle(caller.calling_ae_title)
    except ValueError:
        return None
    return Peer(name=f"{title} {caller.address}", ae_title=title, host=caller.address, port=None)
