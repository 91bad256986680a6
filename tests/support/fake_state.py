"""What the engine in memory holds: plain lists, its event streams, and when its calls fail."""

import itertools
import queue
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from pacsdesk.contract.errors import (
    NotFound,
    NotSignedIn,
    PacsDeskError,
    Unavailable,
)
from pacsdesk.contract.events import JobChanged
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.archive import (
    Conflict,
    Instance,
    Series,
    Source,
    Study,
    TrashEntry,
)
from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.records.commitments import Commitment, UncommittedInstance
from pacsdesk.contract.records.conformance import ConformanceStatement
from pacsdesk.contract.records.engine import (
    EngineState,
    Health,
    Listener,
    ListenerState,
    Profile,
    SettingInfo,
    SettingKind,
)
from pacsdesk.contract.records.jobs import Job, JobResult, JobState, Lane
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.peers import Peer, RefusedCaller
from pacsdesk.contract.records.performed_steps import PerformedOutcome, StepBegun, StepChange
from pacsdesk.contract.records.probes import ProbeOutcome
from pacsdesk.contract.records.queries import Explanation, QueryOutcome, Relaxation
from pacsdesk.contract.records.registry import ImportedEntry, RegistryVersion
from pacsdesk.contract.records.remarks import Remark
from pacsdesk.contract.records.requests import CommitOutcome
from pacsdesk.contract.records.security import AuditEntry, RoleName, SessionGrant, User
from pacsdesk.contract.types import JobId

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
USER_NAME, PASSWORD, SECRET = "ada", "correct horse battery", "local-secret-of-the-bench"
T = TypeVar("T")
_CUT = object()


class SiteState:
    """What a site holds and how it answers; change the public fields at will."""

    def __init__(
        self,
        studies: Iterable[Study] = (),
        series: Iterable[Series] = (),
        instances: Iterable[Instance] = (),
        profile: Profile = Profile.CLINIC,
    ) -> None:
        self.is_up = True
        self.state = EngineState.RUNNING
        self.profile = profile
        self.run_id = self.site_id = self.site_name = ""
        self.studies = list(studies)
        self.series = list(series)
        self.instances = list(instances)
        self.conflicts: list[Conflict] = []
        self.trashed: list[tuple[TrashEntry, Study]] = []
        self.jobs: list[Job] = []
        self.peers: list[Peer] = []
        self.aes: list[OwnAE] = []
        self.reasons: list[str] = []
        self.versions: list[RegistryVersion] = []
        self.brought: tuple[ImportedEntry, ...] = ()
        self.taken_back: list[tuple[int, ...]] = []
        self.noticed: dict[str, tuple[Remark, ...]] = {}
        self.outcomes: dict[str, ProbeOutcome] = {}
        self.commitments: list[Commitment] = []
        self.uncommitted: dict[int, tuple[UncommittedInstance, ...]] = {}
        self.refused: list[RefusedCaller] = []
        self.query_outcomes: dict[str, QueryOutcome] = {}
        self.relaxations: tuple[Relaxation, ...] = ()
        self.explanation = Explanation((), ())
        self.commit_outcomes: dict[str, CommitOutcome] = {}
        self.commits: list[CommitOutcome] = []
        self.commits_by_job: dict[JobId, CommitOutcome] = {}
        self.step_outcomes: dict[str, PerformedOutcome] = {}
        self.steps_begun: list[StepBegun] = []
        self.steps_changed: list[StepChange] = []
        self.open_associations: list[AssociationDetail] = []
        self.past_associations: list[AssociationDetail] = []
        self.sources: list[Source] = []
        self.audit: list[AuditEntry] = []
        self.users = [User(USER_NAME, RoleName.ADMINISTRATOR, True, NOW, NOW)]
        self.settings = [_setting()]
        self.listeners: tuple[Listener, ...] = (Listener("PACSDESK", "127.0.0.1", 11112, ListenerState.UP, 0),)
        self.statement = ConformanceStatement(
            "Conformance Statement", "0.1.0", "PACSDESK", (), "# Conformance Statement\n"
        )
        self.free_bytes, self.total_bytes = 412_000_000_000, 1_000_000_000_000
        self.permissions = tuple(Permission)
        self.is_token_valid = True
        self.bytes: dict[str, bytes] = {}
        self.uploads: list[tuple[str, str, Path]] = []
        self.calls: Counter[str] = Counter()
        self.on_enter: Callable[[str], object] = lambda _method: None
        self.fail: dict[str, PacsDeskError] = {}
        self.numbers = itertools.count(1)
        self._streams: list[queue.SimpleQueue[object]] = []
        self._lock = threading.Lock()

    def enter(self, method: str) -> None:
        """What every call does first: is counted, and fails when it was told to."""
        with self._lock:
            self.calls[method] += 1
            self.on_enter(method)
            failure = self.fail.pop(method, None)
        if not self.is_up:
            raise Unavailable("No engine answers at http://127.0.0.1:8980.", "", "Start the engine.")
        if failure is not None:
            raise failure

    def publish(self, event: object) -> None:
        """Give an event record to every open stream."""
        with self._lock:
            for stream in self._streams:
                stream.put(event)

    def listen(self, stop: threading.Event) -> Iterator[object]:
        """As the link's client: None once the stream stands, then records, until stopped, cut or the site goes down."""
        stream: queue.SimpleQueue[object] = queue.SimpleQueue()
        with self._lock:
            self._streams.append(stream)  # before it counts as asked for: who waits for that may cut it at once
        try:
            self.enter("events.listen")
            if not self.is_token_valid:
                raise NotSignedIn("The session has ended.")
            yield None
            while not stop.is_set():
                if not self.is_up:
                    raise Unavailable("The engine closed the connection.")
                try:
                    event = stream.get(timeout=0.02)
                except queue.Empty:
                    continue
                if event is _CUT:
                    return
                yield event
        finally:
            with self._lock:
                self._streams.remove(stream)

    def cut_streams(self) -> None:
        """End every open stream, as a broken network would."""
        self.publish(_CUT)

    @property
    def listen_tries(self) -> int:
        """How often a stream was asked for."""
        return self.calls["events.listen"]

    def grant(self) -> SessionGrant:
        """The session of the only user."""
        return SessionGrant("token", USER_NAME, RoleName.ADMINISTRATOR, self.permissions, NOW + timedelta(hours=12))

    def health(self) -> Health:
        """What anybody may know."""
        return Health("PACSDesk", "0.1.0", self.state, self.profile, False, self.run_id, self.site_id, self.site_name)

    def start_job(self, kind: str, title: str, artifact: str = "") -> JobId:
        """A job that is done at once."""
        job = make_job(f"job-{next(self.numbers)}", title, JobState.DONE, kind=kind)
        job = replace(job, result=JobResult("Done.", artifact=artifact))
        self.put_job(job)
        return job.job_id

    def put_job(self, job: Job) -> None:
        """Enter or replace a job and tell it."""
        self.jobs = [job, *(known for known in self.jobs if known.job_id != job.job_id)]
        self.publish(JobChanged(job))


class FakeService:
    def __init__(self, site: SiteState) -> None:
        self.site = site


def page_of(items: list[T], request: PageRequest) -> Page[T]:
    """A page of a list whose keys are places in it."""
    start = int(request.after_key or 0) + request.skip
    end = start + request.limit
    total = len(items) if request.count else None
    return Page(tuple(items[start:end]), str(end) if end < len(items) else "", total)


def one_of(items: Iterable[T], is_wanted: Callable[[T], bool], what: str) -> T:
    for item in items:
        if is_wanted(item):
            return item
    raise NotFound(f"There is no such {what}.")


def make_job(job_id: str, title: str, state: JobState, *, kind: str = "import", done: int = 0, total: int = 0) -> Job:
    """A job in a state."""
    return Job(
        job_id=JobId(job_id),
        kind=kind,
        title=title,
        lane=Lane.ARCHIVE,
        state=state,
        done=done,
        total=total,
        note="",
        started_by=USER_NAME,
        created_at=NOW,
        ended_at=NOW if state.is_over else None,
        result=None,
        error="The disk is full." if state is JobState.FAILED else "",
        can_retry=state is JobState.FAILED,
    )


def _setting() -> SettingInfo:
    return SettingInfo(
        name="dicom.ae_title",
        title="AE title",
        help="The title under which other systems know this archive.",
        kind=SettingKind.AE_TITLE,
        value="PACSDESK",
        default="PACSDESK",
        minimum=None,
        maximum=None,
        choices=(),
        needs_restart=True,
    )
