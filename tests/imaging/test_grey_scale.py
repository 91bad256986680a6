"""Windows, LUTs and rescaling are read from classic and enhanced headers; nonsense is left out."""

from typing import Any

import pytest
from pydicom.dataset import Dataset
from pydicom.sequence import Sequence

from pacsdesk.imaging.grey_scale import read_grey_scale
from pacsdesk.imaging.header import read_header
from pacsdesk.imaging.layout import read_layout
from pacsdesk.imaging.source import ByteSource
from pacsdesk.imaging.windowing import GreyScale, VoiFunction
from tests.imaging.building import image_dataset, part10
from tests.imaging.opening import CountedBytes, open_path
from tests.support.data import ct_phantom_slices, shared_data
from tests.support.sample_files import sample_file


def _scale(**changes: Any) -> GreyScale:
    data = part10(image_dataset(2, 2, **changes), bytes(8))
    header = read_header(ByteSource(CountedBytes(data).read_at, len(data)))
    return read_grey_scale(header.dataset, read_layout(header), 0)


def test_both_windows_of_a_ct_slice_are_found() -> None:
    scale = open_path(ct_phantom_slices()[0]).picture(0).scale
    assert scale is not None
    assert [(window.center, window.width) for window in scale.windows] == [(40, 80), (40, 80)]


def test_ct_values_are_hounsfield_units_unless_said_otherwise() -> None:
    assert _scale(Modality="CT", RescaleSlope=1, RescaleIntercept=-1024).modality.unit == "HU"


def test_an_enhanced_frame_has_the_window_of_its_own_functional_groups() -> None:
    scale = open_path(sorted(shared_data("mr-enhanced").glob("*.dcm"))[0]).picture(2).scale
    assert scale is not None
    assert scale.windows[0].width > 1


def test_windows_of_no_width_are_left_out() -> None:
    assert _scale(WindowCenter=[10, 20], WindowWidth=[0, 30]).windows[0].center == 20


def test_a_window_says_its_function_and_its_name() -> None:
    scale = _scale(WindowCenter=10, WindowWidth=30, VOILUTFunction="SIGMOID", WindowCenterWidthExplanation="SOFT")
    assert (scale.windows[0].function, scale.windows[0].explanation) == (VoiFunction.SIGMOID, "SOFT")


def test_an_inverse_shape_repeats_monochrome1_and_does_not_undo_it() -> None:
    scale = _scale(PhotometricInterpretation="MONOCHROME1", PresentationLUTShape="INVERSE")
    assert scale.is_inverted


def test_a_modality_lut_takes_the_place_of_slope_and_intercept() -> None:
    scale = open_path(sample_file("mlut_18.dcm")).picture(0).scale
    assert scale is not None
    assert scale.modality.table is not None


def test_a_voi_lut_is_read() -> None:
    scale = open_path(sample_file("vlut_04.dcm")).picture(0).scale
    assert scale is not None
    assert len(scale.voi_tables) == 1


def test_a_lut_without_data_is_left_out() -> None:
    broken = Dataset()
    broken.LUTDescriptor = [256, 0, 16]
    assert _scale(VOILUTSequence=Sequence([broken])).voi_tables == ()


def test_a_range_of_padding_is_ordered() -> None:
    assert _scale(PixelPaddingValue=100, PixelPaddingRangeLimit=20).padding == (20, 100)


@pytest.mark.parametrize("slope", ["0", ""])
def test_a_slope_of_nothing_is_no_slope(slope: str) -> None:
    assert _scale(RescaleSlope=slope, RescaleIntercept="5").modality.slope == 1
