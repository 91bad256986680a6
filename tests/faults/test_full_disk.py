"""A disk that fills while devices send: they are told, nothing is half written, and with room all goes on by itself."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from pacsdesk.contract.records.engine import EngineState
from pacsdesk.engine.runtime.paths import DataFolder
from tests.faults.asking import echo_status
from tests.faults.checks import nothing_is_lost
from tests.faults.conftest import SiteAt
from tests.faults.devices import sending_devices
from tests.faults.disks import Disks
from tests.faults.extent import amount
from tests.faults.journal import IN_CONFLICT, OUT_OF_RESOURCES, STORED, UNREADABLE, Journal
from tests.support.engine import EngineProcess, Site, running_engine

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(1200)]

CYCLES = amount(1, 20)
SOME = 20
SMALL, LARGE = 160 << 20, 512 << 20
NO_RESERVE = ("archive.reserve_mib=0", "archive.reserve_percent=0")
_STEPS = (1 << 16, 1 << 12, 1 << 9, 1)


@contextmanager
def full(disk: Path) -> Iterator[None]:
    """Nothing more can be written there; at the end what filled it is taken away."""
    filler = disk / "filler"
    try:
        with filler.open("wb", buffering=0) as stream:
            for step in _STEPS:
                _write_until_full(stream.fileno(), bytes(step))
        yield
    finally:
        filler.unlink()


@contextmanager
def without_inodes(disk: Path) -> Iterator[None]:
    """No more files can be made there; at the end those that took the last places are taken away."""
    folder = disk / "fillers"
    folder.mkdir()
    try:
        for number in range(1 << 16):
            (folder / str(number)).touch()
    except OSError as error:
        assert error.errno == errno.ENOSPC, "another end than the wanted one"
    else:
        raise AssertionError("there is no end of inodes")
    try:
        yield
    finally:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()


def _write_until_full(descriptor: int, piece: bytes) -> None:
    try:
        while True:
            os.write(descriptor, piece)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise


def index_on(disk: Path, site: Site) -> None:
    """Move the index to a disk of its own."""
    database = DataFolder(site.data_dir).database
    (disk / database.name).write_bytes(database.read_bytes())
    database.unlink()
    database.symlink_to(disk / database.name)


def try_cycles(engine: EngineProcess, journal: Journal, shortage: Callable[[], AbstractContextManager[None]]) -> None:
    """Devices send while room ends and comes back; then the same process goes on and nothing is lost."""
    with sending_devices(engine.dicom_port, journal):
        for _ in range(CYCLES):
            journal.wait_for_more(SOME)
            with shortage():
                journal.wait_for_refusals(SOME)
        journal.wait_for_more(SOME)
    assert echo_status(engine.dicom_port) == 0
    with engine.link() as link:
        assert link.services.engine.status().state is EngineState.RUNNING
    assert journal.statuses() <= {STORED, IN_CONFLICT, UNREADABLE, OUT_OF_RESOURCES}
    nothing_is_lost(engine, journal, seconds_to_echo=0.0)


def test_a_disk_without_room_for_objects_refuses_and_goes_on(site_at: SiteAt, journal: Journal, disks: Disks) -> None:
    disk = disks.ext4("data", SMALL)
    site = site_at(disk / "site")
    index_on(disks.tmpfs("index", LARGE), site)
    with running_engine(site, *NO_RESERVE) as engine:
        try_cycles(engine, journal, lambda: full(disk))


def test_a_disk_without_room_for_the_index_refuses_and_goes_on(
    site_at: SiteAt, journal: Journal, disks: Disks, tmp_path: Path
) -> None:
    site = site_at(tmp_path / "site")
    disk = disks.tmpfs("index", SMALL)
    index_on(disk, site)
    with running_engine(site, *NO_RESERVE) as engine:
        try_cycles(engine, journal, lambda: full(disk))


def test_a_disk_without_room_for_anything_refuses_and_goes_on(site_at: SiteAt, journal: Journal, disks: Disks) -> None:
    disk = disks.ext4("data", SMALL)
    with running_engine(site_at(disk / "site"), *NO_RESERVE) as engine:
        try_cycles(engine, journal, lambda: full(disk))


def test_a_disk_without_inodes_refuses_and_goes_on(site_at: SiteAt, journal: Journal, disks: Disks) -> None:
    disk = disks.tmpfs("data", LARGE, inodes=4000)
    with running_engine(site_at(disk / "site"), *NO_RESERVE) as engine:
        try_cycles(engine, journal, lambda: without_inodes(disk))
