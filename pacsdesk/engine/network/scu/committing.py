"""Storage commitment asked of a peer (PS3.4 annex J): the request, then the wait for its report, wherever that comes.

It may come on the same association, which therefore stays open while it is waited for, or to our own listener.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from pacsdesk.contract.records.requests import ReportWay
from pacsdesk.contract.types import TransactionUID
from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.network.association import AcceptedContext, AssociationLost, ProposedContext
from pacsdesk.engine.network.command import N_ACTION_RQ, Command, Order
from pacsdesk.engine.network.commitments.asked import AskedCommitments, Origin, begin_report
from pacsdesk.engine.network.commitments.information import (
    REQUEST_STORAGE_COMMITMENT,
    STORAGE_COMMITMENT_INSTANCE,
    STORAGE_COMMITMENT_PUSH_MODEL,
    Reference,
    ToldEvent,
    encode_action_information,
)
from pacsdesk.engine.network.provided import Exchange
from pacsdesk.engine.network.scu.proposing import SYNTAXES
from pacsdesk.engine.network.scu.reaching import Reaching
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop, Stopped, UnderWay
from pacsdesk.engine.network.wire.inbox import Begin
from pacsdesk.engine.network.wire.opened import NoAnswer, OpenedAssociation

PROPOSED = (ProposedContext(1, STORAGE_COMMITMENT_PUSH_MODEL, SYNTAXES),)

_SLICE_SECONDS = 0.1  # between two looks at who else may have brought the report
_LEAVE_SECONDS = 2.0
_REQUEST = Order(
    N_ACTION_RQ,
    1,
    STORAGE_COMMITMENT_PUSH_MODEL,
    STORAGE_COMMITMENT_INSTANCE,
    has_dataset=True,
    action_type_id=REQUEST_STORAGE_COMMITMENT,
)


def _tell_nobody() -> None:
    """Who asked looks for itself."""


@dataclass(slots=True)
class Asking:
    """One request as it stands; a report may still come when all else is over.

    on_report: called once the report is written here, on the thread that receives it.
    context_result: of the one proposed context (PS3.8 table 9-18), None when there was no association. was_accepted:
    whether the peer took the request. lost: how the association was lost while its answer was due. seconds_to_report:
    from that answer.
    """

    transaction_uid: TransactionUID
    references: tuple[Reference, ...]
    on_report: Callable[[], None] = _tell_nobody
    milliseconds: float = 0.0
    context_result: int | None = None
    status: int | None = None
    comment: str = ""
    problem: str = ""
    lost: NoAnswer | None = None
    is_stopped: bool = False
    event: ToldEvent | None = None
    way: ReportWay = ReportWay.NONE
    seconds_to_report: float | None = None
    answered_at: float | None = None
    has_report: Event = field(default_factory=Event)

    @property
    def was_accepted(self) -> bool:
        """Success, or a warning (PS3.7 C.4)."""
        return self.status in (0x0000, 0x0001, 0x0107, 0x0116)

    def hear(self, event: ToldEvent, origin: Origin) -> None:
        """A report came. One that is repeated changes nothing."""
        if self.has_report.is_set():
            return
        now = time.monotonic()
        self.seconds_to_report = now - (self.answered_at or now)  # some report before they answer
        self.event, self.way = event, origin.way
        self.has_report.set()
        self.on_report()


class Committer:
    """Asks on the thread that calls; safe from any number of them."""

    def __init__(self, reaching: Reaching, asked: AskedCommitments, under_way: UnderWay) -> None:
        self._reaching = reaching
        self._asked = asked
        self._under_way = under_way

    def commit(self, target: Target, asking: Asking, wait_seconds: float, stop: Stop) -> None:
        """Ask, and wait so long for the report; how it went is written into `asking`."""
        begin = time.perf_counter()
        self._asked.expect(asking.transaction_uid, asking.hear)
        with self._under_way.holding(stop):
            try:
                reached = self._reaching.reach(target, PROPOSED, stop)
                asking.problem, asking.context_result = reached.problem, reached.result_of(1)
                if reached.association:
                    with stop.cutting(reached.association.abort):
                        self._ask(reached.association, target.peer, asking, wait_seconds, stop)
                    stop.check()
            except Stopped:
                asking.is_stopped, asking.problem = True, ""
        asking.milliseconds = (time.perf_counter() - begin) * 1000

    def _ask(self, association: OpenedAssociation, peer: str, asking: Asking, wait_seconds: float, stop: Stop) -> None:
        try:
            if not association.contexts:
                asking.problem = f"it does not take requests for storage commitment (result {asking.context_result})"
                return
            context = association.contexts[0]
            association.take_reports(_begin_report(self._asked, peer))
            is_explicit = context.transfer_syntax == EXPLICIT_LITTLE_ENDIAN
            information = encode_action_information(asking.transaction_uid, asking.references, is_explicit)
            response = association.operate(context, _REQUEST, information)
            asking.answered_at = time.monotonic()
            asking.status, asking.comment = response.status, printable(response.comment)
            if asking.was_accepted:
                _wait(association, asking, wait_seconds, stop)
        except AssociationLost as lost:
            asking.problem, asking.lost = str(lost), association.no_answer
        finally:
            _leave(association)


def _begin_report(asked: AskedCommitments, peer: str) -> Begin:
    def begin(context: AcceptedContext, command: Command) -> Exchange:
        return begin_report(asked, context, command, Origin(ReportWay.SAME_ASSOCIATION, peer))

    return begin


def _wait(association: OpenedAssociation, asking: Asking, seconds: float, stop: Stop) -> None:
    """Until the report came, this way or another, or the time is over. Raises Stopped."""
    until = time.monotonic() + seconds
    is_there = True
    while not asking.has_report.is_set() and time.monotonic() < until:
        if is_there:
            try:
                association.await_report(_SLICE_SECONDS)
            except AssociationLost:  # many archives close it and open one of their own
                is_there = False
        else:
            asking.has_report.wait(_SLICE_SECONDS)
        stop.check()


def _leave(association: OpenedAssociation) -> None:
    if association.is_established:
        association.hurry(_LEAVE_SECONDS)
        association.release()
    association.close()


def printable(text: str) -> str:
    """What a peer wrote, as it may be shown."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)
