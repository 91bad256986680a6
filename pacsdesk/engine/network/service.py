"""The network as the rest of the engine sees it: all listeners together. Services that we use take their place here."""

from pacsdesk.contract.records.engine import Listener
from pacsdesk.engine.network.commitments.service import Commitments
from pacsdesk.engine.network.journal.past import PastAssociations
from pacsdesk.engine.network.listeners import Listeners
from pacsdesk.engine.network.provided import ProvidedService
from pacsdesk.engine.network.receiving.pool import Receivers
from pacsdesk.engine.network.scu.used import UsedServices
from pacsdesk.engine.network.temporaries import Temporaries
from pacsdesk.engine.network.wire.watch import Watch


class NetworkService:
    """Starts and stops all listeners."""

    def __init__(
        self,
        listeners: Listeners,
        commitments: Commitments,
        watch: Watch,
        receivers: Receivers,
        past: PastAssociations,
        used: UsedServices,
        temporaries: Temporaries | None = None,
    ) -> None:
        """watch: keeps the deadlines of the associations that we open; it and the receivers end with the service."""
        self.commitments = commitments
        self.used = used
        self._listeners = listeners
        self._watch = watch
        self._receivers = receivers
        self._past = past
        self._temporaries = temporaries

    @property
    def services(self) -> tuple[ProvidedService, ...]:
        """What the listeners provide, all of them the same."""
        return self._listeners.services

    def start(self) -> tuple[tuple[str, int], ...]:
        """Listen: raises what the main listener says when it cannot. Answers hosts and ports, the main one's first."""
        self._past.start()
        self._receivers.start()
        addresses = self._listeners.start()
        self.commitments.start()
        return addresses

    def stop(self, seconds: float) -> None:
        """End all listeners, together within so many seconds."""
        if self._temporaries:
            self._temporaries.close()
        self._listeners.stop(seconds)
        self.commitments.stop(seconds)
        self.used.close()
        self._receivers.stop()
        self._past.stop(seconds)
        self._watch.close()

    def listeners(self) -> tuple[Listener, ...]:
        """How each stands now."""
        return self._listeners.listeners()
