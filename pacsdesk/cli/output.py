"""How commands speak: one JSON document with --json, else plain lines and aligned tables; never a control character."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from shutil import get_terminal_size
from typing import TextIO, TypeVar

from pacsdesk.cli.table import cut, lay_out
from pacsdesk.contract.errors import PacsDeskError, StorageFull
from pacsdesk.link.codec import to_builtins

T = TypeVar("T")


class Output:
    """Where a command's answer goes."""

    def __init__(
        self, is_json: bool, out: TextIO, err: TextIO, to_type: Callable[[str], str] = lambda text: text
    ) -> None:
        """to_type: makes calls of `pacsdesk` in a sentence what this person can type."""
        self.is_json = is_json
        self._to_type = to_type
        self._out = out
        self._err = err
        self._has_progress = False

    def record(self, record: object, text: str) -> None:
        """One record, or its sentence for people."""
        if self.is_json:
            self.document(record)
        else:
            self._write(self._to_type(_visible(text)))

    def line(self, text: str) -> None:
        """A further line for people; nothing with --json, whose document has it."""
        if not self.is_json:
            self._write(self._to_type(_visible(text)))

    def records(self, records: Iterable[T], columns: Sequence[tuple[str, Callable[[T], object]]], nothing: str) -> None:
        """A list of records, or a table of chosen columns; `nothing` says what it means that there are none."""
        listed = list(records)
        if self.is_json:
            self.document(listed)
            return
        if not listed:
            self._write(self._to_type(nothing))
            return
        rows = [[_visible(str(value(record))) for _, value in columns] for record in listed]
        for line in lay_out([title for title, _ in columns], rows, self._width()):
            self._write(line)

    def progress(self, text: str) -> None:
        """Where a long command is; replaces itself on a terminal, silent elsewhere and with --json."""
        if not self.is_json and self._err.isatty():
            # one that is wider than the terminal would leave its first line standing
            self._err.write(f"\r\x1b[K{cut(_visible(text), get_terminal_size().columns - 1)}")
            self._err.flush()
            self._has_progress = True

    def end_progress(self) -> None:
        """Clear the line of progress, if there is one."""
        if self._has_progress:
            self._err.write("\r\x1b[K")
            self._err.flush()
            self._has_progress = False

    def finish(self) -> None:
        """Hand everything over. Raises BrokenPipeError, StorageFull when it goes to a file that cannot be written."""
        with _told():
            self._out.flush()

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
                self._err.write(f"{self._to_type(_visible(part))}\n")

    def document(self, value: object) -> None:
        """A JSON document, whichever way was asked for: what has no other form."""
        self._write(json.dumps(to_builtins(value), ensure_ascii=False, indent=2))

    def document_line(self, value: object) -> None:
        """One of many JSON documents that come while a command runs, each on its line and at once."""
        self._write(json.dumps(to_builtins(value), ensure_ascii=False))
        self.finish()

    def _width(self) -> int | None:
        return get_terminal_size().columns if self._out.isatty() else None

    def _write(self, line: str) -> None:
        # a terminal of another character set gets escapes instead of an error
        encoding = getattr(self._out, "encoding", None) or "utf-8"
        with _told():
            self._out.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")


@contextmanager
def _told() -> Iterator[None]:
    """A file that cannot take our output is an error like any other; a closed pipe is none."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StorageFull("The answer cannot be written.", f"{error.strerror}.", "Send it elsewhere.") from error


def _visible(text: str) -> str:
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
