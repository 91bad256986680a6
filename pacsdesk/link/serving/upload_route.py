"""Files from a face, written as they come: kept when the last byte is, and gone when the sender is."""

import asyncio
import re
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.link.door import ByteWriter, Door
from pacsdesk.link.serving.limits import Limits
from pacsdesk.link.serving.requests import address_of, token_of
from pacsdesk.link.serving.workers import Workers

LONGEST_NAME = 1024

_BATCH_ID = re.compile(r"(?!\.)[A-Za-z0-9._-]{1,128}")
_KIND = re.compile(r"[a-z][a-z-]{0,31}")


class UploadRoute:
    """PUT /uploads/{batch_id}?name=..., of what is no import /uploads/{kind}/{batch_id}?name=..."""

    def __init__(self, door: Door, workers: Workers, limits: Limits) -> None:
        self._door = door
        self._workers = workers
        self._limits = limits

    async def answer(self, request: Request) -> Response:
        """Nothing, once the file is kept. Raises what opening and writing raise; then nothing is kept."""
        batch_id, name = request.path_params["batch_id"], request.query_params.get("name", "")
        kind = request.path_params.get("kind", "uploads")
        if not (_BATCH_ID.fullmatch(batch_id) and _KIND.fullmatch(kind)):
            raise NotFound("There is no such batch.", hint="Open one with transfer.open_batch.")
        if not 1 <= len(name) <= LONGEST_NAME or "\0" in name:
            raise InvalidInput(
                f"A file has a name of 1 to {LONGEST_NAME} characters.", hint="Add ?name=... to the address."
            )
        writer = await self._workers.run(self._open, token_of(request), address_of(request), f"{kind}/{batch_id}", name)
        is_kept = False
        try:
            async for chunk in self._chunks(request):
                await self._workers.run(writer.write, chunk)
            await self._workers.run(writer.commit)
            is_kept = True
        finally:
            if not is_kept:
                await self._workers.run(writer.abandon)
        return Response(b"null", media_type="application/json")

    def _open(self, token: str, address: str, path: str, name: str) -> ByteWriter:
        return self._door.enter(token, address).open_writer(path, name)

    async def _chunks(self, request: Request) -> AsyncIterator[bytes]:
        """The body in chunks worth a thread's while. Raises ClientDisconnect when the sender goes away."""
        gathered = bytearray()
        pieces = aiter(request.stream())
        try:
            while True:
                async with asyncio.timeout(self._limits.upload_silence_seconds):
                    piece = await anext(pieces, None)
                if piece is None:
                    break
                gathered += piece
                if len(gathered) >= self._limits.chunk_bytes:
                    yield bytes(gathered)
                    gathered.clear()
        except TimeoutError as error:
            raise InvalidInput("The file stopped coming.", hint="Send it again.") from error
        if gathered:
            yield bytes(gathered)
