"""Bytes of objects: whole or one range, read chunk by chunk on worker threads, never more than a chunk in memory."""

import re
from http import HTTPStatus
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from pacsdesk.contract.errors import InvalidInput, NotFound, StorageBroken
from pacsdesk.link.door import ByteReader, Door
from pacsdesk.link.serving.gate import error_response
from pacsdesk.link.serving.limits import Limits
from pacsdesk.link.serving.ranges import Stretch, wanted_stretch
from pacsdesk.link.serving.requests import address_of, token_of, watched_departure
from pacsdesk.link.serving.workers import Workers

_PATH = re.compile(r"(?!.*\.\.)[A-Za-z0-9._-]{1,128}(/[A-Za-z0-9._-]{1,128}){1,3}")
"""Ids of ours and UIDs; nothing that a file system could take for a way out."""


class ByteRoute:
    """GET and HEAD /bytes/{path}."""

    def __init__(self, door: Door, workers: Workers, limits: Limits) -> None:
        self._door = door
        self._workers = workers
        self._chunk_bytes = limits.chunk_bytes

    async def answer(self, request: Request) -> Response:
        """The object or a part of it. Raises NotFound and what opening raises."""
        path = request.path_params["path"]
        if not _PATH.fullmatch(path):
            raise NotFound("There is no such object.")
        reader = await self._workers.run(self._open, token_of(request), address_of(request), path)
        try:
            headers = _headers(reader)
            stretch = _stretch(request, reader, headers["etag"])
        except InvalidInput as error:
            await self._workers.run(reader.close)
            response = error_response(error, HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
            response.headers["content-range"] = f"bytes */{reader.size}"
            return response
        return _ByteAnswer(reader, stretch, headers, self._workers, self._chunk_bytes)

    def _open(self, token: str, address: str, path: str) -> ByteReader:
        return self._door.enter(token, address).open_reader(path)


def _headers(reader: ByteReader) -> dict[str, str]:
    return {
        "accept-ranges": "bytes",
        "etag": f'"{reader.entity_tag}"',
        "content-type": reader.media_type,
        "content-disposition": f"attachment; filename*=UTF-8''{quote(reader.file_name, safe='', errors='replace')}",
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
    }


def _stretch(request: Request, reader: ByteReader, entity_tag: str) -> Stretch | None:
    """What is wanted, None for all: also when the range is meant for another version of the object (If-Range)."""
    if request.headers.get("if-range", entity_tag) != entity_tag:
        return None
    return wanted_stretch(request.headers.get("range", ""), reader.size)


class _ByteAnswer(Response):
    """Sends a stretch of an object and lets it go, whatever happens."""

    def __init__(
        self, reader: ByteReader, stretch: Stretch | None, headers: dict[str, str], workers: Workers, chunk_bytes: int
    ) -> None:
        part = stretch or Stretch(0, reader.size)
        super().__init__(status_code=206 if stretch else 200, headers=headers)
        self.headers["content-length"] = str(part.end - part.start)
        if stretch:
            self.headers["content-range"] = f"bytes {part.start}-{part.end - 1}/{reader.size}"
        self._reader = reader
        self._part = part
        self._workers = workers
        self._chunk_bytes = chunk_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            if scope["method"] == "HEAD" or self._part.start == self._part.end:
                await self._send_head(send)
                await send({"type": "http.response.body", "body": b"", "more_body": False})
            else:
                await self._send_all(receive, send)
        finally:
            await self._workers.run(self._reader.close)

    async def _send_all(self, receive: Receive, send: Send) -> None:
        """The first chunk is read before the head is sent, so that a disk that fails at once is still an error."""
        at, end = self._part.start, self._part.end
        async with watched_departure(receive) as departure:
            while at < end and not departure.has_happened:
                chunk = await self._workers.run(self._read, at, min(self._chunk_bytes, end - at))
                if at == self._part.start:
                    await self._send_head(send)
                at += len(chunk)
                await send({"type": "http.response.body", "body": chunk, "more_body": at < end})

    async def _send_head(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})

    def _read(self, start: int, length: int) -> bytes:
        chunk = self._reader.read(start, length)
        if not chunk:
            raise StorageBroken("The object ends before its size.", "Its file was cut.", "Check the archive.")
        return chunk
