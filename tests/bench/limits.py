"""How far a figure could go at all: an archive that keeps nothing, and a disk that is only written to."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.network.association import OpenAssociation
from pacsdesk.engine.network.command import C_STORE_RQ, Command, Response
from pacsdesk.engine.network.provided import AcceptedContext, Answer, Exchange
from pacsdesk.engine.runtime.platform import sync_file, sync_folder
from tests.bench.peers import Archive
from tests.engine.network.listening import OWN_TITLE, listening_site

FLUSHED = 500


class SinkService:
    """Takes every object, looks at none, keeps none, answers success."""

    name = PeerService.STORE
    command_field = C_STORE_RQ

    def __init__(self) -> None:
        self.taken = 0

    def provides(self, abstract_syntax: str) -> bool:
        """Everything."""
        return True

    def choose(self, transfer_syntaxes: tuple[str, ...]) -> str | None:
        """The first."""
        return transfer_syntaxes[0]

    def negotiate_extended(self, abstract_syntax: str, proposed: bytes) -> bytes:
        """Nothing."""
        return b""

    def begin(self, association: OpenAssociation, context: AcceptedContext, command: Command) -> Exchange:
        """Count it."""
        self.taken += 1
        return Answer(Response(DimseStatus.SUCCESS))


@contextmanager
def sink(folder: Path) -> Iterator[Archive]:
    """Our wire without an archive behind it: what the sender alone would take. In this process, which only waits."""
    service = SinkService()
    with listening_site(folder) as site:
        site.accept_unknown_callers = True
        server = site.make_server("127.0.0.1", 0, service)
        _, port = server.start()
        try:
            yield Archive(OWN_TITLE, port, lambda: service.taken)
        finally:
            server.stop(5)


def flushes_alone(files: Path, folder: Path) -> float:
    """Files a second that one thread writes, flushes, renames and has their folder flushed, and does nothing else."""
    contents = [path.read_bytes() for path in sorted(files.iterdir())[:FLUSHED]]
    (folder / "staging").mkdir(parents=True)
    (folder / "objects").mkdir()
    os.sync()
    begin = time.perf_counter()
    for number, content in enumerate(contents):
        staged = folder / "staging" / str(number)
        with staged.open("xb", buffering=0) as stream:
            stream.write(content)
            sync_file(stream.fileno())
        staged.replace(folder / "objects" / str(number))
        sync_folder(folder / "objects")
    return len(contents) / (time.perf_counter() - begin)
