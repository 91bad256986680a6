"""Headers of every encoding are read; bombs and noise end as a reason."""

import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom.uid import DeflatedExplicitVRLittleEndian

from pacsdesk.imaging import header as header_module
from pacsdesk.imaging.header import read_header
from pacsdesk.imaging.layout import MAX_FRAME_SAMPLES
from pacsdesk.imaging.source import ByteSource
from pacsdesk.imaging.undisplayable import Obstacle, Undisplayable
from tests.imaging.building import image_dataset, part10
from tests.imaging.opening import CountedBytes, open_bytes, open_path
from tests.support.sample_files import sample_file


@pytest.mark.parametrize(
    "name",
    [
        "CT_small.dcm",
        "MR_small_implicit.dcm",
        "MR_small_bigendian.dcm",
        "image_dfl.dcm",
        "OT-PAL-8-face.dcm",
        "ExplVR_BigEnd.dcm",
    ],
)
def test_pixels_are_found_in_every_encoding(name: str) -> None:
    assert open_path(sample_file(name)).number_of_frames == 1


def test_a_deflate_bomb_is_too_large() -> None:
    bare = part10(image_dataset(2, 2), bytes(8))
    meta = part10(image_dataset(2, 2), None, str(DeflatedExplicitVRLittleEndian))
    at = meta.index(b"\x08\x00\x16\x00")
    engine = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    bomb = engine.compress(bare[bare.index(b"\x08\x00\x16\x00") :])
    zeros = bytes(1 << 20)
    for _ in range((header_module.MAX_INFLATED_BYTES >> 20) + 1):
        bomb += engine.compress(zeros)
    with pytest.raises(Undisplayable, match="too large"):
        open_bytes(meta[:at] + bomb + engine.flush())


@given(st.binary(max_size=600))
def test_noise_is_read_or_refused_with_a_reason(data: bytes) -> None:
    try:
        read_header(ByteSource(CountedBytes(data).read_at, len(data)))
    except Undisplayable as reason:
        assert reason.title


@given(st.binary(max_size=200))
def test_noise_after_a_good_beginning_is_too(data: bytes) -> None:
    start = part10(image_dataset(2, 2), None)
    try:
        open_bytes(start + data)
    except Undisplayable as reason:
        assert reason.title


@pytest.mark.parametrize("keyword", ["Rows", "Columns", "BitsAllocated"])
def test_a_missing_attribute_is_named(keyword: str) -> None:
    ds = image_dataset(2, 2)
    delattr(ds, keyword)
    ds.BitsStored = 16
    data = part10(ds, None) + b"\xe0\x7f\x10\x00OW\0\0\x08\0\0\0" + bytes(8)
    opened = open_bytes(data)
    assert opened.obstacle is not None
    assert keyword in opened.obstacle.title


@pytest.mark.parametrize(
    "changes",
    [
        {"Rows": 0},
        {"SamplesPerPixel": 7},
        {"BitsAllocated": 12},
        {"BitsStored": 40},
        {"HighBit": 99},
        {"PhotometricInterpretation": "RGB"},
    ],
)
def test_a_description_that_makes_no_sense_is_refused(changes: dict[str, Any]) -> None:
    opened = open_bytes(part10(image_dataset(2, 2, **changes), bytes(8)))
    assert opened.obstacle is not None
    assert opened.obstacle.obstacle is Obstacle.DAMAGED


def test_an_image_beyond_all_measure_is_too_large() -> None:
    opened = open_bytes(part10(image_dataset(65_000, MAX_FRAME_SAMPLES // 65_000 + 1), bytes(8)))
    assert opened.obstacle is not None
    assert opened.obstacle.obstacle is Obstacle.TOO_LARGE


def test_an_object_without_pixels_says_so() -> None:
    opened = open_path(sample_file("test-SR.dcm"))
    assert opened.obstacle is not None
    assert opened.obstacle.obstacle is Obstacle.NO_PIXELS
