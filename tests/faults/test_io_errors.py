"""A disk that answers with errors: nothing is acknowledged that is not durable, and writing stops until a restart.

libfiu lets the C library fail as a broken disk would; it reaches the interpreter and SQLite alike.
"""

import subprocess
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

import psutil
import pytest

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.engine import EngineState
from pacsdesk.link.client import Client
from tests.faults.checks import nothing_is_lost, start_again
from tests.faults.devices import sending_devices
from tests.faults.extent import amount
from tests.faults.journal import IN_CONFLICT, OUT_OF_RESOURCES, PROCESSING_FAILURE, STORED, UNREADABLE, Journal
from tests.support.engine import PROGRAM, EngineProcess
from tests.support.peers import system_program

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(1200)]

STORES = amount(200, 2_000)
ONE_IN = 100
SOME = 10
EIO = 5

POINTS = {
    "fdatasync": "posix/io/sync/fdatasync",
    "fsync": "posix/io/sync/fsync",
    "write": "posix/io/rw/write",
    "pwrite": "posix/io/rw/pwrite",
    "rename": "posix/io/dir/rename",
    "open": "posix/io/oc/open",
}
_LIBRARIES = "/usr/lib/fiu/fiu_run_preload.so /usr/lib/fiu/fiu_posix_preload.so"


@dataclass(frozen=True, slots=True)
class Faults:
    """Makes one function of the C library fail within a running engine, its receivers too."""

    engine: EngineProcess
    pipes: str
    point: str

    def sometimes(self) -> None:
        """One call in a hundred."""
        self._order(f"enable_random name={self.point},probability={1 / ONE_IN},failinfo={EIO}")

    def always(self) -> None:
        """Every call from now on."""
        self._order(f"enable name={self.point},failinfo={EIO}")

    def _order(self, command: str) -> None:
        """To the engine and its receivers, each of which listens at pipes of its own."""
        engine = psutil.Process(self.engine.server.process_id)
        fiu_ctrl = (system_program("fiu-ctrl"), "-f", self.pipes, "-c", command)
        for process in (*engine.children(), engine):
            subprocess.run([*fiu_ctrl, str(process.pid)], check=True, capture_output=True, timeout=20)


@pytest.fixture(params=list(POINTS.values()), ids=list(POINTS))
def faults(request: pytest.FixtureRequest, resting: EngineProcess, tmp_path: Path) -> Faults:
    """An engine whose C library can be told to fail."""
    pipes = f"{tmp_path}/fiu"
    prepared = ("env", f"LD_PRELOAD={_LIBRARIES}", f"FIU_CTRL_FIFO={pipes}", "FIU_ENABLE=")
    resting.site = replace(resting.site, program=(*prepared, *PROGRAM))
    return Faults(resting, pipes, request.param)


def test_a_failing_disk_never_leads_to_a_success_that_is_not_durable(faults: Faults, journal: Journal) -> None:
    engine = faults.engine
    with sending_devices(engine.dicom_port, journal):
        while len(journal.answers) < STORES:
            engine.start()
            faults.sometimes()
            wait_until_read_only(engine)
            engine.kill()

        engine.start()
        journal.wait_for_more(SOME)
        faults.always()
        sent_before = len(journal.sent)
        journal.wait_for_refusals(SOME)
        assert state_of(engine) is EngineState.READ_ONLY
    engine.kill()

    late = set(journal.sent[sent_before:]) - set(journal.sent[:sent_before])
    assert [answer for answer in journal.acknowledged() if answer.sent in late] == []
    assert journal.statuses() <= {STORED, IN_CONFLICT, UNREADABLE, OUT_OF_RESOURCES, PROCESSING_FAILURE}
    engine.site = replace(engine.site, program=PROGRAM)
    nothing_is_lost(engine, journal, start_again(engine))


def wait_until_read_only(engine: EngineProcess) -> None:
    """Return when the engine has met an error, or after 3 s: such a fault need not happen in a store."""
    for _ in range(30):
        if state_of(engine) is EngineState.READ_ONLY:
            return
        Event().wait(0.1)


def state_of(engine: EngineProcess) -> EngineState | None:
    """As anybody may ask; None when it cannot be asked."""
    with Client(engine.http_address) as client, suppress(PacsDeskError):
        return client.services.engine.health().state
    return None
