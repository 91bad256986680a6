"""Faulty peers to learn on, in a classroom."""

from typing import Protocol

from pacsdesk.contract.permissions import Permission, requires
from pacsdesk.contract.records.exercises import Exercise, Solution


class ExercisesService(Protocol):
    """Each method raises Refused on any site that was not founded as a classroom, NotFound for an unknown number.

    A peer listens on the loopback only, and ends by itself after an hour, and with the engine.
    """

    @requires(Permission.PEER_VIEW)
    def list(self) -> tuple[Exercise, ...]:
        """All of them, in the order of the conversation that they spoil; their causes are not told."""
        ...

    @requires(Permission.PEER_CHANGE)
    def start(self, number: int) -> Exercise:
        """Have its peer run and enter it as "Exercise NUMBER". One that runs is answered as it is.

        Raises Refused when as many run as may.
        """
        ...

    @requires(Permission.PEER_CHANGE)
    def stop(self, number: int) -> Exercise:
        """End its peer and take the entry out; harmless when it does not run."""
        ...

    @requires(Permission.PEER_PROBE)
    def reveal(self, number: int) -> Solution:
        """What is wrong."""
        ...
