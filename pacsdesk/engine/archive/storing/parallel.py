"""Does the same work on many items in a few threads, so that storing them shares its flushes and commits.

Items are taken only as fast as work ends, so a source may be endless or slow; nothing runs on when the caller stops.
"""

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

AT_ONCE = 8


def side_by_side(work: Callable[[T], R], items: Iterable[T], at_once: int = AT_ONCE) -> Generator[R, None, None]:
    """The results of `work` on each item as they come. What `work` raises is raised here, once what runs has ended."""
    running: set[Future[R]] = set()
    with ThreadPoolExecutor(at_once, thread_name_prefix="archive-work") as pool:
        for item in items:
            # before anything is given out: a caller that stops must not leave an item that nobody works on
            running.add(pool.submit(work, item))
            if len(running) >= 2 * at_once:
                ended, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (future.result() for future in ended)
        while running:
            ended, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (future.result() for future in ended)
