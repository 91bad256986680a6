"""A listening site that hands associations over to real receiving processes."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from threading import Event

import psutil
from sqlalchemy import select

from pacsdesk.contract.records.associations import AssociationFilter, AssociationSummary
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.engine.archive.files.room import RoomReserve
from pacsdesk.engine.archive.storing.recovery import Recovery
from pacsdesk.engine.archive.tables import InstanceRow
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.receiving.messages import Setup
from pacsdesk.engine.network.receiving.pool import Receivers
from pacsdesk.engine.network.receiving.pulse import Patience
from pacsdesk.engine.network.receiving.supervised import House, Receiver
from pacsdesk.engine.network.server import DicomServer
from tests.engine.network.listening import ListeningSite, listening_site
from tests.engine.network.sending import EXPLICIT, PRIVATE_CLASS, sender

# seconds, but many more than an answer takes on a busy machine
SHORT = Patience(every_seconds=0.5, missed=4)
LONG = Patience(every_seconds=0.1, missed=600)
STORE: list[tuple[str, str | list[str]]] = [(PRIVATE_CLASS, EXPLICIT)]


@dataclass
class ReceivingSite:
    """One receiver, and a listener that uses it. broken: what the receivers said of the disk."""

    site: ListeningSite
    receiver: Receiver
    receivers: Receivers
    server: DicomServer
    port: int
    broken: "SimpleQueue[str]"
    kills: int = 0

    @property
    def process(self) -> psutil.Process:
        """The receiver's process."""
        return psutil.Process(self.receiver.process_id)

    def kill(self) -> None:
        """SIGKILL, and return when the kernel has buried it."""
        process = self.process
        process.kill()
        self.kills += 1
        process.wait(10)

    def hang(self) -> None:
        """SIGSTOP, and return when the engine has ended it and the kernel has buried it."""
        process = self.process
        process.suspend()
        self.kills += 1
        process.wait(30)

    def past(self, number: int) -> tuple[AssociationSummary, ...]:
        """The newest of the journal, once so many associations are over."""
        end = time.monotonic() + 30
        while len(past := self.site.past.page(AssociationFilter(), PageRequest()).items) < number:
            assert time.monotonic() < end, "they are not over"
            time.sleep(0.01)
        return past

    def staged(self) -> list[Path]:
        """What lies in staging."""
        return list(self.site.folder.staging.iterdir())

    def wait_for_the_next(self) -> None:
        """Return when the killed process is replaced, and what it left is settled."""
        assert self.receiver.wait_for_start(self.kills + 1, 30)

    def connect(self) -> socket.socket:
        """A bare TCP connection to the listener."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=20)

    def wait_until_ready(self, is_ready: bool) -> None:
        """Return when the receiver takes associations, or does not."""
        pause = Event()
        end = time.monotonic() + 30
        while self.receiver.is_ready is not is_ready:
            assert time.monotonic() < end
            pause.wait(0.01)

    def stored(self) -> set[str]:
        """SOP Instance UIDs in the index."""
        with self.site.database.read() as connection:
            return set(connection.execute(select(InstanceRow.sop_instance_uid)).scalars())

    @contextmanager
    def beside_another(self) -> Iterator[None]:
        """While an association is open that stays in the engine: alone, one is not handed over."""
        with sender(self.port, STORE):
            yield


@contextmanager
def receiving_site(
    folder: Path, limits: NetworkLimits | None = None, patience: Patience | None = None
) -> Iterator[ReceivingSite]:
    """A site with one receiver, both started; nothing is left of them afterwards."""
    limits = limits or NetworkLimits()
    with listening_site(folder, limits) as site:
        site.enter_peer()
        told: SimpleQueue[str] = SimpleQueue()
        setup = Setup(str(site.folder.root), 1 << 30, 0, RoomReserve(0, 0, 0, 0), limits, "", "INFO")
        recovery = Recovery(site.database, site.folder, site.parts.moves, site.ingest, site.parts.quarantine)
        house = House(setup, site.folder, site.ingest, recovery, told.put, patience or Patience())
        receiver = Receiver(house)
        receivers = Receivers((receiver,))
        receivers.start()
        server = site.make_server(receivers=receivers)
        try:
            _, port = server.start()
            yield ReceivingSite(site, receiver, receivers, server, port, told)
        finally:
            server.stop(5)
            receivers.stop()
