"""What the disk answers, told apart once for the whole archive: no room and no right pass, a failed write or sync is
final (docs/decisions/0125)."""

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from pacsdesk.contract.errors import StorageBroken, StorageFull
from pacsdesk.engine.runtime.platform import sync_folder

log = logging.getLogger(__name__)

# out of blocks, of quota, of descriptors: the next store may succeed again
_PASSING = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EMFILE, errno.ENFILE, errno.ENOMEM})
# the system asks for rights when a name is looked up, never when bytes are written or synced: nothing was begun
_DENIED = frozenset({errno.EACCES, errno.EPERM})


class MayBreak(Protocol):
    """What stops all writing when the disk has failed: the database, or a receiver's word to the one who has it."""

    def mark_broken(self, reason: str) -> None:
        """The disk has failed."""
        ...


@contextmanager
def translated(database: MayBreak, title: str) -> Iterator[None]:
    """Turn an OSError of the block into StorageFull or, after marking the archive broken, StorageBroken."""
    try:
        yield
    except OSError as error:
        if error.errno in _PASSING:
            raise StorageFull(title, str(error.strerror), "Make room on the disk of the data folder.") from error
        if error.errno in _DENIED:
            log.error("%s %s: %s", title, error.strerror, error.filename or "a folder of the archive")
            raise StorageFull(
                title, str(error.strerror), "Let the engine's account write in the data folder."
            ) from error
        database.mark_broken(f"the disk answered: {error.strerror}")
        raise StorageBroken(title, str(error.strerror), "Check the disk, then restart the engine.") from error


def sync_folder_of(path: Path) -> None:
    """Make the name of a file or folder durable."""
    sync_folder(path.parent)
