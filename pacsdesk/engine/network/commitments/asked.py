"""Storage commitment that we asked peers for: each report finds the request that it answers, by its Transaction UID.

A report may come on the association of the request, or on one that the peer opens, hours later too (PS3.4 J.3.3).
What was asked is known for a day, and to this run of the engine only; a report that nobody waits for is refused.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from pacsdesk.contract.records.requests import ReportWay
from pacsdesk.contract.types import DimseStatus, TransactionUID
from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.network.association import AcceptedContext
from pacsdesk.engine.network.command import Command, Response
from pacsdesk.engine.network.commitments.information import (
    ALL_COMMITTED,
    FAILURES_EXIST,
    MOST_BYTES,
    STORAGE_COMMITMENT_PUSH_MODEL,
    ActionRefused,
    ToldEvent,
    read_event_information,
)
from pacsdesk.engine.network.provided import Answer, Exchange
from pacsdesk.engine.runtime.clock import Clock

log = logging.getLogger(__name__)

MOST_EXPECTED = 1000
_EXPECTED_FOR = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Origin:
    """How a report came, and from whom, for people."""

    way: ReportWay
    who: str


Hear = Callable[[ToldEvent, Origin], None]


class AskedCommitments:
    """Safe from any thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._changing = Lock()
        self._expected: OrderedDict[TransactionUID, tuple[datetime, Hear]] = OrderedDict()

    def expect(self, transaction_uid: TransactionUID, hear: Hear) -> None:
        """A request goes out. hear: called with each report of it, on the thread that receives; peers repeat them."""
        now = self._clock()
        with self._changing:
            self._expected[transaction_uid] = now, hear
            while len(self._expected) > MOST_EXPECTED or now - self._oldest() > _EXPECTED_FOR:
                self._expected.popitem(last=False)

    def hear(self, event: ToldEvent, origin: Origin) -> Response:
        """A report came; what is answered."""
        with self._changing:
            _, hear = self._expected.get(event.transaction_uid, (None, None))
        if hear is None:
            log.warning("%s reports a storage commitment that was not asked for: %s", origin.who, event.transaction_uid)
            return Response(DimseStatus.INVALID_ARGUMENT, "No request is known under this Transaction UID")
        hear(event, origin)
        number = len(event.committed), len(event.failed)
        log.info("%s reports storage commitment: %d instances are safe, %d are not", origin.who, *number)
        return Response(DimseStatus.SUCCESS)

    def _oldest(self) -> datetime:
        return next(iter(self._expected.values()))[0]


def begin_report(asked: AskedCommitments, context: AcceptedContext, command: Command, origin: Origin) -> Exchange:
    """The exchange of an N-EVENT-REPORT (PS3.7 10.1.1)."""
    if command.sop_class_uid != STORAGE_COMMITMENT_PUSH_MODEL:
        return Answer(Response(DimseStatus.SOP_CLASS_NOT_SUPPORTED, "The SOP Class UID is not that of this context"))
    if command.event_type_id not in (ALL_COMMITTED, FAILURES_EXIST):
        return Answer(Response(DimseStatus.NO_SUCH_EVENT_TYPE, "The Event Types are 1 and 2"))
    if not command.has_dataset:
        return Answer(Response(DimseStatus.INVALID_ARGUMENT, "There is no event information"))
    return _Reporting(asked, context.transfer_syntax == EXPLICIT_LITTLE_ENDIAN, origin)


class _Reporting:
    """One report from its event information to its answer."""

    def __init__(self, asked: AskedCommitments, is_explicit: bool, origin: Origin) -> None:
        self._asked = asked
        self._is_explicit = is_explicit
        self._origin = origin
        self._information = bytearray()

    def receive(self, fragment: memoryview) -> None:
        """Gather; what goes past the limit is passed over, and the whole is refused when it has come."""
        if len(self._information) <= MOST_BYTES:
            self._information += fragment

    def finish(self) -> Response:
        """Find who waits for it."""
        try:
            event = read_event_information(bytes(self._information), self._is_explicit)
        except ActionRefused as refused:
            log.warning("%s sends a report that cannot be read: %s", self._origin.who, refused)
            return Response(refused.status, str(refused))
        return self._asked.hear(event, self._origin)

    def cancel(self) -> None:
        """A report cannot be cancelled."""

    def abandon(self) -> None:
        """Nothing but memory was taken."""
