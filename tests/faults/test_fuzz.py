"""Spoilt conversations on the DICOM port of a real engine, several at once: nothing crashes, nothing stays of them."""

import logging
import random
import socket
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

import psutil
import pytest

from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.runtime.logs import OneLineFormatter
from tests.engine.network.raw_pdus import read_pdu
from tests.engine.network.retrieving import SINK
from tests.engine.network.test_server_hostile import OPENINGS, VIOLATIONS
from tests.faults.asking import echo_status
from tests.faults.checks import nothing_is_lost
from tests.faults.conftest import SiteAt
from tests.faults.conversations import CALLER, conversation
from tests.faults.devices import sending_devices
from tests.faults.extent import amount, randomness
from tests.faults.footprint import Footprint, footprint_of, settled_footprint
from tests.faults.journal import Journal
from tests.faults.mutation import rearranged, spoilt
from tests.faults.unexpected import unexpected_errors, unexpected_in
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK, free_port

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(1800)]

SECONDS = amount(50, 600)
WARMING_S = 10.0
AT_ONCE, AT_FIRST = 4, 12  # more at first, so that each pool of the engine is as full as it will be
SETTLED_S = 20.0
ACCEPTED = 0x02
SETTINGS = ("dicom.acse_timeout=2", "dicom.dimse_timeout=2", "dicom.receivers=2")
ODD = tuple(odd for odd in (*OPENINGS.values(), *VIOLATIONS.values()) if len(odd) < 4096)


@pytest.fixture
def engine(site_at: SiteAt, tmp_path: Path) -> Iterator[EngineProcess]:
    """An engine with two receivers that is soon tired of waiting and lets the fuzzing caller do everything."""
    engine = EngineProcess(site_at(tmp_path / "site"), settings=SETTINGS, lifetime_s=2.0 * SECONDS + 300)
    engine.start()
    try:
        with engine.link() as link:
            link.services.peers.add(Peer("Fuzz", AETitle(CALLER), ANY_HOST, None, allow=tuple(PeerService)))
            link.services.peers.add(Peer("Nobody", AETitle(SINK), LOOPBACK, free_port(), allow=()))
        yield engine
    finally:
        engine.stop()


def test_spoilt_conversations_crash_nothing_and_leave_nothing(engine: EngineProcess, journal: Journal) -> None:
    processes = process_ids(engine)
    with sending_devices(engine.dicom_port, journal, number=1):
        fuzz_and_look(engine, journal, AT_FIRST, WARMING_S)
    before = when_nobody_lingers(engine)
    with sending_devices(engine.dicom_port, journal, number=1, name="later"):
        fuzz_and_look(engine, journal, AT_ONCE, SECONDS)
    after = settled_footprint(engine, before, SETTLED_S)
    assert after.is_back_at(before), (before, after)
    assert process_ids(engine) == processes
    assert not (found := unexpected_errors(engine)), "\n".join(found[:60])
    nothing_is_lost(engine, journal, seconds_to_echo=0.0)


def fuzz_and_look(engine: EngineProcess, journal: Journal, at_once: int, seconds: float) -> None:
    """So many callers at once; all the while a known device stores and is answered, by the same processes."""
    processes = process_ids(engine)
    with fuzzing(engine, at_once, seconds) as callers:
        while not all(caller.done() for caller in callers):
            journal.wait_for_more(1)
            assert echo_status(engine.dicom_port) == 0
            assert process_ids(engine) == processes
    assert all(caller.result() for caller in callers)


def when_nobody_lingers(engine: EngineProcess) -> Footprint:
    """What the engine takes once it holds no association any more."""
    pause = Event()
    with engine.link() as link:
        while any(listener.associations for listener in link.services.engine.status().listeners):
            pause.wait(0.2)
    return footprint_of(engine)


def process_ids(engine: EngineProcess) -> set[int]:
    """Of the engine and its receivers."""
    head = psutil.Process(engine.server.process_id)
    return {head.pid, *(child.pid for child in head.children(recursive=True))}


@contextmanager
def fuzzing(engine: EngineProcess, at_once: int, seconds: float) -> Iterator[list["Future[int]"]]:
    """Callers that spoil one conversation after the other; each answers how many it had."""
    is_over = Event()
    end = time.monotonic() + seconds

    def call(number: int) -> int:
        source = randomness(f"fuzz {at_once} {number}")
        tried = 0
        while time.monotonic() < end and not is_over.is_set():
            converse(engine, f"127.0.0.{2 + number}", source)
            tried += 1
        return tried

    with ThreadPoolExecutor(at_once) as pool:
        try:
            yield [pool.submit(call, number) for number in range(at_once)]
        finally:
            is_over.set()


def converse(engine: EngineProcess, host: str, source: random.Random) -> None:
    """One conversation, spoilt here and there; whether it is heard to its end is left to chance."""
    right = conversation(source)
    opening = spoilt(right.opening, source) if source.random() < 0.25 else right.opening
    with suppress(OSError), connect(engine, host) as connection:
        connection.sendall(source.choice(ODD) if source.random() < 0.05 else opening)
        if source.random() < 0.9 and read_pdu(connection)[0] != ACCEPTED:
            return
        for pdu in rearranged(right.pdus, source):
            connection.sendall(spoilt(pdu, source) if source.random() < 0.4 else pdu)
        for _ in range(source.choice((0, 1, 1, 3))):
            if not connection.recv(1 << 16):
                break


def connect(engine: EngineProcess, host: str) -> socket.socket:
    """A connection from one of this computer's own addresses, for who has no patience."""
    connection = socket.create_connection((LOOPBACK, engine.dicom_port), timeout=10, source_address=(host, 0))
    connection.settimeout(0.2)
    return connection


def test_an_exception_in_the_log_is_found() -> None:
    def logged() -> str:
        try:
            raise ValueError("a secret")
        except ValueError:
            record = logging.LogRecord("pacsdesk", logging.ERROR, __file__, 1, "it failed", (), sys.exc_info())
        return OneLineFormatter().format(record)

    harmless = "2026-01-01T00:00:00.000 WARNING pacsdesk.network 127.0.0.2 sent what DICOM does not allow at the start"
    failed = logged()
    assert unexpected_in([harmless, failed, "Traceback (most recent call last):"]) == [
        failed,
        "Traceback (most recent call last):",
    ]
