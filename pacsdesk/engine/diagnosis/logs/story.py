"""Lines into events: which association each belongs to, and what its titles are, once the log has told them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from pacsdesk.contract.records.logs import LogEvent, LogEventKind
from pacsdesk.engine.diagnosis.logs.lines import LogLine
from pacsdesk.engine.diagnosis.logs.phrases import Dialect, Phrase

MOST_EVENTS = 5000
_MOST_KEYS = 1000
_LONGEST_TEXT = 200
_LONGEST_TITLE = 64
_ENDS = (LogEventKind.RELEASE, LogEventKind.ABORT, LogEventKind.REJECT)
_BEGINS = (LogEventKind.CONNECT, LogEventKind.REQUEST)
_OPERATIONS = {
    "echo": "C-ECHO",
    "store": "C-STORE",
    "find": "C-FIND",
    "move": "C-MOVE",
    "get": "C-GET",
}


@dataclass(slots=True)
class _Told:
    """What is known of one association of the log."""

    number: int
    calling: str = ""
    called: str = ""
    operation: str = ""
    has_begun: bool = False  # it was asked for, not only connected
    last: LogEvent | None = None


@dataclass(slots=True)
class Story:
    """events: at most MOST_EVENTS of them."""

    events: list[LogEvent] = field(default_factory=list)
    lines: int = 0
    is_cut: bool = False
    is_zoned: bool = False


def story_of(lines: Iterable[LogLine], dialect: Dialect) -> Story:
    """All that the lines tell."""
    teller = _Teller(dialect)
    for line in lines:
        teller.take(line)
        if teller.story.is_cut:
            break
    return teller.told()


class _Teller:
    def __init__(self, dialect: Dialect) -> None:
        self.story = Story()
        self._dialect = dialect
        self._number = 0
        self._key = ""
        self._by_key: dict[str, _Told] = {}
        self._all: dict[int, _Told] = {}

    def take(self, line: LogLine) -> None:
        self.story.lines = line.number
        if not self._dialect.quick.search(line.text):
            return
        for one in self._dialect.phrases:
            found = one.pattern.search(line.text)
            if found:
                self._note(line, one, found.groupdict())
                return

    def told(self) -> Story:
        """With titles that came later than the events."""
        self.story.events = [self._titled(event) for event in self.story.events]
        return self.story

    def _note(self, line: LogLine, one: Phrase, groups: dict[str, str | None]) -> None:
        self._key = groups.get("key") or self._key  # a line that names nobody goes on with whom the last one named
        told = self._association(one.kind, self._key)
        told.calling = _title(groups.get("calling")) or told.calling
        told.called = _title(groups.get("called")) or told.called
        operation = groups.get("operation") or ""
        told.operation = _OPERATIONS.get(operation.lower(), operation) or told.operation
        if one.kind is None:
            return
        status = groups.get("status")
        event = LogEvent(
            line.number,
            line.at,
            one.kind,
            _printable(line.text),
            told.number,
            operation=told.operation if one.kind in (LogEventKind.MESSAGE, LogEventKind.STATUS) else "",
            status=int(status, 16) & 0xFFFF if status else None,
        )
        if one.repeats and _says_again(told.last, event):
            return
        if len(self.story.events) >= MOST_EVENTS:
            self.story.is_cut = True
            return
        self.story.is_zoned = self.story.is_zoned or line.is_zoned
        self.story.events.append(event)
        told.last = event

    def _association(self, kind: LogEventKind | None, key: str) -> _Told:
        told = self._by_key.get(key)
        is_over = told is not None and told.last is not None and told.last.kind in _ENDS
        begins = kind in _BEGINS and (told is None or told.has_begun or is_over)
        if told is None or begins or (is_over and kind not in (None, LogEventKind.PROBLEM, *_ENDS)):
            self._number += 1
            told = _Told(self._number)
            if len(self._by_key) >= _MOST_KEYS:
                self._by_key.clear()
            self._by_key[key] = self._all[self._number] = told
        told.has_begun = told.has_begun or (kind is not None and kind is not LogEventKind.CONNECT)
        return told

    def _titled(self, event: LogEvent) -> LogEvent:
        told = self._all[event.association]
        return replace(event, calling_ae_title=told.calling, called_ae_title=told.called)


def _says_again(last: LogEvent | None, event: LogEvent) -> bool:
    return last is not None and (last.kind, last.operation) == (event.kind, event.operation)


def _title(text: str | None) -> str:
    return _printable(text.strip())[:_LONGEST_TITLE] if text else ""


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text[:_LONGEST_TEXT])
