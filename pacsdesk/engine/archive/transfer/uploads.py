"""Batches of uploaded files on their way into an import: kept under our own names, counted, capped, gone afterwards.

A file's name from outside is written into a list and never becomes part of a path. Nothing here outlives the engine:
what was acknowledged to an uploader is that the bytes came, not that they are archived. A batch whose sender has gone
without a word is removed after some idle minutes.
"""

import json
import logging
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Lock, Thread

from pacsdesk.contract.errors import NotFound, Refused, StorageFull, TooLarge
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import make_private_folder, open_private

log = logging.getLogger(__name__)

MAX_NAME_LENGTH = 1000
_NAMES = "names.jsonl"
_ROOM_CHECK_BYTES = 16 << 20
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class UploadLimits:
    """What one batch may take. reserve_bytes: room that stays free on the disk; idle: how long nothing may come."""

    max_files: int = 200_000
    max_file_bytes: int = 64 << 30
    reserve_bytes: int = 1 << 30
    idle: timedelta = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file that came whole. name: what the sender called it, for people only, made printable and bounded."""

    path: Path
    name: str


@dataclass(slots=True)
class _Batch:
    folder: Path
    title: str
    used_at: datetime
    lock: Lock
    begun: int = 0
    is_sealed: bool = False


def printable_name(name: str) -> str:
    """A name from outside as it may be shown and listed: no control or direction characters, at most 1,000 long."""
    shown = _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", name)
    return shown if len(shown) <= MAX_NAME_LENGTH else f"…{shown[-MAX_NAME_LENGTH + 1 :]}"


class UploadBatches:
    """The open batches of this engine. Safe to use from any thread."""

    def __init__(
        self,
        folder: DataFolder,
        clock: Clock,
        limits: UploadLimits,
        free_bytes: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free,
    ) -> None:
        self._root = folder.uploads
        self._clock = clock
        self._limits = limits
        self._free_bytes = free_bytes
        self._lock = Lock()
        self._batches: dict[str, _Batch] = {}
        self._watch: Thread | None = None

    def recover(self) -> None:
        """Remove the batches of an engine that has ended; to be called once, before any is opened."""
        for left_over in self._root.iterdir():
            log.info("removing the upload batch %s of an earlier run", left_over.name)
            shutil.rmtree(left_over, ignore_errors=True)

    def open(self, title: str) -> str:
        """Begin an empty batch; answers its id."""
        batch_id = secrets.token_hex(16)
        folder = self._root / batch_id
        make_private_folder(folder)
        with self._lock:
            self._batches[batch_id] = _Batch(folder, printable_name(title), self._clock(), Lock())
            if self._watch is None:
                self._watch = Thread(target=self._remove_forgotten, name="forgotten-uploads", daemon=True)
                self._watch.start()
        return batch_id

    def writer(self, batch_id: str, file_name: str) -> "UploadWriter":
        """Begin a file of a batch. Raises NotFound, Refused when its import has begun, TooLarge past its file count."""
        batch = self._batch(batch_id)
        with batch.lock:
            if batch.is_sealed:
                raise Refused("The import of these files has begun.", hint="Open a new import for more files.")
            if batch.begun >= self._limits.max_files:
                raise TooLarge(
                    f"One import takes at most {self._limits.max_files:,} files.", hint="Import in several parts."
                )
            batch.begun += 1
            batch.used_at = self._clock()
            path = batch.folder / f"{batch.begun}.upload"
        return UploadWriter(path, batch, printable_name(file_name), self._limits, self._free_bytes, self._clock)

    def seal(self, batch_id: str) -> str:
        """Let no more files into a batch; answers its title. Raises NotFound, Refused when it is sealed already."""
        batch = self._batch(batch_id)
        with batch.lock:
            if batch.is_sealed:
                raise Refused("The import of these files has begun.", hint="Watch it in the list of jobs.")
            batch.is_sealed = True
        return batch.title

    def drop(self, batch_id: str) -> None:
        """Remove a batch that is not to be imported; one that is unknown is gone already. Raises Refused when its
        import has begun."""
        with suppress(NotFound):
            self.seal(batch_id)
            self.remove(batch_id)

    def files(self, batch_id: str) -> Iterator[UploadedFile]:
        """The files of a batch that came whole, in the order in which they did."""
        names = self._batch(batch_id).folder / _NAMES
        if not names.exists():
            return
        with names.open(encoding="utf-8") as lines:
            for line in lines:
                try:
                    number, name = json.loads(line)
                except ValueError:
                    continue  # the empty first line, or half a note on a full disk, whose sender was told
                yield UploadedFile(names.parent / f"{number}.upload", name)

    def remove(self, batch_id: str) -> None:
        """Forget a batch and remove its files."""
        with self._lock:
            batch = self._batches.pop(batch_id, None)
        if batch:
            shutil.rmtree(batch.folder, ignore_errors=True)

    def _batch(self, batch_id: str) -> _Batch:
        with self._lock:
            batch = self._batches.get(batch_id)
        if batch is None:
            raise NotFound(
                "There is no such import.", hint="It has ended, or the engine was restarted: begin the import again."
            )
        return batch

    def _remove_forgotten(self) -> None:
        """Look again and again while there are batches that nobody has started; then this thread ends."""
        while True:
            Event().wait(self._limits.idle.total_seconds() / 4)
            with self._lock:
                waiting = {key: batch for key, batch in self._batches.items() if not batch.is_sealed}
                if not waiting:
                    self._watch = None
                    return
            oldest = self._clock() - self._limits.idle
            for batch_id in (key for key, batch in waiting.items() if batch.used_at < oldest):
                log.info("removing the upload batch %s, for which nothing comes any more", batch_id)
                with suppress(Refused):  # it is just being started
                    self.drop(batch_id)


class UploadWriter:
    """Implements link.door.ByteWriter for one file of a batch."""

    def __init__(
        self,
        path: Path,
        batch: _Batch,
        name: str,
        limits: UploadLimits,
        free_bytes: Callable[[Path], int],
        clock: Clock,
    ) -> None:
        self._path = path
        self._batch = batch
        self._name = name
        self._limits = limits
        self._free_bytes = free_bytes
        self._clock = clock
        self._written = 0
        self._room_checked_up_to = 0
        try:
            self._stream = os.fdopen(open_private(path), "wb")
        except FileNotFoundError as error:
            raise NotFound("The import was removed meanwhile.", hint="Begin the import again.") from error

    def write(self, chunk: bytes) -> None:
        """Append. Raises StorageFull, TooLarge."""
        if self._written + len(chunk) > self._limits.max_file_bytes:
            raise TooLarge(
                f"{self._name} is too large.", f"A file may have {self._limits.max_file_bytes:,} bytes.", "Split it."
            )
        if self._written + len(chunk) > self._room_checked_up_to:
            self._check_room(len(chunk))
        try:
            self._stream.write(chunk)
        except OSError as error:
            raise StorageFull("The uploaded file cannot be written.", str(error.strerror), "Make room.") from error
        self._written += len(chunk)
        self._batch.used_at = self._clock()

    def commit(self) -> None:
        """All has come: keep it. Raises StorageFull, Refused when the import has begun without it."""
        try:
            self._stream.close()
            with self._batch.lock:
                if self._batch.is_sealed:
                    raise Refused("The import has begun without this file.", hint="Import the file once more.")
                with (self._batch.folder / _NAMES).open("a", encoding="utf-8") as names:
                    names.write("\n" + json.dumps([int(self._path.stem), self._name]))
        except OSError as error:
            self._path.unlink(missing_ok=True)
            raise StorageFull("The uploaded file cannot be written.", str(error.strerror), "Make room.") from error
        except Refused:
            self._path.unlink(missing_ok=True)
            raise

    def abandon(self) -> None:
        """The sender went away: remove what came."""
        try:
            self._stream.close()
        except OSError:
            log.debug("what was left to write of an abandoned upload could not be")
        self._path.unlink(missing_ok=True)

    def _check_room(self, wanted: int) -> None:
        if self._free_bytes(self._batch.folder) - wanted - _ROOM_CHECK_BYTES < self._limits.reserve_bytes:
            raise StorageFull(
                "There is not enough room for this upload.", hint="Make room on the disk of the data folder."
            )
        self._room_checked_up_to = self._written + wanted + _ROOM_CHECK_BYTES
