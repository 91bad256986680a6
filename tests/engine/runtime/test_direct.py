"""Writing past the cache: all bytes arrive, whatever the disk refuses or cuts short."""

import errno
import mmap
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from pacsdesk.engine.runtime.direct import DIRECT_BLOCK, write_all, write_directly, write_through_cache

CONTENT = bytes(range(256)) * 16 * 8


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[int]:
    descriptor = os.open(tmp_path / "file", os.O_CREAT | os.O_RDWR)
    yield descriptor
    os.close(descriptor)


@pytest.fixture
def memory() -> memoryview:
    """Bytes that begin at a border, as direct writes want it."""
    pages = mmap.mmap(-1, len(CONTENT))
    pages[:] = CONTENT
    return memoryview(pages)


def test_what_is_written_directly_is_read_back(opened: int, memory: memoryview) -> None:
    write_directly(opened)
    write_all(opened, memory)
    write_through_cache(opened)
    assert os.pread(opened, len(CONTENT) + 1, 0) == CONTENT


def test_memory_at_no_border_is_written_all_the_same(opened: int, memory: memoryview) -> None:
    write_directly(opened)
    write_all(opened, memory[100:])
    write_through_cache(opened)
    assert os.pread(opened, len(CONTENT), 0) == CONTENT[100:]


def test_a_write_that_was_cut_short_goes_on_where_it_ended(
    opened: int, memory: memoryview, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, view: write(descriptor, bytes(view[: DIRECT_BLOCK + 1])))
    write_directly(opened)
    write_all(opened, memory)
    assert os.pread(opened, len(CONTENT) + 1, 0) == CONTENT


def test_an_error_that_has_nothing_to_do_with_borders_is_raised(
    opened: int, memory: memoryview, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int, _view: memoryview) -> int:
        raise OSError(errno.EINVAL, "no")

    monkeypatch.setattr(os, "write", refuse)
    write_directly(opened)
    with pytest.raises(OSError, match="no"):
        write_all(opened, memory)
