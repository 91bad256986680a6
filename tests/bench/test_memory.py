"""What is sent is whole and takes no room, what is watched is what is used, and nothing is left behind."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pydicom import dcmread

from tests.bench.limits import sink
from tests.bench.memory import MIB, MemoryWatch, make_multi_frame, send, weigh
from tests.bench.peers import Archive


def test_the_object_is_whole(tmp_path: Path) -> None:
    make_multi_frame(tmp_path / "large.dcm", 3)
    dataset = dcmread(tmp_path / "large.dcm")
    assert (dataset.NumberOfFrames, len(dataset.PixelData)) == (3, 3 * 2 * MIB)


def test_its_pixels_take_no_room(tmp_path: Path) -> None:
    make_multi_frame(tmp_path / "large.dcm", 30)
    assert (tmp_path / "large.dcm").stat().st_blocks * 512 < MIB


def test_what_a_process_takes_is_seen() -> None:
    with MemoryWatch(os.getpid()) as before:
        pass
    taken = b"\1" * (64 * MIB)
    with MemoryWatch(os.getpid()) as during:
        pass
    assert during.samples[0] - before.samples[0] > 60, len(taken)


def test_an_archive_that_took_it_is_weighed_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.bench.memory.IDLE_S", 0.0)

    @contextmanager
    def archive_in(folder: Path) -> Iterator[Archive]:
        with sink(folder) as archive:
            yield Archive(archive.ae_title, archive.port, archive.count, os.getpid())

    before, peak = weigh(archive_in, tmp_path / "round", 2)
    assert (peak >= before > 0, (tmp_path / "round").exists()) == (True, False)


def test_an_object_that_is_not_taken_gives_no_figure(tmp_path: Path) -> None:
    make_multi_frame(tmp_path / "large.dcm", 1)
    with pytest.raises(RuntimeError, match="did not take"):
        send(tmp_path / "large.dcm", Archive("NOBODY", 1, lambda: 0))
