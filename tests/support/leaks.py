"""What a GUI test may not leave behind: threads that run, windows that show, timers that tick."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

_GRACE_S = 3.0  # a worker that was told to end may finish its last call


@contextmanager
def nothing_left_behind() -> Iterator[None]:
    """Fail when the body leaves a thread, a visible window or an active timer that was not there before."""
    threads = set(threading.enumerate())
    gc.freeze()  # sets aside what is there: to look through all of it twice took longer than most tests
    try:
        yield
        _check(threads)
    finally:
        gc.unfreeze()


def _check(threads: set[threading.Thread]) -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for thread in _started_since(threads):
        thread.join(_GRACE_S)
    left = [f"thread {thread.name}" for thread in _started_since(threads)]
    left += [f"window {window.objectName() or type(window).__name__}" for window in _visible_windows()]
    left += [f"timer of {timer.parent()!r}" for timer in _new_active_timers()]
    assert not left, f"The test left behind: {', '.join(left)}"


def _started_since(earlier: set[threading.Thread]) -> list[threading.Thread]:
    """Live Python threads; threads of Qt's own pool show as dummies that never end, and are no leak."""
    return [
        thread
        for thread in threading.enumerate()
        if thread not in earlier and thread.is_alive() and not isinstance(thread, threading._DummyThread)
    ]


def _visible_windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def _new_active_timers() -> list[QTimer]:
    """Found through the collector, which passes over what was frozen: Qt keeps no list of them."""
    return [
        thing for thing in gc.get_objects() if issubclass(type(thing), QTimer) and isValid(thing) and thing.isActive()
    ]
