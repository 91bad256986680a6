"""Calls of service methods: JSON in, JSON out, everything between on a worker thread."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from pacsdesk.link.calls import find_operation
from pacsdesk.link.codec import encode
from pacsdesk.link.door import Door
from pacsdesk.link.serving.limits import Limits
from pacsdesk.link.serving.requests import address_of, read_body, token_of
from pacsdesk.link.serving.workers import Workers


class CallRoute:
    """POST /call/{service}/{method}."""

    def __init__(self, door: Door, workers: Workers, limits: Limits) -> None:
        self._door = door
        self._workers = workers
        self._limits = limits
        self._before_sign_in = asyncio.Semaphore(limits.calls_before_sign_in)

    async def answer(self, request: Request) -> Response:
        """The method's result. Raises what entering, reading the arguments or the method raises."""
        token = token_of(request)
        body = await read_body(request, self._limits.call_body_bytes, self._limits.call_body_seconds)
        service, method = request.path_params["service"], request.path_params["method"]
        if token:
            result = await self._workers.run(self._call, token, address_of(request), service, method, body)
        else:
            async with self._before_sign_in:
                result = await self._workers.run(self._call, token, address_of(request), service, method, body)
        return Response(result, media_type="application/json", headers={"cache-control": "no-store"})

    def _call(self, token: str, address: str, service: str, method: str, body: bytes) -> bytes:
        entrance = self._door.enter(token, address)
        operation = find_operation(service, method)
        arguments = operation.decode_arguments(body)
        return encode(getattr(getattr(entrance.services, service), method)(**arguments))
