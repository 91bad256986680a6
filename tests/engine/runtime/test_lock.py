"""One data folder, one engine: a second one learns the owner's process id."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pacsdesk.contract.errors import Refused
from pacsdesk.engine.runtime.lock import FolderLock, read_holder

HOLD = """
import sys
from pathlib import Path
from pacsdesk.engine.runtime.lock import FolderLock
lock = FolderLock(Path(sys.argv[1]))
lock.take()
lock.announce("http://127.0.0.1:1", "127.0.0.1:2")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_taker_is_refused_with_the_owners_process_id(tmp_path: Path) -> None:
    path = tmp_path / "engine.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(Refused, match=f"process {holder.pid}"):
            FolderLock(path).take()
        holder.kill()
    lock = FolderLock(path)
    lock.take()  # kill -9 released it
    lock.release()


def test_the_file_says_where_the_engine_listens(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path / "engine.lock")
    lock.take()
    lock.announce("http://127.0.0.1:8980", "127.0.0.1:11112")
    holder = read_holder(tmp_path / "engine.lock")
    lock.release()
    assert holder is not None
    assert (holder.pid, holder.http, holder.dicom) == (os.getpid(), "http://127.0.0.1:8980", "127.0.0.1:11112")


def test_a_released_lock_names_nobody(tmp_path: Path) -> None:
    lock = FolderLock(tmp_path / "engine.lock")
    lock.take()
    lock.release()
    assert read_holder(tmp_path / "engine.lock") is None
