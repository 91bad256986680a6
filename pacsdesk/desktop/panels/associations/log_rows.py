"""A log of the other side and our journal as one list in the order of time; pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pacsdesk.contract.records.associations import AssociationSummary, Direction
from pacsdesk.contract.records.logs import LogEvent, LogEventKind, LogTimeline
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.translation import counted, marked, translate
from pacsdesk.desktop.panels.associations.statuses import status_words
from pacsdesk.desktop.panels.associations.words import direction_word, other_side, state_word

_KINDS = {
    LogEventKind.CONNECT: marked("Associations", "Connected"),
    LogEventKind.REQUEST: marked("Associations", "Asks for an association"),
    LogEventKind.ACCEPT: marked("Associations", "Accepts"),
    LogEventKind.REJECT: marked("Associations", "Refuses the association"),
    LogEventKind.MESSAGE: marked("Associations", "Request"),
    LogEventKind.STATUS: marked("Associations", "Answer"),
    LogEventKind.RELEASE: marked("Associations", "Releases"),
    LogEventKind.ABORT: marked("Associations", "Aborts"),
    LogEventKind.PROBLEM: marked("Associations", "Problem"),
}


@dataclass(frozen=True, slots=True)
class LogRow:
    """at: None where the log has no times. there: in the log; here: in our journal; one of them is "". line: the log's
    own words. association_id: of ours, "" for none."""

    at: datetime | None
    there: str
    here: str
    line: str = ""
    association_id: str = ""


def rows_of(timeline: LogTimeline) -> tuple[LogRow, ...]:
    """Both sides; a log without times comes first, in its own order."""
    theirs = tuple(_theirs(event) for event in timeline.events)
    ours = tuple(row for one in timeline.ours for row in _ours(one))
    timeless = tuple(row for row in theirs if row.at is None)
    timed = sorted((row for row in (*ours, *theirs) if row.at), key=lambda row: row.at or datetime.min)
    return (*timeless, *timed)


def told_of(timeline: LogTimeline) -> str:
    """Whose log it is, and how its clock was set to ours."""
    lines = counted("Associations", "Log of {program}, %Ln lines", timeline.lines).format(program=timeline.format)
    if not timeline.has_times:
        return f"{lines}. " + translate("Associations", "It has no times: its events stand in their order.")
    offset = translate("Associations", "{seconds} s added to its times").format(
        seconds=f"{timeline.offset_seconds:+.3f}"
    )
    fits = counted("Associations", "so %Ln associations of both sides fit", timeline.matched)
    cut = translate("Associations", "There is more than can be shown.") if timeline.is_cut else ""
    return f"{lines}. {offset}{', ' + fits if timeline.matched else ''}. {cut}".strip()


def _theirs(event: LogEvent) -> LogRow:
    words = translate("Associations", _KINDS[event.kind])
    parts = [f"{event.association}", words, event.operation]
    if event.status is not None:
        parts.append(status_words(event.status))
    if event.kind in (LogEventKind.REQUEST, LogEventKind.CONNECT):
        parts.append(f"{plain(event.calling_ae_title) or '?'} \u2192 {plain(event.called_ae_title) or '?'}")
    return LogRow(event.at, "  ".join(filter(None, parts)), "", plain(event.text), event.association_id)


def _ours(one: AssociationSummary) -> Iterator[LogRow]:
    title = other_side(one)
    match one.direction:
        case Direction.INCOMING:
            words = translate("Associations", "{title} calls us")
        case Direction.OUTGOING:
            words = translate("Associations", "We call {title}")
        case _:
            words = f"{{title}}: {direction_word(one)}"
    yield LogRow(one.began_at, "", words.format(title=title), "", one.association_id)
    if one.ended_at:
        done = counted("Associations", "%Ln requests", one.operations)
        yield LogRow(one.ended_at, "", f"{title}: {state_word(one)}, {done}", "", one.association_id)
