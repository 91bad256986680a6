"""SIGKILL at any moment while three devices send, to the engine or a receiver: what was acknowledged is there."""

import random
from contextlib import suppress

import psutil
import pytest

from tests.faults.checks import nothing_is_lost, start_again
from tests.faults.devices import sending_devices
from tests.faults.extent import amount, randomness
from tests.faults.journal import IN_CONFLICT, PROCESSING_FAILURE, STORED, UNREADABLE, Journal
from tests.support.engine import EngineProcess

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(3600)]

KILLS = amount(40, 500)
KILLS_BETWEEN_CHECKS = amount(20, 25)
RECEIVERS_SHARE = 0.25
STORES = amount(1_500, 20_000)


def test_what_was_acknowledged_survives_every_kill(engine: EngineProcess, journal: Journal) -> None:
    source = randomness("moments of kills")
    most_between = 2 * STORES // KILLS
    seconds = 0.0

    for first in range(0, KILLS, KILLS_BETWEEN_CHECKS):
        with sending_devices(engine.dicom_port, journal, name=f"devices {first}"):
            for _ in range(KILLS_BETWEEN_CHECKS):
                journal.wait_for_more(source.randint(1, most_between))
                if source.random() < RECEIVERS_SHARE:
                    kill_a_receiver(engine, source)
                else:
                    engine.kill()
                    seconds = start_again(engine)
            journal.wait_for_more(most_between)
        nothing_is_lost(engine, journal, seconds)
        engine.start()

    assert len(journal.acknowledged()) >= STORES
    # a receiver that outlives its engine by a moment says that the archive failed
    assert journal.statuses() - {PROCESSING_FAILURE} == {STORED, IN_CONFLICT, UNREADABLE}


def kill_a_receiver(engine: EngineProcess, source: random.Random) -> None:
    """SIGKILL to one of the engine's receivers, if it has one just now."""
    with suppress(psutil.NoSuchProcess):
        if children := psutil.Process(engine.server.process_id).children():
            source.choice(children).kill()
