"""The viewer's logic without a screen: stack, cache, window choices, reading."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.records.archive import Instance
from pacsdesk.contract.types import (
    SeriesInstanceUID,
    SOPClassUID,
    SOPInstanceUID,
    StudyInstanceUID,
    TransferSyntaxUID,
)
from pacsdesk.desktop.panels.viewer.frame_cache import FrameCache
from pacsdesk.desktop.panels.viewer.imaging_words import place_in_own_words
from pacsdesk.desktop.panels.viewer.reading import LoadedFrame, ObjectReader
from pacsdesk.desktop.panels.viewer.rendering import thumbnail, to_image, value_text
from pacsdesk.desktop.panels.viewer.stack import FrameAddress, Stack
from pacsdesk.desktop.panels.viewer.view_state import ViewState, WindowKind, window_options
from pacsdesk.imaging.objects import Picture
from pacsdesk.imaging.windowing import Window
from tests.imaging.opening import open_path
from tests.support.data import ct_phantom_slices, shared_data
from tests.support.dicom_site import site_of_files
from tests.support.sample_files import sample_file

INSTANCE = Instance(
    sop_instance_uid=SOPInstanceUID("1.1"),
    series_instance_uid=SeriesInstanceUID("1.2"),
    study_instance_uid=StudyInstanceUID("1.3"),
    sop_class_uid=SOPClassUID("1.4"),
    transfer_syntax_uid=TransferSyntaxUID("1.5"),
    instance_number=1,
    number_of_frames=1,
    rows=1,
    columns=1,
    size_bytes=1,
    digest="",
    unreadable="",
    received_at=datetime(2026, 1, 1, tzinfo=UTC),
    sending_ae_title="",
)


def _instances(*frames: int) -> list[Instance]:
    return [
        replace(INSTANCE, sop_instance_uid=SOPInstanceUID(f"1.{number}"), number_of_frames=count)
        for number, count in enumerate(frames, start=1)
    ]


def _stack(*frames: int) -> Stack:
    stack = Stack()
    stack.append(_instances(*frames))
    return stack


def _loaded(number: int, kilobytes: int) -> LoadedFrame:
    ct = open_path(sample_file("CT_small.dcm")).picture(0)
    picture = replace(ct, stored=np.zeros(kilobytes * 512, np.int16), overlay=None)
    return LoadedFrame(FrameAddress(SOPInstanceUID("1.1"), number), picture=picture)


def test_a_stack_walks_through_the_frames_of_all_instances() -> None:
    stack = _stack(1, 3, 1)
    assert [stack.at(place).frame for place in range(len(stack))] == [0, 0, 1, 2, 0]


def test_instances_already_in_the_stack_are_passed_over() -> None:
    stack = _stack(1, 2)
    assert stack.append(_instances(1, 2, 1)) == 1


def test_a_lying_number_of_frames_is_corrected() -> None:
    stack = _stack(5, 1)
    stack.go_to(4)
    stack.correct(SOPInstanceUID("1.1"), 2)
    assert (len(stack), stack.position) == (3, 2)


@given(st.lists(st.integers(1, 4), min_size=1, max_size=6), st.lists(st.integers(-50, 50), max_size=20))
def test_no_walk_leaves_the_stack(frames: list[int], moves: list[int]) -> None:
    stack = _stack(*frames)
    for move in moves:
        stack.go_to(stack.position + move)
    assert 0 <= stack.position < len(stack)


def test_more_neighbours_lie_in_the_direction_of_the_last_step() -> None:
    stack = _stack(*[1] * 40)
    stack.go_to(20)
    stack.go_to(19)
    ahead = stack.ahead(4, 2)
    assert [address.sop_instance_uid for address in ahead] == ["1.19", "1.21", "1.18", "1.22", "1.17", "1.16"]


def test_a_loop_stays_within_a_multi_frame_object() -> None:
    stack = _stack(1, 3, 1)
    stack.go_to(3)
    assert stack.next_in_loop() == 1


def test_a_loop_over_single_frames_goes_round() -> None:
    stack = _stack(1, 1)
    stack.go_to(1)
    assert stack.next_in_loop() == 0


def test_a_cache_holds_its_budget_and_drops_the_least_recently_used() -> None:
    cache = FrameCache(budget_bytes=3 << 10)
    for number in range(3):
        cache.put(_loaded(number, 1))
    cache.get(_loaded(0, 1).address)
    cache.put(_loaded(3, 1))
    kept = [number for number in range(4) if _loaded(number, 1).address in cache]
    assert (kept, cache.size_bytes) == ([0, 2, 3], 3 << 10)


def test_a_frame_larger_than_the_budget_is_kept_alone() -> None:
    cache = FrameCache(budget_bytes=1 << 10)
    cache.put(_loaded(0, 1))
    cache.put(_loaded(1, 50))
    assert _loaded(1, 1).address in cache and _loaded(0, 1).address not in cache


def _ct() -> Picture:
    return open_path(ct_phantom_slices()[10]).picture(0)


def test_window_choices_are_the_objects_own_then_automatic_then_presets() -> None:
    kinds = [option.kind for option in window_options(_ct())]
    assert (kinds[:3], kinds[3]) == ([WindowKind.OBJECT, WindowKind.OBJECT, WindowKind.AUTOMATIC], WindowKind.CHOSEN)


def test_a_series_without_windows_keeps_the_first_frames_automatic_one() -> None:
    first, second = (open_path(path).picture(0) for path in sorted(shared_data("mr-t1").glob("*.dcm"))[:2])
    state = ViewState().settle(first)
    assert second.scale is not None
    assert state.settle(second).voi(second, second.scale) == state.window


def test_colour_has_no_window() -> None:
    picture = open_path(sample_file("SC_rgb.dcm")).picture(0)
    assert window_options(picture) == () and ViewState().dragged(picture, 5, 5) == ViewState()


def test_a_drag_never_makes_a_window_without_width() -> None:
    state = ViewState(kind=WindowKind.CHOSEN, window=Window(0, 1))
    assert state.dragged(_ct(), -5000, 0).window is not None
    window = state.dragged(_ct(), -5000, 0).window
    assert window is not None and window.width > 0


def test_a_reset_keeps_the_tool_and_the_texts() -> None:
    state = ViewState(is_inverted=True, has_texts=False, kind=WindowKind.AUTOMATIC)
    assert state.reset() == ViewState(has_texts=False)


def test_an_image_of_an_odd_width_is_drawn_without_shear() -> None:
    picture = open_path(sample_file("SC_rgb_small_odd.dcm")).picture(0)
    image = to_image(picture, ViewState())
    last = image.pixelColor(2, 2)
    assert (last.red(), last.green(), last.blue()) == tuple(int(part) for part in picture.stored[2, 2])


def test_a_thumbnail_has_the_shape_of_the_patient() -> None:
    picture = open_path(sample_file("CT_small.dcm")).picture(0)
    tall = replace(picture, geometry=replace(picture.geometry, aspect=2.0))
    assert (thumbnail(tall, 100).width(), thumbnail(tall, 100).height()) == (50, 100)


def test_a_value_is_told_with_its_unit() -> None:
    picture = _ct()
    assert value_text(picture, 0, 0).split()[-1] == "HU"


def test_a_place_outside_the_picture_has_no_value() -> None:
    assert value_text(_ct(), 512, 0) == ""


def test_tags_are_read_of_an_object_that_cannot_be_shown() -> None:
    site = site_of_files([sample_file("MR_truncated.dcm")])
    assert ObjectReader(site.client).tags(site.instances[0].sop_instance_uid).rows


@pytest.mark.usefixtures("german")
def test_where_an_image_lies_is_said_in_the_language_of_the_window() -> None:
    lines = [place_in_own_words(line) for line in ("Thickness 5.0 mm", "Series 201", "HEAD")]
    assert lines == ["Dicke 5.0 mm", "Serie 201", "HEAD"]
