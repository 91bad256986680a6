"""The data folder belongs to one engine at a time; the lock file says which process holds it and where it listens."""

import contextlib
import errno
import json
import os
import secrets
import shlex
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from pacsdesk.contract.errors import Refused, StorageBroken
from pacsdesk.engine.runtime.platform import try_lock


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a data folder. http, dicom: addresses once the engine is ready, else ""; run_id: see FolderLock."""

    pid: int
    http: str = ""
    dicom: str = ""
    run_id: str = ""


class FolderLock:
    """Held from `take` until `release` or the end of the process, whichever comes first; kill -9 releases it too.

    run_id: said by the file and by the engine itself. After a kill the file goes on naming an address, where another
    site's engine may answer by then: nobody must sign in to that one by mistake.
    """

    def __init__(self, path: Path) -> None:
        self.run_id = secrets.token_hex(16)
        self._path = path
        self._stream: IO[bytes] | None = None

    def take(self) -> None:
        """Raises Refused with the holder's process id when another process has it."""
        stream = self._opened()
        if not try_lock(stream):
            stream.close()
            holder = read_holder(self._path)
            who = f"process {holder.pid}" if holder else "another process"
            stop = f"`pacsdesk stop --data-dir {shlex.quote(str(self._path.parent))}`"
            raise Refused(
                f"The data folder {self._path.parent} is in use by {who}.",
                "One data folder belongs to one engine.",
                f"Use that engine, stop it with {stop}, or choose another folder with --data-dir.",
            )
        self._stream = stream
        self.withdraw()

    def _opened(self) -> IO[bytes]:
        try:
            descriptor = os.open(self._path, os.O_CREAT | os.O_RDWR | getattr(os, "O_BINARY", 0), 0o600)
        except OSError as error:
            if error.errno != errno.EROFS or not self._path.exists():
                raise StorageBroken(
                    f"The data folder {self._path.parent} cannot be used.", str(error.strerror), "Check the disk."
                ) from error
            # a lock needs no writing; that the file says nothing then, faces bear: they can be given the address
            return self._path.open("rb")
        return os.fdopen(descriptor, "r+b")

    def announce(self, http: str, dicom: str) -> None:
        """Write down where the engine can be reached."""
        self._write(Holder(os.getpid(), http, dicom, self.run_id))

    def withdraw(self) -> None:
        """Say that the engine is reached no more, while the folder stays taken until the process ends."""
        self._write(Holder(os.getpid()))

    def release(self) -> None:
        """Give the folder back and clear the file."""
        if self._stream is not None:
            with contextlib.suppress(OSError):  # io.UnsupportedOperation is one
                self._stream.truncate(0)
            self._stream.close()
            self._stream = None

    def _write(self, holder: Holder) -> None:
        # in place: the lock is on this very file, a renamed one would not be locked
        assert self._stream is not None
        if not self._stream.writable():
            return
        self._stream.seek(0)
        self._stream.truncate(0)
        self._stream.write(json.dumps(asdict(holder)).encode())
        self._stream.flush()


def read_holder(path: Path) -> Holder | None:
    """What the lock file says; None when it says nothing readable. It may be left over: ask the address."""
    try:
        content = json.loads(path.read_bytes())
        return Holder(int(content["pid"]), str(content.get("http", "")), str(content.get("dicom", "")))
    except (OSError, ValueError, KeyError, TypeError):
        return None
