"""Moves bytes between a face's files and the engine: parts, wholes, uploads; never half a file under its name."""

import errno
import os
import re
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

import httpx

from pacsdesk.contract.errors import InvalidInput, PacsDeskError, Refused, StorageFull, Unavailable
from pacsdesk.link.transport import Request, Transport, cut_off, not_understood

Report = Callable[[int, int], None]
"""Hears how many bytes of how many are done; may raise JobCancelled to stop."""

RETRY_WAITS_S = (0.25, 0.5, 1.0, 2.0, 4.0)
"""Waits before a cut download goes on; together longer than an engine's restart."""

CHUNK = 1 << 20

_CONTENT_RANGE = re.compile(r"bytes ([0-9]+)-[0-9]+/([0-9]+)")


def read_bytes(transport: Transport, path: str, start: int, length: int | None) -> bytes:
    """`length` bytes from `start`, all to the end when None; fewer, even none, only where the object ends."""
    if start < 0 or (length is not None and length < 0):
        raise InvalidInput("A part of an object begins at 0 or later and is not shorter than nothing.")
    if length == 0:
        return b""
    if start == 0 and length is None:
        return transport.ask(Request("GET", _address(path))).content
    last = "" if length is None else start + length - 1
    past_the_end = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
    response = transport.ask(
        Request("GET", _address(path), headers={"Range": f"bytes={start}-{last}"}, answers=(past_the_end,))
    )
    return b"" if response.status_code == past_the_end else response.content


def size_of(transport: Transport, path: str) -> int:
    """How many bytes the object has."""
    response = transport.ask(Request("HEAD", _address(path)))
    return _length(response, transport)


def upload(transport: Transport, path: str, file_name: str, source: Path, report: Report | None) -> None:
    """Send a file to `uploads/<batch_id>` under a name that is only shown. Raises Refused when it changes meanwhile."""
    with _unreadable_translated(source), source.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        transport.ask(
            Request(
                "PUT",
                f"/{quote(path)}",
                content=_pieces(stream, source.name, size, report),
                headers={"Content-Length": str(size)},
                parameters={"name": file_name.encode("utf-8", "replace").decode("utf-8")},
            )
        )


def _pieces(stream: BinaryIO, name: str, size: int, report: Report | None) -> Iterator[bytes]:
    done = 0
    while done < size:
        piece = stream.read(min(CHUNK, size - done))
        if not piece:
            raise Refused(f"{name} became shorter while it was being sent.", hint="Send it again when it is complete.")
        yield piece
        done += len(piece)
        if report is not None:
            report(done, size)


@contextmanager
def _unreadable_translated(source: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InvalidInput(
            f"{source} cannot be read.", error.strerror or "", "Check the file and its rights."
        ) from error


def download(
    transport: Transport,
    path: str,
    target: Path,
    report: Report | None,
    retry_waits_s: Sequence[float] = RETRY_WAITS_S,
) -> None:
    """Fetch a whole object into `target`: written beside it, then renamed over it, or nothing is left at all.

    A cut connection is taken up again where it broke, as long as the object is the same and something more comes
    before the waits are used up.
    """
    beside = target.with_name(f".{secrets.token_hex(6)}.part")
    try:
        with beside.open("xb") as stream:
            _fetch_all(_Download(transport, path, stream, report), retry_waits_s)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(target)
    except OSError as error:
        raise _not_writable(target, error) from error
    finally:
        beside.unlink(missing_ok=True)


def _fetch_all(running: "_Download", retry_waits_s: Sequence[float]) -> None:
    waits = iter(retry_waits_s)
    while True:
        before = running.done
        try:
            running.go_on()
            return
        except Unavailable as error:
            if running.done > before:
                waits = iter(retry_waits_s)
            wait = next(waits, None)
            if wait is None:
                raise error
        time.sleep(wait)


@dataclass(slots=True)
class _Download:
    """How far one download is. entity_tag: says whether what is fetched later still belongs to what came before."""

    transport: Transport
    path: str
    stream: BinaryIO
    report: Report | None
    done: int = 0
    entity_tag: str = ""

    def go_on(self) -> None:
        """Fetch from where it broke to the end. Raises Unavailable when the connection is cut again."""
        headers = {"Range": f"bytes={self.done}-", "If-Range": self.entity_tag} if self.done else {}
        with self.transport.open(Request("GET", _address(self.path), headers=headers)) as response:
            total = self._begin(response)
            for piece in response.iter_raw():
                self.stream.write(piece)
                self.done += len(piece)
                if self.report is not None:
                    self.report(self.done, total)
        if self.done != total:
            raise cut_off(self.transport.address, f"{self.done} of {total} bytes had come")

    def _begin(self, response: httpx.Response) -> int:
        """Put the file where this answer begins; tells how long the whole will be."""
        self.entity_tag = response.headers.get("ETag", "")
        if response.status_code == HTTPStatus.PARTIAL_CONTENT:
            stretch = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", ""))
            if stretch is None or int(stretch[1]) != self.done:
                raise not_understood(self.transport.address, "it sent another part than the one asked for")
            return int(stretch[2])
        self.stream.seek(0)
        self.stream.truncate()
        self.done = 0
        return _length(response, self.transport)


def _address(path: str) -> str:
    return f"/bytes/{quote(path)}"


def _length(response: httpx.Response, transport: Transport) -> int:
    length = response.headers.get("Content-Length", "")
    if not (length.isascii() and length.isdigit()):
        raise not_understood(transport.address, "it does not say how long the object is")
    return int(length)


def _not_writable(target: Path, error: OSError) -> PacsDeskError:
    reason = error.strerror or str(error)
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return StorageFull(f"There is no room for {target}.", reason, "Make room or choose another folder.")
    return InvalidInput(f"{target} cannot be written.", reason, "Check the folder and its rights.")
