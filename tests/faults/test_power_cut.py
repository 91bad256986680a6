"""Power cuts: the image of a mounted ext4, copied in an instant while devices send, is what the disk held just then."""

import subprocess
from pathlib import Path

import pytest

from tests.faults.checks import nothing_is_lost, start_again
from tests.faults.conftest import SiteAt
from tests.faults.devices import sending_devices
from tests.faults.disks import Disks
from tests.faults.extent import amount, randomness
from tests.faults.journal import Journal
from tests.support.engine import EngineProcess, Site, running_engine
from tests.support.peers import system_program

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(3600)]

CUTS = amount(10, 100)
MOST_BETWEEN = 40
DISK = 768 << 20
SMALL_RESERVE = ("archive.reserve_mib=0", "archive.reserve_percent=0")


def cut(image: Path, copy: Path) -> None:
    """Copy what the disk holds at this moment, in one step."""
    subprocess.run([system_program("cp"), "--reflink=always", image, copy], check=True, timeout=60)


def test_what_was_acknowledged_is_on_the_disk_at_every_moment(
    site_at: SiteAt, journal: Journal, disks: Disks, tmp_path: Path
) -> None:
    source = randomness("moments of power cuts")
    below = disks.reflinking("below", 2 * DISK)
    image = disks.make_ext4(below / "disk.img", DISK)
    disk = disks.mount("disk", image)
    site = site_at(disk / "site")
    subprocess.run([system_program("sync"), "--file-system", disk], check=True, timeout=60)

    moments = []
    with running_engine(site, *SMALL_RESERVE) as engine, sending_devices(engine.dicom_port, journal):
        for number in range(CUTS):
            journal.wait_for_more(source.randint(1, MOST_BETWEEN))
            acknowledged = len(journal.answers)
            copy = below / f"cut-{number}.img"
            cut(image, copy)
            moments.append((copy, acknowledged))

    for copy, acknowledged in moments:
        place = disks.mount(copy.stem, copy)
        after = EngineProcess(Site(place / "site", site.password_file), settings=SMALL_RESERVE)
        try:
            nothing_is_lost(after, journal.until(acknowledged), start_again(after))
        finally:
            after.end()
            disks.unmount(place)
            copy.unlink()
