"""Tests of peers: what works, what does not, why, and what to do about it."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.probes import AS_USUAL, LadderOrder, ProbeOutcome, StepOutcome
from pacsdesk.contract.types import JobId


class BenchService(Protocol):
    """Nothing is stored, moved or changed at a peer by any of these; each is audited with the title that it used."""

    @requires(Permission.PEER_PROBE)
    def ladder(self, name: str, order: LadderOrder = AS_USUAL) -> ProbeOutcome:
        """Climb to a peer step by step, at most 45 seconds, and say what was found.

        Raises NotFound for an unknown peer, InvalidInput for one that has no port or no single host.
        """
        ...

    @requires(Permission.PEER_PROBE)
    def stop(self, ticket: str) -> bool:
        """Stop the ladders of this ticket at once; whether there were any. They answer with what they saw so far."""
        ...

    @requires(Permission.PEER_VIEW)
    def steps_so_far(self, ticket: str) -> tuple[StepOutcome, ...]:
        """The steps that the ladder of this ticket has taken by now, in their order; () when none runs."""
        ...

    @requires(Permission.PEER_PROBE)
    def start_grid(self, names: tuple[str, ...] = (), order: LadderOrder = AS_USUAL) -> JobId:
        """Climb to many peers at once, for () to all that can be reached, each at most some seconds. Peers with faults
        are the job's problems. Raises NotFound, InvalidInput."""
        ...

    @requires(Permission.PEER_VIEW)
    def grid(self, job_id: JobId) -> tuple[ProbeOutcome, ...]:
        """What has come so far of a grid, in the order of its peers; of the last ones only. Raises NotFound."""
        ...
