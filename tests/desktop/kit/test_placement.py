"""Zoom and pan: what lies under the pointer stays there, what fits is whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QSizeF

from pacsdesk.desktop.kit.placement import FITTED, MAX_ZOOM, MIN_ZOOM, Placement

VIEW, PICTURE = QSizeF(800, 600), QSizeF(512, 512)


def _share_at(placement: Placement, at: QPointF) -> tuple[float, float]:
    area = placement.rect(VIEW, PICTURE)
    return (at.x() - area.left()) / area.width(), (at.y() - area.top()) / area.height()


@given(st.floats(1.01, 3), st.floats(0, 800), st.floats(0, 600))
def test_what_lies_under_the_pointer_stays_there(factor: float, x: float, y: float) -> None:
    at = QPointF(x, y)
    after = FITTED.zoomed(factor, at, VIEW, PICTURE)
    assert _share_at(after, at) == pytest.approx(_share_at(FITTED, at), abs=1e-6)


def test_a_fitted_picture_is_whole_and_in_the_middle() -> None:
    area = FITTED.rect(VIEW, PICTURE)
    assert (area.left(), area.top(), area.width(), area.height()) == (100, 0, 600, 600)


@given(st.lists(st.floats(0.01, 100), max_size=20))
def test_no_zoom_goes_beyond_its_limits(factors: list[float]) -> None:
    placement = FITTED
    for factor in factors:
        placement = placement.zoomed(factor, QPointF(3, 4), VIEW, PICTURE)
    assert MIN_ZOOM <= placement.zoom_in(VIEW, PICTURE) <= MAX_ZOOM
