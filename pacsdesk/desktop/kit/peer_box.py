"""The choice of a peer to call: those that have a host and a port, by name; what was chosen stays while they are read
again."""

from collections.abc import Iterable

from PySide6.QtWidgets import QComboBox

from pacsdesk.contract.records.peers import Peer
from pacsdesk.desktop.kit.formatting import plain


class PeerBox(QComboBox):
    """currentIndexChanged tells of another choice, also when the chosen one is gone."""

    def __init__(self, name: str, nobody: str = "") -> None:
        """name: what a screen reader calls it. nobody: the words of an entry for none of them, "" for no such entry."""
        super().__init__()
        self._nobody = nobody
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(name)

    def show_peers(self, peers: Iterable[Peer]) -> None:
        """Those of them that can be called."""
        chosen = self.name()
        was_blocked = self.blockSignals(True)
        self.clear()
        if self._nobody:
            self.addItem(self._nobody, "")
        for peer in sorted(peers, key=lambda one: one.name.casefold()):
            if peer.can_be_called:
                self.addItem(f"{plain(peer.name)}  ({plain(peer.ae_title)})", peer.name)
        self.setCurrentIndex(max(self.findData(chosen), 0) if self.count() else -1)
        self.blockSignals(was_blocked)
        if self.name() != chosen:
            self.currentIndexChanged.emit(self.currentIndex())

    def name(self) -> str:
        """The chosen one, "" for none."""
        return self.currentData() or ""

    def choose(self, name: str) -> None:
        """This one, if it is there."""
        place = self.findData(name)
        if place >= 0:
            self.setCurrentIndex(place)
