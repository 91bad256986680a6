"""Servers that tests start are awaited by what they say, and are gone afterwards even when they refuse to go."""

import os
import sys

import pytest

from tests.support.processes import ServerProcess

WAITING = "import signal; print('starting', flush=True); signal.pause()"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('ready', flush=True); signal.pause()"


def python(program: str) -> list[str]:
    return [sys.executable, "-c", program]


def is_ready(line: str) -> bool:
    return line == "ready"


def test_a_line_that_was_said_before_anybody_waited_is_found() -> None:
    with ServerProcess(python("print('ready')")) as server:
        server.wait()
        assert server.wait_for_line(is_ready) == "ready"


def test_a_server_that_ends_too_early_tells_its_last_words() -> None:
    server = ServerProcess(python("raise SystemExit('the port is taken')"))
    with server, pytest.raises(RuntimeError, match="the port is taken"):
        server.wait_for_line(is_ready)


def test_a_server_that_never_gets_ready_is_given_up() -> None:
    server = ServerProcess(python(WAITING))
    with server, pytest.raises(TimeoutError, match="starting"):
        server.wait_for_line(is_ready, seconds=1.0)


def test_a_server_that_ignores_the_request_to_end_is_ended() -> None:
    server = ServerProcess(python(STUBBORN))
    server.wait_for_line(is_ready)
    server.stop(seconds=0.2)
    with pytest.raises(ProcessLookupError):
        os.kill(server.process_id, 0)


def test_a_server_ends_when_its_time_is_over() -> None:
    with ServerProcess(python(WAITING), lifetime_s=0.3) as server:
        assert server.wait(seconds=20.0) != 0
