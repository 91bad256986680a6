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
from pacsdesk.engine.diagnosis.lost_requests import service_first
from pacsdesk.engine.diagnosis.queries.explaining import findings_of, relaxed_answer, ways_of
from pacsdesk.engine.diagnosis.queries.refused import finding_of_context, finding_of_end, findings_of_answer
from pacsdesk.engine.diagnosis.queries.relaxing import relaxations_of
from pacsdesk.engine.diagnosis.queries.worklists import findings_of_worklist
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.diagnosis.targets import Registry, target_of
from pacsdesk.engine.diagnosis.tickets import Tickets
from pacsdesk.engine.network.scu.query_keys import Key, keys_of, name_of
from pacsdesk.engine.network.scu.querying import Asked, Querier
from pacsdesk.engine.network.scu.target import LadderLimits
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.runtime.clock import Clock

_LIMITS = LadderLimits(answer=40.0)  # a slow archive may think long; a call of a face lasts a minute
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
            outcome, asked = self._find(peer, order, keys, _LIMITS, stop)
            if outcome.is_stopped:
                return outcome
            found = self._findings(actor, outcome, asked, stop)
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
                if relaxation.also and any(answer.answers for answer in tried):
                    break
                outcome, _ = self._find(peer, relaxation.order, keys_of(relaxation.order), _RELAXED_LIMITS, stop)
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
    ) -> tuple[QueryOutcome, Asked]:
        calling = order.calling_ae_title or self._own_title()
        asked_in = replace(order, character_set=order.character_set or _own_set(peer, keys))
        at = self._clock()
        asked = self._querier.find(target_of(peer, calling, limits), asked_in, keys, stop)
        outcome = QueryOutcome(
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
        return outcome, asked

    def _findings(self, actor: Actor, outcome: QueryOutcome, asked: Asked, stop: Stop) -> tuple[Finding, ...]:
        """A ladder says why there was no association; what came after shows in the query itself."""
        calling = outcome.order.calling_ae_title or self._own_title()
        if asked.lost:
            return (finding_of_end(outcome, calling, asked.lost),)
        if asked.was_let_in and outcome.problem:
            return (finding_of_context(outcome, calling, asked.context_result),)
        if outcome.problem:
            order = LadderOrder(outcome.order.calling_ae_title)
            return service_first(self._bench.climb(actor, outcome.peer, order, stop).findings)
        return (*findings_of_answer(outcome, calling), *findings_of_worklist(outcome))


def _own_set(peer: Peer, keys: tuple[Key, ...]) -> str:
    """The peer's own, where ASCII is not enough."""
    return "" if all(key.value.isascii() for key in keys) else peer.character_set


def _with_keywords(order: QueryOrder) -> QueryOrder:
    """The same with its keys under the names that the standard has for them. Raises InvalidInput."""
    return replace(order, keys=tuple(replace(key, name=name_of(key)) for key in order.keys))
