"""A registry of peers and titles whose listeners listen, at a clock that goes on at each look."""

from datetime import UTC, datetime, timedelta

from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.hosts import HostCheck
from pacsdesk.engine.network.listeners import Listeners
from pacsdesk.engine.network.own_aes import OwnAEs
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.refused import RefusedCallers
from pacsdesk.engine.network.registry.ae_rows import entered_aes
from pacsdesk.engine.network.whole_registry import WholeRegistry
from tests.engine.network.listening import OWN_TITLE, ListeningSite

ADA = Actor(ActorKind.PERSON, "ada", frozenset())
CT = Peer("CT 1", AETitle("CT01"), "10.0.0.7", 104)
MR = Peer("MR 1", AETitle("MR01"), "10.0.0.8", 104)
RESEARCH = OwnAE(AETitle("RESEARCH"))


class Time:
    """A clock that goes on by a minute at each look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 8, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


class House:
    """A registry whose listeners listen."""

    def __init__(self, site: ListeningSite) -> None:
        self.time = Time()
        self.listeners: Listeners = site.make_listeners()
        self.events = site.events
        self.database = site.database
        self.peers = Peers(
            site.database, site.events, RefusedCallers(site.events, self.time), HostCheck(), clock=self.time
        )
        self.aes = OwnAEs(
            site.database, site.events, self.listeners, AETitle(OWN_TITLE), self.peers.around, clock=self.time
        )
        self.registry = WholeRegistry(site.database, site.events, self.peers, self.aes, self.listeners, self.time)

    def present(self) -> tuple[tuple[Peer, ...], tuple[OwnAE, ...]]:
        """All that is entered."""
        return self.peers.entries(), entered_aes(self.database)
