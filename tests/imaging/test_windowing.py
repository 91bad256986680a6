"""Windows, LUTs and inversion follow PS3.3 C.11; the fast table gives what the formula gives."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.imaging.windowing import (
    GreyScale,
    LookupTable,
    ModalityTransform,
    VoiFunction,
    Window,
    automatic_window,
    default_voi,
    render,
)

PLAIN = GreyScale(ModalityTransform())
CT = GreyScale(ModalityTransform(1, -1024, unit="HU"))


def _grey(value: float, window: Window, scale: GreyScale = PLAIN, *, is_inverted: bool = False) -> int:
    return int(render(np.array([[value]], np.int16), scale, window, is_inverted)[0, 0])


@given(st.integers(-3000, 3000), st.floats(-1000, 1000), st.floats(2, 4000))
def test_a_linear_window_is_the_formula_of_the_standard(value: int, center: float, width: float) -> None:
    if value <= center - 0.5 - (width - 1) / 2:
        expected = 0.0
    elif value > center - 0.5 + (width - 1) / 2:
        expected = 255.0
    else:
        expected = ((value - (center - 0.5)) / (width - 1) + 0.5) * 255
    assert abs(_grey(value, Window(center, width)) - expected) <= 1.01


def test_linear_exact_reaches_white_at_half_a_width_above_the_center() -> None:
    window = Window(100, 50, VoiFunction.LINEAR_EXACT)
    assert [_grey(value, window) for value in (75, 100, 125)] == [0, 128, 255]


def test_a_sigmoid_is_half_grey_at_its_center_and_never_ends() -> None:
    window = Window(0, 100, VoiFunction.SIGMOID)
    greys = [_grey(value, window) for value in (-100, 0, 100)]
    assert (greys[0] > 0, greys[1], greys[2] < 255) == (True, 128, True)


def test_a_window_of_width_one_is_a_threshold() -> None:
    assert [_grey(value, Window(10, 1)) for value in (9, 10)] == [0, 255]


def test_the_modality_transform_comes_before_the_window() -> None:
    assert _grey(1024 + 40, Window(40, 80), CT) == pytest.approx(129, abs=2)


def test_an_inverted_object_inverted_again_is_as_it_was() -> None:
    inverse = GreyScale(ModalityTransform(), is_inverted=True)
    assert _grey(30, Window(50, 100), inverse, is_inverted=True) == _grey(30, Window(50, 100))


@given(st.sampled_from(["u1", "i1", "<u2", "<i2"]), st.integers(0, 2**32 - 1))
def test_the_table_gives_what_the_formula_gives(dtype: str, seed: int) -> None:
    size = np.dtype(dtype).itemsize
    stored = np.random.default_rng(seed).integers(0, 256, 64 * size, np.uint8).view(dtype).reshape(8, 8)
    window = Window(40, 400)
    fast = render(stored, CT, window, False)
    slow = render(stored.astype(np.float32), CT, window, False)
    np.testing.assert_array_equal(fast, slow)


def test_a_lut_holds_its_ends_beyond_its_range() -> None:
    table = LookupTable(10, np.array([0, 50, 100], np.uint16), 8)
    assert table.apply(np.array([0, 11, 99], np.float32)).tolist() == [0, 50, 100]


def test_without_any_window_the_values_themselves_make_one() -> None:
    stored = np.arange(1000, dtype=np.int16).reshape(10, 100)
    window = automatic_window(stored, PLAIN)
    assert [window.center, window.width] == pytest.approx([499.5, 989], abs=2)


def test_padding_does_not_take_part_in_the_automatic_window() -> None:
    stored = np.full((10, 10), -2000, np.int16)
    stored[2:8, 2:8] = np.arange(36).reshape(6, 6)
    padded = GreyScale(ModalityTransform(), padding=(-2000, -2000))
    assert automatic_window(stored, padded).width < 40


@pytest.mark.parametrize("values", [np.zeros((4, 4), np.uint8), np.full((4, 4), np.nan, np.float32)])
def test_a_flat_or_empty_picture_still_has_a_window(values: "np.ndarray[tuple[int, int], np.dtype[np.uint8]]") -> None:
    assert automatic_window(values, PLAIN).width > 0


def test_a_voi_lut_is_preferred_to_a_window() -> None:
    table = LookupTable(0, np.arange(256, dtype=np.uint16), 8)
    scale = GreyScale(ModalityTransform(), windows=(Window(1, 2),), voi_tables=(table,))
    assert default_voi(np.zeros((2, 2), np.uint8), scale) is table


def test_wide_integers_and_doubles_are_windowed_too() -> None:
    stored = np.array([[0, 100_000, 200_000]], np.uint32)
    assert render(stored, PLAIN, Window(100_000, 200_000, VoiFunction.LINEAR_EXACT), False).tolist() == [[0, 128, 255]]
