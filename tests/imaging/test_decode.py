"""Compressed syntaxes, signs and unused bits, each from a frame made here; damage is a reason, quickly."""

import struct
from collections.abc import Callable
from typing import Any

import imagecodecs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.imaging.undisplayable import Obstacle, Undisplayable
from tests.imaging.building import encapsulated, gradient, image_dataset, part10
from tests.imaging.opening import open_bytes, open_path
from tests.support.sample_files import sample_file

Encode = Callable[["np.ndarray[tuple[int, int], np.dtype[np.uint16]]"], bytes | bytearray]

LOSSLESS: dict[str, tuple[str, Encode]] = {
    "JPEG-LS": ("1.2.840.10008.1.2.4.80", imagecodecs.jpegls_encode),
    "JPEG 2000": ("1.2.840.10008.1.2.4.90", lambda a: imagecodecs.jpeg2k_encode(a, codecformat="J2K", reversible=True)),
    "JPEG XL": ("1.2.840.10008.1.2.4.110", lambda a: imagecodecs.jpegxl_encode(a, lossless=True)),
    "HTJ2K": ("1.2.840.10008.1.2.4.201", lambda a: imagecodecs.htj2k_encode(a, reversible=True)),
}


def _compressed(frame: bytes | bytearray, syntax: str, bits: int = 12, **changes: Any) -> bytes:
    return part10(image_dataset(32, 48, bits=bits, **{"BitsAllocated": 16, **changes}), encapsulated([[frame]]), syntax)


@pytest.mark.parametrize("name", LOSSLESS)
def test_lossless_compression_gives_back_the_pixels(name: str) -> None:
    syntax, encode = LOSSLESS[name]
    pixels = gradient(32, 48, 12)
    opened = open_bytes(_compressed(encode(pixels), syntax))
    np.testing.assert_array_equal(opened.picture(0).stored, pixels)


def test_signed_values_coded_as_unsigned_get_their_sign_back() -> None:
    pixels = gradient(32, 48, 12)
    frame = imagecodecs.jpeg2k_encode(pixels, codecformat="J2K", reversible=True, bitspersample=12)
    stored = open_bytes(_compressed(frame, "1.2.840.10008.1.2.4.90", PixelRepresentation=1)).picture(0).stored
    np.testing.assert_array_equal(stored, np.where(pixels > 2047, pixels.astype(np.int16) - 4096, pixels))


def test_bits_beyond_those_stored_are_cleared() -> None:
    pixels = np.full((4, 4), 0xF123, "<u2")
    opened = open_bytes(part10(image_dataset(4, 4, bits=12, BitsAllocated=16), pixels.tobytes()))
    assert opened.picture(0).stored[0, 0] == 0x123


def test_stored_bits_may_stand_high_in_the_word() -> None:
    pixels = np.full((4, 4), 0xABC0, "<u2")
    ds = image_dataset(4, 4, bits=12, BitsAllocated=16, HighBit=15)
    assert open_bytes(part10(ds, pixels.tobytes())).picture(0).stored[0, 0] == 0xABC


def test_an_unknown_compression_is_named() -> None:
    opened = open_bytes(_compressed(b"aa", "1.2.3.4.5"))
    assert opened.obstacle is not None
    assert (opened.obstacle.obstacle, opened.obstacle.detail) == (Obstacle.UNSUPPORTED, "Transfer syntax 1.2.3.4.5.")


def test_a_video_says_that_it_is_one() -> None:
    opened = open_bytes(_compressed(b"aa", "1.2.840.10008.1.2.4.102"))
    assert opened.obstacle is not None
    assert "video" in opened.obstacle.title


def test_a_jpeg_bomb_is_refused_by_its_own_header() -> None:
    small = imagecodecs.jpeg8_encode(np.zeros((8, 8), np.uint8))
    at = small.index(b"\xff\xc0") + 5
    bomb = small[:at] + struct.pack(">HH", 65_000, 65_000) + small[at + 4 :]
    opened = open_bytes(part10(image_dataset(8, 8, bits=8), encapsulated([[bomb]]), "1.2.840.10008.1.2.4.50"))
    with pytest.raises(Undisplayable, match="not the image that the header describes"):
        opened.picture(0)


def test_a_jpeg_xl_of_another_size_is_refused() -> None:
    frame = imagecodecs.jpegxl_encode(gradient(64, 64, 12), lossless=True)
    with pytest.raises(Undisplayable):
        open_bytes(_compressed(frame, "1.2.840.10008.1.2.4.110")).picture(0)


def test_a_jpeg_ls_frame_that_was_cut_is_a_reason() -> None:
    frame = imagecodecs.jpegls_encode(gradient(32, 48, 12))
    with pytest.raises(Undisplayable, match="damaged"):
        open_bytes(_compressed(frame[:-20], "1.2.840.10008.1.2.4.80")).picture(0)


@given(st.binary(max_size=200))
def test_any_bytes_as_an_rle_frame_are_pixels_or_a_reason(frame: bytes) -> None:
    header = struct.pack("<16I", 2, 64, 64 + len(frame) // 2, *[0] * 13)
    opened = open_bytes(_compressed(header + frame, "1.2.840.10008.1.2.5"))
    try:
        assert opened.picture(0).stored.shape == (32, 48)
    except Undisplayable as reason:
        assert reason.obstacle is Obstacle.DAMAGED


@given(
    st.sampled_from(["MR_small_RLE.dcm", "MR_small_jp2klossless.dcm", "SC_rgb_jpeg_dcmtk.dcm", "CT_small.dcm"]),
    st.data(),
)
def test_damage_anywhere_is_a_picture_or_a_reason(name: str, data: st.DataObject) -> None:
    damaged = bytearray(sample_file(name).read_bytes())
    for _ in range(data.draw(st.integers(1, 12))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        opened = open_bytes(bytes(damaged[: data.draw(st.integers(1, len(damaged)))]))
        opened.picture(0)
    except Undisplayable as reason:
        assert reason.title


def test_colour_of_a_jpeg_follows_its_adobe_marker() -> None:
    rgb = open_path(sample_file("SC_jpeg_no_color_transform.dcm")).picture(0).stored
    assert rgb.shape == (256, 256, 3)
