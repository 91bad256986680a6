"""The services of peers that we use for people, all of them ended together."""

from collections.abc import Callable
from uuid import UUID

from pacsdesk.engine.network.commitments.asked import AskedCommitments
from pacsdesk.engine.network.scu.committing import Committer
from pacsdesk.engine.network.scu.getting import Getter
from pacsdesk.engine.network.scu.ladder import Ladder
from pacsdesk.engine.network.scu.listing import Lister
from pacsdesk.engine.network.scu.moving import Mover
from pacsdesk.engine.network.scu.negotiating import Negotiator
from pacsdesk.engine.network.scu.opening import Identity
from pacsdesk.engine.network.scu.performing import StepReporter
from pacsdesk.engine.network.scu.querying import Querier
from pacsdesk.engine.network.scu.reaching import Reaching
from pacsdesk.engine.network.scu.storing import Storer
from pacsdesk.engine.network.stopping import UnderWay
from pacsdesk.engine.network.wire.watch import Watch
from pacsdesk.engine.runtime.clock import Clock


class UsedServices:
    """A new one: built here, on what the others stand on."""

    def __init__(self, identity: Identity, watch: Watch, clock: Clock, new_id: Callable[[], UUID]) -> None:
        """watch: keeps the deadlines of what is opened. asked: where the reports of commitments go that come to us."""
        self._under_way = UnderWay()
        self.ladder = Ladder(identity, watch, clock, new_id, self._under_way)
        self.querier = Querier(identity, watch, self._under_way)
        reaching = Reaching(identity, watch)
        self.asked = AskedCommitments(clock)
        self.committer = Committer(reaching, self.asked, self._under_way)
        self.step_reporter = StepReporter(reaching, self._under_way)
        self.lister = Lister(reaching, self._under_way)
        self.mover = Mover(reaching, self._under_way)
        self.getter = Getter(reaching, self._under_way)
        self.negotiator = Negotiator(reaching, self._under_way)
        self.storer = Storer(reaching, self._under_way)

    def close(self) -> None:
        """Stop what is under way, and what comes later before it begins."""
        self._under_way.close()
