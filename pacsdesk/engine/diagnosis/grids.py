"""What came of the last grids, while they run and after: in memory, so many and no more."""

from collections import OrderedDict
from threading import Lock

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.probes import ProbeOutcome
from pacsdesk.contract.types import JobId

_MOST_REMEMBERED = 8


class Grids:
    """Outcomes by job. Safe from any thread."""

    def __init__(self) -> None:
        self._changing = Lock()
        self._grids: OrderedDict[JobId, tuple[ProbeOutcome, ...]] = OrderedDict()

    def put(self, job_id: JobId, outcomes: tuple[ProbeOutcome, ...]) -> None:
        """What has come so far."""
        with self._changing:
            self._grids[job_id] = outcomes
            self._grids.move_to_end(job_id)
            while len(self._grids) > _MOST_REMEMBERED:
                self._grids.popitem(last=False)

    def get(self, job_id: JobId) -> tuple[ProbeOutcome, ...]:
        """Raises NotFound."""
        with self._changing:
            outcomes = self._grids.get(job_id)
        if outcomes is None:
            raise NotFound(
                "There is nothing of such a grid.",
                f"The last {_MOST_REMEMBERED} are kept until the engine ends.",
                "Start it anew with `pacsdesk echo --all`.",
            )
        return outcomes
