"""Takes in a trace that was saved before: checked line by line while nobody sees it, listed only when all of it is."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pacsdesk.contract.errors import AlreadyExists, StorageFull, TooLarge
from pacsdesk.contract.records.traces import TraceSource
from pacsdesk.engine.network.tracing.kept import PART
from pacsdesk.engine.network.tracing.reading import TraceReader
from pacsdesk.engine.network.tracing.trace_file import LONGEST_LINE, head_line
from pacsdesk.engine.runtime.platform import open_private

LARGEST_FILE = 64 << 20
_LONGEST_NAME = 100


class TraceUpload:
    """Implements link.door.ByteWriter."""

    def __init__(self, path: Path, file_name: str, make_room: Callable[[], None]) -> None:
        """path: where it is to stand. Raises AlreadyExists, StorageFull."""
        self._path = path
        self._part = path.with_suffix(PART)
        self._file_name = "".join(sign if sign.isprintable() else "?" for sign in file_name)[-_LONGEST_NAME:]
        self._make_room = make_room
        self._written = 0
        try:
            if path.exists():
                raise FileExistsError
            self._stream = os.fdopen(open_private(self._part), "wb")
        except FileExistsError as error:
            raise AlreadyExists("This trace is there already.", "", "Give it another id.") from error
        except OSError as error:
            raise _full(error) from error

    def write(self, chunk: bytes) -> None:
        """Append. Raises TooLarge, StorageFull."""
        self._written += len(chunk)
        if self._written > LARGEST_FILE:
            raise TooLarge("This trace is too large.", f"A trace has at most {LARGEST_FILE >> 20} MiB.")
        try:
            self._stream.write(chunk)
        except OSError as error:
            raise _full(error) from error

    def commit(self) -> None:
        """Read all of it, and keep it when it is a trace. Raises InvalidInput, StorageFull."""
        try:
            self._stream.close()
            reader = TraceReader(self._part, is_strict=True)
            reader.catch_up()
            self._make_room()
            self._keep(reader)
        except OSError as error:
            raise _full(error) from error
        finally:
            self._part.unlink(missing_ok=True)

    def abandon(self) -> None:
        """Remove what came."""
        try:
            self._stream.close()
        finally:
            self._part.unlink(missing_ok=True)

    def _keep(self, reader: TraceReader) -> None:
        head = replace(reader.head, source=TraceSource.FILE, of=self._file_name or reader.head.of)
        beside = self._path.with_suffix(f".whole{PART}")
        try:
            with self._part.open("rb") as source, os.fdopen(open_private(beside), "wb") as target:
                source.readline(LONGEST_LINE)
                target.write(head_line(head))
                shutil.copyfileobj(source, target)
            beside.replace(self._path)
        finally:
            beside.unlink(missing_ok=True)


def _full(error: OSError) -> StorageFull:
    return StorageFull("The trace cannot be written.", str(error.strerror), "Make room on the disk.")
