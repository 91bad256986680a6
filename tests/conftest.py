"""The ground of every run: no display needed, no trace in the tester's home, nothing left over after a GUI test."""

import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["tests.support.fixtures"]

_ROOT = Path(__file__).parents[1].as_posix()
_HOME = Path(tempfile.mkdtemp(prefix="pacsdesk-tests-"))


def _isolate() -> None:
    """Point everything that looks into a person's home at a folder of this run, before Qt or the program looks."""
    for name in [name for name in os.environ if name.startswith("PACSDESK_") and name != "PACSDESK_TEST_DATA"]:
        del os.environ[name]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["HOME"] = os.environ["USERPROFILE"] = str(_HOME)
    for variable, folder in {
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
        "XDG_RUNTIME_DIR": "runtime",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
    }.items():
        (_HOME / folder).mkdir(mode=0o700)
        os.environ[variable] = str(_HOME / folder)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ["TCP_NODELAY"] = "1"  # DCMTK's tools and Orthanc read it; without it each file waits for 40 ms


def _hear_signals() -> None:
    """What a run in the background ignores would be ignored by every process that a test starts, too."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if hangup := getattr(signal, "SIGHUP", None):
        signal.signal(hangup, signal.SIG_DFL)


_isolate()
_hear_signals()

# hundreds of conversations each: left to `make test`, where whoever changes these looks as well
_THOROUGH = (
    "tests/bench",
    "tests/engine/diagnosis/requests",
    "tests/engine/diagnosis/retrieves",
    "tests/engine/diagnosis/sends",
    "tests/engine/network/commitments/test_information.py",
    "tests/engine/network/journal/test_ends.py",
    "tests/engine/network/receiving/test_receiving.py",
    "tests/engine/network/relaying",
    "tests/engine/network/sinking",
    "tests/engine/network/test_find.py",
    "tests/engine/network/test_get.py",
    "tests/engine/network/test_listeners.py",
    "tests/engine/network/test_move.py",
    "tests/engine/network/test_relational_retrieve.py",
    "tests/engine/network/test_store_deflated.py",
    "tests/engine/network/test_store_peers.py",
    "tests/engine/network/test_whole_registry.py",
    "tests/engine/network/tls",
    "tests/engine/network/tracing",
    "tests/engine/training",
    "tests/imaging/test_recode.py",
    "tests/link/test_bulk.py",
    "tests/link/test_listening.py",
    "tests/link/test_server.py",
)

# windows on one screen: one after the other, as they would take the keyboard from each other
_ON_SCREEN = ("test_desktop", "test_first_run", "test_window")

# for runs at every commit, where `make test` tries ten times as much
settings.register_profile("quick", max_examples=10)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Not even read what this run leaves out: half of the files, whose import each worker would pay for."""
    where, marks = collection_path.as_posix().removeprefix(f"{_ROOT}/"), config.option.markexpr
    left_out = "not thorough" in marks and where.startswith(_THOROUGH)
    return left_out or ("not e2e" in marks and where == "tests/e2e") or None


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the collector of garbage need not go through it again and again."""
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a window, is end to end or takes long: runs at every commit leave it to `make test`."""
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker("e2e")
            is_on_screen = item.path.name.startswith(_ON_SCREEN) or item.path.stem.endswith("_panel")
            item.add_marker(pytest.mark.xdist_group("screen" if is_on_screen else item.path.stem))
        if item.path.as_posix().removeprefix(f"{_ROOT}/").startswith(_THOROUGH):
            item.add_marker("thorough")
        if {"qapp", "qtbot"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("gui")


def pytest_unconfigure() -> None:
    """Remove the home of this run."""
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def _leak_check(request: pytest.FixtureRequest) -> Iterator[None]:
    """For tests that use Qt: set up before qtbot, so it looks after qtbot has closed its widgets."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    from tests.support.leaks import nothing_left_behind  # noqa: PLC0415  # imports Qt: 150 ms that engine tests save

    with nothing_left_behind():
        yield
