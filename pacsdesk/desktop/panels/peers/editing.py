"""Adds, changes and removes peers; each can be taken back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.services.peers import PeersService
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext


class Editing(QObject):
    """saved: the entry as it is now, and the name that it had before. failed: an entry could not be saved."""

    saved = Signal(object, str)
    failed = Signal(object)

    def __init__(self, context: PanelContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._peers = context.services.peers

    def save(self, before: Peer | None, after: Peer, reason: str) -> None:
        """Enter a peer, or put it in the place of another. reason: for the history."""
        if before is None:
            self._start(lambda: self._peers.add(after, reason), partial(self._on_added, after), self.failed.emit)
        else:
            self._start(
                lambda: self._peers.change(before.name, after, reason),
                partial(self._on_changed, before, after),
                self.failed.emit,
            )

    def remove(self, peers: tuple[Peer, ...]) -> None:
        """Take them out."""
        self._start(partial(_remove, self._peers, peers), self._on_removed, self._context.notices.fail)

    def go_back(self, version_id: int) -> None:
        """Make an entry again what it was after a change; itself a change, and so in the history."""
        registry = self._context.services.registry
        self._start(lambda: registry.rollback(version_id), self._on_gone_back, self._context.notices.fail)

    def _start(
        self,
        work: Callable[[], object],
        on_done: Callable[[object], None],
        on_failed: Callable[[PacsDeskError], None],
    ) -> None:
        self._context.calls.start(work, on_done, on_failed, owner=self)

    def _on_added(self, peer: Peer, _answer: object) -> None:
        words = translate("Peers", "{name} is entered.").format(name=plain(peer.name))
        self._context.notices.say_with_undo(words, partial(self._take_back, partial(self._peers.remove, peer.name)))
        self.saved.emit(peer, "")

    def _on_changed(self, before: Peer, after: Peer, _answer: object) -> None:
        words = translate("Peers", "{name} is changed.").format(name=plain(after.name))
        undo = partial(self._take_back, partial(self._peers.change, after.name, before))
        self._context.notices.say_with_undo(words, undo)
        self.saved.emit(after, before.name)

    def _on_removed(self, answer: object) -> None:
        removed = answer if isinstance(answer, tuple) else ()
        words = counted("Peers", "%Ln peers are removed.", len(removed))
        if len(removed) == 1:
            words = translate("Peers", "{name} is removed.").format(name=plain(removed[0].name))
        self._context.notices.say_with_undo(words, partial(self._take_back, partial(_add, self._peers, removed)))

    def _on_gone_back(self, answer: object) -> None:
        is_changed = bool(answer)
        back, same = translate("Peers", "The entry is what it was."), translate("Peers", "The entry is so already.")
        self._context.notices.say(back if is_changed else same)

    def _take_back(self, work: Callable[[], object]) -> None:
        self._start(work, self._on_taken_back, self._context.notices.fail)

    def _on_taken_back(self, _answer: object) -> None:
        self._context.notices.say(translate("Peers", "Taken back."))


def _remove(peers: PeersService, removed: tuple[Peer, ...]) -> tuple[Peer, ...]:
    """One after the other; blocks. Answers them as they were."""
    return tuple(peers.remove(peer.name) for peer in removed)


def _add(peers: PeersService, added: tuple[Peer, ...]) -> tuple[Peer, ...]:
    return tuple(peers.add(peer) for peer in added)
