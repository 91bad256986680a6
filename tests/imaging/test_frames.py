"""Frames are found by offset tables, by walking, and by arithmetic; only what is needed is fetched."""

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom.uid import RLELossless

from pacsdesk.imaging.frames import Frames, find_frames
from pacsdesk.imaging.header import read_header
from pacsdesk.imaging.layout import read_layout
from pacsdesk.imaging.objects import open_object
from pacsdesk.imaging.source import ByteSource, ReadAt
from pacsdesk.imaging.undisplayable import Undisplayable
from tests.imaging.building import encapsulated, image_dataset, part10
from tests.imaging.opening import CountedBytes

JPEG_BASELINE = "1.2.840.10008.1.2.4.50"
END = b"\xff\xd9"

bodies = st.binary(min_size=1, max_size=40).map(lambda data: data.replace(b"\xff", b"\0"))


def _find(data: bytes) -> Frames:
    header = read_header(ByteSource(CountedBytes(data).read_at, len(data)))
    return find_frames(header, read_layout(header))


def _file(
    frames: list[list[bytes]], syntax: str = JPEG_BASELINE, *, has_table: bool = False, declared: int = 0
) -> bytes:
    ds = image_dataset(4, 4, bits=8, frames=declared or len(frames))
    return part10(ds, encapsulated(frames, has_table=has_table), syntax)


@given(st.lists(st.lists(bodies, min_size=1, max_size=3), min_size=1, max_size=5), st.booleans())
def test_every_frame_comes_back_whole_from_any_fragmentation(frames: list[list[bytes]], has_table: bool) -> None:
    marked = [[*fragments[:-1], fragments[-1] + END] for fragments in frames]
    found = _find(_file(marked, has_table=has_table))
    padded = [b"".join(f + b"\0" * (len(f) % 2) for f in fragments) for fragments in marked]
    assert [found.read(index) for index in range(found.count)] == padded


def test_an_rle_fragment_is_a_frame_whatever_its_end() -> None:
    found = _find(_file([[b"aaaa"], [b"bbbb"]], str(RLELossless)))
    assert found.read(1) == b"bbbb"


def test_fragments_without_end_marks_are_one_frame_each_when_their_number_fits() -> None:
    found = _find(_file([[b"aa"], [b"bb"], [b"cc"]]))
    assert [found.read(index) for index in range(3)] == [b"aa", b"bb", b"cc"]


def test_an_extended_offset_table_is_used() -> None:
    ds = image_dataset(4, 4, bits=8, frames=2)
    ds.ExtendedOffsetTable = struct.pack("<2Q", 0, 10)
    ds.ExtendedOffsetTableLengths = struct.pack("<2Q", 2, 2)
    found = _find(part10(ds, encapsulated([[b"aa"], [b"bb"]]), JPEG_BASELINE))
    assert found.read(1) == b"bb"


def test_an_offset_table_that_cannot_be_true_is_ignored() -> None:
    data = _file([[b"aa" + END], [b"bb" + END]], has_table=True)
    lying = data.replace(struct.pack("<2I", 0, 12), struct.pack("<2I", 0, 4_000_000))
    assert _find(lying).read(1) == b"bb" + END


def test_frames_that_are_promised_and_missing_are_a_reason() -> None:
    found = _find(_file([[b"aa" + END]], declared=3))
    with pytest.raises(Undisplayable, match="Frame 3 is not in the object"):
        found.read(2)


def test_a_billion_promised_frames_are_not_believed() -> None:
    assert _find(_file([[b"aa" + END]], declared=2_000_000_000)).count < 10


def test_native_frames_are_no_more_than_there_are_bytes() -> None:
    data = part10(image_dataset(4, 4, bits=8, frames=1000), bytes(16 * 3))
    assert _find(data).count == 3


def test_a_frame_of_a_large_object_costs_about_a_frame() -> None:
    frames = 64
    pixels = np.repeat(np.arange(frames, dtype="<u2"), 256 * 256).tobytes()
    source = CountedBytes(part10(image_dataset(256, 256, frames=frames), pixels))
    opened = open_object(source.read_at, len(source.data))
    opened.picture(40)
    assert source.fetched < 3 * 256 * 256 * 2


def test_a_small_object_is_fetched_by_one_request() -> None:
    source = CountedBytes(part10(image_dataset(256, 256), bytes(256 * 256 * 2)))
    open_object(source.read_at, len(source.data)).picture(0)
    assert len(source.ranges) == 1


def test_one_bit_frames_are_found_inside_bytes() -> None:
    bits = np.zeros((3, 5), np.uint8)
    bits[1, 2] = 1
    pixels = np.packbits(bits.reshape(-1), bitorder="little").tobytes()
    opened = open_object(*_door(part10(image_dataset(1, 5, bits=1, frames=3), pixels)))
    assert opened.picture(1).stored.tolist() == [[0, 0, 1, 0, 0]]


def _door(data: bytes) -> tuple[ReadAt, int]:
    return CountedBytes(data).read_at, len(data)


def test_an_object_that_became_shorter_is_a_reason() -> None:
    data = part10(image_dataset(4, 4), bytes(32))
    with pytest.raises(Undisplayable, match="shorter than the archive says"):
        open_object(CountedBytes(data[:-100]).read_at, len(data))
