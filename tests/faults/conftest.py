"""A founded site to copy for each fault, and the seed in the report, so that a run can be repeated."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService
from pacsdesk.contract.types import AETitle
from tests.engine.network.listening import KNOWN
from tests.faults.devices import open_journal
from tests.faults.disks import Disks, can_mount
from tests.faults.extent import IS_LONG, SEED
from tests.faults.journal import Journal
from tests.support.engine import EngineProcess, Site, make_site, running_engine

_LONGEST = ("tests/faults/test_fuzz", "tests/faults/test_random_kill")  # node ids
_SERVICES = (PeerService.ECHO, PeerService.STORE, PeerService.FIND, PeerService.MOVE, PeerService.GET)

SiteAt = Callable[[Path], Site]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes a minute, so that the others run beside it. Leave out what needs `disks` where nothing can
    be mounted; the closing line then says so."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONGEST))
    if can_mount():
        return
    needing = [item for item in items if isinstance(item, pytest.Function) and "disks" in item.fixturenames]
    if needing:
        config.hook.pytest_deselected(items=needing)
        items[:] = [item for item in items if item not in needing]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the closing line takes over."""
    if not can_mount():
        terminalreporter.write_line("not run: no loop device")


def pytest_report_header() -> str:
    """How to repeat this run."""
    return f"faults: {'long' if IS_LONG else 'short'} run, FAULTS_SEED={SEED}"


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """An empty site that knows the device CT01; to be copied, not used."""
    site = make_site(tmp_path_factory.mktemp("founded"))
    with running_engine(site) as engine, engine.link() as link:
        link.services.peers.add(Peer("Device", AETitle(KNOWN), ANY_HOST, None, allow=_SERVICES))
    return site


@pytest.fixture
def site_at(founded: Site) -> SiteAt:
    """Makes a copy of the founded site in a folder that is not there yet."""

    def copy(folder: Path) -> Site:
        shutil.copytree(founded.data_dir, folder)
        return Site(folder, founded.password_file)

    return copy


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal outside of the archive."""
    with open_journal(tmp_path) as opened:
        yield opened


@pytest.fixture
def resting(site_at: SiteAt, tmp_path: Path) -> Iterator[EngineProcess]:
    """An engine on a site of its own that is not started yet; whatever becomes of it, it is gone afterwards."""
    engine = EngineProcess(site_at(tmp_path / "site"))
    yield engine
    engine.end()


@pytest.fixture
def engine(resting: EngineProcess) -> EngineProcess:
    """The same, running."""
    resting.start()
    return resting


@pytest.fixture
def disks(tmp_path: Path) -> Iterator[Disks]:
    """Small file systems of this test, let go at its end."""
    with Disks(tmp_path / "disks") as made:
        yield made
