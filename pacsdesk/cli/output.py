"""How commands speak: one JSON document with --json, else plain lines and aligned tables; never a control character."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import TextIO, TypeVar

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.link.codec import to_builtins

T = TypeVar("T")
_WIDEST = 64  # a whole UID, to be copied


class Output:
    """Where a command's answer goes."""

    def __init__(self, is_json: bool, out: TextIO, err: TextIO) -> None:
        self.is_json = is_json
        self._out = out
        self._err = err

    def record(self, record: object, text: str) -> None:
        """One record, or its sentence for people."""
        if self.is_json:
            self.document(record)
        else:
            self._out.write(f"{_visible(text)}\n")

    def line(self, text: str) -> None:
        """A further line for people; nothing with --json, whose document has it."""
        if not self.is_json:
            self._out.write(f"{_visible(text)}\n")

    def records(self, records: Iterable[T], columns: Sequence[tuple[str, Callable[[T], object]]], nothing: str) -> None:
        """A list of records, or a table of chosen columns; `nothing` says what it means that there are none."""
        listed = list(records)
        if self.is_json:
            self.document(listed)
            return
        if not listed:
            self._out.write(f"{nothing}\n")
            return
        rows = [[_visible(str(value(record)))[:_WIDEST] for _, value in columns] for record in listed]
        titles = [title for title, _ in columns]
        widths = [max(len(line[at]) for line in [titles, *rows]) for at in range(len(columns))]
        for line in [titles, *rows]:
            self._out.write(
                "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n"
            )

    def progress(self, text: str) -> None:
        """Where a long command is; replaces itself on a terminal, silent elsewhere and with --json."""
        if not self.is_json and self._err.isatty():
            self._err.write(f"\r\x1b[K{_visible(text)}")
            self._err.flush()

    def end_progress(self) -> None:
        """Clear the line of progress."""
        self.progress("")

    def failure(self, error: PacsDeskError) -> None:
        """Title, detail and next step; with --json as a document on standard error."""
        if self.is_json:
            document = {
                "error": type(error).__name__,
                "title": error.title,
                "detail": error.detail,
                "hint": error.hint,
            }
            self._err.write(json.dumps(document, ensure_ascii=False) + "\n")
            return
        for part in (error.title, error.detail, error.hint):
            if part:
                self._err.write(f"{_visible(part)}\n")

    def document(self, value: object) -> None:
        """A JSON document, whichever way was asked for: what has no other form."""
        text = json.dumps(to_builtins(value), ensure_ascii=False, indent=2)
        # a terminal of another character set gets escapes instead of an error
        encoding = getattr(self._out, "encoding", None) or "utf-8"
        self._out.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def _visible(text: str) -> str:
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
