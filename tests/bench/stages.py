"""Where an instance's time goes on its way into our archive: each stage timed from outside, in this process.

A new stage: one line in STAGES. Timers cost a little themselves, and stages of several threads overlap, so that the sum
is not the whole.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pacsdesk.engine.archive.files import objects, spool
from pacsdesk.engine.archive.index.new_entries import NewEntries
from pacsdesk.engine.archive.storing import commits, ingest, intake
from pacsdesk.engine.network.wire.channel import Channel
from tests.bench.peers import PACSDESK, Archive
from tests.bench.report import Figure
from tests.engine.network.listening import OWN_TITLE, listening_site
from tests.support.network import LOOPBACK
from tests.support.peers import dcmtk

# what a person reads, the module or class, and the name in it
STAGES: tuple[tuple[str, Any, str], ...] = (  # Any: modules and classes alike
    ("receive, with waiting for the sender", Channel, "read"),
    ("make the staging file", ingest.Ingest, "stage"),
    ("hash and write", objects.StagedObject, "write"),
    ("read the header", intake, "read_index_keys"),
    ("flush the file", spool, "sync_file"),
    ("write the entries", NewEntries, "add"),
    ("bring entries into the tables", NewEntries, "settle"),
    ("flush the folder", commits, "sync_folder"),
    ("a round of commits, all of it", commits.GroupCommit, "_commit"),
    ("from the last byte to the outcome", ingest.Ingest, "store"),
    ("answer", Channel, "write"),
)


def stages_of_storing(measurement: str, files: list[Path], folder: Path) -> list[Figure]:
    """Milliseconds for each instance, stage by stage, while the files are sent over an association for each folder."""
    spent = dict.fromkeys((stage for stage, _, _ in STAGES), 0.0)
    with listening_site(folder) as site, _timed(spent):
        site.accept_unknown_callers = True
        archive = Archive(OWN_TITLE, site.port, lambda: 0)
        with ThreadPoolExecutor(len(files)) as senders:
            list(senders.map(lambda part: _send(part, archive), files))
    instances = sum(1 for part in files for _ in part.iterdir())
    return [
        Figure(f"{measurement}: {stage}", PACSDESK, "ms each", (spent[stage] * 1000 / instances,))
        for stage, _, _ in STAGES
    ]


def _send(files: Path, archive: Archive) -> None:
    dcmtk("storescu", "-aec", archive.ae_title, LOOPBACK, str(archive.port), "+sd", files, seconds=600)


@contextmanager
def _timed(spent: dict[str, float]) -> Iterator[None]:
    kept = [(owner, name, getattr(owner, name)) for _, owner, name in STAGES]
    for (stage, owner, name), (_, _, call) in zip(STAGES, kept, strict=True):
        setattr(owner, name, _timing(stage, call, spent))
    try:
        yield
    finally:
        for owner, name, call in kept:
            setattr(owner, name, call)


def _timing(stage: str, call: Callable[..., object], spent: dict[str, float]) -> Callable[..., object]:
    def timed(*arguments: object, **options: object) -> object:
        begin = time.perf_counter()
        try:
            return call(*arguments, **options)
        finally:
            spent[stage] += time.perf_counter() - begin

    return timed
