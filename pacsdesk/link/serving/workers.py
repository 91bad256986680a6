"""Runs what blocks on a bounded set of threads, so that the event loop only ever moves bytes."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Workers:
    """Threads for service calls, files, and JSON of big pages."""

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="link")

    async def run(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` on a thread of the set and wait for it. Work that has begun runs to its end."""
        return await asyncio.wrap_future(self._pool.submit(work, *args, **kwargs))

    def close(self) -> None:
        """Take no more work and forget what waits."""
        self._pool.shutdown(wait=False, cancel_futures=True)
