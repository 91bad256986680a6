"""Corner texts are harmless lines; overlay planes land where the standard puts them."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from pydicom.dataset import Dataset

from pacsdesk.imaging.geometry import Geometry
from pacsdesk.imaging.overlays import frame_rate, person_name, read_corner_texts
from tests.imaging.building import image_dataset, part10
from tests.imaging.opening import open_bytes, open_path
from tests.support.sample_files import sample_file


def test_a_person_name_is_written_as_people_write_it() -> None:
    assert person_name("Yamada^Tarou=山田^太郎") == "Yamada, Tarou  山田, 太郎"


@given(st.text(max_size=300))
def test_no_name_brings_a_line_break_or_a_change_of_direction(name: str) -> None:
    shown = person_name(name)
    assert len(shown) <= 64
    assert not set(shown) & set("\n\r\0\x1b\u202e\u2066\u200f\u2028")


def test_corner_texts_leave_out_what_the_header_lacks() -> None:
    texts = read_corner_texts(Dataset(), Geometry())
    assert (texts.patient, texts.study, texts.place) == ((), (), ())


def test_an_overlay_plane_is_found() -> None:
    overlay = open_path(sample_file("examples_overlay.dcm")).picture(0).overlay
    assert overlay is not None
    assert overlay.any()


def _with_plane(origin: list[int], rows: int = 2, columns: int = 2, data: bytes = b"\x0f\x00") -> bytes:
    ds = image_dataset(4, 4, bits=8)
    ds.add_new((0x6000, 0x0010), "US", rows)
    ds.add_new((0x6000, 0x0011), "US", columns)
    ds.add_new((0x6000, 0x0050), "SS", origin)
    ds.add_new((0x6000, 0x3000), "OW", data)
    return part10(ds, bytes(16))


def test_a_plane_stands_at_its_origin() -> None:
    overlay = open_bytes(_with_plane([3, 2])).picture(0).overlay
    assert overlay is not None
    assert np.argwhere(overlay).tolist() == [[2, 1], [2, 2], [3, 1], [3, 2]]


def test_a_plane_that_begins_outside_the_image_is_cut() -> None:
    overlay = open_bytes(_with_plane([0, 0])).picture(0).overlay
    assert overlay is not None
    assert np.argwhere(overlay).tolist() == [[0, 0]]


def test_a_plane_far_outside_draws_nothing() -> None:
    overlay = open_bytes(_with_plane([-900, 900])).picture(0).overlay
    assert overlay is not None
    assert not overlay.any()


def test_a_plane_with_too_little_data_is_left_out() -> None:
    assert open_bytes(_with_plane([1, 1], rows=900, columns=900)).picture(0).overlay is None


def test_the_frame_rate_comes_from_the_frame_time() -> None:
    ds = Dataset()
    ds.FrameTime = "40"
    assert frame_rate(ds) == 25
