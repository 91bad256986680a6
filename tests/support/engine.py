"""A real engine in a process of its own, and the command line that asks it: what end-to-end tests stand on."""

import json
import os
import re
import secrets
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pacsdesk.link.client import Client
from tests.support.network import LOOPBACK, free_port
from tests.support.peers import peer_environment
from tests.support.processes import LIFETIME_S, ServerProcess

ADMINISTRATOR = "admin"
PROGRAM = (sys.executable, "-m", "pacsdesk")


@dataclass(frozen=True, slots=True)
class CliResult:
    """What a command left behind. document: its JSON, None when it printed none."""

    exit_code: int
    document: Any  # whatever JSON the command promises
    output: str
    complaint: str


@dataclass(frozen=True, slots=True)
class Site:
    """A data folder and somebody who uses it, whether or not an engine runs on it."""

    data_dir: Path
    password_file: Path
    program: Sequence[str] = PROGRAM
    user: str = ADMINISTRATOR

    def run(self, *arguments: str | Path, typed: str = "", seconds: float = 60.0) -> CliResult:
        """Run `pacsdesk ARGUMENTS --json` as the user; whatever the exit code is. typed: on its standard input."""
        done = subprocess.run(
            [*self.program, *map(str, arguments), "--json"],
            env=self.environment(),
            input=typed,
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
        return CliResult(done.returncode, _document(done.stdout), done.stdout, done.stderr)

    def cli(self, *arguments: str | Path, typed: str = "", seconds: float = 60.0) -> Any:
        """The JSON document of a command that must succeed. Raises AssertionError with what it complained about."""
        result = self.run(*arguments, typed=typed, seconds=seconds)
        assert result.exit_code == 0, f"pacsdesk {' '.join(map(str, arguments))}: {result.complaint or result.output}"
        return result.document

    def environment(self) -> dict[str, str]:
        """Which site, and who asks."""
        return {
            **peer_environment(),
            "PACSDESK_DATA_DIR": str(self.data_dir),
            "PACSDESK_USER": self.user,
            "PACSDESK_PASSWORD_FILE": str(self.password_file),
        }


@dataclass(slots=True)
class EngineProcess:
    """An engine on a site: its addresses from the ready line, its process, and how to end and begin it."""

    site: Site
    dicom_port: int = field(default_factory=free_port)
    http_port: int = field(default_factory=free_port)
    settings: tuple[str, ...] = ()
    lifetime_s: float = LIFETIME_S
    _server: ServerProcess | None = None

    @property
    def server(self) -> ServerProcess:
        """The running process. Raises AssertionError between stop and start."""
        assert self._server is not None, "The engine was not started."
        return self._server

    @property
    def http_address(self) -> str:
        """Where the link answers."""
        return f"http://{LOOPBACK}:{self.http_port}"

    def start(self) -> None:
        """Start it and return when every listener accepts; the same ports each time."""
        chosen = (f"dicom.port={self.dicom_port}", f"http.port={self.http_port}", *self.settings)
        command = [*self.site.program, "serve", "--data-dir", str(self.site.data_dir)]
        for setting in chosen:
            command += ["--set", setting]
        self._server = ServerProcess(command, self.site.environment(), self.lifetime_s)
        try:
            line = self._server.wait_for_line(lambda line: line.startswith("ready "))
        except (RuntimeError, TimeoutError):
            self._server.stop()
            raise
        self.dicom_port, self.http_port = _ports(line)

    def stop(self) -> int:
        """Ask it to drain; its exit code."""
        return self.server.stop()

    def end(self) -> None:
        """Leave no process behind, whether or not one was started."""
        if self._server is not None:
            self._server.stop()

    def kill(self) -> None:
        """SIGKILL, as the power cut of tests."""
        self.server.kill()

    def cli(self, *arguments: str | Path, typed: str = "", seconds: float = 60.0) -> Any:
        """The JSON document of a command that must succeed."""
        return self.site.cli(*arguments, typed=typed, seconds=seconds)

    @contextmanager
    def link(self) -> Iterator[Client]:
        """The link as a face uses it, signed in as the administrator: what a command costs a second for is instant."""
        with Client(self.http_address) as client:
            password = self.site.password_file.read_text(encoding="ascii")
            client.token = client.services.sessions.sign_in(ADMINISTRATOR, password).token
            yield client


def make_site(folder: Path, profile: str = "clinic", program: Sequence[str] = PROGRAM) -> Site:
    """Run `pacsdesk init` in `folder`/site with a password of this run's own."""
    folder.mkdir(parents=True, exist_ok=True)
    site = Site(folder / "site", folder / "password", program)
    password = secrets.token_urlsafe(18)
    site.password_file.touch(mode=0o600)
    site.password_file.write_text(password, encoding="ascii")
    init = (
        "init",
        "--data-dir",
        str(site.data_dir),
        "--admin",
        ADMINISTRATOR,
        "--password-stdin",
        "--profile",
        profile,
    )
    done = subprocess.run(
        [*program, *init], env=dict(os.environ), input=f"{password}\n", capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, f"pacsdesk init: {done.stderr or done.stdout}"
    return site


def make_local_site(folder: Path, profile: str) -> Site:
    """A bench or classroom in `folder`/site, whose only user is the system's own."""
    site = Site(folder / "site", folder / "no password", user="")
    site.cli("init", "--profile", profile)
    return site


@contextmanager
def running_engine(site: Site, *settings: str) -> Iterator[EngineProcess]:
    """An engine on the site, ready when given, drained after. settings: `section.key=value`."""
    engine = EngineProcess(site, settings=settings)
    engine.start()
    try:
        yield engine
    finally:
        engine.stop()


def _ports(ready_line: str) -> tuple[int, int]:
    """`ready dicom=127.0.0.1:11112[,...] http=127.0.0.1:8980` -> the first DICOM port and the link's."""
    found = re.fullmatch(r"ready dicom=[^ :]+:(\d+)[^ ]* http=[^ :]+:(\d+)\s*", ready_line)
    assert found, f"Not a ready line: {ready_line!r}"
    return int(found[1]), int(found[2])


def _document(output: str) -> Any:
    try:
        return json.loads(output)
    except ValueError:
        return None
