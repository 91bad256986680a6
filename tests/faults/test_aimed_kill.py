"""The engine, or a receiver, kills itself at each step of a store: an answer was given or not, never too early."""

from threading import Event

import pytest

from tests.faults.aimed import Aim, after, before, start_aimed, start_with_aimed_receivers, wait_for_kill
from tests.faults.checks import nothing_is_lost, start_again
from tests.faults.devices import sending_devices
from tests.faults.extent import amount, randomness
from tests.faults.journal import Journal
from tests.support.engine import EngineProcess

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(1800)]

TIMES = amount(3, 20)
MOST_PASSES = 30

# an aim that is reached with every object, unless it says so
AIMS = (
    after("pacsdesk.engine.archive.files.objects:ObjectStore.stage"),
    after("pacsdesk.engine.archive.files.objects:StagedObject.write"),
    after("pacsdesk.engine.archive.files.objects:StagedObject.complete"),
    after("pacsdesk.engine.archive.files.objects:StagedObject.flush"),
    before("pacsdesk.engine.archive.storing.commits:held_instances"),  # the transaction has begun
    after("pacsdesk.engine.archive.index.new_entries:NewEntries.add"),
    after("pacsdesk.engine.archive.files.objects:ObjectStore.place"),
    after("pacsdesk.engine.archive.storing.commits:sync_folder"),
    after("pacsdesk.engine.archive.storing.commits:GroupCommit._commit"),
    after("pacsdesk.engine.archive.storing.ingest:Ingest.store"),
)
# reached once with each folder, with many objects together, and with each second object under a UID
RARE_AIMS = (
    after("pacsdesk.engine.archive.index.new_entries:add_entries"),
    after("pacsdesk.engine.archive.files.folders:OpenFolder._open_next"),
    after("pacsdesk.engine.archive.storing.seconds:SecondObjects._enlist"),
    after("pacsdesk.engine.archive.files.moves:FileMoves._rename"),
    after("pacsdesk.engine.archive.files.moves:FileMoves._sync"),
)


ALL_AIMS = (*AIMS, *RARE_AIMS)
ON_ONE_SITE = amount(3, 1)  # the checks take as long as the kills of two aims
GROUPS = [ALL_AIMS[first : first + ON_ONE_SITE] for first in range(0, len(ALL_AIMS), ON_ONE_SITE)]


@pytest.mark.parametrize("aims", GROUPS, ids=lambda aims: ", ".join(map(str, aims)))
def test_nothing_is_lost_by_an_end_at_a_step_of_a_store(
    resting: EngineProcess, journal: Journal, aims: tuple[Aim, ...]
) -> None:
    resting.settings = ("dicom.receivers=0",)  # so that every step is one of the engine's own process
    for aim in aims:
        source = randomness(str(aim))
        with sending_devices(resting.dicom_port, journal, name=str(aim)):
            for _ in range(TIMES):
                start_aimed(resting, aim, 1 if aim in RARE_AIMS else source.randint(1, MOST_PASSES))
                wait_for_kill(resting)
    nothing_is_lost(resting, journal, start_again(resting))


RECEIVER_AIMS = (
    after("pacsdesk.engine.archive.files.objects:StagedObject.write"),
    after("pacsdesk.engine.archive.files.objects:StagedObject.complete"),
    after("pacsdesk.engine.archive.files.objects:StagedObject.flush"),
)


@pytest.mark.parametrize("aim", RECEIVER_AIMS, ids=str)
def test_nothing_is_lost_by_the_end_of_a_receiver(resting: EngineProcess, journal: Journal, aim: Aim) -> None:
    source = randomness(f"receiver {aim}")
    start_with_aimed_receivers(resting, aim, source.randint(1, MOST_PASSES))
    with sending_devices(resting.dicom_port, journal, name=f"receiver {aim}"):
        wait_for_replaced_receivers(resting, TIMES)
        journal.wait_for_more(MOST_PASSES)
    nothing_is_lost(resting, journal, seconds_to_echo=0.0)


def wait_for_replaced_receivers(engine: EngineProcess, number: int, seconds: float = 90.0) -> None:
    """Return when so many have ended by SIGKILL, as the engine's log tells. Raises AssertionError."""
    pause = Event()
    for _ in range(int(seconds * 5)):
        logs = (engine.site.data_dir / "logs").glob("*.log*")
        ended = sum(log.read_text(errors="replace").count("ended by itself (-9)") for log in logs)
        if ended >= number:
            return
        pause.wait(0.2)
    raise AssertionError(f"{ended} receivers of {number} have ended")
