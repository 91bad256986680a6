"""Objects in other transfer syntaxes: pydicom finds the same pixels in them, all frames, and the same elements."""

from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest
from pydicom import Dataset, dcmread
from pydicom.uid import UID

from pacsdesk.imaging.encode import COMPRESSIONS
from pacsdesk.imaging.recode import TARGETS, can_recode, recode
from pacsdesk.imaging.undisplayable import Undisplayable
from tests.imaging.building import encapsulated, image_dataset, part10
from tests.imaging.recoding import all_frames, as_dataset, offset_of, recoded
from tests.support.data import shared_data
from tests.support.datasets import reader_of
from tests.support.sample_files import sample_file, sample_files

EXPLICIT, IMPLICIT = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2"
DEFLATED, BIG_ENDIAN = "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2"
UNCOMPRESSED = (EXPLICIT, IMPLICIT, DEFLATED, BIG_ENDIAN)

# compressed samples that pydicom cannot decode, or not as the standard has it
WITHOUT_ORACLE = MappingProxyType(
    {
        "JPEG2000-embedded-sequence-delimiter.dcm": "its codestream is overwritten",
        "JPEG-lossy.dcm": "12 bit JPEG",
        "JPGExtended.dcm": "12 bit JPEG",
        "emri_small_jpeg_2k_lossless_too_short.dcm": "the delimiter is missing",
    }
)
# one of each arrangement of pixels: signed, 12 of 16 bits, colour, planar, subsampled, palette, many frames
UNCOMPRESSED_SAMPLES = (
    *("CT_small.dcm", "MR_small.dcm", "MR_small_bigendian.dcm", "emri_small.dcm", "mlut_18.dcm", "rtdose.dcm"),
    *("SC_rgb.dcm", "SC_rgb_small_odd.dcm", "SC_ybr_full_uncompressed.dcm", "SC_ybr_full_422_uncompressed.dcm"),
    *("OBXXXX1A.dcm", "OBXXXX1A_expb.dcm", "examples_palette.dcm", "color-pl.dcm", "liver.dcm", "liver_expb.dcm"),
    *("image_dfl.dcm", "ExplVR_BigEnd.dcm"),
)
# what decoding and compressing may change, beside the pixels themselves
_OF_PIXELS = frozenset(
    (
        *(0x7FE00001, 0x7FE00002, 0x7FE00010, 0x00280004, 0x00280006, 0x00280102),
        *(0x00282110, 0x00282114, 0x00880200),
    )
)


def syntax_of(path: Path) -> str:
    """The transfer syntax of a file that has one and an image, else ""."""
    try:
        ds = dcmread(path, stop_before_pixels=True, force=True)
        return str(ds.file_meta.get("TransferSyntaxUID", "")) if "Rows" in ds else ""
    except Exception:  # noqa: BLE001  samples are broken in every way
        return ""


def compressed_samples() -> list[Path]:
    files = [*sample_files(), *sorted(shared_data("mr-transfer-syntaxes").glob("*.dcm"))]
    return [
        path
        for path in files
        if path.name not in WITHOUT_ORACLE
        and (syntax := syntax_of(path)) not in ("", *UNCOMPRESSED)
        and can_recode(syntax, EXPLICIT, True)
    ]


def assert_same_pixels(path: Path, outcome: Dataset) -> None:
    expected = all_frames(dcmread(path))
    found = all_frames(outcome)
    assert len(found) == len(expected)
    for ours, theirs in zip(found, expected, strict=True):
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.thorough
@pytest.mark.parametrize("path", compressed_samples(), ids=lambda path: path.name)
@pytest.mark.parametrize("to", UNCOMPRESSED[:2])
def test_every_compressed_sample_is_decompressed_to_the_same_pixels(path: Path, to: str) -> None:
    dataset, outcome = recoded(path, to)
    assert_same_pixels(path, outcome)
    assert len(dataset) % 2 == 0
    assert not outcome["PixelData"].is_undefined_length


@pytest.mark.parametrize("name", UNCOMPRESSED_SAMPLES)
@pytest.mark.parametrize("to", UNCOMPRESSED)
def test_uncompressed_samples_keep_their_pixels(name: str, to: str) -> None:
    _, outcome = recoded(sample_file(name), to)
    assert_same_pixels(sample_file(name), outcome)


@pytest.mark.parametrize("name", UNCOMPRESSED_SAMPLES)
@pytest.mark.parametrize("to", COMPRESSIONS)
def test_compressing_loses_nothing_or_is_refused(name: str, to: str) -> None:
    path = sample_file(name)
    bits = dcmread(path).BitsAllocated
    if bits not in (8, 16):
        with pytest.raises(Undisplayable, match=f"{bits} bits"):
            recoded(path, to)
        return
    _, outcome = recoded(path, to)
    assert_same_pixels(path, outcome)
    assert outcome["PixelData"].is_undefined_length


@pytest.mark.parametrize("to", COMPRESSIONS)
def test_one_compression_is_made_into_another(to: str) -> None:
    path = shared_data("mr-transfer-syntaxes", "9.dcm")
    assert_same_pixels(path, recoded(path, to)[1])


@pytest.mark.parametrize("name", ["CT_small.dcm", "JPEG2000.dcm", "examples_ybr_color.dcm", "emri_small_RLE.dcm"])
@pytest.mark.parametrize("to", [EXPLICIT, IMPLICIT, DEFLATED])
def test_every_other_element_keeps_its_value(name: str, to: str) -> None:
    path = sample_file(name)
    before, after = dcmread(path), recoded(path, to)[1]
    kept = [tag for tag in before.keys() if tag not in _OF_PIXELS and tag.element]  # noqa: SIM118  no parsing
    assert [tag for tag in after.keys() if tag not in _OF_PIXELS] == kept  # noqa: SIM118  no parsing
    for tag in kept:
        if not tag.is_private and "UN" not in (before[tag].VR, after[tag].VR):
            assert str(before[tag]) == str(after[tag])


@pytest.mark.parametrize("name", ["nested_priv_SQ.dcm", "rtplan.dcm", "reportsi.dcm"])
@pytest.mark.parametrize("to", [IMPLICIT, DEFLATED, BIG_ENDIAN])
def test_a_dataset_that_went_to_another_encoding_and_back_is_the_one_that_a_single_step_makes(
    name: str, to: str
) -> None:
    first, _ = recoded(sample_file(name), EXPLICIT)
    there = part10_of(first, EXPLICIT)
    across = b"".join(recode(reader_of(there), len(there), offset_of(there), to))
    back = part10_of(across, to)
    assert b"".join(recode(reader_of(back), len(back), offset_of(back), EXPLICIT)).rstrip(b"\0") == first.rstrip(b"\0")


def part10_of(dataset: bytes, transfer_syntax: str) -> bytes:
    meta = part10(Dataset(), None, transfer_syntax)
    return meta[: offset_of(meta)] + dataset


def test_lossy_colour_becomes_rgb_and_stays_marked_as_lossy() -> None:
    _, outcome = recoded(sample_file("SC_rgb_jpeg_dcmtk.dcm"), EXPLICIT)
    told = (outcome.PhotometricInterpretation, outcome.PlanarConfiguration, outcome.LossyImageCompression)
    assert told == ("RGB", 0, "01")


def test_lossy_compression_is_told_of_an_object_that_kept_it_to_itself(tmp_path: Path) -> None:
    ds = dcmread(sample_file("SC_rgb_jpeg_dcmtk.dcm"))
    del ds.LossyImageCompression, ds.LossyImageCompressionMethod
    ds.save_as(tmp_path / "silent.dcm")
    outcome = recoded(tmp_path / "silent.dcm", EXPLICIT)[1]
    assert (outcome.LossyImageCompression, outcome.LossyImageCompressionMethod) == ("01", "ISO_10918_1")


def test_offset_tables_go_with_the_fragments_that_they_are_of() -> None:
    ds = image_dataset(4, 4, bits=8, frames=1, ExtendedOffsetTable=bytes(8), ExtendedOffsetTableLengths=bytes(8))
    frame = b"\1\0\0\0\x40" + bytes(59) + b"\xf1\7\0"
    content = part10(ds, encapsulated([[frame]]), "1.2.840.10008.1.2.5")
    outcome = b"".join(recode(reader_of(content), len(content), offset_of(content), EXPLICIT))
    read = as_dataset(outcome, EXPLICIT)
    assert ("ExtendedOffsetTable" in read, read.PixelData) == (False, b"\7" * 16)


def test_a_syntax_that_nobody_can_decode_is_not_promised() -> None:
    video, private = "1.2.840.10008.1.2.4.102", "1.2.826.0.1.3680043.2.1143.99"
    assert not any(can_recode(stored, to, True) for stored in (video, private) for to in TARGETS)


def test_nothing_is_ever_compressed_lossily() -> None:
    assert all(UID(to).is_transfer_syntax for to in TARGETS)
    assert not {"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.81"} & set(TARGETS)


def test_a_cut_object_is_a_reason() -> None:
    with pytest.raises(Undisplayable):
        recoded(sample_file("MR_truncated.dcm"), IMPLICIT)
