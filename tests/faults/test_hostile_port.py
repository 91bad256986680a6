"""Strangers on the DICOM port of a real engine: known devices are served meanwhile, and afterwards all is as it was.

What a single odd PDU leads to is tried in tests/engine/network, noise that looks right in test_fuzz; here it is numbers
and time.
"""

import socket
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from pacsdesk.engine.network.command import C_ECHO_RQ, Order, encode_order
from tests.engine.network.raw_pdus import VERIFICATION, association_request, data, read_pdu
from tests.engine.network.test_command import stock_store_request
from tests.engine.network.test_server_hostile import STORE_REQUEST
from tests.faults.asking import echo_status
from tests.faults.checks import nothing_is_lost
from tests.faults.conftest import SiteAt
from tests.faults.devices import sending_devices
from tests.faults.extent import amount
from tests.faults.footprint import Footprint, footprint_of, settled_footprint
from tests.faults.journal import Journal
from tests.support.engine import EngineProcess, running_engine
from tests.support.network import LOOPBACK

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(600)]

CONNECTS = amount(1_000, 10_000)
STALLED = 200
ACCEPTED = 0x02
IMPATIENT = ("dicom.acse_timeout=2", "dicom.dimse_timeout=2")
SOME = 20


@pytest.fixture
def impatient(site_at: SiteAt, tmp_path: Path) -> Iterator[EngineProcess]:
    """An engine that waits two seconds for whoever has begun something."""
    with running_engine(site_at(tmp_path / "site"), *IMPATIENT) as engine:
        yield engine


def connect(engine: EngineProcess, host: str = LOOPBACK) -> socket.socket:
    """A connection from one of this computer's own addresses."""
    return socket.create_connection((LOOPBACK, engine.dicom_port), timeout=10, source_address=(host, 0))


def warmed_up(engine: EngineProcess, journal: Journal) -> Footprint:
    """What the engine takes when it has done what it will do again."""
    with sending_devices(engine.dicom_port, journal, name="before"):
        journal.wait_for_more(5 * SOME)
    return footprint_of(engine)


def test_bare_connects_leave_nothing_and_delay_nobody(impatient: EngineProcess, journal: Journal) -> None:
    before = warmed_up(impatient, journal)
    with sending_devices(impatient.dicom_port, journal, number=1):
        for _ in range(CONNECTS):
            connect(impatient).close()
        journal.wait_for_more(SOME)
    assert echo_status(impatient.dicom_port) == 0
    after = settled_footprint(impatient, before)
    assert after.is_back_at(before), (before, after)
    nothing_is_lost(impatient, journal, seconds_to_echo=0.0)


HALF_AN_OBJECT = data(1, 3, stock_store_request()) + data(1, 0, b"half of it")
# what is sent, and what after an association was accepted; None for no association
BEGINNINGS: tuple[tuple[bytes, bytes | None], ...] = (
    (b"", None),
    (b"\x01\x00\x00", None),
    (association_request()[:50], None),
    (STORE_REQUEST, b""),
    (STORE_REQUEST, HALF_AN_OBJECT),
)


def begin_and_stall(connection: socket.socket, first: bytes, then: bytes | None) -> None:
    """Send a beginning; the connection may be ended meanwhile, to make a place for another."""
    with suppress(OSError):
        connection.sendall(first)
        if then is not None:
            read_pdu(connection)
            connection.sendall(then)


@contextmanager
def stalled_callers(engine: EngineProcess) -> Iterator[None]:
    """Two hundred from forty addresses; a fifth gets as far as an association, which is fewer than there are places."""
    with ExitStack() as held:
        for number in range(STALLED):
            beginning = BEGINNINGS[3 + number % 2] if number % 5 == 0 else BEGINNINGS[number % 3]
            connection = held.enter_context(connect(engine, f"127.0.0.{2 + number % 40}"))
            begin_and_stall(connection, *beginning)
        yield


def test_stalled_callers_lock_nobody_out_and_leave_nothing(impatient: EngineProcess, journal: Journal) -> None:
    before = warmed_up(impatient, journal)
    for _ in range(2):  # the allocator keeps what so many threads once needed; it must not be more each time
        with stalled_callers(impatient):
            pass
        settled = settled_footprint(impatient, replace(before, memory=sys.maxsize))
        before = replace(before, memory=settled.memory)
    with stalled_callers(impatient):
        for _ in range(SOME):
            assert echo_status(impatient.dicom_port) == 0
        with sending_devices(impatient.dicom_port, journal, number=1):
            journal.wait_for_more(SOME)
    after = settled_footprint(impatient, before)
    assert after.is_back_at(before), (before, after)
    nothing_is_lost(impatient, journal, seconds_to_echo=0.0)


def test_a_caller_of_one_byte_at_a_time_is_ended(impatient: EngineProcess) -> None:
    with connect(impatient) as connection:
        connection.settimeout(0.5)
        with pytest.raises((BrokenPipeError, ConnectionResetError, EOFError)):
            for byte in association_request()[:60]:
                connection.sendall(bytes([byte]))
                with suppress(TimeoutError):
                    if connection.recv(1 << 16) == b"":
                        raise EOFError
    assert echo_status(impatient.dicom_port) == 0


def test_a_caller_that_reads_no_answers_is_ended_and_leaves_nothing(impatient: EngineProcess, journal: Journal) -> None:
    before = warmed_up(impatient, journal)
    requests = data(1, 3, encode_order(Order(C_ECHO_RQ, 1, VERIFICATION))) * 20
    with socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(4)
        connection.connect((LOOPBACK, impatient.dicom_port))
        connection.sendall(association_request())
        assert read_pdu(connection)[0] == ACCEPTED
        with pytest.raises((BrokenPipeError, ConnectionResetError, TimeoutError)):
            for _ in range(100_000):
                connection.sendall(requests)
    assert echo_status(impatient.dicom_port) == 0
    after = settled_footprint(impatient, before)
    assert after.is_back_at(before), (before, after)
