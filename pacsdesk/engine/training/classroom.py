"""A classroom's way back to its start: everything learners did is forgotten, the invented patients are there again.

Refuses every site that was not founded as a classroom before it touches anything: a site of real patients cannot be
emptied by this, whatever its settings say (docs/decisions/0014).
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from itertools import islice

from pacsdesk.contract.errors import InternalError, Refused
from pacsdesk.contract.events import EventsMissed
from pacsdesk.contract.records.engine import Profile
from pacsdesk.contract.records.jobs import JobResult, Lane
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import AETitle, JobId, SOPClassUID, SOPInstanceUID, TransferSyntaxUID
from pacsdesk.engine.archive.clearing import Clearing
from pacsdesk.engine.archive.dataset.filing import Arrival
from pacsdesk.engine.archive.storing.ingest import Ingest
from pacsdesk.engine.archive.storing.outcome import StoreOutcome
from pacsdesk.engine.operations.kinds import check_founded_as
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.events import EventBus
from pacsdesk.engine.runtime.jobs.work import JobContext, JobOrder, JobStarter
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.training.invented import NUMBER_OF_INSTANCES, InventedObject, invented_site

_SENDERS = 4  # they share flushes; more gain nothing on two cores
_BATCH = 8
_ASSOCIATION = "classroom"
_CALLED = AETitle("PACSDESK")

InventedSite = Callable[[datetime], Iterable[InventedObject]]


class Classroom:
    """Fills and resets the archive of a classroom site; satisfies operations' SiteReset."""

    def __init__(
        self,
        folder: DataFolder,
        profile: Profile,
        ingest: Ingest,
        clearing: Clearing,
        jobs: JobStarter,
        events: EventBus,
        clock: Clock,
        site: InventedSite = invented_site,
    ) -> None:
        self._folder = folder
        self._profile = profile
        self._ingest = ingest
        self._clearing = clearing
        self._jobs = jobs
        self._events = events
        self._clock = clock
        self._site = site

    def start(self, actor: Actor) -> JobId:
        """Begin a reset. Raises Refused on any site but a classroom from its founding on."""
        if self._profile is not Profile.CLASSROOM:
            raise Refused(
                "Only a classroom can be reset.",
                f"This site's profile is {self._profile}: its studies are not ours to forget.",
                "Make a classroom site of its own: `pacsdesk init --profile classroom` with another folder.",
            )
        check_founded_as(self._folder, self._profile)
        return self._jobs.start(actor, JobOrder("classroom-reset", "Reset the classroom", Lane.ARCHIVE, self._reset))

    def fill_when_empty(self, actor: Actor) -> JobId | None:
        """At the engine's start: bring the invented patients into an empty classroom. None when there is nothing to do.

        Also deletes what an interrupted reset left behind.
        """
        if self._profile is not Profile.CLASSROOM or self._folder.founded_as() is not Profile.CLASSROOM:
            return None
        self._clearing.sweep()
        if not self._clearing.is_empty():
            return None
        return self._jobs.start(actor, JobOrder("classroom-fill", "Invent patients", Lane.ARCHIVE, self._reset))

    def _reset(self, ctx: JobContext) -> JobResult:
        """Forgets first even when it only has to fill: it may run again after it was interrupted halfway."""
        ctx.report(0, NUMBER_OF_INSTANCES, "Forgetting everything")
        self._clearing.forget_everything()
        # too much changed to name: whoever shows lists loads them again
        self._events.publish(EventsMissed(0))
        return self._fill(ctx)

    def _fill(self, ctx: JobContext) -> JobResult:
        objects = iter(self._site(self._clock().astimezone()))
        done = 0
        with ThreadPoolExecutor(_SENDERS, "classroom") as pool:
            while batch := [pool.submit(self._store, invented) for invented in islice(objects, _BATCH)]:
                _check(batch)
                done += len(batch)
                ctx.report(done, NUMBER_OF_INSTANCES, "Inventing patients")
        return JobResult(f"The classroom is at its start: {done} instances of invented patients.")

    def _store(self, invented: InventedObject) -> StoreOutcome:
        now = self._clock()
        arrival = Arrival(
            sop_class_uid=SOPClassUID(invented.sop_class_uid),
            sop_instance_uid=SOPInstanceUID(invented.sop_instance_uid),
            transfer_syntax_uid=TransferSyntaxUID(invented.transfer_syntax_uid),
            calling_ae_title=AETitle(invented.sending_ae_title),
            called_ae_title=_CALLED,
            address="local",
            association_id=_ASSOCIATION,
            received_at=min(now, datetime.combine(invented.made_on, invented.made_at).astimezone(UTC)),
        )
        staged = self._ingest.stage()
        try:
            staged.write(invented.content)
        except BaseException:
            staged.discard()
            raise
        return self._ingest.store(arrival, staged)


def _check(batch: list[Future[StoreOutcome]]) -> None:
    """Raises what stopped a store, or InternalError when an invented object was not taken as it is."""
    for future in batch:
        outcome = future.result()
        if outcome.status:
            raise InternalError(
                "An invented patient could not be stored.", f"{outcome.status:04X} {outcome.reason}".strip()
            )
