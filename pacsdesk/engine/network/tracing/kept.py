"""The traces of a site as files: named by their ids, found again after a restart, the oldest removed past a number."""

import logging
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from threading import Lock

from pacsdesk.contract.errors import NotFound, PacsDeskError
from pacsdesk.contract.records.traces import Trace, TraceEnd
from pacsdesk.engine.network.tracing.reading import TraceReader
from pacsdesk.engine.network.tracing.trace_file import Head
from pacsdesk.engine.runtime.platform import make_private_folder

log = logging.getLogger(__name__)

SUFFIX = ".trace"
PART = ".part"
_ID = re.compile("[0-9a-f]{32}")
_MOST_READERS = 3  # each holds an index of its lines


class KeptTraces:
    """Safe from any thread."""

    def __init__(self, folder: Path, kept: Callable[[], int]) -> None:
        """kept: how many files stay, asked each time."""
        self._folder = folder
        self._kept = kept
        self._lock = Lock()
        self._readers: dict[str, TraceReader] = {}
        self._facts: dict[str, Trace] = {}

    def recover(self) -> None:
        """Remove uploads that an earlier run left unfinished; to be called once, at the start."""
        make_private_folder(self._folder)
        for path in self._folder.glob(f"*{PART}"):
            path.unlink(missing_ok=True)

    def path_of(self, trace_id: str) -> Path:
        """Where a trace has its file. Raises NotFound for what is no id."""
        if not _ID.fullmatch(trace_id):
            raise _unknown(trace_id)
        return self._folder / f"{trace_id}{SUFFIX}"

    def reader(self, trace_id: str) -> TraceReader:
        """One that has read up to now. Raises NotFound, StorageBroken, InvalidInput."""
        path = self.path_of(trace_id)
        if not path.is_file():
            raise _unknown(trace_id)
        with self._lock:
            reader = self._readers.pop(trace_id, None) or TraceReader(path)
            self._readers[trace_id] = reader
            while len(self._readers) > _MOST_READERS:
                self._readers.pop(next(iter(self._readers)))
        reader.catch_up()
        return reader

    def ended(self, running: frozenset[str]) -> tuple[Trace, ...]:
        """Those that do not run, as their files say, the newest first; what cannot be read is left out."""
        found = []
        for path in self._folder.glob(f"*{SUFFIX}"):
            trace_id = path.stem
            if trace_id in running:
                continue
            try:
                if trace_id not in self._facts:
                    self._facts[trace_id] = _fact(trace_id, path, TraceReader(path))
                found.append(self._facts[trace_id])
            except PacsDeskError as error:
                log.warning("a trace is left out of the list: %s", error.title)
        return tuple(sorted(found, key=lambda one: one.began_at, reverse=True))

    def remove(self, trace_id: str) -> None:
        """Delete its file. Raises NotFound."""
        path = self.path_of(trace_id)
        with self._lock:
            self._readers.pop(trace_id, None)
            self._facts.pop(trace_id, None)
        if not path.is_file():
            raise _unknown(trace_id)
        path.unlink(missing_ok=True)

    def make_room(self, running: frozenset[str]) -> None:
        """Remove the oldest until there is room for one more."""
        for trace in self.ended(running)[max(self._kept() - len(running) - 1, 0) :]:
            self.remove(trace.trace_id)


def trace_of(trace_id: str, head: Head, path: Path, reader: TraceReader) -> Trace:
    """What a file says of itself, read up to now."""
    size = path.stat().st_size if path.exists() else 0
    ended_at = head.began_at + timedelta(seconds=min(reader.seconds, timedelta(days=2).total_seconds()))
    return Trace(
        trace_id=trace_id,
        source=head.source,
        of=head.of,
        is_masked=head.is_masked,
        began_at=head.began_at,
        ends_at=None,
        ended_at=ended_at,
        ended_by=reader.ended_by or TraceEnd.ENGINE,
        associations=reader.associations,
        pdus=reader.pdus,
        size_bytes=size,
    )


def _fact(trace_id: str, path: Path, reader: TraceReader) -> Trace:
    reader.catch_up()
    return trace_of(trace_id, reader.head, path, reader)


def _unknown(trace_id: str) -> NotFound:
    return NotFound("There is no such trace.", trace_id[:40], "`pacsdesk traces list` shows all.")
