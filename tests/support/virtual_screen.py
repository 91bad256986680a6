"""A screen that nobody sees: an X server with its picture in memory, and a person's hands on keyboard and mouse."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tests.support.processes import ServerProcess

Pixels = npt.NDArray[np.uint8]
_HEADER_WORDS = 25  # X11/XWDFile.h, version 7; big endian
_COLOUR_BYTES = 12


@dataclass(frozen=True, slots=True)
class VirtualScreen:
    """A running X server. Coordinates are pixels from the upper left corner."""

    display: str
    picture_file: Path

    def environment(self) -> dict[str, str]:
        """For programs that are to open their windows here."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_QPA", "WAYLAND"))}
        return {**kept, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}

    def picture(self) -> Pixels:
        """What the screen shows: (rows, columns, 3), red, green, blue."""
        content = self.picture_file.read_bytes()
        words = np.frombuffer(content, ">u4", _HEADER_WORDS)
        header_size, width, height, bytes_per_line, colours = (int(words[at]) for at in (0, 4, 5, 12, 19))
        start = header_size + colours * _COLOUR_BYTES
        lines = np.frombuffer(content, np.uint8, height * bytes_per_line, start).reshape(height, bytes_per_line)
        return lines[:, : width * 4].reshape(height, width, 4)[:, :, 2::-1].copy()

    def wait_for_window(self, name: str, seconds: float = 30.0) -> None:
        """Return when a window of this name shows, and give it the keyboard: there is no window manager to do it."""
        self._hands("search", "--sync", "--onlyvisible", "--name", name, "windowfocus", "--sync", seconds=seconds)

    def press(self, *keys: str) -> None:
        """Press keys one after the other: "ctrl+2", "Return"."""
        self._hands("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type text."""
        self._hands("type", "--delay", "20", "--", text)

    def sign_in(self, name: str, password: str) -> None:
        """Fill in the sign-in page of a desktop that remembers nobody, and return when the window has settled."""
        self.wait_until_still()
        self.type(name)
        self.press("Tab")
        self.type(password)
        self.press("Return")
        self.wait_until_still()

    def drag(self, start: tuple[int, int], end: tuple[int, int], steps: int = 10) -> None:
        """Press the left button, move in steps, let go."""
        self._hands("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, steps + 1):
            at = [round(a + (b - a) * step / steps) for a, b in zip(start, end, strict=True)]
            self._hands("mousemove", *map(str, at))
        self._hands("mouseup", "1")

    def click(self, place: tuple[int, int], button: int = 1) -> None:
        """Click; button 4 and 5 are the wheel."""
        self._hands("mousemove", *map(str, place), "click", str(button))

    def wait_until(self, shows: Callable[[Pixels], bool], what: str, seconds: float = 20.0) -> Pixels:
        """The first picture of which `shows` is true. Raises AssertionError that says what never showed."""
        deadline = time.monotonic() + seconds
        while True:
            picture = self.picture()
            if shows(picture):
                return picture
            assert time.monotonic() < deadline, f"Within {seconds:.0f} s the screen did not show {what}."
            time.sleep(0.05)

    def wait_until_still(self, seconds: float = 20.0) -> Pixels:
        """The picture once it has not changed for half a second (a blinking cursor aside)."""
        deadline = time.monotonic() + seconds
        last, since = self.picture(), time.monotonic()
        while time.monotonic() - since < 0.5 and time.monotonic() < deadline:
            time.sleep(0.05)
            now = self.picture()
            if (now != last).any(axis=2).sum() > 100:
                last, since = now, time.monotonic()
        return last

    def _hands(self, *words: str, seconds: float = 10.0) -> None:
        environment: Mapping[str, str] = {**os.environ, "DISPLAY": self.display}
        subprocess.run(["xdotool", *words], env=environment, check=True, capture_output=True, timeout=seconds)


@contextmanager
def virtual_screen(folder: Path, size: str = "1280x800") -> Iterator[VirtualScreen]:
    """An X server of this size for as long as the block lasts; its picture is a file in `folder`."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{size}x24", "-fbdir", str(folder), "-nolisten", "tcp"]
    server = ServerProcess(command)
    try:
        number = server.wait_for_line(str.isdecimal, seconds=10.0)
        yield VirtualScreen(f":{number}", folder / "Xvfb_screen0")
    finally:
        server.stop()
