"""Stores over one association while 200 others are held open and say nothing, and beside it without them, in turns."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian

from tests.bench.peers import UNKNOWN_CALLERS, archive_of, long_lived_engine
from tests.bench.report import Figure
from tests.bench.store import UNIT, make_ct, seconds_to_store
from tests.engine.network.raw_pdus import IMPLICIT, VERIFICATION, association_request, context, read_pdu
from tests.support.engine import make_site
from tests.support.network import LOOPBACK

HELD = 200
INSTANCES = 1000
ROUNDS = 11
_ROOM = ("dicom.maximum_associations=1000", "dicom.maximum_associations_per_host=1000")
_ACCEPTED = 0x02
_ANSWER_S = 20.0
# every other could store, as a device that keeps its association does, and stands where those are received
_REQUESTS = (
    association_request(context(1, CTImageStorage, [ExplicitVRLittleEndian]), calling=b"IDLE"),
    association_request(context(1, VERIFICATION, [IMPLICIT]), calling=b"IDLE"),
)


def measure(folder: Path) -> list[Figure]:
    """Instances a second, each round on an empty store."""
    files = folder / "ct"
    make_ct(files, INSTANCES)
    rates: dict[int, list[float]] = {HELD: [], 0: []}
    for number in range(ROUNDS):
        # each is first every other time, as what comes second may find a busier disk
        for count in sorted(rates, reverse=number % 2 == 0):
            # kept until the end: ext4 is slow to make files for a while after many were deleted
            with (
                long_lived_engine(make_site(folder / f"{count} held, {number}"), UNKNOWN_CALLERS, *_ROOM) as engine,
                held_associations(engine.dicom_port, count),
            ):
                rates[count].append(INSTANCES / seconds_to_store([files], archive_of(engine), INSTANCES))
    measurement = f"held, store {INSTANCES:,} CT"
    return [
        Figure(measurement, f"{HELD} held", UNIT, tuple(rates[HELD]), compared_with="none held"),
        Figure(measurement, "none held", UNIT, tuple(rates[0])),
    ]


@contextmanager
def held_associations(port: int, count: int) -> Iterator[None]:
    """So many established associations; each must still be there when the block ends, or RuntimeError is raised."""
    with ExitStack() as opened:
        connections = [opened.enter_context(_associated(port, number)) for number in range(count)]
        yield
        lost = sum(not _is_silent(connection) for connection in connections)
        if lost:
            raise RuntimeError(f"{lost} of {count} associations were not held.")


def _associated(port: int, number: int) -> socket.socket:
    connection = socket.create_connection((LOOPBACK, port), timeout=_ANSWER_S)
    connection.sendall(_REQUESTS[number % len(_REQUESTS)])
    if read_pdu(connection)[0] != _ACCEPTED:
        connection.close()
        raise RuntimeError(f"Association {number + 1} was not accepted.")
    return connection


def _is_silent(connection: socket.socket) -> bool:
    """Whether nothing has come, not even the end."""
    connection.setblocking(False)
    try:
        connection.recv(1)
    except BlockingIOError:
        return True
    except ConnectionError:
        return False
    return False
