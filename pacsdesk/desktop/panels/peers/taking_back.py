"""Takes changes of the registry back, all of them or none; that is a change as well, and can be taken back in turn."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from pacsdesk.contract.records.registry import RegistryVersion
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext


class TakingBack(QObject):
    """done: entries are what they were."""

    done = Signal()

    def __init__(self, context: PanelContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def take_back(self, version_ids: tuple[int, ...]) -> None:
        """Bring the entries of these changes back to what they were before."""
        registry = self._context.services.registry
        self._context.calls.start(
            lambda: registry.take_back(version_ids), self._on_done, self._context.notices.fail, owner=self
        )

    def say_with_undo(self, words: str, version_ids: tuple[int, ...]) -> None:
        """Something was changed: say so, with the way back."""
        self._context.notices.say_with_undo(words, partial(self.take_back, version_ids))

    def _on_done(self, versions: tuple[RegistryVersion, ...]) -> None:
        if versions:
            words = counted("Peers", "%Ln entries are what they were before.", len(versions))
            self.say_with_undo(words, tuple(version.version_id for version in versions))
        else:
            self._context.notices.say(translate("Peers", "It is so already: nothing was changed."))
        self.done.emit()
