"""What a peer accepts, by negotiation alone: as many associations as the contexts need, each released at once."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from pacsdesk.contract.records.probes import AssociationSide
from pacsdesk.engine.network.association import ProposedContext
from pacsdesk.engine.network.scu.reaching import Reaching
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop, Stopped, UnderWay
from pacsdesk.engine.network.wire.associate import AssociateAccept
from pacsdesk.engine.network.wire.calling import CallerLimits

_LEAVE_SECONDS = 2.0


@dataclass(slots=True)
class Negotiated:
    """What came. accepts: the answers to the proposals, in their order, fewer when one did not come about, and then
    problem says why. milliseconds: all of them together."""

    accepts: list[AssociateAccept] = field(default_factory=list)
    milliseconds: float = 0.0
    problem: str = ""
    is_stopped: bool = False

    @property
    def theirs(self) -> AssociationSide | None:
        """What the peer says of itself."""
        if not self.accepts:
            return None
        user = self.accepts[0].user
        return AssociationSide(user.maximum_length, user.implementation_class_uid, user.implementation_version_name)


class Negotiator:
    """Asks on the thread that calls; safe from any number of them."""

    def __init__(self, reaching: Reaching, under_way: UnderWay) -> None:
        self._reaching = reaching
        self._under_way = under_way

    @property
    def ours(self) -> AssociationSide:
        """What we say of ourselves."""
        identity = self._reaching.identity
        return AssociationSide(
            CallerLimits().max_pdu_length, identity.implementation_class_uid, identity.implementation_version_name
        )

    def negotiate(self, target: Target, proposals: Sequence[tuple[ProposedContext, ...]], stop: Stop) -> Negotiated:
        """Propose each of these on an association of its own."""
        found, begin = Negotiated(), time.perf_counter()
        with self._under_way.holding(stop):
            try:
                for contexts in proposals:
                    stop.check()
                    if not self._propose(target, contexts, found, stop):
                        break
            except Stopped:
                found.is_stopped, found.problem = True, ""
        found.milliseconds = (time.perf_counter() - begin) * 1000
        return found

    def _propose(self, target: Target, contexts: tuple[ProposedContext, ...], found: Negotiated, stop: Stop) -> bool:
        reached = self._reaching.reach(target, contexts, stop)
        found.problem = reached.problem
        if reached.association is None or reached.accept is None:
            return False
        try:
            with stop.cutting(reached.association.abort):
                reached.association.hurry(_LEAVE_SECONDS)
                reached.association.release()
        finally:
            reached.association.close()
        found.accepts.append(reached.accept)
        return True
