"""The event stream becomes signals, reconnects by itself, and tells a loss once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import NotSignedIn
from pacsdesk.contract.events import TrashChanged
from pacsdesk.desktop.bridge.events import EngineEvents
from tests.support.fake_services import FakeSite


class Ear(QObject):
    """Writes down what it hears, in order."""

    def __init__(self, events: EngineEvents) -> None:
        super().__init__()
        self.heard: list[object] = []
        events.happened.connect(self._on_happened)
        events.engine_lost.connect(self._on_lost)
        events.engine_found.connect(self._on_found)
        events.session_refused.connect(self._on_refused)

    def _on_happened(self, event: object) -> None:
        self.heard.append(event)

    def _on_lost(self, reason: str) -> None:
        self.heard.append(f"lost: {reason}")

    def _on_found(self) -> None:
        self.heard.append("found")

    def _on_refused(self, reason: str) -> None:
        self.heard.append(f"refused: {reason}")


@pytest.fixture
def site() -> FakeSite:
    """An engine in memory."""
    return FakeSite()


@pytest.fixture
def ear(qtbot: QtBot, site: FakeSite) -> Iterator[Ear]:
    """Listens until the test ends."""
    events = EngineEvents(site.listen, first_wait_s=0.02)
    ear = Ear(events)
    events.start()
    yield ear
    events.close()


def test_a_stream_that_stands_is_told(ear: Ear, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ear.heard == ["found"])


def test_an_event_arrives_as_its_record(ear: Ear, site: FakeSite, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ear.heard == ["found"])
    site.publish(TrashChanged("1"))
    qtbot.waitUntil(lambda: ear.heard == ["found", TrashChanged("1")])


def test_a_loss_is_told_once_and_the_return_too(ear: Ear, site: FakeSite, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ear.heard == ["found"])
    site.is_up = False
    qtbot.waitUntil(lambda: len(ear.heard) == 2)
    qtbot.waitUntil(lambda: site.listen_tries >= 4)
    site.is_up = True
    qtbot.waitUntil(lambda: ear.heard[-1] == "found")
    assert ear.heard == ["found", "lost: The engine closed the connection.", "found"]


def test_a_session_that_is_not_known_any_more_is_no_loss(ear: Ear, site: FakeSite, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: ear.heard == ["found"])
    site.fail["events.listen"] = NotSignedIn("The session has ended.")
    site.cut_streams()
    qtbot.waitUntil(lambda: ear.heard[-1] == "found" and len(ear.heard) > 1)
    assert ear.heard[1:-1] == ["lost: the engine closed the connection", "refused: The session has ended."]
