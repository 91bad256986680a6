"""Orientation letters, slice positions, pixel shapes."""

import pytest
from pydicom.dataset import Dataset

from pacsdesk.imaging.geometry import EdgeLetters, read_geometry


def _dataset(**changes: object) -> Dataset:
    ds = Dataset()
    for keyword, value in changes.items():
        setattr(ds, keyword, value)
    return ds


@pytest.mark.parametrize(
    ("orientation", "letters"),
    [
        ([1, 0, 0, 0, 1, 0], EdgeLetters("R", "L", "A", "P")),
        ([0, 1, 0, 0, 0, -1], EdgeLetters("A", "P", "H", "F")),
        ([1, 0, 0, 0, 0, -1], EdgeLetters("R", "L", "H", "F")),
        ([0.8, 0.6, 0, 0, 0, -1], EdgeLetters("RA", "LP", "H", "F")),
    ],
)
def test_edges_are_named_by_the_direction_they_look_to(orientation: list[float], letters: EdgeLetters) -> None:
    assert read_geometry(_dataset(ImageOrientationPatient=orientation), 0).edges == letters


def test_projection_images_name_their_edges_themselves() -> None:
    assert read_geometry(_dataset(PatientOrientation=["L", "F"]), 0).edges == EdgeLetters("R", "L", "H", "F")


def test_a_slice_lies_along_its_own_normal() -> None:
    ds = _dataset(ImageOrientationPatient=[1, 0, 0, 0, 1, 0], ImagePositionPatient=[10, 20, -33.5])
    assert read_geometry(ds, 0).position == -33.5


def test_pixels_of_unequal_sides_have_an_aspect() -> None:
    assert read_geometry(_dataset(PixelSpacing=[2.0, 1.0]), 0).aspect == 2.0


def test_an_aspect_ratio_counts_where_there_is_no_spacing() -> None:
    assert read_geometry(_dataset(PixelAspectRatio=[1, 2]), 0).aspect == 0.5


@pytest.mark.parametrize("spacing", [[0.0, 1.0], [-1.0, 1.0], [1.0]])
def test_spacings_that_cannot_be_are_not_believed(spacing: list[float]) -> None:
    assert read_geometry(_dataset(PixelSpacing=spacing), 0).aspect == 1.0
