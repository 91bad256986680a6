"""Letting a refused caller in, wherever it is shown: the entry that it takes, and the way back."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.engine import EngineStatus
from pacsdesk.contract.records.peers import Peer, RefusedCaller
from pacsdesk.contract.services.peers import PeersService
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.translation import translate


def own_ae_titles(status: EngineStatus) -> frozenset[str]:
    """The AE titles under which callers reach this archive."""
    return frozenset(title for listener in status.listeners for title in (listener.ae_title, *listener.aliases))


def peer_to_let_in(caller: RefusedCaller, own_ae_titles: frozenset[str]) -> Peer | None:
    """The entry that would let a caller echo and store from its address.

    None when its title is none, when it calls a title that is not ours, or is refused for what no entry changes.
    """
    if caller.called_ae_title not in own_ae_titles or not caller.an_entry_helps:
        return None
    try:
        title = AETitle(caller.calling_ae_title)
    except ValueError:
        return None
    return Peer(name=f"{title} {caller.address}", ae_title=title, host=caller.address, port=None)


@dataclass(frozen=True, slots=True)
class LettingInNeeds:
    """What it uses of the panel that shows the caller. say_with_undo, fail: as Notices has them."""

    peers: PeersService
    calls: Calls
    say_with_undo: Callable[[str, Callable[[], None]], None]
    fail: Callable[[PacsDeskError], None]


class LettingIn(QObject):
    """changed: a caller was let in, or shut out again because the person thought again."""

    changed = Signal()

    def __init__(self, needs: LettingInNeeds, parent: QObject) -> None:
        super().__init__(parent)
        self._needs = needs

    def let_in(self, peer: Peer) -> None:
        """Enter it, say so, offer to undo."""
        needs = self._needs
        needs.calls.start(lambda: needs.peers.add(peer), self._on_let_in, needs.fail, owner=self)

    def _on_let_in(self, peer: Peer) -> None:
        words = translate("Kit", "{ae_title} may echo and store from {host}. Send again.")
        said = words.format(ae_title=peer.ae_title, host=peer.host)
        self._needs.say_with_undo(said, partial(self._shut_out, peer))
        self.changed.emit()

    def _shut_out(self, peer: Peer) -> None:
        needs = self._needs
        needs.calls.start(lambda: needs.peers.remove(peer.name), self._on_shut_out, needs.fail, owner=self)

    def _on_shut_out(self, _peer: Peer) -> None:
        self.changed.emit()
