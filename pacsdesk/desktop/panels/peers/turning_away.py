"""Blocks and unblocks callers, and takes a title that they call by as ours; each can be taken back."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import PanelContext


class TurningAway(QObject):
    """done: something was decided about a caller, or taken back."""

    done = Signal()

    def __init__(self, context: PanelContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._peers, self._aes = context.services.peers, context.services.aes

    def block(self, entry: Peer) -> None:
        """Refuse it from now on without a word."""
        words = translate(
            "Peers", "{ae_title} from {host} is blocked: it is refused, and only the audit notes it, once a day."
        )
        self._start(
            lambda: self._peers.add(entry, "blocked"),
            words.format(ae_title=plain(entry.ae_title), host=plain(entry.host)),
            lambda: self._peers.remove(entry.name, "unblocked"),
        )

    def unblock(self, entry: Peer) -> None:
        """Make it a stranger again."""
        words = translate("Peers", "{ae_title} from {host} is a stranger again: it is refused with the reason.")
        self._start(
            lambda: self._peers.remove(entry.name, "unblocked"),
            words.format(ae_title=plain(entry.ae_title), host=plain(entry.host)),
            lambda: self._peers.add(entry, "blocked"),
        )

    def answer_to(self, title: AETitle) -> None:
        """Take a title as a further one of ours, at the main listener."""
        words = translate("Peers", "We are called {ae_title} as well. Send again.").format(ae_title=plain(title))
        self._start(
            lambda: self._aes.add(OwnAE(title), "a caller calls it"), words, lambda: self._aes.remove(str(title))
        )

    def _start(self, work: Callable[[], object], words: str, take_back: Callable[[], object]) -> None:
        self._context.calls.start(
            work, partial(self._on_done, words, take_back), self._context.notices.fail, owner=self
        )

    def _on_done(self, words: str, take_back: Callable[[], object], _answer: object) -> None:
        self._context.notices.say_with_undo(words, partial(self._take_back, take_back))
        self.done.emit()

    def _take_back(self, take_back: Callable[[], object]) -> None:
        self._context.calls.start(take_back, self._on_taken_back, self._context.notices.fail, owner=self)

    def _on_taken_back(self, _answer: object) -> None:
        self._context.notices.say(translate("Peers", "Taken back."))
        self.done.emit()
