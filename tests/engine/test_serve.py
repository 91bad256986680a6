"""The end of the engine's process: in its time, whatever still runs, the folder's lock held to the last."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.link.client import Client
from tests.support.datasets import ct_bytes
from tests.support.engine import EngineProcess, make_site

pytestmark = pytest.mark.e2e


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[EngineProcess]:
    process = EngineProcess(make_site(tmp_path))
    process.start()
    yield process
    process.stop()


def tried(call: Callable[[], object]) -> None:
    with suppress(PacsDeskError):  # the engine goes away under it
        call()


def read_the_instance(link: Client) -> None:
    link.read_bytes("instance/1.2.3.4")


def compare_index_with_files(link: Client) -> None:
    link.services.integrity.start_check()


@pytest.mark.thorough
@pytest.mark.parametrize("hang", [read_the_instance, compare_index_with_files])
def test_what_a_dead_disk_holds_up_does_not_hold_up_the_end(
    engine: EngineProcess, tmp_path: Path, hang: Callable[[Client], None]
) -> None:
    file = tmp_path / "one.dcm"
    file.write_bytes(ct_bytes("1.2.3.4"))
    engine.cli("import", file)
    stored = next((engine.site.data_dir / "objects").rglob("*.dcm"))
    stored.unlink()
    os.mkfifo(stored)  # opening it waits for a writer that never comes
    with ExitStack() as ending, engine.link() as link:
        caller = Thread(target=tried, args=(partial(hang, link),))
        caller.start()
        ending.callback(caller.join)
        while not is_audited(link, ("bytes.instance", "integrity.start_check")):
            pass
        assert engine.stop() == 0


def is_audited(link: Client, actions: tuple[str, ...]) -> bool:
    return any(entry.action in actions for entry in link.services.audit.entries(PageRequest()).items)
