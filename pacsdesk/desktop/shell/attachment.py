"""Finds the engine of a data folder, or makes the folder a site and starts one that outlives the window.

Everything here blocks and runs on a worker thread; nothing here knows a widget.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import Protocol

import pacsdesk
from pacsdesk.contract.errors import InvalidInput, PacsDeskError, Refused, Unavailable
from pacsdesk.contract.program import shell_line
from pacsdesk.contract.records.engine import Health, Profile
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.shell.what_was_said import did_not_start, reason_in
from pacsdesk.link.client import Client
from pacsdesk.link.finding import engine_address, is_engine_of, is_site, local_secret

START_SECONDS = 120.0  # a large index is copied and migrated before the engine is ready
POLL_SECONDS = 0.1
INIT_SECONDS = 60.0
_NOT_PERMITTED = 3  # the exit code of a command: not signed in, or the right is missing


@dataclass(frozen=True, slots=True)
class SetupChoice:
    """What the first-run assistant asks. The password is empty for a bench, which needs none."""

    profile: Profile
    administrator: str
    password: str


@dataclass(frozen=True, slots=True)
class Attached:
    """An engine that answered. was_started: just now, for this."""

    client: Client
    health: Health
    was_started: bool = False


@dataclass(frozen=True, slots=True)
class Stranger:
    """Another site's engine that answers where ours did, in words."""

    title: str
    detail: str


class Launcher(Protocol):
    """Runs `pacsdesk ...` as another process."""

    def run(self, arguments: list[str], standard_input: str) -> tuple[int, str]:
        """Run to the end; answers exit code and what was written to standard error, else to standard output."""
        ...

    def start_detached(self, arguments: list[str], output: Path) -> Callable[[], bool]:
        """Start a process that outlives this one, its output to a file; answers how to ask whether it still runs.

        Raises Unavailable.
        """
        ...


class ProcessLauncher:
    """Runs this very program again: the frozen executable, or this Python with `-m pacsdesk`."""

    def __init__(self) -> None:
        self._program = sys.executable
        self._first = [] if getattr(sys, "frozen", False) else ["-m", "pacsdesk"]
        self._folder = Path(pacsdesk.__file__).resolve().parent.parent
        self._started: list[subprocess.Popen[bytes]] = []  # kept: Python warns of a handle that goes before its process

    def run(self, arguments: list[str], standard_input: str) -> tuple[int, str]:
        """See Launcher."""
        try:
            ended = subprocess.run(
                [self._program, *self._first, *arguments],
                input=standard_input,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                cwd=self._folder,
                timeout=INIT_SECONDS,
                env={**os.environ, "PYTHONIOENCODING": "utf-8"},
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            title = translate("Shell", "PACSDesk could not start a process of its own.")
            raise Unavailable(title, type(error).__name__) from error
        return ended.returncode, (ended.stderr or ended.stdout).strip()

    def start_detached(self, arguments: list[str], output: Path) -> Callable[[], bool]:
        """See Launcher."""
        # a session (POSIX) or process group (Windows) of its own: closing the window's terminal must not end it
        flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "DETACHED_PROCESS", 0)
        try:
            with output.open("wb") as stream:
                process = subprocess.Popen(
                    [self._program, *self._first, *arguments],
                    stdin=subprocess.DEVNULL,
                    stdout=stream,
                    stderr=subprocess.STDOUT,
                    cwd=self._folder,
                    start_new_session=True,
                    creationflags=flags,
                )
        except OSError as error:
            title = translate("Shell", "The engine's process could not be started.")
            raise Unavailable(title, type(error).__name__) from error
        self._started.append(process)
        return lambda: process.poll() is None


class EngineAttachment:
    """One data folder (or one given address) and how to come to its engine."""

    def __init__(
        self, data_dir: Path, engine_url: str | None, connect: Callable[[str], Client], launcher: Launcher
    ) -> None:
        self.data_dir = data_dir.expanduser().resolve()
        self.engine_url = engine_url
        self._connect = connect
        self._launcher = launcher
        self._given_up = Event()

    def needs_setup(self) -> bool:
        """True when nobody has made the folder a site yet and no other engine was named."""
        return self.engine_url is None and not is_site(self.data_dir)

    def move_to(self, folder: Path) -> None:
        """Another folder is meant, before anything was attached."""
        self.data_dir = folder.expanduser().resolve()

    def secret(self) -> str:
        """The folder's secret (bench, or a classroom without accounts) when it is ours to read, else ""."""
        return "" if self.engine_url is not None else local_secret(self.data_dir)

    def stranger(self, attached: Attached) -> Stranger | None:
        """What there is to say when another site's engine answers by now where this one did; None when none does.

        It must not be shown a password. Raises Unavailable when nothing answers.
        """
        health = attached.client.services.engine.health()
        if self.engine_url is None:
            is_ours = is_engine_of(self.data_dir, health)
        else:
            is_ours = health.site_id == attached.health.site_id
        return None if is_ours else _other_site(attached.client.address, health, self.engine_url or str(self.data_dir))

    def give_up(self) -> None:
        """End a wait that is under way; it raises Unavailable."""
        self._given_up.set()

    def set_up(self, choice: SetupChoice) -> None:
        """Make the folder a site. Raises InvalidInput with what `pacsdesk init` said."""
        arguments = ["init", "--data-dir", str(self.data_dir), "--profile", str(choice.profile)]
        if choice.profile is not Profile.BENCH:
            arguments += ["--admin", choice.administrator, "--password-stdin"]
        arguments.append("--json")  # what it says is put into the language of the window
        code, said = self._launcher.run(arguments, choice.password + "\n" if choice.password else "")
        if code != 0:
            raise InvalidInput(
                translate("Shell", "The site was not made."),
                reason_in(said),
                translate("Shell", "Change what it names and try again."),
            )

    def stop_other(self, words: Sequence[str]) -> None:
        """Run the `pacsdesk stop` that an engine of another folder is stopped with. Raises Refused with its answer."""
        code, said = self._launcher.run([words[0], "--json", *words[1:]], "")
        if code != 0:
            reason = reason_in(said)
            if code == _NOT_PERMITTED:
                reason = translate("Shell", "Only somebody who may stop engines at that site can do it.")
            hint = translate("Shell", "Type in a terminal, with a name and a password of that site: {command}")
            command = f"`pacsdesk {shell_line(words)}`"
            raise Refused(translate("Shell", "That engine was not stopped."), reason, hint.format(command=command))

    def attach(self, report: Callable[[str], None]) -> Attached:
        """Come to a running engine, starting one when this folder has none. Raises Unavailable with the reason."""
        if self.engine_url is not None:
            report(translate("Shell", "Connecting to {address}").format(address=self.engine_url))
            return self._ask_named(self.engine_url)
        report(translate("Shell", "Looking for a running engine"))
        found = self._running_engine()
        if found is not None:
            return found
        report(translate("Shell", "Starting the engine"))
        return self._start_and_wait(report)

    def _ask_named(self, address: str) -> Attached:
        try:
            return self._ask(address)
        except Unavailable as error:
            hint = translate("Shell", "Check the address, and that the engine runs there.")
            raise Unavailable(error.title, error.detail, hint) from error

    def _running_engine(self) -> Attached | None:
        address = engine_address(self.data_dir)
        if not address:
            return None
        try:
            found = self._ask(address)
        except Unavailable:  # the file was left over by an engine that ended without a word
            return None
        if is_engine_of(self.data_dir, found.health):
            return found
        found.client.close()  # another site's engine has the address by now
        return None

    def _start_and_wait(self, report: Callable[[str], None]) -> Attached:
        logs = self.data_dir / "logs"
        logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        output = logs / "engine-start.txt"
        output.write_bytes(b"")
        is_running = self._launcher.start_detached(["serve", "--json", "--data-dir", str(self.data_dir)], output)
        deadline, has_told = time.monotonic() + START_SECONDS, False
        while time.monotonic() < deadline:
            found = self._running_engine()
            if found is not None:
                return replace(found, was_started=True)
            if not is_running():
                raise did_not_start(output)
            if not has_told and deadline - time.monotonic() < START_SECONDS - 4:
                has_told = True
                report(translate("Shell", "Preparing the index; after an update this takes longer"))
            if self._given_up.wait(POLL_SECONDS):
                raise Unavailable(translate("Shell", "The start of the engine was not awaited."))
        raise Unavailable(
            translate("Shell", "The engine does not become ready."),
            counted("Shell", "It was started %Ln s ago.", int(START_SECONDS)),
            translate("Shell", "Look into {file} and the logs beside it.").format(file=output),
        )

    def _ask(self, address: str) -> Attached:
        client = self._connect(address)
        try:
            return Attached(client, client.services.engine.health())
        except PacsDeskError:
            client.close()
            raise


def _other_site(address: str, health: Health, own: str) -> Stranger:
    name = health.site_name if health.site_name != health.product else ""
    title = translate("Shell", "Another site\u2019s engine answers at this address: {engine}.")
    detail = translate("Shell", "That of {site} does not run there any more. No password was sent to the other one.")
    engine = f"{name} ({address})" if name else address
    return Stranger(title.format(engine=engine), detail.format(site=own))
