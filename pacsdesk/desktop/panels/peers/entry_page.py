"""A peer's entry to be read."""

from collections.abc import Iterator

from PySide6.QtWidgets import QFormLayout, QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.records.peers import Peer
from pacsdesk.desktop.kit.formatting import NOTHING, plain
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panels.peers.entry_fields import address_check_words, same_uid_words
from pacsdesk.desktop.panels.peers.words import services_line, tls_words

Fact = tuple[str, str]


class EntryPage(QScrollArea):
    """All that is entered; what is not stands with a dash only where it matters."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)

    def show_peer(self, peer: Peer) -> None:
        """Show another entry."""
        page = QWidget()
        set_look(page, surface="0")
        form = QFormLayout()
        form.setHorizontalSpacing(Space.L)
        form.setVerticalSpacing(Space.S)
        for label, value in _facts(peer):
            form.addRow(TextLabel(label, tone=Tone.MUTED), TextLabel(value, wrap=True, selectable=True))
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.addLayout(form)
        column.addStretch()
        self.setWidget(page)


def _facts(peer: Peer) -> Iterator[Fact]:
    yield translate("Peers", "AE title"), plain(peer.ae_title)
    yield translate("Peers", "Host"), plain(peer.host)
    yield translate("Peers", "Port"), NOTHING if peer.port is None else str(peer.port)
    yield translate("Peers", "Encryption"), tls_words(peer.tls)
    yield translate("Peers", "May ask of us"), services_line(peer.allow) or NOTHING
    yield translate("Peers", "We use of it"), services_line(peer.uses) or NOTHING
    yield translate("Peers", "May call from"), address_check_words(peer.address_check)
    yield translate("Peers", "Same UID, other content"), same_uid_words(peer.same_uid)
    further = [
        (translate("Peers", "Contact"), plain(peer.contact)),
        (translate("Peers", "Character set"), plain(peer.character_set)),
        (translate("Peers", "Wait for the connection"), _seconds(peer.timeouts.connect)),
        (translate("Peers", "Wait for the association"), _seconds(peer.timeouts.associate)),
        (translate("Peers", "Wait for an answer"), _seconds(peer.timeouts.answer)),
        (translate("Peers", "Notes"), plain(peer.notes, 2000)),
    ]
    yield from ((label, value) for label, value in further if value)


def _seconds(number: int | None) -> str:
    return "" if number is None else counted("Peers", "%Ln seconds", number)
