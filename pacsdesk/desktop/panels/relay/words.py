"""What relays, sinks and traces say of themselves: states as shape and word, columns, durations."""

from datetime import datetime

from pacsdesk.contract.records.associations import AssociationDetail, AssociationState, EndedBy
from pacsdesk.contract.records.relays import Listening, ListeningEnd, Relay, Sink
from pacsdesk.contract.records.traces import Trace, TracedPdu, TraceEnd
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import NOTHING, format_count, format_decimal, format_moment, format_size, plain
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.record_list import RecordColumn
from pacsdesk.desktop.kit.translation import counted, marked, translate
from pacsdesk.desktop.panels.relay.trace_words import kind_in_own_words, line_in_own_words

DURATIONS = (
    (60, marked("Relay", "1 minute")),
    (600, marked("Relay", "10 minutes")),
    (3600, marked("Relay", "1 hour")),
    (8 * 3600, marked("Relay", "8 hours")),
)
_LISTENING_ENDS = {
    ListeningEnd.ASKED: marked("Relay", "Stopped"),
    ListeningEnd.TIME: marked("Relay", "Time is over"),
    ListeningEnd.ENGINE: marked("Relay", "The engine stopped"),
    ListeningEnd.FAILED: marked("Relay", "Failed"),
}
_SEEN_ENDS = {
    AssociationState.OPEN: (StateShape.UP, marked("Relay", "Open")),
    AssociationState.RELEASED: (StateShape.UP, marked("Relay", "Released")),
    AssociationState.ABORTED: (StateShape.DOWN, marked("Relay", "Aborted")),
    AssociationState.REFUSED: (StateShape.SLOW, marked("Relay", "Rejected")),
    AssociationState.BROKEN: (StateShape.DOWN, marked("Relay", "Connection lost")),
    AssociationState.DRAINED: (StateShape.UNKNOWN, marked("Relay", "Ended from here")),
    AssociationState.UNREAD: (StateShape.UNKNOWN, marked("Relay", "TLS, not readable")),
}
_ENDED_BY = {
    EndedBy.CALLER: marked("Relay", "The caller"),
    EndedBy.CALLED: marked("Relay", "The called side"),
    EndedBy.HERE: marked("Relay", "This archive"),
}
_TRACE_ENDS = {
    TraceEnd.ASKED: marked("Relay", "Stopped"),
    TraceEnd.TIME: marked("Relay", "Time is over"),
    TraceEnd.SIZE: marked("Relay", "File is full"),
    TraceEnd.DISK: marked("Relay", "The disk failed"),
    TraceEnd.ENGINE: marked("Relay", "The engine stopped"),
}


def _w(text: str) -> str:
    return translate("Relay", text)


def until(moment: datetime | None) -> str:
    """As "until 14:05"."""
    return _w(marked("Relay", "until {time}")).format(time=f"{moment.astimezone():%H:%M}") if moment else ""


def listening_word(listening: Listening) -> str:
    """Whether it takes connections, and for how long, or why not."""
    if listening.ended_by is None:
        return f"{_w(marked('Relay', 'Listens'))} {until(listening.ends_at)}"
    return _w(_LISTENING_ENDS[listening.ended_by])


def listening_shape(listening: Listening) -> StateShape:
    """The same as a shape."""
    return StateShape.UP if listening.is_running else StateShape.UNKNOWN


def _connections(listening: Listening) -> str:
    away = counted("Relay", "%Ln turned away", listening.turned_away) if listening.turned_away else ""
    return ", ".join(filter(None, (format_count(listening.seen), away)))


def _place(listening: Listening) -> str:
    return f"{listening.host} : {listening.port}"


RELAY_COLUMNS: tuple[RecordColumn[Relay], ...] = (
    RecordColumn(
        marked("Relay", "State"),
        176,
        lambda one: listening_word(one.listening),
        shape=lambda one: listening_shape(one.listening),
    ),
    RecordColumn(marked("Relay", "Listens at"), 160, lambda one: _place(one.listening)),
    RecordColumn(marked("Relay", "Passes on to"), 200, lambda one: plain(one.peer_name)),
    RecordColumn(marked("Relay", "Connections"), 120, lambda one: _connections(one.listening), is_number=True),
    RecordColumn(marked("Relay", "To the peer"), 104, lambda one: format_size(one.bytes_to_peer), is_number=True),
    RecordColumn(marked("Relay", "Back"), 104, lambda one: format_size(one.bytes_from_peer), is_number=True),
)
SINK_COLUMNS: tuple[RecordColumn[Sink], ...] = (
    RecordColumn(
        marked("Relay", "State"),
        176,
        lambda one: listening_word(one.listening),
        shape=lambda one: listening_shape(one.listening),
    ),
    RecordColumn(marked("Relay", "Listens at"), 200, lambda one: _place(one.listening)),
    RecordColumn(marked("Relay", "Connections"), 120, lambda one: _connections(one.listening), is_number=True),
    RecordColumn(marked("Relay", "Received"), 104, lambda one: format_size(one.bytes_received), is_number=True),
)


def seen_word(one: AssociationDetail) -> str:
    """How it stands or ended."""
    return _w(_SEEN_ENDS[one.summary.state][1])


def seen_shape(one: AssociationDetail) -> StateShape:
    """The same as a shape."""
    return _SEEN_ENDS[one.summary.state][0]


def ended_by(one: AssociationDetail) -> str:
    """Whose doing its end was."""
    return _w(_ENDED_BY[one.end.by]) if one.end.by else NOTHING


def operations_of(one: AssociationDetail) -> str:
    """What was asked and how it was answered, as the field writes it."""
    return ", ".join(f"{each.operation} {each.status:04X} × {format_count(each.count)}" for each in one.operations)


def rate_of(one: AssociationDetail) -> str:
    """Bytes per second over the whole association, nothing while it lasts."""
    summary = one.summary
    seconds = (summary.ended_at - summary.began_at).total_seconds() if summary.ended_at else 0.0
    return f"{format_size(int(summary.bytes_received / seconds))}/s" if seconds > 0 else NOTHING


SEEN_COLUMNS: tuple[RecordColumn[AssociationDetail], ...] = (
    RecordColumn(marked("Relay", "Ended"), 144, seen_word, shape=seen_shape),
    RecordColumn(marked("Relay", "Began"), 128, lambda one: format_moment(one.summary.began_at)),
    RecordColumn(marked("Relay", "Calling"), 128, lambda one: plain(one.summary.calling_ae_title) or NOTHING),
    RecordColumn(marked("Relay", "Called"), 128, lambda one: plain(one.summary.called_ae_title) or NOTHING),
    RecordColumn(marked("Relay", "Address"), 112, lambda one: plain(one.summary.address)),
    RecordColumn(marked("Relay", "Asked and answered"), 200, operations_of),
    RecordColumn(
        marked("Relay", "From the caller"), 104, lambda one: format_size(one.summary.bytes_received), is_number=True
    ),
    RecordColumn(marked("Relay", "Rate"), 88, rate_of, is_number=True),
    RecordColumn(marked("Relay", "Problem"), 200, lambda one: plain(in_own_words(one.summary.problem))),
)
SEEN_FILLING = (5,)  # what was asked
SEEN_SPARE = (7, 1, 6, 4, 8)  # rate, began, bytes, address, problem: but for the first all stand beside, too


def trace_word(one: Trace) -> str:
    """Whether it runs, and for how long, or why not."""
    if one.ended_by is None:
        return f"{_w(marked('Relay', 'Records'))} {until(one.ends_at)}"
    return _w(_TRACE_ENDS[one.ended_by])


TRACE_COLUMNS: tuple[RecordColumn[Trace], ...] = (
    RecordColumn(
        marked("Relay", "State"),
        140,
        trace_word,
        shape=lambda one: StateShape.UP if one.is_running else StateShape.UNKNOWN,
    ),
    RecordColumn(marked("Relay", "Of"), 72, lambda one: plain(one.of)),
    RecordColumn(
        marked("Relay", "Patient data"),
        96,
        lambda one: _w(marked("Relay", "Replaced") if one.is_masked else marked("Relay", "Kept")),
        shape=lambda one: StateShape.UP if one.is_masked else StateShape.SLOW,
    ),
    RecordColumn(marked("Relay", "PDUs"), 64, lambda one: format_count(one.pdus), is_number=True),
    RecordColumn(marked("Relay", "Began"), 128, lambda one: format_moment(one.began_at)),
)
PDU_COLUMNS: tuple[RecordColumn[TracedPdu], ...] = (
    RecordColumn(marked("Relay", "No."), 56, lambda one: str(one.number), is_number=True),
    RecordColumn(marked("Relay", "Seconds"), 80, lambda one: format_decimal(one.seconds, 3), is_number=True),
    RecordColumn(marked("Relay", "Association"), 96, lambda one: str(one.association), is_number=True),
    RecordColumn(marked("Relay", "Direction"), 124, lambda one: direction_word(one)),
    RecordColumn(marked("Relay", "Kind"), 128, lambda one: kind_in_own_words(one.kind)),
    RecordColumn(marked("Relay", "Bytes"), 80, lambda one: format_count(one.length), is_number=True),
    RecordColumn(marked("Relay", "What it says"), 240, lambda one: line_in_own_words(plain(one.summary))),
)


def direction_word(one: TracedPdu) -> str:
    """From which side it came."""
    words = marked("Relay", "→ from caller") if one.from_requestor else marked("Relay", "← from called")
    return _w(words)
