"""The ballast holds room, gives it up when hardly any is left and takes it again; it never stops anybody."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from pacsdesk.engine.runtime.ballast import Ballast

MIB = 1 << 20
SIZE = 4 * MIB


@dataclass
class Disk:
    """A disk whose free room the test sets."""

    free: int
    total: int = 100 * SIZE

    def usage(self, _path: Path) -> tuple[int, int, int]:
        return self.total, self.total - self.free, self.free


def test_it_really_takes_the_room_that_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "ballast"
    Ballast(path, SIZE, Disk(free=2 * SIZE).usage).settle()
    assert path.stat().st_size == SIZE
    assert path.stat().st_blocks * 512 >= SIZE
    assert path.stat().st_mode & 0o777 == 0o600


def test_it_is_given_up_when_hardly_any_room_is_left_and_taken_again_when_there_is(tmp_path: Path) -> None:
    path, disk = tmp_path / "ballast", Disk(free=2 * SIZE)
    ballast = Ballast(path, SIZE, disk.usage)
    seen = []
    for free in (2 * SIZE, SIZE // 2, SIZE // 2 - 1, 2 * SIZE - 1, 2 * SIZE):
        disk.free = free
        ballast.settle()
        seen.append((path.exists(), ballast.missing_bytes()))
    assert seen == [(True, 0), (True, 0), (False, SIZE), (False, SIZE), (True, 0)]


def test_the_next_run_knows_the_ballast_of_the_last(tmp_path: Path) -> None:
    path, disk = tmp_path / "ballast", Disk(free=2 * SIZE)
    Ballast(path, SIZE, disk.usage).settle()
    disk.free = 0
    Ballast(path, SIZE, disk.usage).settle()
    assert not path.exists()


@pytest.mark.parametrize(("wanted", "total", "held"), [(64 * MIB, 64 * MIB, 4 * MIB), (0, 64 * MIB, 0)])
def test_a_small_disk_gives_a_sixteenth_and_no_ballast_may_be_wanted(
    tmp_path: Path, wanted: int, total: int, held: int
) -> None:
    path = tmp_path / "ballast"
    ballast = Ballast(path, wanted, Disk(free=total, total=total).usage)
    ballast.settle()
    assert (path.stat().st_size if path.exists() else 0) == held
    assert ballast.missing_bytes() == 0


def test_a_smaller_ballast_is_taken_when_the_setting_was_lowered(tmp_path: Path) -> None:
    path, disk = tmp_path / "ballast", Disk(free=2 * SIZE)
    Ballast(path, SIZE, disk.usage).settle()
    smaller = Ballast(path, SIZE // 2, disk.usage)
    smaller.settle()
    smaller.settle()
    assert path.stat().st_size == SIZE // 2


def test_a_ballast_that_cannot_be_made_stops_nobody(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "no such folder" / "ballast", SIZE, Disk(free=2 * SIZE).usage)
    ballast.settle()
    assert ballast.missing_bytes() == SIZE
