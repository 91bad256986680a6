"""Queries to peers, and why one of them matches nothing: asked by a person, bounded, stopped at once."""

from collections.abc import Callable
from dataclasses import replace

from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import LadderOrder
from pacsdesk.contract.records.queries import (
    Explanation,
    QueryOrder,
    QueryOutcome,
    Relaxation,
    RelaxedAnswer,
)
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.diagnosis.queries.explaining import finding_of_refusal, findings_of, relaxed_answer, ways_of
from pacsdesk.engine.diagnosis.queries.relaxing import relaxations_of
from pacsdesk.engine.diagnosis.queries.worklists import findings_of_worklist
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.diagnosis.targets import Registry, target_of
from pacsdesk.engine.diagnosis.tickets import Tickets
from pacsdesk.engine.network.scu.query_keys import Key, keys_of, name_of
from pacsdesk.engine.network.scu.querying import Querier
from pacsdesk.engine.network.scu.target import LadderLimits
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.runtime.clock import Clock

_LIMITS = LadderLimits(answer=60.0)  # a slow archive may think long before its first answer
_RELAXED_LIMITS = LadderLimits(answer=15.0)


class Queries:
    """Implements contract.services.queries."""

    def __init__(
        self, querier: Querier, registry: Registry, bench: Bench, clock: Clock, own_title: Callable[[], AETitle]
    ) -> None:
        """bench: says why a peer cannot be asked at all. own_title: under which we call, unless told otherwise."""
        self._querier = querier
        self._registry = registry
        self._bench = bench
        self._clock = clock
        self._own_title = own_title
        self._tickets = Tickets()

    def find(self, actor: Actor, name: str, order: QueryOrder) -> QueryOutcome:
        """Ask a peer."""
        peer, keys = self._registry.get(actor, name), keys_of(order)
        with self._tickets.stoppable(order.ticket) as stop:
            outcome = self._find(peer, order, keys, _LIMITS, stop)
            if outcome.problem and not outcome.is_stopped:
                return replace(outcome, findings=self._why_not_asked(actor, name, order, stop))
        found = (*finding_of_refusal(peer.name, outcome), *findings_of_worklist(outcome))
        return replace(outcome, findings=found)

    def relaxations(self, actor: Actor, name: str, order: QueryOrder) -> tuple[Relaxation, ...]:
        """What `explain` would ask."""
        self._registry.get(actor, name)
        keys_of(order)
        return relaxations_of(_with_keywords(order))

    def explain(self, actor: Actor, name: str, order: QueryOrder) -> Explanation:
        """Ask the relaxed queries one after the other."""
        peer, order = self._registry.get(actor, name), _with_keywords(order)
        relaxations = relaxations_of(order)
        tried: list[RelaxedAnswer] = []
        with self._tickets.stoppable(order.ticket) as stop:
            for relaxation in relaxations:
                outcome = self._find(peer, relaxation.order, keys_of(relaxation.order), _RELAXED_LIMITS, stop)
                if stop.is_asked:
                    break
                tried.append(relaxed_answer(relaxation, outcome))
        findings = findings_of(peer.name, order, relaxations, tried)
        return Explanation(tuple(tried), findings, ways_of(order, relaxations, tried))

    def stop(self, actor: Actor, ticket: str) -> bool:
        """Stop what runs under a ticket."""
        return self._tickets.stop(ticket)

    def _find(
        self, peer: Peer, order: QueryOrder, keys: tuple[Key, ...], limits: LadderLimits, stop: Stop
    ) -> QueryOutcome:
        calling = order.calling_ae_title or self._own_title()
        asked_in = replace(order, character_set=order.character_set or _own_set(peer, keys))
        at = self._clock()
        asked = self._querier.find(target_of(peer, calling, limits), asked_in, keys, stop)
        return QueryOutcome(
            peer=peer.name,
            order=order,
            at=at,
            milliseconds=round(asked.milliseconds, 3),
            columns=tuple(key.name for key in keys),
            rows=tuple(asked.rows),
            status=asked.status,
            comment=asked.comment,
            problem=asked.problem,
            is_cut=asked.is_cut,
            is_stopped=asked.is_stopped,
        )

    def _why_not_asked(self, actor: Actor, name: str, order: QueryOrder, stop: Stop) -> tuple[Finding, ...]:
        return self._bench.climb(actor, name, LadderOrder(order.calling_ae_title), stop).findings


def _own_set(peer: Peer, keys: tuple[Key, ...]) -> str:
    """The peer's own, where ASCII is not enough."""
    return "" if all(key.value.isascii() for key in keys) else peer.character_set


def _with_keywords(order: QueryOrder) -> QueryOrder:
    """The same with its keys under the names that the standard has for them. Raises InvalidInput."""
    return replace(order, keys=tuple(replace(key, name=name_of(key)) for key in order.keys))
