"""Small file systems for one test: in memory, or in an image file behind a loop device. All are let go at the end.

Whatever was left by a run that was killed is unmounted lazily, so that no loop device stays busy.
"""

import os
import subprocess
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self

from tests.support.peers import system_program

_SECONDS = 60.0


@cache
def can_mount() -> bool:
    """Whether this process may make a loop device and mount it."""
    if os.name != "posix" or os.geteuid() != 0:
        return False
    try:
        with TemporaryDirectory() as folder, Disks(Path(folder)) as disks:
            disks.ext4("trial", 8 << 20)
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


class Disks:
    """Makes file systems below a folder; a context manager that takes them away."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._mounted = ExitStack()

    def tmpfs(self, name: str, size_bytes: int, inodes: int = 0) -> Path:
        """A disk in memory. inodes: how many files it takes, 0 for no limit of its own."""
        options = f"size={size_bytes},mode=700" + (f",nr_inodes={inodes}" if inodes else "")
        return self._mount(name, "-t", "tmpfs", "-o", options, "tmpfs")

    def ext4(self, name: str, size_bytes: int) -> Path:
        """An ext4 in an image file."""
        return self.mount(name, self.make_ext4(self._folder / f"{name}.img", size_bytes))

    def make_ext4(self, image: Path, size_bytes: int) -> Path:
        """An image file with an empty ext4."""
        self._make_image(image, size_bytes)
        _run("mkfs.ext4", "-q", "-E", "nodiscard", image)
        return image

    def reflinking(self, name: str, size_bytes: int) -> Path:
        """A disk whose files can be copied in an instant, whatever their size."""
        image = self._folder / f"{name}.img"
        self._make_image(image, size_bytes)
        _run("mkfs.xfs", "-q", "-m", "reflink=1", image)
        return self.mount(name, image)

    def mount(self, name: str, image: Path) -> Path:
        """Mount an image file; where."""
        return self._mount(name, "-o", "loop", image)

    def make_read_only(self, place: Path) -> None:
        """As a system does when a disk has answered an error."""
        _run("mount", "-o", "remount,ro", place)

    def make_writable(self, place: Path) -> None:
        """The way back."""
        _run("mount", "-o", "remount,rw", place)

    def unmount(self, place: Path) -> None:
        """Let one go before the end."""
        _run("umount", place)

    def _mount(self, name: str, *arguments: str | Path) -> Path:
        place = self._folder / name
        place.mkdir(parents=True)
        _run("mount", *arguments, place)
        self._mounted.callback(_let_go, place)
        return place

    def _make_image(self, image: Path, size_bytes: int) -> None:
        image.parent.mkdir(parents=True, exist_ok=True)
        with image.open("xb") as stream:
            stream.truncate(size_bytes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._mounted.close()


def _let_go(place: Path) -> None:
    if place.is_mount():
        _run("umount", "--lazy", place)


def _run(program: str, *arguments: str | Path) -> None:
    subprocess.run(
        [system_program(program), *map(str, arguments)], check=True, capture_output=True, text=True, timeout=_SECONDS
    )
