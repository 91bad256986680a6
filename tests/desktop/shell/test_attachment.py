"""The engine of a folder is found, or started and awaited, or its failure is told in its own words."""

from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import InvalidInput, Unavailable
from pacsdesk.contract.records.engine import Profile
from pacsdesk.desktop.shell.attachment import EngineAttachment, ProcessLauncher, SetupChoice
from pacsdesk.link.client import Client
from tests.support.desktop_window import NoLauncher
from tests.support.fake_services import FakeSite
from tests.support.site_folder import make_site_folder

ADDRESS = "http://127.0.0.1:8980"


class Stage:
    """A folder, an engine in memory behind every address, and no real processes."""

    def __init__(self, folder: Path, engine_url: str | None = None) -> None:
        self.folder = folder
        self.site = FakeSite()
        self.launcher = NoLauncher()
        self.asked: list[str] = []
        self.steps: list[str] = []
        self.attachment = EngineAttachment(folder, engine_url, self._connect, self.launcher)

    def _connect(self, address: str) -> Client:
        self.asked.append(address)
        return cast(Client, self.site.client)

    def attach(self) -> str:
        return self.attachment.attach(self.steps.append).health.product


def test_a_folder_without_settings_needs_to_be_set_up(tmp_path: Path) -> None:
    assert Stage(tmp_path / "new").attachment.needs_setup()


def test_a_site_needs_no_set_up(tmp_path: Path) -> None:
    make_site_folder(tmp_path)
    assert not Stage(tmp_path).attachment.needs_setup()


def test_a_named_engine_is_asked_and_nothing_else(tmp_path: Path) -> None:
    stage = Stage(tmp_path, "http://10.1.2.3:8980")
    stage.attach()
    assert (stage.asked, stage.launcher.started) == (["http://10.1.2.3:8980"], [])


def test_a_named_engine_that_does_not_answer_is_to_be_checked_and_not_started(tmp_path: Path) -> None:
    stage = Stage(tmp_path, "http://10.1.2.3:8980")
    stage.site.is_up = False
    with pytest.raises(Unavailable) as raised:
        stage.attach()
    assert raised.value.hint == "Check the address, and that the engine runs there."


def test_a_running_engine_is_found_by_the_lock_file(tmp_path: Path) -> None:
    make_site_folder(tmp_path, ADDRESS)
    stage = Stage(tmp_path)
    assert (stage.attach(), stage.launcher.started) == ("PACSDesk", [])


def test_an_engine_is_started_when_none_runs(tmp_path: Path) -> None:
    make_site_folder(tmp_path)
    stage = Stage(tmp_path)
    stage.launcher.on_start = lambda: make_site_folder(tmp_path, ADDRESS)
    stage.attach()
    assert stage.launcher.started == [["serve", "--json", "--data-dir", str(tmp_path)]]


def test_the_engine_of_another_site_at_an_address_left_over_is_not_taken_for_ours(tmp_path: Path) -> None:
    make_site_folder(tmp_path, ADDRESS, run_id="of a dead engine")
    stage = Stage(tmp_path)
    stage.launcher.on_start = lambda: make_site_folder(tmp_path, ADDRESS)
    stage.attach()
    assert len(stage.launcher.started) == 1


def test_an_address_left_over_by_a_dead_engine_leads_to_a_new_start(tmp_path: Path) -> None:
    make_site_folder(tmp_path, ADDRESS)
    stage = Stage(tmp_path)
    stage.site.is_up = False

    def come_up() -> None:
        stage.site.is_up = True

    stage.launcher.on_start = come_up
    stage.attach()
    assert len(stage.launcher.started) == 1


def test_an_engine_that_ends_at_once_is_quoted(tmp_path: Path) -> None:
    make_site_folder(tmp_path)
    stage = Stage(tmp_path)
    stage.launcher.is_running = False

    def say_why() -> None:
        (tmp_path / "logs" / "engine-start.txt").write_text("settings.toml line 3: port is no number\n", "utf-8")

    stage.launcher.on_start = say_why
    with pytest.raises(Unavailable) as caught:
        stage.attach()
    assert "line 3" in caught.value.detail


def failure_of_a_start_that_writes(folder: Path, text: str) -> Unavailable:
    """What the person is told when the engine's process writes this and ends."""
    make_site_folder(folder)
    stage = Stage(folder)
    stage.launcher.is_running = False
    stage.launcher.on_start = lambda: write_text(folder / "logs" / "engine-start.txt", text)
    with pytest.raises(Unavailable) as caught:
        stage.attach()
    return caught.value


def write_text(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")


def test_the_engines_own_reason_and_next_step_are_told(tmp_path: Path) -> None:
    document = (
        '{"error": "Refused", "title": "Port 11112 is taken by orthanc (process 812).", "detail": "", '
        '"hint": "End that program, or set dicom.port to a free port in settings.toml."}'
    )
    error = failure_of_a_start_that_writes(tmp_path, f"preparing\n{document}\nbye\n")
    assert (error.title, error.detail, error.hint) == (
        "The engine did not start.",
        "Port 11112 is taken by orthanc (process 812).",
        "End that program, or set dicom.port to a free port in settings.toml.",
    )


def test_no_traceback_reaches_the_person(tmp_path: Path) -> None:
    text = 'Traceback (most recent call last):\n  File "serve.py", line 3, in run\n    go()\nMemoryError: no room\n'
    assert failure_of_a_start_that_writes(tmp_path, text).detail == "MemoryError: no room"


def test_an_engine_that_says_nothing_leads_to_its_log(tmp_path: Path) -> None:
    error = failure_of_a_start_that_writes(tmp_path, "")
    assert (error.detail, "engine-start.txt" in error.hint) == ("", True)


def test_waiting_can_be_given_up(tmp_path: Path) -> None:
    make_site_folder(tmp_path)
    stage = Stage(tmp_path)
    stage.launcher.on_start = stage.attachment.give_up
    with pytest.raises(Unavailable):
        stage.attach()


def test_what_is_being_done_is_told(tmp_path: Path) -> None:
    make_site_folder(tmp_path)
    stage = Stage(tmp_path)
    stage.launcher.on_start = lambda: make_site_folder(tmp_path, ADDRESS)
    stage.attach()
    assert stage.steps == ["Looking for a running engine", "Starting the engine"]


def test_the_password_goes_over_standard_input_only(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.attachment.set_up(SetupChoice(Profile.CLINIC, "ada", "correct horse battery"))
    ((arguments, standard_input),) = stage.launcher.runs
    assert ("correct horse battery" in " ".join(arguments), standard_input) == (False, "correct horse battery\n")


def test_a_bench_is_made_without_an_administrator(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.attachment.set_up(SetupChoice(Profile.BENCH, "", ""))
    assert stage.launcher.runs == [(["init", "--data-dir", str(tmp_path), "--profile", "bench", "--json"], "")]


def test_a_refused_set_up_is_told_in_the_commands_words(tmp_path: Path) -> None:
    stage = Stage(tmp_path)
    stage.launcher.answer = (1, "The folder is not empty.")
    with pytest.raises(InvalidInput) as caught:
        stage.attachment.set_up(SetupChoice(Profile.CLINIC, "ada", "correct horse battery"))
    assert caught.value.detail == "The folder is not empty."


def test_the_secret_is_not_offered_to_an_engine_elsewhere(tmp_path: Path) -> None:
    make_site_folder(tmp_path)
    (tmp_path / "local-secret").write_text("s", "ascii")
    assert (Stage(tmp_path, ADDRESS).attachment.secret(), Stage(tmp_path).attachment.secret()) == ("", "s")


def test_a_detached_process_writes_to_its_file(tmp_path: Path, qtbot: QtBot) -> None:
    output = tmp_path / "out.txt"
    is_running = ProcessLauncher().start_detached(["no-such-command"], output)
    qtbot.waitUntil(lambda: not is_running(), timeout=30_000)
    assert "no-such-command" in output.read_text("utf-8")


def test_a_command_that_fails_is_answered_with_its_words() -> None:
    code, said = ProcessLauncher().run(["no-such-command"], "")
    assert code != 0 and said
