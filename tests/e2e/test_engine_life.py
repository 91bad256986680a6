"""The engine's process from its start to its end: it starts whole or says why not, and always ends when asked."""

import json
import os
import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

import psutil
import pytest

from tests.e2e.persistent_sender import PersistentSender
from tests.support.engine import EngineProcess, Site, make_local_site, running_engine
from tests.support.network import LOOPBACK, free_port

# the first bytes of a PDU that never comes whole, an HTTP request without end, silence
DICOM_OPENINGS = (b"", b"\x01", b"\x01\x00\x00\x00\x01\x00", b"\x04\x00\x00\x10\x00\x00half")
HTTP_OPENINGS = (
    b"",
    b"POST /call/engine/health HTTP/1.1\r\n",
    b"PUT /uploads/b?name=x HTTP/1.1\r\nContent-Length: 9\r\n",
)
BROKEN_SETTINGS = {
    '[dicom]\nport = "104\n': "line 2",
    "[dicom]\nport = 70000\n": "line 2",
    "\n\n[dicom]\nprot = 104\n": "line 4",
    '[dicom]\nae_title = "MUCH TOO LONG A TITLE"\n': "line 2",
    "[site]\nprofile = 'hospital'\n": "line 2",
}


@contextmanager
def stalled(port: int, openings: tuple[bytes, ...]) -> Iterator[None]:
    """Connections that begin so and then say nothing more, three of each."""
    with ExitStack() as lines:
        for opening in openings * 3:
            line = lines.enter_context(socket.create_connection((LOOPBACK, port)))
            line.sendall(opening)
        yield


def test_the_ready_line_is_all_that_an_engine_prints(engine: EngineProcess) -> None:
    assert engine.server.lines == [f"ready dicom={LOOPBACK}:{engine.dicom_port} http={LOOPBACK}:{engine.http_port}"]


def test_the_lock_file_says_who_holds_the_folder_and_where_it_answers(engine: EngineProcess) -> None:
    held = json.loads((engine.site.data_dir / "engine.lock").read_text())
    assert (held["pid"], held["http"]) == (engine.cli("status")["process_id"], engine.http_address)


def test_a_second_engine_on_the_folder_is_refused_with_the_first_ones_process(engine: EngineProcess) -> None:
    second = engine.site.run("serve", "--set", f"dicom.port={free_port()}")
    assert (second.exit_code, str(engine.cli("status")["process_id"]) in second.complaint) == (1, True)


@pytest.mark.parametrize("taken", ["dicom.port", "http.port"])
def test_a_port_that_another_program_has_is_named_with_its_process(clinic: Site, taken: str) -> None:
    ports = {"dicom.port": 0, "http.port": 0}
    with socket.create_server((LOOPBACK, 0)) as other:
        ports[taken] = other.getsockname()[1]
        started = clinic.run("serve", *(word for name, port in ports.items() for word in ("--set", f"{name}={port}")))
    said = f"port {ports[taken]} on {LOOPBACK} is taken by", f"(process {os.getpid()})", f"set {taken} to a free port"
    assert (started.exit_code, [words for words in said if words not in started.complaint]) == (1, [])


def test_a_port_that_another_engine_has_is_named_with_its_site_and_how_to_stop_it(
    engine: EngineProcess, tmp_path: Path
) -> None:
    other = make_local_site(tmp_path, "bench")
    theirs = engine.site.data_dir
    for dicom, http in ((engine.dicom_port, 0), (0, engine.http_port)):
        started = other.run("serve", "--set", f"dicom.port={dicom}", "--set", f"http.port={http}")
        assert (started.exit_code, f"another PACSDesk engine, that of {theirs}" in started.complaint) == (1, True)
        assert f"`pacsdesk stop --data-dir {theirs}`" in started.complaint


@pytest.mark.parametrize("content", BROKEN_SETTINGS)
def test_a_broken_settings_file_is_refused_with_its_line(tmp_path: Path, content: str) -> None:
    (tmp_path / "settings.toml").write_text(content)
    started = Site(tmp_path, tmp_path / "password").run("serve")
    assert (started.exit_code, BROKEN_SETTINGS[content] in started.complaint) == (2, True), started.complaint


def test_a_setting_changed_at_run_time_keeps_the_comments_of_the_file(engine: EngineProcess) -> None:
    file = engine.site.data_dir / "settings.toml"
    file.write_text(f"# our own remark\n{file.read_text()}")
    engine.cli("settings", "set", "site.name", "Radiology North")
    assert "# our own remark" in file.read_text() and '"Radiology North"' in file.read_text()


def test_what_is_no_site_is_not_served(tmp_path: Path) -> None:
    nowhere = Site(tmp_path / "nowhere", tmp_path / "password")
    assert (nowhere.run("serve").exit_code, list(tmp_path.iterdir())) == (1, [])


def test_check_offline_is_for_a_folder_without_an_engine(clinic: Site) -> None:
    with running_engine(clinic):
        assert clinic.run("check", "--offline").exit_code == 1
    assert clinic.run("check", "--offline").exit_code == 0


def test_sigterm_drains_while_devices_send_and_others_stall(engine_with_nothing: EngineProcess) -> None:
    engine, listening = engine_with_nothing, Event()
    device = PersistentSender(engine.dicom_port)
    with device.process, engine.link() as link:
        events = link.listen(listening)
        assert next(events) is None
        device.wait_for_more(5)
        with stalled(engine.dicom_port, DICOM_OPENINGS), stalled(engine.http_port, HTTP_OPENINGS):
            assert engine.stop() == 0
        listening.set()


def test_what_was_acknowledged_before_a_drain_is_there_after_it(engine_with_nothing: EngineProcess) -> None:
    engine = engine_with_nothing
    device = PersistentSender(engine.dicom_port)
    with device.process:
        device.wait_for_more(20)
        engine.stop()
    engine.start()
    with engine.link() as link:
        acknowledged = {one.sop_instance_uid for one in device.acknowledged()}
        assert [uid for uid in acknowledged if not link.size_of(f"instance/{uid}")] == []


def test_a_signal_that_the_system_gives_to_another_thread_ends_it_too(engine_with_nothing: EngineProcess) -> None:
    process_id = engine_with_nothing.server.process_id
    other = next(thread.id for thread in psutil.Process(process_id).threads() if thread.id != process_id)
    os.kill(other, signal.SIGTERM)  # Linux: to the process, by this thread
    assert engine_with_nothing.server.wait() == 0


def test_ctrl_c_ends_it_as_cleanly(engine_with_nothing: EngineProcess) -> None:
    engine_with_nothing.server.send(signal.SIGINT)
    assert engine_with_nothing.server.wait() == 0


def test_a_closed_terminal_ends_it_as_cleanly(engine_with_nothing: EngineProcess) -> None:
    engine = engine_with_nothing
    for process in psutil.Process(engine.server.process_id).children():
        process.send_signal(signal.SIGHUP)
    engine.server.send(signal.SIGHUP)
    assert engine.server.wait() == 0
    assert "stopped, all work had ended" in (engine.site.data_dir / "logs" / "engine.log").read_text()


def test_who_was_told_to_outlive_the_terminal_does(engine_with_nothing: EngineProcess) -> None:
    engine = engine_with_nothing
    engine.stop()
    engine.site = replace(engine.site, program=("nohup", *engine.site.program))
    engine.start()
    engine.server.send(signal.SIGHUP)
    assert engine.cli("status")["state"] == "running"


def test_stop_returns_when_the_engine_has_gone(engine_with_nothing: EngineProcess) -> None:
    assert engine_with_nothing.cli("stop") == {"stopped": True}
    assert engine_with_nothing.server.wait() == 0
    assert engine_with_nothing.site.run("status").exit_code == 4
