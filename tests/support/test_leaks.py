"""What a GUI test leaves behind is found."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.leaks import nothing_left_behind

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def timer(qapp: QApplication) -> Iterator[QTimer]:
    """One that ticks before the test looks."""
    timer = QTimer()
    timer.start(60_000)
    yield timer
    timer.stop()


def test_a_body_that_leaves_nothing_passes(timer: QTimer) -> None:
    with nothing_left_behind():
        QTimer().start(60_000)  # gone with its last name
    assert timer.isActive()


def test_a_timer_that_ticks_on_is_found() -> None:
    with pytest.raises(AssertionError, match="timer of"), nothing_left_behind():
        left = QTimer()
        left.start(60_000)
    left.stop()


def test_a_timer_of_a_widget_is_found() -> None:
    widget = QWidget()
    with pytest.raises(AssertionError, match="timer of"), nothing_left_behind():
        QTimer(widget).start(60_000)
    widget.deleteLater()


def test_a_window_that_shows_is_found() -> None:
    with pytest.raises(AssertionError, match="window QWidget"), nothing_left_behind():
        window = QWidget()
        window.show()
    window.close()
    window.deleteLater()


def test_a_thread_that_runs_is_waited_for() -> None:
    may_end = threading.Event()
    ends = threading.Thread(target=may_end.wait, daemon=True)
    with nothing_left_behind():
        ends.start()
        may_end.set()
    assert not ends.is_alive()
