"""SIGKILL while three devices send: whatever a device was told is safe is there after the restart, whole.

RELIABILITY 2, points 1 to 5, over the link; the long run with hundreds of kills is not here.
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

import pytest

from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.link.client import Client
from tests.e2e.persistent_sender import Acknowledged, PersistentSender
from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK
from tests.support.part10 import dataset_of
from tests.support.peers import dcmtk

pytestmark = pytest.mark.e2e

DEVICES = 3
KILLS = 5
MOST_BETWEEN_KILLS = 30
STORED, IN_CONFLICT, UNREADABLE = 0x0000, 0xB000, 0xB007


@contextmanager
def devices(port: int) -> Iterator[list[PersistentSender]]:
    """Three devices that send all the while, whether or not anybody listens."""
    with ExitStack() as running:
        started = [PersistentSender(port) for _ in range(DEVICES)]
        for device in started:
            running.enter_context(device.process)
        yield started


def not_given_back(link: Client, acknowledged: Sequence[Acknowledged]) -> list[Acknowledged]:
    """Those whose bytes the archive does not give back as they were sent."""
    page = link.services.conflicts.list(PageRequest(limit=1000))
    in_conflict = {f"conflict/{one.conflict_id}" for one in page.items}
    seconds = {hashlib.sha256(dataset_of(link.read_bytes(path))).hexdigest() for path in in_conflict}
    firsts = {one.sop_instance_uid for one in acknowledged if one.status != IN_CONFLICT}
    held = {uid: hashlib.sha256(dataset_of(link.read_bytes(f"instance/{uid}"))).hexdigest() for uid in firsts}
    return [
        one
        for one in acknowledged
        if (one.digest not in seconds if one.status == IN_CONFLICT else held[one.sop_instance_uid] != one.digest)
    ]


def test_what_was_acknowledged_survives_every_kill(engine_with_nothing: EngineProcess) -> None:
    engine = engine_with_nothing

    with devices(engine.dicom_port) as sending:
        for kill in range(KILLS):
            sending[kill % DEVICES].wait_for_more(random.randint(1, MOST_BETWEEN_KILLS))
            engine.kill()
            engine.start()
            echo = dcmtk("echoscu", "-aet", KNOWN, "-aec", OWN_TITLE, LOOPBACK, str(engine.dicom_port))
            assert echo.returncode == 0, echo.stdout
        sending[0].wait_for_more(MOST_BETWEEN_KILLS)

    acknowledged = [one for device in sending for one in device.acknowledged()]
    with engine.link() as link:
        assert not_given_back(link, acknowledged) == []
    assert engine.site.run("check").exit_code == 0
    assert {one.status for one in acknowledged} == {STORED, IN_CONFLICT, UNREADABLE}
