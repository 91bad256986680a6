"""Every sample file: our pixels are those of pydicom's own handlers, or there is a reason."""

from pathlib import Path
from types import MappingProxyType

import numpy as np
import pytest
from pydicom.dataset import FileDataset
from pydicom.filereader import dcmread
from pydicom.pixels.utils import pixel_array
from pydicom.uid import ImplicitVRLittleEndian

from pacsdesk.imaging.colour import is_colour
from pacsdesk.imaging.layout import read_layout
from pacsdesk.imaging.undisplayable import Obstacle, Undisplayable
from tests.imaging.opening import open_path
from tests.support.data import shared_data
from tests.support.sample_files import sample_file, sample_files

FRAMES_COMPARED = 2

# Files whose pixels the oracle cannot give; what we make of them instead
WITHOUT_ORACLE = MappingProxyType(
    {
        "JPEG2000-embedded-sequence-delimiter.dcm": "refused: its codestream is overwritten",
        "JPEG-lossy.dcm": "12 bit JPEG",
        "JPGExtended.dcm": "12 bit JPEG",
        "MR_truncated.dcm": "refused: cut",
        "badVR.dcm": "NumberOfFrames is 1A",
        "emri_small_jpeg_2k_lossless_too_short.dcm": "the delimiter is missing",
    }
)


def _with_pixels() -> list[Path]:
    return [path for path in sample_files() if path.name not in WITHOUT_ORACLE]


def _oracle(path: Path) -> FileDataset:
    ds = dcmread(path, force=True)
    if "TransferSyntaxUID" not in ds.file_meta:
        ds.file_meta.TransferSyntaxUID = ImplicitVRLittleEndian
    return ds


@pytest.mark.thorough
@pytest.mark.parametrize("path", _with_pixels(), ids=lambda path: path.name)
def test_pixels_are_those_of_pydicoms_handlers(path: Path) -> None:
    opened = open_path(path)
    if not opened.number_of_frames:
        assert opened.obstacle is not None
        return
    layout = read_layout(opened.header)
    is_palette = layout.photometric_interpretation == "PALETTE COLOR"
    for index in range(min(opened.number_of_frames, FRAMES_COMPARED)):
        ours = opened.picture(index).stored
        theirs = pixel_array(_oracle(path), index=index)
        if is_palette:
            assert ours.shape == (*theirs.shape, 3)
            continue
        if is_colour(layout) and layout.bits_stored > 8:
            theirs = theirs >> (layout.bits_stored - 8)
        np.testing.assert_array_equal(ours, theirs)


@pytest.mark.parametrize("number", range(2, 10))
def test_nine_transfer_syntaxes_of_one_slice_give_the_same_pixels(number: int) -> None:
    files = sorted(shared_data("mr-transfer-syntaxes").glob("*.dcm"))
    first, other = open_path(files[0]), open_path(files[number - 1])
    np.testing.assert_array_equal(first.picture(0).stored, other.picture(0).stored)


@pytest.mark.parametrize("name", ["JPEG-lossy.dcm", "JPGExtended.dcm"])
def test_twelve_bit_jpeg_is_decoded(name: str) -> None:
    stored = open_path(sample_file(name)).picture(0).stored
    assert (stored.shape, int(stored.max())) == ((1024, 256), 264)


def test_an_encapsulated_object_without_its_last_delimiter_gives_all_frames() -> None:
    opened = open_path(sample_file("emri_small_jpeg_2k_lossless_too_short.dcm"))
    whole = open_path(sample_file("emri_small_jpeg_2k_lossless.dcm"))
    last = whole.number_of_frames - 2
    np.testing.assert_array_equal(opened.picture(last).stored, whole.picture(last).stored)


def test_cut_pixel_data_is_a_reason_with_numbers() -> None:
    with pytest.raises(Undisplayable, match="ends early") as caught:
        open_path(sample_file("MR_truncated.dcm")).picture(0)
    assert caught.value.detail.startswith("8,130 of 8,192 bytes")


def test_a_codestream_of_another_size_than_the_header_says_is_refused() -> None:
    with pytest.raises(Undisplayable) as caught:
        open_path(sample_file("JPEG2000-embedded-sequence-delimiter.dcm")).picture(0)
    assert caught.value.obstacle is Obstacle.DAMAGED
