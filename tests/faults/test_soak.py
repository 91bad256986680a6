"""Devices, queries, exports, deletions and readers all at once for a long while: what the engine takes stays level."""

import random
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Event

import pytest

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.archive import Packing, StudyQuery
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.link.client import Client
from tests.faults.asking import echo_status, uids_of_series
from tests.faults.checks import Changes, nothing_is_lost
from tests.faults.devices import sending_devices
from tests.faults.extent import amount, randomness
from tests.faults.footprint import Footprint, footprint_of, settled_footprint
from tests.faults.journal import Journal
from tests.support.engine import EngineProcess

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(1800)]

SECONDS = amount(16, 600)
NEWEST = StudyQuery(page=PageRequest(limit=20))

Work = Callable[[Client, random.Random], None]


def look(link: Client, source: random.Random) -> None:
    """A person opens a study and reads an image."""
    study = source.choice(link.services.studies.search(NEWEST).items)
    (series, *_) = link.services.studies.series(study.study_instance_uid)
    instances = link.services.studies.instances(series.series_instance_uid, PageRequest()).items
    link.read_bytes(f"instance/{source.choice(instances).sop_instance_uid}")


def export(link: Client, source: random.Random) -> None:
    """A person asks for a study as a ZIP."""
    study = source.choice(link.services.studies.search(NEWEST).items)
    link.services.transfer.start_export((study.study_instance_uid,), Packing.ZIP)


def delete_and_take_back(link: Client, source: random.Random) -> None:
    """A person deletes a study and regrets it."""
    study = source.choice(link.services.studies.search(NEWEST).items)
    (entry,) = link.services.trash.delete((study.study_instance_uid,), "by mistake")
    link.services.trash.take_back(entry.trash_id)


def check(link: Client, source: random.Random) -> None:
    """The archive compares itself with its index."""
    if source.random() < 0.02:
        link.services.integrity.start_check()


WORKS: tuple[Work, ...] = (look, look, look, export, delete_and_take_back, check)


def test_a_long_mixed_load_leaves_memory_threads_and_descriptors_level(
    resting: EngineProcess, journal: Journal
) -> None:
    resting.lifetime_s = 2.0 * SECONDS + 600
    resting.start()
    source = randomness("soak")
    with resting.link() as link:
        begin = time.monotonic()
        with sending_devices(resting.dicom_port, journal):
            journal.wait_for_more(100)
            load(resting, journal, source, begin + SECONDS / 2)
        halfway = settled(resting, link)
        with sending_devices(resting.dicom_port, journal, name="second half"):
            load(resting, journal, source, begin + SECONDS)
        afterwards = settled_footprint(resting, halfway)
        asked = frozenset(sent.study_instance_uid for sent in journal.sent)
    assert afterwards.is_back_at(halfway), (halfway, afterwards)
    nothing_is_lost(resting, journal, 0.0, Changes(deleted=asked))


def load(engine: EngineProcess, journal: Journal, source: random.Random, until: float) -> None:
    """Work as persons and queriers do, one thing after the other, until a moment."""
    with engine.link() as link:
        while time.monotonic() < until:
            with suppress(PacsDeskError):  # a study may be deleted, a device may have sent it anew
                source.choice(WORKS)(link, source)
            sent = source.choice(journal.sent)
            uids_of_series(engine.dicom_port, {(sent.study_instance_uid, sent.series_instance_uid)})
            assert echo_status(engine.dicom_port) == 0


def settled(engine: EngineProcess, link: Client) -> Footprint:
    """What it takes once its jobs are over."""
    pause = Event()
    while any(not job.state.is_over for job in link.services.jobs.list()):
        pause.wait(0.2)
    return footprint_of(engine)
