"""Runs what blocks on a bounded set of threads, so that the event loop only ever moves bytes."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Workers:
    """Threads for service calls, files, and JSON of big pages."""

    def __init__(self, threads: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="link")
        self._open: set[Future[Any]] = set()  # Any: each work answers what it likes

    async def run(self, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `work` on a thread of the set and wait for it. Work that has begun runs to its end."""
        future = self._pool.submit(work, *args, **kwargs)
        self._open.add(future)
        future.add_done_callback(self._open.discard)
        return await asyncio.wrap_future(future)

    def close(self, seconds: float) -> bool:
        """Take no more work, forget what waits; True when what had begun ended within so many seconds."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        return not wait(tuple(self._open), timeout=seconds).not_done
