"""The engine kills itself at each step of a store, while devices send: an answer was given or not, never too early."""

import pytest

from tests.faults.aimed import Aim, after, before, start_aimed, wait_for_kill
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
    after("pacsdesk.engine.archive.storing.commits:add_entries"),
    after("pacsdesk.engine.archive.files.objects:ObjectStore.place"),
    after("pacsdesk.engine.archive.storing.commits:sync_folder"),
    after("pacsdesk.engine.archive.storing.commits:GroupCommit._commit"),
    after("pacsdesk.engine.archive.storing.ingest:Ingest.store"),
)
# reached once with each folder, and with each second object under a UID
RARE_AIMS = (
    after("pacsdesk.engine.archive.files.folders:OpenFolder._open_next"),
    after("pacsdesk.engine.archive.storing.seconds:SecondObjects._enlist"),
    after("pacsdesk.engine.archive.files.moves:FileMoves._rename"),
    after("pacsdesk.engine.archive.files.moves:FileMoves._sync"),
)


@pytest.mark.parametrize("aim", [*AIMS, *RARE_AIMS], ids=str)
def test_nothing_is_lost_by_an_end_at_one_step_of_a_store(resting: EngineProcess, journal: Journal, aim: Aim) -> None:
    source = randomness(str(aim))
    with sending_devices(resting.dicom_port, journal, name=str(aim)):
        for _ in range(TIMES):
            start_aimed(resting, aim, 1 if aim in RARE_AIMS else source.randint(1, MOST_PASSES))
            wait_for_kill(resting)
    nothing_is_lost(resting, journal, start_again(resting))
