"""The file of a trace, our own format: JSON lines, read back strictly, as it may come from anywhere.

First line: {"format": "pacsdesk-trace", "version": 1, "program", "source", "of", "began_at" (ISO 8601), "is_masked",
"dataset_bytes"}. Then a line for each thing that passed, with "t" (seconds since the beginning), "a" (number of the
association, from 1 on), "from" ("caller" or "called"), "kind" (contract.records.traces.TracedKind), "length" (bytes as
they passed), "says" (one line for people), "bytes" (list of [offset in the PDU, base64]; between them bytes were cut).
A P-DATA-TF has "syntaxes" too (accepted transfer syntax by presentation context ID) and, when its dataset began in a
PDU before it, "follows": true. Last, unless the engine was killed: {"t", "end"} with a TraceEnd.
"""

import json
import os
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.traces import TracedKind, TraceEnd, TraceSource
from pacsdesk.engine.archive.dataset.part10 import IMPLEMENTATION_VERSION_NAME
from pacsdesk.engine.network.tracing.following import Line
from pacsdesk.engine.runtime.platform import open_private

FORMAT, FORMAT_VERSION = "pacsdesk-trace", 1
MOST_LINES = 200_000
LONGEST_LINE = 4 << 20
_LONGEST_TEXT = 300

Json = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Head:
    """The first line."""

    source: TraceSource
    of: str
    began_at: datetime
    is_masked: bool
    dataset_bytes: int


@dataclass(frozen=True, slots=True)
class Written:
    """A line of a file."""

    seconds: float
    association: int
    from_requestor: bool
    kind: TracedKind
    length: int
    says: str
    pieces: tuple[tuple[int, bytes], ...] = ()
    syntaxes: tuple[tuple[int, str], ...] = ()
    follows: bool = False

    @property
    def kept(self) -> int:
        """Bytes of it that are there."""
        return sum(len(content) for _, content in self.pieces)


class TraceWriter:
    """Writes one file, readable by its owner alone; safe from any thread. `add` says when no more fits."""

    def __init__(self, path: Path, head: Head, limit: int) -> None:
        """limit: bytes of the file. Raises OSError."""
        self.size = self.lines = 0
        self._limit = limit
        self._lock = Lock()
        self._stream = os.fdopen(open_private(path), "wb")
        self._put(head_line(head))

    def add(self, seconds: float, association: int, line: Line) -> bool:
        """Write a line; False when the file has no room for it, or is closed. Raises OSError."""
        passed = line.passed
        said: dict[str, object] = {
            "t": round(seconds, 6),
            "a": association,
            "from": "caller" if line.from_requestor else "called",
            "kind": passed.kind,
            "length": passed.length,
            "says": line.says[:_LONGEST_TEXT],
        }
        if passed.pieces:
            said["bytes"] = [[at, b64encode(content).decode()] for at, content in passed.pieces]
        if line.syntaxes:
            said["syntaxes"] = {str(context_id): syntax for context_id, syntax in line.syntaxes}
        if line.follows:
            said["follows"] = True
        with self._lock:
            if self._stream.closed or self.size >= self._limit or self.lines >= MOST_LINES:
                return False
            self._write(said)
            self.lines += 1
            return True

    def flush(self) -> None:
        """Have readers see all that was written. Raises OSError."""
        with self._lock:
            if not self._stream.closed:
                self._stream.flush()

    def close(self, seconds: float, end: TraceEnd) -> None:
        """Write the last line. Raises OSError."""
        with self._lock:
            if self._stream.closed:
                return
            try:
                self._write({"t": round(seconds, 6), "end": end})
            finally:
                self._stream.close()

    def _write(self, said: Json) -> None:
        self._put(_encoded(said))

    def _put(self, content: bytes) -> None:
        self._stream.write(content)
        self.size += len(content)


def head_line(head: Head) -> bytes:
    """The first line of a file."""
    return _encoded(
        {
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "program": IMPLEMENTATION_VERSION_NAME,
            "source": head.source,
            "of": head.of,
            "began_at": head.began_at.isoformat(),
            "is_masked": head.is_masked,
            "dataset_bytes": head.dataset_bytes,
        }
    )


def _encoded(said: Json) -> bytes:
    return json.dumps(said, separators=(",", ":")).encode() + b"\n"


def read_head(line: bytes) -> Head:
    """Raises InvalidInput when it is not the first line of a trace of ours."""
    try:
        said = json.loads(line)
        if said["format"] != FORMAT:
            raise ValueError
        if said["version"] != FORMAT_VERSION:
            raise InvalidInput(
                "This trace was saved by a newer PACSDesk.",
                f"Its format is {said['version']}, this program reads {FORMAT_VERSION}.",
                "Open it with the program that saved it, or a newer one.",
            )
        began_at = datetime.fromisoformat(said["began_at"])
        if began_at.tzinfo is None:
            raise ValueError
        return Head(
            TraceSource(said["source"]),
            _text(said["of"]),
            began_at,
            _is(said["is_masked"], bool) is True,
            _number(said["dataset_bytes"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InvalidInput("This file is no trace of PACSDesk.", "Its first line does not say so.") from error


def read_line(line: bytes) -> Written | TraceEnd:
    """Raises ValueError for what is no line of a trace."""
    try:
        said = json.loads(line)
        if "end" in said:
            return TraceEnd(said["end"])
        return Written(
            seconds=float(said["t"]),
            association=_number(said["a"]),
            from_requestor={"caller": True, "called": False}[said["from"]],
            kind=TracedKind(said["kind"]),
            length=_number(said["length"]),
            says=_text(said["says"]),
            pieces=tuple(
                (_number(at), b64decode(_text(content, LONGEST_LINE))) for at, content in said.get("bytes", ())
            ),
            syntaxes=tuple((int(key), _text(syntax)) for key, syntax in dict(said.get("syntaxes", {})).items()),
            follows=said.get("follows") is True,
        )
    except (KeyError, TypeError, AttributeError, NoBase64, OverflowError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _number(value: object) -> int:
    number = _is(value, int)
    assert isinstance(number, int)
    if isinstance(value, bool) or not 0 <= number < 1 << 40:
        raise ValueError("a number that cannot be")
    return number


def _text(value: object, longest: int = _LONGEST_TEXT) -> str:
    text = _is(value, str)
    assert isinstance(text, str)
    if len(text) > longest:
        raise ValueError("a text that is too long")
    return text if longest == LONGEST_LINE else "".join(sign if sign.isprintable() else "?" for sign in text)


def _is(value: object, kind: type) -> object:
    if not isinstance(value, kind):
        raise ValueError(f"a {kind.__name__} was expected")
    return value
