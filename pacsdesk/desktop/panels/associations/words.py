"""What an association says of itself: its state as shape and word, how it ended and why, its columns."""

import re
from dataclasses import dataclass
from datetime import datetime

from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationState,
    AssociationSummary,
    Direction,
    EndedBy,
    OperationCount,
)
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, format_count, format_moment, format_size, plain
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.record_list import RecordColumn
from pacsdesk.desktop.kit.translation import counted, marked, translate

_STATES = {
    AssociationState.OPEN: (StateShape.UP, marked("Associations", "Open")),
    AssociationState.RELEASED: (StateShape.UP, marked("Associations", "Released")),
    AssociationState.ABORTED: (StateShape.DOWN, marked("Associations", "Aborted")),
    AssociationState.BROKEN: (StateShape.DOWN, marked("Associations", "Connection lost")),
    AssociationState.DRAINED: (StateShape.UNKNOWN, marked("Associations", "Ended from here")),
    AssociationState.REFUSED: (StateShape.SLOW, marked("Associations", "Refused")),
    AssociationState.UNREAD: (StateShape.UNKNOWN, marked("Associations", "Not readable")),
}
_WITH_FAILURES = StateShape.SLOW, marked("Associations", "With failures")

_ENDINGS = {
    AssociationState.OPEN: marked("Associations", "It is open: more may be asked on it."),
    AssociationState.RELEASED: marked("Associations", "It ended as it should."),
    AssociationState.ABORTED: marked("Associations", "One side gave it up before its end."),
    AssociationState.BROKEN: marked("Associations", "The connection was lost, or there was none."),
    AssociationState.DRAINED: marked("Associations", "This archive ended it: a person did, or its engine was stopped."),
    AssociationState.REFUSED: marked("Associations", "There was no association: this archive turned the caller away."),
    AssociationState.UNREAD: marked(
        "Associations", "It was passed on without being read, so how it ended is not known."
    ),
}
_OTHER_ENDINGS = {
    (Direction.OUTGOING, AssociationState.REFUSED): marked(
        "Associations", "There was no association: the other side turned us away."
    ),
    (Direction.RELAYED, AssociationState.REFUSED): marked(
        "Associations", "There was no association: the called system turned the caller away."
    ),
    (Direction.RELAYED, AssociationState.DRAINED): marked(
        "Associations", "It was ended here: the relay was stopped, or a person ended it."
    ),
    (Direction.SINK, AssociationState.DRAINED): marked(
        "Associations", "It was ended here: the sink was stopped, or a person ended it."
    ),
}
_DIRECTIONS = {
    Direction.INCOMING: marked("Associations", "Calls us"),
    Direction.OUTGOING: marked("Associations", "We call"),
    Direction.RELAYED: marked("Associations", "Relayed"),
    Direction.SINK: marked("Associations", "Sink"),
}
_OPENED_BY = {
    Direction.INCOMING: marked("Associations", "The other side"),
    Direction.OUTGOING: marked("Associations", "This archive"),
    Direction.RELAYED: marked("Associations", "Another system; a relay passed it on"),
    Direction.SINK: marked("Associations", "Another system; a sink took it"),
}
_ENDED_BY = {
    EndedBy.CALLER: marked("Associations", "The caller"),
    EndedBy.CALLED: marked("Associations", "The called side"),
    EndedBy.HERE: marked("Associations", "This archive"),
}
_SILENT = "It was silent for too long."
_REJECTION = re.compile(r"(.*) \(result (\d+), source (\d+), reason (\d+)\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LiveRow:
    """An open association. received_per_second: bytes; None before the second look at it."""

    detail: AssociationDetail
    received_per_second: float | None


def other_side(summary: AssociationSummary) -> str:
    """The AE title of whom this archive talked with; both of a relayed one."""
    calling, called = plain(summary.calling_ae_title) or NOTHING, plain(summary.called_ae_title) or NOTHING
    match summary.direction:
        case Direction.OUTGOING:
            return called
        case Direction.RELAYED:
            return f"{calling} \u2192 {called}"
        case _:
            return calling


def state_shape(summary: AssociationSummary) -> StateShape:
    """The state as a shape."""
    return _state(summary)[0]


def state_word(summary: AssociationSummary) -> str:
    """The state in words."""
    return translate("Associations", _state(summary)[1])


def _state(summary: AssociationSummary) -> tuple[StateShape, str]:
    is_fine = summary.state in (AssociationState.OPEN, AssociationState.RELEASED)
    return _WITH_FAILURES if is_fine and summary.failures else _STATES[summary.state]


def ending_of(summary: AssociationSummary) -> str:
    """How it ended, as a sentence."""
    words = _OTHER_ENDINGS.get((summary.direction, summary.state), _ENDINGS[summary.state])
    return translate("Associations", words)


def problem_of(summary: AssociationSummary) -> str:
    """What went wrong, as a sentence; "" when nothing did."""
    problem = plain(summary.problem)
    rejection = _REJECTION.fullmatch(problem)
    if rejection is None:
        words = in_own_words(problem)
        if words and summary.direction is Direction.INCOMING and problem != _SILENT:
            words = translate("Associations", "It sent what DICOM does not allow: {complaint}").format(complaint=words)
    else:
        why, result, source, reason = rejection.groups()
        numbers = translate("Associations", "(result {result}, source {source}, reason {reason})")
        words = f"{in_own_words(why)} {numbers.format(result=result, source=source, reason=reason)}"
    return words[:1].upper() + words[1:]


def failures_of(summary: AssociationSummary) -> str:
    """How many of its requests failed, as a sentence; "" for none."""
    words = counted("Associations", "%Ln of {requests} requests failed.", summary.failures)
    return words.format(requests=format_count(summary.operations)) if summary.failures else ""


def direction_word(summary: AssociationSummary) -> str:
    """Who opened it, short."""
    return translate("Associations", _DIRECTIONS[summary.direction])


def opened_by(summary: AssociationSummary) -> str:
    """Who opened it."""
    return translate("Associations", _OPENED_BY[summary.direction])


def ended_by(detail: AssociationDetail) -> str:
    """Whose doing the end was, of one between others."""
    return translate("Associations", _ENDED_BY[detail.end.by]) if detail.end.by else NOTHING


def done_so_far(operations: tuple[OperationCount, ...]) -> str:
    """Requests by kind, "64 C-STORE, 1 C-ECHO"."""
    counts: dict[str, int] = {}
    for one in operations:
        counts[one.operation] = counts.get(one.operation, 0) + one.count
    return ", ".join(f"{format_count(count)} {operation}" for operation, count in counts.items()) or NOTHING


def since(moment: datetime) -> str:
    """When it began: the time alone when that was today."""
    local = moment.astimezone()
    is_today = local.date() == datetime.now(local.tzinfo).date()
    return local.strftime("%H:%M:%S") if is_today else format_moment(moment)


def rate_of(row: LiveRow) -> str:
    """How fast it sends to us."""
    if not row.received_per_second:
        return NOTHING
    return translate("Associations", "{size}/s").format(size=format_size(round(row.received_per_second)))


def count_of_failures(summary: AssociationSummary) -> str:
    """The same as a number alone, "" for none."""
    return format_count(summary.failures) if summary.failures else ""


LIVE_COLUMNS: tuple[RecordColumn[LiveRow], ...] = (
    RecordColumn(
        marked("Associations", "With"),
        132,
        lambda row: other_side(row.detail.summary),
        shape=lambda row: state_shape(row.detail.summary),
    ),
    RecordColumn(marked("Associations", "Direction"), 76, lambda row: direction_word(row.detail.summary)),
    RecordColumn(marked("Associations", "Address"), 112, lambda row: plain(row.detail.summary.address)),
    RecordColumn(marked("Associations", "Peer"), 112, lambda row: plain(row.detail.summary.peer_name) or NOTHING),
    RecordColumn(marked("Associations", "Since"), 76, lambda row: since(row.detail.summary.began_at)),
    RecordColumn(marked("Associations", "Requests"), 112, lambda row: done_so_far(row.detail.operations)),
    RecordColumn(
        marked("Associations", "Failed"), 56, lambda row: count_of_failures(row.detail.summary), is_number=True
    ),
    RecordColumn(
        marked("Associations", "Received"),
        76,
        lambda row: format_size(row.detail.summary.bytes_received),
        is_number=True,
    ),
    RecordColumn(marked("Associations", "Rate"), 84, rate_of, is_number=True),
)
LIVE_FILLING = (5,)  # what it did
LIVE_SPARE = (7, 3, 1)  # received, peer, direction: all stand beside, too

PAST_COLUMNS: tuple[RecordColumn[AssociationSummary], ...] = (
    RecordColumn(marked("Associations", "State"), 132, state_word, shape=state_shape),
    RecordColumn(marked("Associations", "Began"), 124, lambda one: format_moment(one.began_at)),
    RecordColumn(marked("Associations", "With"), 116, other_side),
    RecordColumn(marked("Associations", "Direction"), 76, direction_word),
    RecordColumn(marked("Associations", "Address"), 112, lambda one: plain(one.address)),
    RecordColumn(marked("Associations", "Peer"), 112, lambda one: plain(one.peer_name) or NOTHING),
    RecordColumn(marked("Associations", "Requests"), 68, lambda one: format_count(one.operations), is_number=True),
    RecordColumn(marked("Associations", "Failed"), 56, count_of_failures, is_number=True),
    RecordColumn(marked("Associations", "Received"), 76, lambda one: format_size(one.bytes_received), is_number=True),
    RecordColumn(marked("Associations", "Problem"), 132, lambda one: problem_of(one) or failures_of(one)),
)
PAST_FILLING = (len(PAST_COLUMNS) - 1,)
PAST_SPARE = (5, 8, 3, 7, 6, 4)  # peer, received, direction, failed, requests, address: all stand beside, too
