"""Work runs elsewhere, its answer comes to the GUI thread, or to nobody when the asker is gone."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import InternalError, NotFound, PacsDeskError
from pacsdesk.desktop.bridge.calls import Calls


@pytest.fixture
def calls(qtbot: QtBot) -> Iterator[Calls]:
    """Closed at the end, all work ended."""
    calls = Calls()
    yield calls
    assert calls.close()


class Asker(QObject):
    """Remembers what it was told, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[object] = []
        self.errors: list[PacsDeskError] = []
        self.threads: set[threading.Thread] = set()

    def on_done(self, answer: object) -> None:
        self.answers.append(answer)
        self.threads.add(threading.current_thread())

    def on_failed(self, error: PacsDeskError) -> None:
        self.errors.append(error)


def test_an_answer_comes_to_the_gui_thread(calls: Calls, qtbot: QtBot) -> None:
    asker = Asker()
    calls.start(lambda: 7, asker.on_done, asker.on_failed, owner=asker)
    qtbot.waitUntil(lambda: asker.answers == [7])
    assert asker.threads == {threading.main_thread()}


def test_work_runs_off_the_gui_thread(calls: Calls, qtbot: QtBot) -> None:
    asker = Asker()
    calls.start(threading.get_ident, asker.on_done, asker.on_failed, owner=asker)
    qtbot.waitUntil(lambda: bool(asker.answers))
    assert asker.answers != [threading.get_ident()]


def test_an_error_of_the_tree_arrives_as_itself(calls: Calls, qtbot: QtBot) -> None:
    asker, error = Asker(), NotFound("There is no such study.")

    def work() -> int:
        raise error

    calls.start(work, asker.on_done, asker.on_failed, owner=asker)
    qtbot.waitUntil(lambda: asker.errors == [error])


def test_any_other_exception_becomes_our_own_mistake(calls: Calls, qtbot: QtBot) -> None:
    asker = Asker()
    calls.start(lambda: 1 // 0, asker.on_done, asker.on_failed, owner=asker)
    qtbot.waitUntil(lambda: [type(error) for error in asker.errors] == [InternalError])


def test_a_dropped_answer_reaches_nobody(calls: Calls, qtbot: QtBot) -> None:
    asker, other = Asker(), Asker()
    calls.drop(calls.start(lambda: 1, asker.on_done, asker.on_failed, owner=asker))
    calls.start(lambda: 2, other.on_done, other.on_failed, owner=other)
    qtbot.waitUntil(lambda: other.answers == [2])
    assert asker.answers == []


def test_an_answer_for_a_destroyed_asker_is_dropped(calls: Calls, qtbot: QtBot) -> None:
    asker, other, gate = Asker(), Asker(), threading.Event()
    heard = asker.answers
    calls.start(gate.wait, asker.on_done, asker.on_failed, owner=asker)
    with qtbot.waitSignal(asker.destroyed):
        asker.deleteLater()
    gate.set()
    calls.start(lambda: 2, other.on_done, other.on_failed, owner=other)
    qtbot.waitUntil(lambda: other.answers == [2])
    assert heard == []
