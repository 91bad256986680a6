"""The last retrievals by their jobs, while they run and after: in memory, so many and no more."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.records.findings import Finding
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.retrieves import Landing, LedgerLine, LedgerSummary, RetrieveOrder, RetrieveOutcome
from pacsdesk.contract.types import JobId
from pacsdesk.engine.diagnosis.retrieves.ledgers import summary_of
from pacsdesk.engine.network.scu.fetching import Following, Wish
from pacsdesk.engine.network.scu.getting import Taken
from pacsdesk.engine.network.scu.listing import Listing
from pacsdesk.engine.network.scu.target import Target

MOST_REMEMBERED = 20
_MOST_LINES = 200_000  # of all of them together
_MOST_FAILED = 1000


@dataclass(slots=True)
class Retrieval:
    """One that was asked for. wishes: its requests. destination: "" for C-GET. listing: what should come, as the peer
    says, None while nobody knows. Written by the thread of its job, read by any."""

    peer: Peer
    order: RetrieveOrder
    wishes: tuple[Wish, ...]
    target: Target
    destination: str
    is_to_us: bool
    at: datetime
    resumes: JobId | None = None
    listing: Listing | None = None
    following: Following = field(default_factory=Following)
    taken: list[Taken] = field(default_factory=list)
    lines: tuple[LedgerLine, ...] = ()
    is_stopped: bool = False
    is_over: bool = False
    findings: tuple[Finding, ...] = ()

    def outcome(self) -> RetrieveOutcome:
        """As it stands."""
        fetched = self.following.fetched
        return RetrieveOutcome(
            peer=self.peer.name,
            order=self.order,
            calling_ae_title=self.target.calling_ae_title,
            destination=self.destination,
            is_to_us=self.is_to_us,
            at=self.at,
            milliseconds=round(fetched.milliseconds, 3),
            status=fetched.status,
            comment=fetched.comment,
            remaining=fetched.remaining,
            completed=fetched.completed,
            failed=fetched.failed,
            warning=fetched.warning,
            failed_uids=tuple(fetched.failed_uids[:_MOST_FAILED]),
            problem="" if self.is_stopped else fetched.problem,
            is_stopped=self.is_stopped,
            is_over=self.is_over,
            resumes=self.resumes,
            ledger=summary_of(self.lines, self.listing) if self.listing else LedgerSummary(),
            findings=self.findings,
        )

    def missing(self) -> tuple[LedgerLine, ...]:
        """What should be here and is not; of what goes to somebody else, what the peer calls failed."""
        return tuple(line for line in self.lines if _is_missing(line))


class Retrievals:
    """Safe from any thread."""

    def __init__(self) -> None:
        self._changing = Lock()
        self._kept: OrderedDict[JobId, Retrieval] = OrderedDict()

    def queue(self, job_id: JobId, retrieval: Retrieval) -> None:
        """One waits for its turn, unless it had it already."""
        with self._changing:
            self._kept.setdefault(job_id, retrieval)
            self._forget()

    def begin(self, job_id: JobId, retrieval: Retrieval) -> Retrieval:
        """One begins; the same."""
        with self._changing:
            self._kept[job_id] = retrieval
            self._forget()
        return retrieval

    def get(self, job_id: JobId) -> Retrieval:
        """Raises NotFound."""
        with self._changing:
            retrieval = self._kept.get(job_id)
        if retrieval is None:
            raise NotFound(
                "There is nothing of such a retrieval.",
                f"The last {MOST_REMEMBERED} are kept until the engine ends.",
                "Start it anew.",
            )
        return retrieval

    def _forget(self) -> None:
        while len(self._kept) > 1 and (
            len(self._kept) > MOST_REMEMBERED or sum(len(one.lines) for one in self._kept.values()) > _MOST_LINES
        ):
            self._kept.popitem(last=False)


def page_of(retrieval: Retrieval, page: PageRequest, only_missing: bool) -> Page[LedgerLine]:
    """A page of its ledger. Raises InvalidInput for a strange key."""
    if page.after_key and not page.after_key.isdecimal():
        raise InvalidInput("This is not a key of a ledger's pages.", "", "Read the ledger from its start.")
    lines = retrieval.missing() if only_missing else retrieval.lines
    begin = int(page.after_key or 0) + page.skip
    end = begin + page.limit
    total = len(lines) if page.count else None
    return Page(lines[begin:end], str(end) if end < len(lines) else "", total)


def _is_missing(line: LedgerLine) -> bool:
    if line.landing is Landing.UNSEEN:
        return line.claim == "failed"
    return line.landing in (Landing.MISSING, Landing.REFUSED)
