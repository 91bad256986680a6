"""Bytes of stored instances ahead of the wire: read, compared with their digest and made fit for their context on a
thread of their own, while those before them are on their way.

Promises: nothing is handed over whose bytes are not those that were stored.
"""

import hashlib
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence, Set
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Protocol

from pacsdesk.engine.archive.files.objects import COPY_CHUNK, digest_of
from pacsdesk.engine.archive.matching.retrieval import HeldInstance, Kind
from pacsdesk.engine.network.association import AcceptedContext, Content
from pacsdesk.engine.network.sending.contexts import context_for
from pacsdesk.engine.runtime.platform import read_at
from pacsdesk.imaging.recode import recode
from pacsdesk.imaging.undisplayable import Undisplayable

# what is handed from thread to thread at once, and how many of that are made ready before they are needed
_LOAD_BYTES, _MOST_IN_LOAD, _LOADS_AHEAD = 2 << 20, 16, 3
_IN_ONE_PIECE = 4 << 20  # bytes; what is larger is read again while it goes out


class Selected(Protocol):
    """What is to be sent, of an archive or of files."""

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """All that are among it."""
        ...

    @property
    def scratch(self) -> Path:
        """For what is converted and too large to be held."""
        ...

    def instances(self, kinds: Set[Kind]) -> Iterator[HeldInstance | None]:
        """Those of these kinds; None for one that was deleted meanwhile. Raises what reading an index raises."""
        ...


@dataclass(frozen=True, slots=True)
class Ready:
    """An instance as it can be sent, or why it cannot be: without a context there is a problem.

    instance: None for one that was deleted meanwhile.
    """

    instance: HeldInstance | None
    context: AcceptedContext | None = None
    dataset: Content = b""
    problem: str = ""


class ReadAhead:
    """Instances one after the other. Those that an association took down with it come again on the next."""

    def __init__(self, instances: Iterator[HeldInstance | None], scratch: Path) -> None:
        """scratch: a folder for what is converted and too large to be held."""
        self._scratch = scratch
        self._instances = instances
        self._ahead: deque[HeldInstance | None] = deque()

    def ready(self, contexts: tuple[AcceptedContext, ...]) -> Generator[Ready]:
        """Each made ready for one of these contexts; it counts as sent when the next is asked for.

        Raises what reading an index raises.
        """
        with ThreadPoolExecutor(1, "dicom-reading-ahead") as reader:

            def make_ready(those: Sequence[HeldInstance | None]) -> Future[list[Ready]]:
                return reader.submit(lambda: [_made_ready(one, contexts, self._scratch) for one in those])

            made = deque([make_ready(tuple(self._ahead))])
            try:
                while made:
                    while len(made) < _LOADS_AHEAD and (load := self._next_load()):
                        made.append(make_ready(load))
                    for ready in made.popleft().result():
                        yield ready
                        self._ahead.popleft()
            finally:
                reader.shutdown(cancel_futures=True)

    def _next_load(self) -> list[HeldInstance | None]:
        """The next few instances, as passing each to another thread takes longer than to read a small one."""
        load: list[HeldInstance | None] = []
        size = 0
        for instance in islice(self._instances, _MOST_IN_LOAD):
            load.append(instance)
            size += instance.size_bytes if instance else 0
            if size > _LOAD_BYTES:
                break
        self._ahead.extend(load)
        return load

    def rest(self) -> Iterator[HeldInstance | None]:
        """All that were not sent, which are then no longer to be sent."""
        while self._ahead:
            yield self._ahead.popleft()
        yield from self._instances

    def pass_over(self) -> HeldInstance | None:
        """Give the one up that was being sent."""
        return self._ahead.popleft()


def _made_ready(instance: HeldInstance | None, contexts: tuple[AcceptedContext, ...], scratch: Path) -> Ready:
    if instance is None:
        return Ready(None, problem="it was deleted meanwhile")
    context = context_for(instance.kind, contexts)
    if context is None:
        return Ready(instance, problem="no context was accepted that it fits in")
    try:
        dataset = _dataset_of(instance)
        if context.transfer_syntax != instance.kind.transfer_syntax_uid:
            dataset = _converted(instance, context.transfer_syntax, scratch)
    except OSError as error:
        return Ready(instance, problem=f"its file cannot be read: {error.strerror}")
    except _Rotten as rotten:
        return Ready(instance, problem=str(rotten))
    except Undisplayable as reason:
        return Ready(instance, problem=f"it cannot be converted: {reason.title} {reason.detail}")
    return Ready(instance, context, dataset)


class _Rotten(Exception):
    """The file's bytes are not those that were stored."""


def _dataset_of(instance: HeldInstance) -> Content:
    """The dataset as stored, compared with its digest where there is one. Raises OSError, _Rotten."""
    if instance.size_bytes > _IN_ONE_PIECE:
        if instance.digest:
            _check(instance, digest_of(instance.path, instance.dataset_offset))
        return _Pieces(lambda: instance.path.open("rb", buffering=0), instance.dataset_offset)
    with _opened(instance.path) as descriptor:
        # a byte more than there should be, so that a file that has grown is noticed
        content = read_at(descriptor, instance.dataset_offset, instance.size_bytes + 1)
    _check(instance, (len(content), hashlib.sha256(content).hexdigest()))
    return content


def _check(instance: HeldInstance, found: tuple[int, str]) -> None:
    if found[0] != instance.size_bytes or instance.digest not in ("", found[1]):
        raise _Rotten("its file is damaged: size or digest is not what was stored")


def _converted(instance: HeldInstance, to: str, scratch: Path) -> Content:
    """The dataset in another transfer syntax, whole before any of it is sent. Raises OSError, Undisplayable."""
    with _opened(instance.path) as descriptor:
        pieces = recode(partial(read_at, descriptor), os.fstat(descriptor).st_size, instance.dataset_offset, to)
        held: list[bytes] = []
        size = 0
        for piece in pieces:
            held.append(piece)
            size += len(piece)
            if size > _IN_ONE_PIECE:
                return _spooled(chain(held, pieces), scratch)
    return b"".join(held)


def _spooled(pieces: Iterable[bytes], scratch: Path) -> Content:
    # without a name where the system can, so that nothing stays
    spool = TemporaryFile(dir=scratch, buffering=0)  # noqa: SIM115  # it lives as long as its pieces
    for piece in pieces:
        spool.write(piece)
    return _Pieces(lambda: spool, 0)


@contextmanager
def _opened(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@dataclass(frozen=True, slots=True)
class _Pieces:
    """A large dataset, read while it goes out."""

    open: Callable[[], IO[bytes]]
    offset: int

    def __iter__(self) -> Iterator[bytes]:
        with self.open() as stream:
            stream.seek(self.offset)
            while piece := stream.read(COPY_CHUNK):
                yield piece
