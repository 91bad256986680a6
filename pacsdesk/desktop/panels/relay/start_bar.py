"""What is chosen before something begins: which peer, which port, how long, reached by whom."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from pacsdesk.contract.records.relays import LOOPBACK, ListenOrder
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.forms import NumberBox
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.relay.words import DURATIONS

_ANY_PORT = 0
_EVERY_ADDRESS = "0.0.0.0"  # chosen by the person, in words


def duration_box(seconds: int) -> QComboBox:
    """How long something runs until it ends by itself. seconds: what is chosen at first."""
    box = QComboBox()
    for number, words in DURATIONS:
        box.addItem(translate("Relay", words), number)
    box.setCurrentIndex(max(box.findData(seconds), 0))
    box.setAccessibleName(translate("Relay", "Ends by itself after"))
    box.setToolTip(box.accessibleName())
    return box


class StartBar(QWidget):
    """started: a person wants it to begin."""

    started = Signal()

    def __init__(self, verb: str, has_peer: bool) -> None:
        """verb: on the button."""
        super().__init__()
        self.peer = QComboBox()
        self.port = NumberBox()
        self.reach = QComboBox()
        self.duration = duration_box(3600)
        self.start = make_button(verb, Rank.PRIMARY)
        self._has_peer = has_peer
        self._set_up()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        if has_peer:
            row.addWidget(self.peer)
        else:
            self.peer.hide()
        for widget in (self.port, self.reach, self.duration, self.start):
            row.addWidget(widget)
        self.start.clicked.connect(self.started)

    def _set_up(self) -> None:
        self.peer.setParent(self)
        self.peer.setMinimumContentsLength(12)
        self.peer.setAccessibleName(translate("Relay", "Peer to pass on to"))
        self.peer.setToolTip(self.peer.accessibleName())
        self.port.setRange(_ANY_PORT, 65535)
        self.port.setSpecialValueText(translate("Relay", "Any port"))
        self.port.setAccessibleName(translate("Relay", "Port to listen on"))
        self.port.setToolTip(self.port.accessibleName())
        self.reach.addItem(translate("Relay", "This computer"), LOOPBACK)
        self.reach.addItem(translate("Relay", "The whole network"), _EVERY_ADDRESS)
        self.reach.setAccessibleName(translate("Relay", "Who can reach it"))
        self.reach.setToolTip(
            translate("Relay", "On the whole network, whoever can connect may use it without being known here.")
        )

    def show_peers(self, names: Iterable[str]) -> None:
        """Those that can be called; what was chosen stays."""
        names = list(names)
        chosen = self.peer.currentText()
        if names != [self.peer.itemText(number) for number in range(self.peer.count())]:
            self.peer.clear()
            self.peer.addItems(names)
            self.peer.setCurrentIndex(max(self.peer.findText(chosen), 0) if names else -1)
        self.start.setEnabled(bool(names) or not self._has_peer)

    def order(self) -> ListenOrder:
        """What was chosen. The choice of the whole network is the person's word that it is meant."""
        host = str(self.reach.currentData())
        return ListenOrder(self.port.value(), host, int(self.duration.currentData()), is_open=host != LOOPBACK)
