"""Too little of what a machine gives: the engine says so, goes on with what it has, and is whole when there is more."""

import socket
import subprocess
import sys
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from pacsdesk.engine.network.wire.opened import AssociationLost
from tests.faults.asking import echo_status
from tests.faults.checks import nothing_is_lost, start_again
from tests.faults.devices import sending_devices
from tests.faults.journal import Journal
from tests.support.engine import PROGRAM, EngineProcess
from tests.support.network import LOOPBACK
from tests.support.peers import system_program

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

SOME = 40
LESS_THAN_A_STACK = 4 << 20
FEW_DESCRIPTORS = 64
IN_USE = 1_100
CROWDED = f"""
import os, sys
from pacsdesk.__main__ import main
for _ in range({IN_USE}):
    os.dup(0)
sys.exit(main())
"""


def limit(engine: EngineProcess, *limits: str) -> None:
    """Change limits of a running engine's own process: what it has stays, it gets no more."""
    prlimit = [system_program("prlimit"), f"--pid={engine.server.process_id}", *limits]
    subprocess.run(prlimit, check=True, capture_output=True, timeout=20)


def hold_connections(held: ExitStack, engine: EngineProcess, number: int) -> None:
    """Connections that say nothing, from as many addresses as it takes."""
    for count in range(number):
        address = f"127.0.{1 + count // 200}.{1 + count % 200}"
        with suppress(OSError):
            held.enter_context(
                socket.create_connection((LOOPBACK, engine.dicom_port), timeout=5, source_address=(address, 0))
            )


def test_without_room_for_a_thread_or_a_buffer_it_lives_on(engine: EngineProcess, journal: Journal) -> None:
    with sending_devices(engine.dicom_port, journal):
        journal.wait_for_more(SOME)
        used = psutil.Process(engine.server.process_id).memory_info().vms
        limit(engine, f"--as={used + LESS_THAN_A_STACK}:")
        # a thread for a new caller needs a stack
        with pytest.raises((AssertionError, AssociationLost)):
            for _ in range(20):
                echo_status(engine.dicom_port)
        assert engine.server.is_running, engine.server.lines
        limit(engine, "--as=unlimited:")
        journal.wait_for_more(SOME)
    assert echo_status(engine.dicom_port) == 0
    nothing_is_lost(engine, journal, seconds_to_echo=0.0)


def test_with_64_descriptors_devices_are_served_once_strangers_have_gone(
    engine: EngineProcess, journal: Journal
) -> None:
    limit(engine, f"--nofile={FEW_DESCRIPTORS}:{FEW_DESCRIPTORS}")
    with ExitStack() as held, sending_devices(engine.dicom_port, journal, number=1, name="meanwhile"):
        hold_connections(held, engine, 2 * FEW_DESCRIPTORS)
        with suppress(TimeoutError):
            journal.wait_for_more(SOME, seconds=5)
        assert engine.server.is_running, engine.server.lines
    with sending_devices(engine.dicom_port, journal):
        journal.wait_for_more(SOME)
    nothing_is_lost(engine, journal, seconds_to_echo=0.0)


def test_descriptors_past_1024_are_served_like_others(resting: EngineProcess, journal: Journal) -> None:
    # RELIABILITY 6: select() fails past descriptor 1,023
    resting.site = replace(resting.site, program=(sys.executable, "-c", CROWDED))
    resting.start()
    assert psutil.Process(resting.server.process_id).num_fds() > IN_USE
    with sending_devices(resting.dicom_port, journal):
        journal.wait_for_more(SOME)
    resting.site = replace(resting.site, program=PROGRAM)
    nothing_is_lost(resting, journal, seconds_to_echo=0.0)


def test_a_clock_that_jumps_by_a_year_loses_nothing(resting: EngineProcess, journal: Journal, tmp_path: Path) -> None:
    offset = tmp_path / "offset"
    offset.write_text("+0")
    faked = ("env", f"LD_PRELOAD={faketime_library()}", f"FAKETIME_TIMESTAMP_FILE={offset}", "FAKETIME_NO_CACHE=1")
    resting.site = replace(resting.site, program=(*faked, "FAKETIME_DONT_FAKE_MONOTONIC=1", *PROGRAM))
    resting.start()
    with sending_devices(resting.dicom_port, journal):
        for jump in ("+0", "+400d", "-400d", "+0"):
            offset.write_text(jump)
            journal.wait_for_more(SOME)
    resting.site = replace(resting.site, program=PROGRAM)
    resting.kill()
    nothing_is_lost(resting, journal, start_again(resting))


def faketime_library() -> Path:
    """Of the system's own architecture."""
    (found,) = Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1")
    return found
