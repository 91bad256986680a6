"""The associations that are open now. Knows no wire: each has a connection that can be asked, and told to leave."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from threading import Lock, Timer
from typing import Protocol

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationState,
    AssociationSummary,
    Direction,
    NegotiatedItem,
)
from pacsdesk.engine.network.association import AssociationRequest, Caller, Ending, printable_title
from pacsdesk.engine.network.negotiation import ContextResult, NegotiatedContext
from pacsdesk.engine.network.tally import Tally, failures_of

_LONGEST = 64  # of a UID; a version name has 16
_MOST_SYNTAXES = 8  # told of one context; strangers may propose thousands

STATES = {
    Ending.RELEASED: AssociationState.RELEASED,
    Ending.ABORTED: AssociationState.ABORTED,
    Ending.BROKEN: AssociationState.BROKEN,
    Ending.DRAINED: AssociationState.DRAINED,
    Ending.OVERDUE: AssociationState.ABORTED,
}


@dataclass(frozen=True, slots=True)
class Traffic:
    """Bytes on a connection so far, as this archive counts them."""

    received: int
    sent: int


class CanEnd(Protocol):
    """What can be told to end."""

    def leave(self) -> None:
        """End as soon as nothing is under way; from any thread."""
        ...

    def cut(self) -> None:
        """End at once; from any thread, also when it has ended."""
        ...


class Connection(CanEnd, Protocol):
    """Where an open association lives."""

    def traffic(self) -> Traffic:
        """What passed so far; from any thread."""
        ...


@dataclass(frozen=True, slots=True)
class _Open:
    look: Callable[[], AssociationDetail]
    connection: CanEnd


class AssociationBook:
    """Safe from any thread."""

    def __init__(self, grace_seconds: float = 10.0) -> None:
        """grace_seconds: for what is under way when a person ends an association."""
        self.grace_seconds = grace_seconds
        self._lock = Lock()
        self._open: dict[str, _Open] = {}

    def open(self, detail: AssociationDetail, tally: Tally, connection: Connection) -> None:
        """An association began."""
        self.follow(
            detail.summary.association_id, lambda: _as_it_stands(detail, tally, connection.traffic()), connection
        )

    def follow(self, association_id: str, look: Callable[[], AssociationDetail], connection: CanEnd) -> None:
        """One began of which all becomes known as it goes. look: how it stands; from any thread."""
        with self._lock:
            self._open[association_id] = _Open(look, connection)

    def close(self, association_id: str) -> AssociationDetail | None:
        """One is over: how it stood last; None when it is not known."""
        with self._lock:
            entry = self._open.pop(association_id, None)
        return entry.look() if entry else None

    def live(self) -> tuple[AssociationDetail, ...]:
        """All that are open, the oldest first."""
        with self._lock:
            entries = tuple(self._open.values())
        return tuple(entry.look() for entry in entries)

    def find(self, association_id: str) -> AssociationDetail | None:
        """One that is open."""
        with self._lock:
            entry = self._open.get(association_id)
        return entry.look() if entry else None

    def end(self, association_id: str) -> AssociationDetail:
        """Have one leave, and cut it off when it has not after some seconds. Raises NotFound."""
        with self._lock:
            entry = self._open.get(association_id)
        if entry is None:
            raise NotFound("This association is not open.", association_id, "It may have ended by itself meanwhile.")
        entry.connection.leave()
        grace = Timer(self.grace_seconds, entry.connection.cut)
        grace.daemon = True
        grace.start()
        return entry.look()


def detail_of_request(
    association_id: str,
    request: AssociationRequest,
    answers: Iterable[NegotiatedContext],
    began_at: datetime,
    our_maximum_length: int,
    peer_name: str = "",
) -> AssociationDetail:
    """A caller's request as the journal has it; with no answers, when it was turned away before they were found."""
    given = {answer.context.context_id: answer for answer in answers}
    return AssociationDetail(
        summary_of(association_id, request.caller, began_at, AssociationState.OPEN, peer_name),
        items=tuple(
            _item(asked.context_id, asked.abstract_syntax, asked.transfer_syntaxes, given.get(asked.context_id))
            for asked in request.contexts
        ),
        our_maximum_length=our_maximum_length,
        their_maximum_length=request.maximum_length,
        implementation_class_uid=printable(request.implementation_class_uid),
        implementation_version_name=printable(request.implementation_version_name),
    )


def summary_of(
    association_id: str, caller: Caller, began_at: datetime, state: AssociationState, peer_name: str = ""
) -> AssociationSummary:
    """A line about a caller, with nothing done yet."""
    return AssociationSummary(
        association_id=association_id,
        direction=Direction.INCOMING,
        state=state,
        began_at=began_at,
        ended_at=None,
        calling_ae_title=printable_title(caller.calling_ae_title),
        called_ae_title=printable_title(caller.called_ae_title),
        address=caller.address,
        peer_name=peer_name,
        operations=0,
        failures=0,
        bytes_received=0,
        bytes_sent=0,
        problem="",
    )


def _item(
    context_id: int, abstract_syntax: str, proposed: Iterable[str], answer: NegotiatedContext | None
) -> NegotiatedItem:
    is_accepted = answer is not None and answer.result is ContextResult.ACCEPTED
    return NegotiatedItem(
        context_id=context_id,
        abstract_syntax=printable(abstract_syntax),
        proposed=tuple(printable(syntax) for syntax in islice(proposed, _MOST_SYNTAXES)),
        accepted=answer.context.transfer_syntax if answer and is_accepted else "",
        result=int(answer.result if answer else ContextResult.NO_REASON),
    )


def _as_it_stands(detail: AssociationDetail, tally: Tally, traffic: Traffic) -> AssociationDetail:
    operations = tally.operations()
    summary = replace(
        detail.summary,
        operations=sum(one.count for one in operations),
        failures=failures_of(operations),
        bytes_received=traffic.received,
        bytes_sent=traffic.sent,
    )
    return replace(detail, summary=summary, operations=operations)


def printable(text: str) -> str:
    """A stranger's UID or version name as it may be shown."""
    return "".join(sign if sign.isascii() and sign.isprintable() else "?" for sign in text[:_LONGEST])
