"""What an engine takes of the machine: threads, descriptors, memory, its helpers' included."""

from dataclasses import dataclass
from threading import Event

import psutil

from tests.support.engine import EngineProcess

_MORE_THREADS = _MORE_DESCRIPTORS = 3  # RELIABILITY 4
_MORE_MEMORY = 32 << 20
_LOOK_AGAIN_S = 0.5


@dataclass(frozen=True, slots=True)
class Footprint:
    """Sums over all processes of an engine; memory in bytes."""

    threads: int
    descriptors: int
    memory: int

    def is_back_at(self, before: "Footprint") -> bool:
        """Whether no more is taken than before, but for what a live process may wander."""
        return (
            self.threads <= before.threads + _MORE_THREADS
            and self.descriptors <= before.descriptors + _MORE_DESCRIPTORS
            and self.memory <= before.memory + _MORE_MEMORY
        )


def footprint_of(engine: EngineProcess) -> Footprint:
    """Now."""
    head = psutil.Process(engine.server.process_id)
    processes = [head, *head.children(recursive=True)]
    return Footprint(
        sum(process.num_threads() for process in processes),
        sum(process.num_fds() for process in processes),
        sum(process.memory_info().rss for process in processes),
    )


def settled_footprint(engine: EngineProcess, before: Footprint, seconds: float = 10.0) -> Footprint:
    """What it takes once it is back where it was, or what it still takes when that time is over."""
    pause = Event()
    for _ in range(int(seconds / _LOOK_AGAIN_S)):
        if footprint_of(engine).is_back_at(before):
            break
        pause.wait(_LOOK_AGAIN_S)
    return footprint_of(engine)
