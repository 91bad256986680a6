"""Objects on disk: written aside under a random name, put in place under a name of ours, never altered there.

Nothing here trusts a name out of an object. What a successful `flush` and `place` leave survives a power cut once the
folder is synchronised too; who calls them in which order is said in `commits`.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from pacsdesk.contract.errors import TooLarge
from pacsdesk.engine.archive.dataset.part10 import DATASET_OFFSET, FileMeta, encode_header
from pacsdesk.engine.archive.files.disk import MayBreak, translated
from pacsdesk.engine.archive.files.spool import Spool
from pacsdesk.engine.runtime.paths import DataFolder

DEFAULT_SIZE_LIMIT = 2 << 30
SUFFIX = ".dcm"

# what sendfile-sized chunks are cut to; larger ones gain nothing
COPY_CHUNK = 1 << 20

# the room is asked for again each time that so much of an object has come
_ROOM_ASKED_EVERY = 16 << 20


def new_object_id() -> str:
    """32 hex digits that nobody can guess."""
    return os.urandom(16).hex()


# raises StorageFull when there is none
CheckRoom = Callable[[], None]


def _there_is_room() -> None:
    """Nobody watches the disk."""


class StagedObject:
    """An object on its way in: memory, from some size on a private file in staging/; for the thread that receives it.

    object_id: its random name, kept when it is placed. size and digest are of the dataset's bytes.
    """

    def __init__(self, path: Path, database: MayBreak, size_limit: int, check_room: CheckRoom) -> None:
        self.path = path
        self.object_id = path.stem
        self.size = 0
        self._database = database
        self._size_limit = size_limit
        self._check_room = check_room
        self._room_asked_at = _ROOM_ASKED_EVERY
        self._digest = hashlib.sha256()
        self._spool = Spool(path, DATASET_OFFSET)
        self._is_open = True

    @property
    def digest(self) -> str:
        """Hex SHA-256 of the dataset as far as it was written."""
        return self._digest.hexdigest()

    def write(self, chunk: bytes | bytearray | memoryview) -> None:
        """Append bytes of the dataset. Raises TooLarge, StorageFull, StorageBroken; the caller then discards."""
        view = memoryview(chunk)
        if self.size + len(view) > self._size_limit:
            raise TooLarge(
                "The object is too large.",
                f"It goes on past {self._size_limit:,} bytes.",
                "Raise the limit for one object in the settings if such objects are wanted.",
            )
        self._digest.update(view)
        self.size += len(view)
        if self.size >= self._room_asked_at:
            self._room_asked_at = self.size + _ROOM_ASKED_EVERY
            self._check_room()
        with translated(self._database, "The object could not be written."):
            self._spool.append(view)

    def read(self, start: int, length: int) -> bytes:
        """Bytes of the dataset that were written, from `start`; before `flush` only."""
        return self._spool.read(DATASET_OFFSET + start, length)

    def complete(self, meta: FileMeta) -> None:
        """Write the header: the file is as it will stay, though not durable. Raises StorageFull, StorageBroken."""
        with translated(self._database, "The object could not be written."):
            self._spool.finish(encode_header(meta))

    def flush(self) -> None:
        """Return when the bytes of a complete object are on stable storage. Raises StorageFull, StorageBroken."""
        with translated(self._database, "The object could not be written durably."):
            self._spool.sync()
        self._close()

    def seal(self, meta: FileMeta) -> None:
        """Complete and flush. Raises StorageFull, StorageBroken."""
        self.complete(meta)
        self.flush()

    def discard(self) -> None:
        """Remove what came; harmless when it is gone already."""
        self._close()
        if self._spool.has_file:  # a disk that cannot be written does not let us remove what is not there either
            self.path.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._spool.close()


class ObjectStore:
    """The folders of objects and of staging."""

    def __init__(
        self,
        folder: DataFolder,
        database: MayBreak,
        size_limit: int = DEFAULT_SIZE_LIMIT,
        new_id: Callable[[], str] = new_object_id,
        check_room: CheckRoom = _there_is_room,
    ) -> None:
        """check_room: asked while a large object comes; whether one may begin, the caller has asked."""
        self._objects = folder.objects
        self._staging = folder.staging
        self._database = database
        self._size_limit = size_limit
        self._check_room = check_room
        self._new_id = new_id

    def stage(self) -> StagedObject:
        """Begin an object."""
        path = self._staging / f"{self._new_id()}{SUFFIX}"
        return StagedObject(path, self._database, self._size_limit, self._check_room)

    def path_of(self, object_name: str) -> Path:
        """The file of a stored object; object_name comes from the index."""
        return self._objects / object_name

    def place(self, staged: Path, object_name: str) -> None:
        """Give a sealed file its final name; durable once the folder is synchronised. Raises OSError."""
        staged.replace(self._objects / object_name)

    def take_back(self, object_name: str, staged: Path) -> None:
        """Undo `place`. Raises OSError."""
        (self._objects / object_name).replace(staged)


def digest_of(
    path: Path, dataset_offset: int, after_chunk: Callable[[int], None] = lambda _length: None
) -> tuple[int, str]:
    """Size and hex SHA-256 of a file's dataset, read anew. Raises OSError.

    after_chunk: told the length of each piece that was read; may wait, may raise.
    """
    digest = hashlib.sha256()
    size = 0
    with path.open("rb", buffering=0) as stream:
        stream.seek(dataset_offset)
        while chunk := stream.read(COPY_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            after_chunk(len(chunk))
    return size, digest.hexdigest()
