"""How a command ends that somebody interrupts, or whose answer nobody takes: `pacsdesk` as a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from pacsdesk.cli.command import Exit
from pacsdesk.contract.records.jobs import JobState
from pacsdesk.contract.types import JobId
from pacsdesk.link.server import LinkServer
from tests.support.fake_door import FakeDoor
from tests.support.fake_services import FakeSite
from tests.support.fake_state import PASSWORD, USER_NAME, make_job
from tests.support.processes import ServerProcess


class BusySite(FakeSite):
    """A site whose jobs do not end by themselves. is_waited_for: once events are heard and the job was looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.is_waited_for = Event()

    def start_job(self, kind: str, title: str, artifact: str = "") -> JobId:
        job = make_job("1", title, JobState.RUNNING, kind=kind)
        self.put_job(job)
        return job.job_id

    def enter(self, method: str) -> None:
        super().enter(method)
        if self.calls["jobs.get"] == 2:
            self.is_waited_for.set()


@pytest.fixture
def site() -> BusySite:
    return BusySite()


@pytest.fixture
def program(site: BusySite, tmp_path: Path) -> Iterator[list[str]]:
    """`pacsdesk` for the site, without a command."""
    door = FakeDoor(site)
    door.token = site.grant().token
    server = LinkServer(door)
    host, port = server.start()
    (tmp_path / "password").write_text(PASSWORD)
    who = ["--user", USER_NAME, "--password-file", str(tmp_path / "password")]
    yield [sys.executable, "-m", "pacsdesk", "--engine", f"http://{host}:{port}", *who]
    server.stop()


def interrupted(program: list[str], site: BusySite) -> tuple[int, str]:
    """Press Ctrl+C once the command waits for its job: its exit code and what it said."""
    with ServerProcess(program, lifetime_s=60) as process:
        assert site.is_waited_for.wait(30), process.lines
        process.send(signal.SIGINT)
        code = process.wait()
    return code, "\n".join(process.lines)


def test_ctrl_c_stops_the_job_that_the_command_began(program: list[str], site: BusySite) -> None:
    code, said = interrupted([*program, "rebuild"], site)
    assert (code, site.jobs[0].state, "Traceback" in said) == (130, JobState.CANCELLED, False), said


def test_ctrl_c_leaves_a_job_alone_that_was_only_waited_for(program: list[str], site: BusySite) -> None:
    site.start_job("import", "Import d")
    code, said = interrupted([*program, "jobs", "wait", "1"], site)
    assert (code, site.jobs[0].state, "Traceback" in said) == (130, JobState.RUNNING, False), said


@pytest.mark.thorough
@pytest.mark.parametrize("words", [["settings", "list"], ["settings", "list", "--json"], ["--help"]])
@pytest.mark.parametrize("buffering", ["", "1"])
def test_a_pipe_that_was_closed_is_no_matter_for_complaint(
    program: list[str], words: list[str], buffering: str
) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as closed:
        done = subprocess.run(
            [*program, *words],
            env={**os.environ, "PYTHONUNBUFFERED": buffering},
            stdout=closed,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert (done.returncode in (Exit.DONE, Exit.PIPE_CLOSED), done.stderr) == (True, b"")


@pytest.mark.parametrize("buffering", ["", "1"])
def test_an_answer_for_which_there_is_no_room_is_a_failure(program: list[str], buffering: str) -> None:
    environment = {**os.environ, "PYTHONUNBUFFERED": buffering}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*program, "settings", "list"], env=environment, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60
        )
    assert (done.returncode, done.stderr.splitlines()[0]) == (Exit.FAILED, "The answer cannot be written.")


def test_a_command_without_any_streams_still_works(program: list[str]) -> None:
    closing = "import os, sys; os.close(1); os.close(2); os.execv(sys.executable, sys.argv[1:])"
    done = subprocess.run([sys.executable, "-c", closing, *program, "settings", "list"], timeout=60)
    assert done.returncode == Exit.DONE
