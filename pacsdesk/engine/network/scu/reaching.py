"""The way to an association with a peer, for whatever is asked on it: stopped at once; when there is none, told why."""

from collections.abc import Sequence
from dataclasses import dataclass

from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.engine.network.association import ProposedContext, RoleSelection
from pacsdesk.engine.network.scu.opening import Identity
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.network.wire.associate import AssociateAccept
from pacsdesk.engine.network.wire.calling import Call, Caller, CallerLimits
from pacsdesk.engine.network.wire.opened import OpenedAssociation
from pacsdesk.engine.network.wire.watch import Watch


@dataclass(frozen=True, slots=True)
class Reached:
    """association: the caller's to release or close, None when there is none, and then problem says why."""

    association: OpenedAssociation | None
    problem: str = ""
    accept: AssociateAccept | None = None

    def result_of(self, context_id: int) -> int | None:
        """How a proposed context was answered (PS3.8 table 9-18), None when it was not."""
        contexts = self.accept.contexts if self.accept else ()
        return next((one.result for one in contexts if one.context_id == context_id), None)


@dataclass(frozen=True, slots=True)
class Reaching:
    """In whose name associations are opened. watch: keeps their deadlines."""

    identity: Identity
    watch: Watch

    def caller_of(self, target: Target) -> Caller:
        """One that has a target's patience."""
        limits = target.limits
        return self.identity.caller(
            self.watch,
            CallerLimits(
                limits.connect,
                limits.associate,
                limits.answer,
                limits.answer,
                tls=limits.associate,
                resolve=limits.resolve,
            ),
        )

    def reach(
        self,
        target: Target,
        contexts: tuple[ProposedContext, ...],
        stop: Stop,
        roles: Sequence[RoleSelection] = (),
    ) -> Reached:
        """Open an association on which these are proposed. Raises Stopped."""
        call = Call(
            target.host,
            target.port,
            target.called_ae_title,
            target.calling_ae_title,
            contexts,
            tuple(roles),
            is_encrypted=target.tls is not TlsMode.PLAIN,
        )
        opening = self.caller_of(target).open_association(call, stop)
        if opening.association is None:
            return Reached(None, opening.steps[-1].detail)
        return Reached(opening.association, accept=opening.accept)
