"""What only some systems have, each behind one function with a fallback that is tested on all of them."""

import ctypes
import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import IO

import pacsdesk

IS_WINDOWS = sys.platform == "win32"

# whether an open connection can be given to another process
CAN_HAND_OVER = hasattr(socket, "send_fds")

_QUICK = getattr(socket, "TCP_QUICKACK", 0)
_DESCRIPTORS = 65536
_PR_SET_PDEATHSIG = 1
_M_MMAP_THRESHOLD = -3  # malloc.h
_LARGE_BLOCK = 8 << 20


def make_private_folder(path: Path) -> None:
    """Make a folder, its parents too, that only its owner may enter (POSIX; on Windows the profile's rights apply)."""
    if not path.is_dir():
        path.mkdir(mode=0o700, parents=True, exist_ok=True)


def open_private(path: Path) -> int:
    """Create a new file for the owner alone and open it for writing. Raises FileExistsError."""
    flags = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags, 0o600)


def sync_file(descriptor: int) -> None:
    """Return when the file's bytes are on stable storage. Raises OSError; such an error is final for the file."""
    if sys.platform == "linux":
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def sync_folder(path: Path) -> None:
    """Return when names made in or moved into the folder are on stable storage. Windows keeps names by itself."""
    if IS_WINDOWS:
        return
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def forget_cached(path: Path) -> None:
    """Have the next reading of a file that is on stable storage come from there, as far as the system lets us."""
    if sys.platform == "linux":
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(descriptor)


def write_privately(path: Path, content: bytes) -> None:
    """Put a small file in place as a whole or not at all, for the owner alone, on stable storage."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    beside.unlink(missing_ok=True)
    descriptor = open_private(beside)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            sync_file(stream.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def make_full_file(path: Path, size: int) -> None:
    """Make a file that really takes so many bytes of the disk, for the owner alone; none is left after an OSError."""
    path.unlink(missing_ok=True)
    descriptor = open_private(path)
    try:
        if hasattr(os, "posix_fallocate"):
            os.posix_fallocate(descriptor, 0, size)
        else:
            for start in range(0, size, 1 << 20):
                os.write(descriptor, bytes(min(1 << 20, size - start)))
    except BaseException:
        os.close(descriptor)
        path.unlink(missing_ok=True)
        raise
    os.close(descriptor)


def on_stop_signals(stop: Callable[[], None]) -> None:
    """Have `stop` called when the system, a service manager or Ctrl+C asks this process to end. Main thread only.

    Also when its terminal is closed, unless it was told to outlive that (`nohup`).
    """

    def handle(_number: int, _frame: FrameType | None) -> None:
        stop()

    for name in ("SIGTERM", "SIGINT", "SIGBREAK", "SIGHUP"):
        number = getattr(signal, name, None)
        outlives = name == "SIGHUP" and number is not None and signal.getsignal(number) is signal.SIG_IGN
        if number is not None and not outlives:
            signal.signal(number, handle)


def own_program() -> tuple[list[str], Path | None]:
    """The words that run this very program again, and the folder to run it in, None for any: frozen, it is its own
    executable; else this Python runs the package from where it is."""
    if getattr(sys, "frozen", False):
        return [sys.executable], None
    return [sys.executable, "-m", "pacsdesk"], Path(pacsdesk.__file__).resolve().parent.parent


def usable_cores() -> int:
    """How many cores this process may run on."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def raise_descriptor_limit() -> None:
    """Take as many descriptors as the system lets us have without asking anybody, many systems begin with 1,024."""
    if sys.platform != "win32":
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = _DESCRIPTORS if most == resource.RLIM_INFINITY else min(most, _DESCRIPTORS)
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def give_large_blocks_back() -> None:
    """Have the memory of large blocks go back to the system with each (glibc; others do so by themselves).

    Else it learns from the first 19 MiB that a password costs to keep such blocks, one for each thread that asks.
    """
    if sys.platform == "linux" and hasattr(libc := ctypes.CDLL(None), "mallopt"):
        libc.mallopt(_M_MMAP_THRESHOLD, _LARGE_BLOCK)


def end_with_parent() -> None:
    """Have this process killed when the thread that started it ends, however that comes about (Linux; elsewhere the
    end of a pipe has to do)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def acknowledge_at_once(connected: socket.socket) -> None:
    """Have what comes next acknowledged without delay, where the system can; it forgets, so before each read.

    A peer without TCP_NODELAY holds the end of a message back until its beginning is acknowledged, which takes the
    system 40 ms otherwise. Raises OSError when the connection is gone.
    """
    if _QUICK:
        connected.setsockopt(socket.IPPROTO_TCP, _QUICK, 1)


def send_in_turn(connected: socket.socket, buffers: Sequence[bytes | memoryview]) -> None:
    """`send_buffers` for sockets that gather nothing: Windows."""
    for buffer in buffers:
        connected.sendall(buffer)


if sys.platform == "win32":
    import msvcrt
    import select

    send_buffers = send_in_turn

    def send_at_once(connected: socket.socket, content: bytes) -> None:
        """Send a few last bytes if the system takes them without waiting; what stands in the way is passed over."""
        try:
            if content and select.select((), (connected,), (), 0)[1]:
                connected.send(content)
        except (OSError, ValueError):
            pass  # nobody reads any more

    def try_lock(stream: IO[bytes]) -> bool:
        """Take the lock of an open file; False when another process holds it. It ends with the process."""
        try:
            stream.seek(1 << 20)  # far past the text, so that others can read who holds it
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def read_at(descriptor: int, start: int, length: int) -> bytes:
        """Bytes of an open file from `start`, fewer only at its end. One thread at a time."""
        os.lseek(descriptor, start, os.SEEK_SET)
        return os.read(descriptor, length)

else:
    import fcntl
    import resource

    _MOST_GATHERED = 1024  # IOV_MAX of every system that has one

    def send_buffers(connected: socket.socket, buffers: Sequence[bytes | memoryview]) -> None:
        """Send all of them on a blocking socket, without joining them first. Raises OSError."""
        if len(buffers) == 1:
            connected.sendall(buffers[0])
            return
        for start in range(0, len(buffers), _MOST_GATHERED):
            batch = buffers[start : start + _MOST_GATHERED]
            sent = connected.sendmsg(batch)
            if sent < sum(map(len, batch)):  # a blocking socket does so when a signal comes in between
                _send_rest(connected, batch, sent)

    def send_at_once(connected: socket.socket, content: bytes) -> None:
        """Send a few last bytes if the system takes them without waiting; what stands in the way is passed over."""
        try:
            if content:
                connected.send(content, socket.MSG_DONTWAIT)
        except OSError:
            pass  # nobody reads any more, or what was said before is still on its way

    def _send_rest(connected: socket.socket, buffers: Sequence[bytes | memoryview], sent: int) -> None:
        for buffer in buffers:
            if sent < len(buffer):
                connected.sendall(memoryview(buffer)[sent:])
            sent = max(0, sent - len(buffer))

    def try_lock(stream: IO[bytes]) -> bool:
        """Take the lock of an open file; False when another process holds it. It ends with the process."""
        try:
            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def read_at(descriptor: int, start: int, length: int) -> bytes:
        """Bytes of an open file from `start`, fewer only at its end. Any thread at any time."""
        return os.pread(descriptor, length, start)
