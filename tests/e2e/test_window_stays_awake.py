"""While images arrive the window goes on answering; the benchmark measures how soon, this only tells a freeze."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench.store import make_ct
from tests.bench.window import UNKNOWN_CALLERS, longest_stall_ms, open_window, send
from tests.support.engine import make_site, running_engine

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]

FROZEN_MS = 1000.0
ARRIVALS = 200


def test_the_window_never_freezes_while_images_arrive(tmp_path: Path, qapp: QApplication) -> None:
    make_ct(tmp_path / "ct", ARRIVALS)
    with (
        running_engine(make_site(tmp_path), UNKNOWN_CALLERS) as engine,
        open_window(engine, tmp_path) as window,
    ):
        stall = longest_stall_ms(window, send(engine, tmp_path / "ct"))
    assert stall < FROZEN_MS
