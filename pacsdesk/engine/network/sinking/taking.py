"""One connection to a sink, from its request to its end."""

import logging
import socket
from collections.abc import Callable

from pacsdesk.contract.records.associations import AssociationEnd, EndedBy
from pacsdesk.contract.records.probes import BrokenOff
from pacsdesk.engine.network.association import Ending
from pacsdesk.engine.network.journal.associations import SILENT
from pacsdesk.engine.network.journal.book import STATES
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.sinking.session import agree
from pacsdesk.engine.network.tracing.facts import Ended
from pacsdesk.engine.network.tracing.following import Followed
from pacsdesk.engine.network.wire.channel import Channel
from pacsdesk.engine.network.wire.conversation import Conversation
from pacsdesk.engine.network.wire.watch import Watch

log = logging.getLogger(__name__)


class _Shows:
    """Implements wire.tap.Tap: what passes is decoded for people."""

    is_recording = True

    def __init__(self, followed: Followed) -> None:
        self._followed = followed

    def received(self, content: memoryview) -> None:
        """From the caller."""
        self._followed.feed(True, content)

    def sent(self, content: bytes | memoryview) -> None:
        """From us."""
        self._followed.feed(False, content)

    def closed(self) -> None:
        """Its end is told by whoever runs it."""


class TakenConnection:
    """Implements temporary.Held and journal.book.CanEnd."""

    def __init__(
        self,
        accepted: socket.socket,
        address: str,
        followed: Followed,
        watch: Watch,
        limits: NetworkLimits,
        has_ended: Callable[[], object],
    ) -> None:
        """Raises OSError when the caller is gone already."""
        self._channel = Channel(accepted)
        self._channel.tap = _Shows(followed)
        self._address = address
        self._followed = followed
        self._watch = watch
        self._limits = limits
        self._has_ended = has_ended
        self._is_cut = False
        self._conversation = Conversation(self._channel, limits, lambda: None)

    def run(self) -> None:
        """Until it is over."""
        self._watch.add(self._channel)
        conversation = self._conversation
        try:
            if asked := conversation.request():
                conversation.accept(agree(asked, self._address, self._limits))
                conversation.hold()
        finally:
            conversation.end()
            self._followed.close(self._how())
            conversation.rest()
            self._watch.remove(self._channel)
            self._has_ended()

    def leave(self) -> None:
        """End as soon as nothing is under way."""
        self._conversation.leave()

    def cut(self) -> None:
        """Have it be over."""
        self._is_cut = True
        self._channel.cut()

    def _how(self) -> Ended:
        """It ended, unless what the caller said tells it."""
        ending, complaint = self._conversation.ending, self._conversation.complaint
        if complaint:
            return Ended(STATES[ending], complaint, AssociationEnd(broken_off=BrokenOff.BROKEN, by=EndedBy.CALLER))
        if self._is_cut or ending is Ending.DRAINED:
            return Ended(STATES[Ending.DRAINED], "", AssociationEnd(by=EndedBy.HERE))
        if ending is Ending.OVERDUE:
            return Ended(STATES[ending], SILENT, AssociationEnd(broken_off=BrokenOff.OVERDUE, by=EndedBy.HERE))
        return Ended(STATES[Ending.BROKEN], "", AssociationEnd(broken_off=BrokenOff.CLOSED, by=EndedBy.CALLER))
