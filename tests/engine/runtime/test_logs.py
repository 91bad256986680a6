"""The log holds one line per event and no patient data, whoever writes it."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from pacsdesk.contract.errors import InternalError
from pacsdesk.engine.runtime.logs import EngineLog
from pacsdesk.engine.runtime.settings import LogLevel, LogSettings

NAME = "INVENTED^PLANTED"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of logs with the log open."""
    log = EngineLog(tmp_path, LogSettings(level=LogLevel.DEBUG, megabytes=1, files=2))
    log.open()
    yield tmp_path
    log.close()


def lines(folder: Path) -> list[str]:
    """What is in the log once the listener has written all."""
    handler = next(each for each in logging.getLogger().handlers if hasattr(each, "queue"))
    while not handler.queue.empty():
        pass
    return (folder / "engine.log").read_text(encoding="utf-8").splitlines()


def test_what_the_disk_does_not_take_goes_to_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = EngineLog(tmp_path / "no such folder", LogSettings(level=LogLevel.INFO, megabytes=1, files=2))
    log.open()
    logging.getLogger("pacsdesk.test").error("the disk has failed")
    log.close()
    assert capsys.readouterr().err.rstrip().endswith("ERROR pacsdesk.test the disk has failed")


def test_values_of_foreign_messages_are_dropped(folder: Path) -> None:
    logging.getLogger("pydicom").error("bad value %s", NAME)
    logging.getLogger("pynetdicom.events").error(f"failed for {NAME}")
    logging.getLogger("pacsdesk.test").info("done")
    written = "\n".join(lines(folder))
    assert NAME not in written
    assert "bad value %s" in written


def test_the_text_of_an_exception_is_dropped_and_its_place_kept(folder: Path) -> None:
    try:
        raise ValueError(NAME)
    except ValueError:
        logging.getLogger("pacsdesk.test").exception("it failed")
    logging.getLogger("pacsdesk.test").info("done")
    written = "\n".join(lines(folder))
    assert NAME not in written
    assert "ValueError" in written
    assert "test_logs.py" in written


def test_our_own_errors_keep_their_title(folder: Path) -> None:
    try:
        raise InternalError("The index is odd.")
    except InternalError:
        logging.getLogger("pacsdesk.test").exception("it failed")
    logging.getLogger("pacsdesk.test").info("done")
    assert "The index is odd." in "\n".join(lines(folder))


def test_a_line_break_in_a_name_forges_no_second_line(folder: Path) -> None:
    logging.getLogger("pacsdesk.test").warning("caller %s", "EVIL\n2026-01-01 CRITICAL all is lost\x1b[31m")
    logging.getLogger("pacsdesk.test").info("done")
    written = lines(folder)
    assert len([line for line in written if "EVIL" in line]) == 1
    assert not any(line.startswith("2026-01-01 CRITICAL") for line in written)
