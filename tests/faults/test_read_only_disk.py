"""A disk that the system has made read-only when the engine starts: who reads is served, who stores is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pacsdesk.contract.records.engine import EngineState
from pacsdesk.contract.types import SOPInstanceUID
from pacsdesk.link.client import Client
from tests.engine.network.listening import KNOWN, OWN_TITLE
from tests.faults.conftest import SiteAt
from tests.faults.disks import Disks
from tests.support.data import ct_phantom_slices
from tests.support.datasets import ct_bytes
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK
from tests.support.peers import dcmtk

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]

SIZE = 256 << 20
NO_RESERVE = ("archive.reserve_mib=0", "archive.reserve_percent=0")
HELD = SOPInstanceUID("1.2.3.1.1")


@pytest.fixture
def filled(site_at: SiteAt, disks: Disks, tmp_path: Path) -> Iterator[EngineProcess]:
    """An engine on a disk of its own, started, with one instance."""
    engine = EngineProcess(site_at(disks.tmpfs("data", SIZE) / "site"), settings=NO_RESERVE)
    engine.start()
    file = tmp_path / "held.dcm"
    file.write_bytes(ct_bytes(HELD))
    try:
        engine.cli("import", file)
        yield engine
    finally:
        engine.end()


def found_by_query(engine: EngineProcess) -> bool:
    """Whether C-FIND at IMAGE level names the instance."""
    keys = ("QueryRetrieveLevel=IMAGE", "StudyInstanceUID=1.2.3", "SeriesInstanceUID=1.2.3.1", f"SOPInstanceUID={HELD}")
    asked = dcmtk("findscu", "-v", "-S", *(word for key in keys for word in ("-k", key)), *address(engine))
    assert asked.returncode == 0, asked.stdout
    return "Pending" in asked.stdout


def store_another(engine: EngineProcess) -> str:
    """What a sender says that it was answered."""
    return dcmtk("storescu", "-v", *address(engine), ct_phantom_slices()[0]).stdout


def address(engine: EngineProcess) -> tuple[str, ...]:
    """Who calls whom, in DCMTK's words."""
    return "-aet", KNOWN, "-aec", OWN_TITLE, LOOPBACK, str(engine.dicom_port)


def read_over_the_link(link: Client) -> tuple[EngineState, int]:
    """The state, and how many bytes the instance's file has."""
    return link.services.engine.status().state, len(link.read_bytes(f"instance/{HELD}"))


@pytest.mark.parametrize("ends", ["stopped", "killed"])
def test_given_a_read_only_disk_when_the_engine_starts_then_reading_works_and_storing_is_refused(
    filled: EngineProcess, disks: Disks, ends: str
) -> None:
    disk = filled.site.data_dir.parent
    filled.kill() if ends == "killed" else filled.stop()
    disks.make_read_only(disk)
    filled.start()
    with filled.link() as link:
        state, size = read_over_the_link(link)
    assert (state, size > 1024, found_by_query(filled)) == (EngineState.READ_ONLY, True, True)
    assert "OutOfResources" in store_another(filled)
    assert filled.stop() == 0
    disks.make_writable(disk)
    filled.start()
    assert "Success" in store_another(filled)
    assert filled.cli("check")["missing_files"] == []


def test_given_an_index_that_cannot_be_read_when_the_engine_starts_then_it_says_so_and_ends(
    filled: EngineProcess,
) -> None:
    filled.stop()
    (filled.site.data_dir / "index.db").write_bytes(b"no database" * 1000)
    started = filled.site.run("serve", "--set", "dicom.port=0", "--set", "http.port=0")
    assert started.exit_code == 1
    assert "The index cannot be used" in started.complaint
    assert "Traceback" not in started.complaint
