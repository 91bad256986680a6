"""The network as the rest of the engine sees it: all listeners together. Services that we use take their place here."""

import time

from pacsdesk.contract.records.engine import Listener
from pacsdesk.engine.network.commitments.service import Commitments
from pacsdesk.engine.network.journal.past import PastAssociations
from pacsdesk.engine.network.provided import ProvidedService
from pacsdesk.engine.network.receiving.pool import Receivers
from pacsdesk.engine.network.scu.ladder import Ladder
from pacsdesk.engine.network.server import DicomServer
from pacsdesk.engine.network.wire.watch import Watch


class NetworkService:
    """Starts and stops all listeners."""

    def __init__(
        self,
        servers: tuple[DicomServer, ...],
        commitments: Commitments,
        watch: Watch,
        receivers: Receivers,
        past: PastAssociations,
        ladder: Ladder,
    ) -> None:
        """watch: keeps the deadlines of the associations that we open; it and the receivers end with the service."""
        self.commitments = commitments
        self.ladder = ladder
        self._servers = servers
        self._watch = watch
        self._receivers = receivers
        self._past = past

    @property
    def services(self) -> tuple[ProvidedService, ...]:
        """What the listeners provide, all of them the same."""
        return self._servers[0].services

    def start(self) -> tuple[tuple[str, int], ...]:
        """Listen everywhere, or nowhere: raises what the first that cannot says. Answers hosts and ports."""
        self._past.start()
        self._receivers.start()
        started: list[DicomServer] = []
        addresses: list[tuple[str, int]] = []
        for server in self._servers:
            try:
                addresses.append(server.start())
            except BaseException:
                for other in started:
                    other.stop(0)
                raise
            started.append(server)
        self.commitments.start()
        return tuple(addresses)

    def stop(self, seconds: float) -> None:
        """End all listeners, together within so many seconds."""
        deadline = time.monotonic() + seconds
        for server in self._servers:
            server.leave()
        for server in self._servers:
            server.stop(max(deadline - time.monotonic(), 0))
        self.commitments.stop(seconds)
        self.ladder.close()
        self._receivers.stop()
        self._past.stop(seconds)
        self._watch.close()

    def listeners(self) -> tuple[Listener, ...]:
        """How each stands now."""
        return tuple(server.listener() for server in self._servers)
