"""Checks requests one after the other: each instance is read anew from the disk, and the outcome written down."""

import logging
from collections.abc import Callable, Mapping
from types import MappingProxyType

from pacsdesk.contract.records.commitments import CommitmentState
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.archive.integrity.holding import Holding, Holdings
from pacsdesk.engine.network.commitments.register import CommitmentRegister, Unchecked
from pacsdesk.engine.runtime.rounds import Rounds

log = logging.getLogger(__name__)

# Failure Reason (0008,1197), PS3.3 C.14.1.1
FAILURE_REASONS: Mapping[Holding, DimseStatus] = MappingProxyType(
    {
        Holding.NOT_HELD: DimseStatus.NO_SUCH_INSTANCE,
        Holding.OTHER_CLASS: DimseStatus.CLASS_INSTANCE_CONFLICT,
        Holding.IN_CONFLICT: DimseStatus.PROCESSING_FAILURE,
        Holding.DAMAGED: DimseStatus.PROCESSING_FAILURE,
    }
)


class CommitmentChecks:
    """One thread: reading is the disk's work, and should leave some for storing."""

    def __init__(self, register: CommitmentRegister, holdings: Holdings, has_checked: Callable[[], None]) -> None:
        """has_checked: called after each request, on the thread of the checks."""
        self._register = register
        self._holdings = holdings
        self._has_checked = has_checked
        self.rounds = Rounds("commitment-checks", self._work, "storage commitment")

    def _work(self) -> float | None:
        while not self.rounds.is_stopping and (unchecked := self._register.next_unchecked()):
            failures = self._failures(unchecked)
            if failures is not None:
                self._register.checked(unchecked.commitment_id, failures)
                log.info("commitment %d is checked: %d instances fail", unchecked.commitment_id, len(failures))
                self._has_checked()
        return self._register.seconds_until(CommitmentState.CHECKING)

    def _failures(self, unchecked: Unchecked) -> dict[int, DimseStatus] | None:
        """Failure Reasons by position; None when it has to stop on the way."""
        failures = {}
        for position, one in enumerate(unchecked.references):
            if self.rounds.is_stopping:
                return None
            holding = self._holdings.holding(one.sop_class_uid, one.sop_instance_uid, unchecked.calling_ae_title)
            if holding is not Holding.HELD:
                failures[position] = FAILURE_REASONS[holding]
        return failures
