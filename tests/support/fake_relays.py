"""Relays and sinks in memory: a test puts what they saw into the service."""

from dataclasses import replace
from datetime import timedelta

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.records.relays import Listening, ListeningEnd, ListenOrder, Relay, Sink
from tests.support.fake_state import NOW, FakeService, SiteState

_FREE_PORT = 41042


class FakeRelays(FakeService):
    def __init__(self, site: SiteState) -> None:
        super().__init__(site)
        self.relays: dict[str, Relay] = {}
        self.seen: dict[str, list[AssociationDetail]] = {}

    def start(self, name: str, order: ListenOrder, is_traced: bool = True) -> Relay:
        self.site.enter("relays.start")
        return self._add(name, order, is_traced)

    def start_unmasked(self, name: str, order: ListenOrder) -> Relay:
        self.site.enter("relays.start_unmasked")
        return self._add(name, order, True)

    def stop(self, relay_id: str) -> Relay:
        self.site.enter("relays.stop")
        relay = self._get(relay_id)
        self.relays[relay_id] = replace(relay, listening=_ended(relay.listening))
        return self.relays[relay_id]

    def list(self) -> tuple[Relay, ...]:
        self.site.enter("relays.list")
        return tuple(reversed(self.relays.values()))

    def associations(self, relay_id: str) -> tuple[AssociationDetail, ...]:
        self.site.enter("relays.associations")
        self._get(relay_id)
        return tuple(replace(one, items=(), extended=()) for one in self.seen.get(relay_id, []))

    def _add(self, name: str, order: ListenOrder, is_traced: bool) -> Relay:
        peer = next((one for one in self.site.peers if one.name == name), None)
        if peer is None:
            raise NotFound(f"There is no peer {name!r}.")
        relay_id = f"{len(self.relays) + 1:032x}"
        trace_id = "0" * 32 if is_traced else ""
        relay = Relay(relay_id, name, peer.host, peer.port or 0, _listening(order), trace_id, 0, 0)
        self.relays[relay_id] = relay
        return relay

    def _get(self, relay_id: str) -> Relay:
        if relay_id not in self.relays:
            raise NotFound("There is no such relay.")
        return self.relays[relay_id]


class FakeSinks(FakeService):
    def __init__(self, site: SiteState) -> None:
        super().__init__(site)
        self.sinks: dict[str, Sink] = {}
        self.seen: dict[str, list[AssociationDetail]] = {}

    def start(self, order: ListenOrder) -> Sink:
        self.site.enter("sinks.start")
        sink_id = f"{len(self.sinks) + 1:032x}"
        self.sinks[sink_id] = Sink(sink_id, _listening(order), 0)
        return self.sinks[sink_id]

    def stop(self, sink_id: str) -> Sink:
        self.site.enter("sinks.stop")
        sink = self._get(sink_id)
        self.sinks[sink_id] = replace(sink, listening=_ended(sink.listening))
        return self.sinks[sink_id]

    def list(self) -> tuple[Sink, ...]:
        self.site.enter("sinks.list")
        return tuple(reversed(self.sinks.values()))

    def associations(self, sink_id: str) -> tuple[AssociationDetail, ...]:
        self.site.enter("sinks.associations")
        self._get(sink_id)
        return tuple(replace(one, items=(), extended=()) for one in self.seen.get(sink_id, []))

    def _get(self, sink_id: str) -> Sink:
        if sink_id not in self.sinks:
            raise NotFound("There is no such sink.")
        return self.sinks[sink_id]


def _listening(order: ListenOrder) -> Listening:
    if not (order.is_open or order.host.startswith("127.")):
        raise InvalidInput(f"Other computers reach {order.host}.")
    ends_at = NOW + timedelta(seconds=order.seconds)
    return Listening(order.host, order.port or _FREE_PORT, NOW, ends_at, None, None, 0, 0, 0)


def _ended(listening: Listening) -> Listening:
    return replace(listening, ended_at=NOW, ended_by=ListeningEnd.ASKED)
