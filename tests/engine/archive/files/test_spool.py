"""A spooled file holds what was appended, at every size around its blocks, and can be read while it grows."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.engine.archive.files.spool import Spool

KIB = 1 << 10
HEADER = b"H" * KIB
CONTENT = os.urandom(1200 * KIB)

# around the end of what stays in memory (64 KiB), around ends of blocks (256 KiB each), and multiples of 4 KiB
SIZES = [0, 1, 63 * KIB - 1, 63 * KIB, 63 * KIB + 1, 319 * KIB - 1, 319 * KIB, 319 * KIB + 1, 327 * KIB, 1100 * KIB + 7]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("chunk", [5000, 128 * KIB, 2000 * KIB])
def test_a_file_is_its_header_and_what_was_appended(tmp_path: Path, size: int, chunk: int) -> None:
    spool = Spool(tmp_path / "file", KIB)
    for start in range(0, size, chunk):
        spool.append(memoryview(CONTENT)[start : min(start + chunk, size)])
    spool.finish(HEADER)
    spool.sync()
    spool.close()
    assert (tmp_path / "file").read_bytes() == HEADER + CONTENT[:size]


@pytest.mark.parametrize("size", [5 * KIB, 63 * KIB, 400 * KIB, 1100 * KIB])
def test_every_part_is_read_while_the_file_grows(tmp_path_factory: pytest.TempPathFactory, size: int) -> None:
    spool = Spool(tmp_path_factory.mktemp("spool") / "file", KIB)
    spool.append(memoryview(CONTENT)[:size])

    @given(st.integers(0, size), st.integers(0, size + 10))
    def read(start: int, length: int) -> None:
        assert spool.read(KIB + start, length) == CONTENT[start : min(start + length, size)]

    read()
    spool.close()


def test_a_file_that_is_given_up_while_it_is_small_was_never_there(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "file", KIB)
    spool.append(memoryview(CONTENT)[:1000])
    spool.close()
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_the_last_file_is_in_the_next(tmp_path: Path) -> None:
    for name, size in (("first", 400 * KIB), ("second", 70 * KIB)):
        spool = Spool(tmp_path / name, KIB)
        spool.append(memoryview(CONTENT)[-size:])
        spool.finish(HEADER)
        spool.close()
    assert (tmp_path / "second").read_bytes() == HEADER + CONTENT[-70 * KIB :]
