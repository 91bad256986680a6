"""`make run` on a computer where PACSDesk never ran and that has no display."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.data import ROOT
from tests.support.processes import ServerProcess

ANY_PORTS = ("--set", "dicom.port=0", "--set", "http.port=0")
A_DISPLAY = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}


@pytest.fixture
def first_run(tmp_path: Path) -> Iterator[ServerProcess]:
    """What `make run` starts, without a display and without a site."""
    environment = {name: value for name, value in os.environ.items() if name not in A_DISPLAY}
    environment["PACSDESK_DATA_DIR"] = str(tmp_path / "site")
    with ServerProcess([str(ROOT / "packaging" / "run.sh"), *ANY_PORTS], environment) as process:
        process.wait_for_line(lambda line: line.startswith("ready "))
        yield process


def test_it_says_that_there_is_no_display(first_run: ServerProcess) -> None:
    assert any("no display" in line for line in first_run.lines)


def test_it_makes_a_site_and_an_engine_accepts_on_it(first_run: ServerProcess, tmp_path: Path) -> None:
    assert first_run.is_running and (tmp_path / "site" / "settings.toml").is_file()


def test_it_ends_cleanly_when_asked(first_run: ServerProcess) -> None:
    assert first_run.stop() == 0
