"""Runs a server in a process of its own, and promises that it ends: with the test, or when its time is over."""

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Self

LIFETIME_S = 300.0
_LAST_WORDS_S = 5.0  # a child of the server may still hold its output open


class ServerProcess:
    """A process whose output is read line by line; a context manager that stops it."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str] | None = None, lifetime_s: float = LIFETIME_S
    ) -> None:
        self.lines: list[str] = []
        self._news = threading.Condition()
        self._is_silent = False
        self._process = subprocess.Popen(
            [*_tied_to_this_process(), *command],
            env=dict(os.environ if environment is None else environment),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        self._reader = threading.Thread(target=self._read, name=f"output of {command[0]}", daemon=True)
        self._reader.start()
        self._end = threading.Timer(lifetime_s, self._process.kill)
        self._end.daemon = True
        self._end.start()

    @property
    def process_id(self) -> int:
        """The server's own id, for signals."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def wait_for_line(self, is_wanted: Callable[[str], bool], seconds: float = 30.0) -> str:
        """The first wanted line of its output, past ones included.

        Raises RuntimeError with all of the output when the process ends first, TimeoutError when time does.
        """
        deadline = time.monotonic() + seconds
        seen = 0
        with self._news:
            while True:
                for line in self.lines[seen:]:
                    if is_wanted(line):
                        return line
                seen = len(self.lines)
                if self._is_silent:
                    raise RuntimeError("The server ended before it was ready:\n" + "\n".join(self.lines))
                if not self._news.wait(deadline - time.monotonic()) and time.monotonic() >= deadline:
                    raise TimeoutError(f"Not said within {seconds:.0f} s. It said:\n" + "\n".join(self.lines))

    def send(self, number: signal.Signals) -> None:
        """Give it a signal."""
        self._process.send_signal(number)

    def wait(self, seconds: float = 30.0) -> int:
        """Its exit code once it has ended by itself. Raises subprocess.TimeoutExpired."""
        code = self._process.wait(seconds)
        self._close()
        return code

    def stop(self, seconds: float = 15.0) -> int:
        """Ask it to end, insist when it does not; its exit code."""
        if self.is_running:
            self._process.terminate()
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._close()
        return self._process.returncode

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._process.kill()
        self._process.wait()
        self._close()

    def _close(self) -> None:
        self._end.cancel()
        self._end.join()
        self._reader.join(_LAST_WORDS_S)
        if self._process.stdout is not None and self._is_silent:
            self._process.stdout.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._news:
                self.lines.append(line.rstrip("\r\n"))
                self._news.notify_all()
        with self._news:
            self._is_silent = True
            self._news.notify_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


def _tied_to_this_process() -> tuple[str, ...]:
    """Linux ends the server when whoever started it dies, even by SIGKILL.

    The kernel counts the starting THREAD as the parent: for the main thread only, which lives as long as the tests.
    """
    setpriv = shutil.which("setpriv")
    if setpriv is None or threading.current_thread() is not threading.main_thread():
        return ()
    return (setpriv, "--pdeathsig", "KILL")
