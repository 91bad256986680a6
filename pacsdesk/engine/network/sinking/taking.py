"""One connection to a sink, from its request to its end."""

import logging
import socket
from collections.abc import Callable

from pacsdesk.contract.records.relays import SeenEnd
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.sinking.session import agree
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
    """Implements temporary.Held."""

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
            self._followed.close(SeenEnd.BROKEN, conversation.complaint)
            conversation.rest()
            self._watch.remove(self._channel)
            self._has_ended()

    def cut(self) -> None:
        """Have it be over."""
        self._channel.cut()
