"""Carries out what a finding proposes and says so with a way back, wherever findings show."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from pacsdesk.contract.applying import NEEDED, TakeBack, apply_proposal
from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.contract.records.proposals import Proposal, ProposalKind
from pacsdesk.contract.services.catalog import Services
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.translation import translate


class SpeaksOfChanges(Protocol):
    """What it uses of a panel's notices."""

    def say(self, text: str) -> None:
        """A line that passes."""
        ...

    def say_with_undo(self, text: str, undo: Callable[[], None]) -> None:
        """A line with the way back."""
        ...

    def fail(self, error: PacsDeskError) -> None:
        """It was not done."""
        ...


class CanApply(Protocol):
    """What it uses of a panel's context."""

    @property
    def services(self) -> Services:
        """Those of the engine; they block."""
        ...

    @property
    def calls(self) -> Calls:
        """Off the GUI thread."""
        ...

    @property
    def notices(self) -> SpeaksOfChanges:
        """To the person."""
        ...

    def may(self, permission: Permission) -> bool:
        """Whether to offer it."""
        ...


class Applying(QObject):
    """applied: the change was made, or taken back; the name of the peer whose test led to it. failed: it was not."""

    applied = Signal(str)
    failed = Signal()

    def __init__(self, context: CanApply, parent: QObject | None = None) -> None:
        """kinds: what of proposals this person may have done."""
        super().__init__(parent)
        self._context = context
        self.kinds = frozenset(kind for kind in ProposalKind if context.may(NEEDED[kind]))

    def apply(self, peer_name: str, proposal: Proposal, code: FindingCode) -> None:
        """Make the change."""
        services = self._context.services
        self._context.calls.start(
            lambda: apply_proposal(services, proposal, code),
            partial(self._on_applied, peer_name, proposal),
            self._on_failed,
            owner=self,
        )

    def _on_applied(self, peer_name: str, proposal: Proposal, take_back: TakeBack) -> None:
        words = translate("Kit", "Applied. {change}").format(change=in_own_words(plain(proposal.text)))
        self._context.notices.say_with_undo(words, partial(self._take_back, peer_name, take_back))
        self.applied.emit(peer_name)

    def _take_back(self, peer_name: str, take_back: TakeBack) -> None:
        self._context.calls.start(
            take_back, partial(self._on_taken_back, peer_name), self._context.notices.fail, owner=self
        )

    def _on_taken_back(self, peer_name: str, _answer: object) -> None:
        self._context.notices.say(translate("Kit", "Taken back."))
        self.applied.emit(peer_name)

    def _on_failed(self, error: PacsDeskError) -> None:
        self._context.notices.fail(error)
        self.failed.emit()
