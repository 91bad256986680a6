"""What was done in one association so far: requests by kind and final status. Cheap, as each request passes here."""

from collections.abc import Iterable

from pacsdesk.contract.records.associations import OperationCount
from pacsdesk.engine.network import command

_NAMES = {
    command.C_STORE_RQ: "C-STORE",
    command.C_GET_RQ: "C-GET",
    command.C_FIND_RQ: "C-FIND",
    command.C_MOVE_RQ: "C-MOVE",
    command.C_ECHO_RQ: "C-ECHO",
    command.N_EVENT_REPORT_RQ: "N-EVENT-REPORT",
    command.N_ACTION_RQ: "N-ACTION",
    command.N_CREATE_RQ: "N-CREATE",
    command.N_SET_RQ: "N-SET",
}
# PS3.7 annex C.3 to C.5: pending, cancelled and the kinds of warning are no failures
_NO_FAILURES = frozenset({0x0000, 0x0001, 0x0107, 0x0116, 0xFE00})
_WARNINGS = 0xB

Counted = tuple[int, int, int]  # command field, status, how many


class Tally:
    """For the thread that answers; read from any."""

    def __init__(self) -> None:
        self._counts: dict[tuple[int, int], int] = {}
        self.total = 0

    def add(self, command_field: int, status: int) -> None:
        """One request was answered, finally."""
        key = command_field, status
        self._counts[key] = self._counts.get(key, 0) + 1
        self.total += 1

    def counted(self) -> tuple[Counted, ...]:
        """All of it, as it can be told to another process."""
        return tuple((field, status, count) for (field, status), count in list(self._counts.items()))

    def replace(self, counted: Iterable[Counted]) -> None:
        """What another process counted, who had the association, takes the place of what was counted here."""
        self._counts = {(field, status): count for field, status, count in counted}
        self.total = sum(self._counts.values())

    def operations(self) -> tuple[OperationCount, ...]:
        """The same for people, in the order in which they first came."""
        return tuple(
            OperationCount(_NAMES.get(field, f"{field:04X}"), status, count) for field, status, count in self.counted()
        )


def failures_of(operations: Iterable[OperationCount]) -> int:
    """How many were answered with a failure."""
    return sum(one.count for one in operations if one.status not in _NO_FAILURES and one.status >> 12 != _WARNINGS)
