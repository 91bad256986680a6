"""Refused callers: counted, bounded, told once a minute."""

from datetime import UTC, datetime, timedelta

import pytest

from pacsdesk.contract.events import CallerRefused
from pacsdesk.engine.network.association import Caller, printable_title
from pacsdesk.engine.network.refused import MOST_REMEMBERED, RefusedCallers
from pacsdesk.engine.runtime.events import EventBus


class Desk:
    """A list of refused callers with its clock and what it told."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
        self.told: list[object] = []
        bus = EventBus()
        bus.subscribe(self.told.append)
        self.refused = RefusedCallers(bus, lambda: self.now)

    def call(self, title: str = "CT01", address: str = "10.0.0.7", why: str = "No peer is entered.") -> None:
        self.refused.note(Caller(title, "PACSDESK", address), why, an_entry_helps=True)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_calls_are_counted_per_title_and_address(desk: Desk) -> None:
    desk.call()
    desk.call()
    desk.call(address="10.0.0.8")
    assert [(entry.address, entry.times) for entry in desk.refused.entries()] == [("10.0.0.8", 1), ("10.0.0.7", 2)]


def test_a_caller_is_told_once_a_minute(desk: Desk) -> None:
    for seconds in (0, 30, 40):
        desk.now += timedelta(seconds=seconds)
        desk.call()
    assert [event.caller.times for event in desk.told if isinstance(event, CallerRefused)] == [1, 3]


def test_different_faults_of_a_caller_are_counted_and_told_apart(desk: Desk) -> None:
    for why in ("It called 'WRONG'.", "It called 'WRONG'.", "No peer is entered."):
        desk.call(why=why)
    counted = [(entry.reason, entry.times) for entry in desk.refused.entries()]
    told = [event.caller.reason for event in desk.told if isinstance(event, CallerRefused)]
    assert counted == [("No peer is entered.", 1), ("It called 'WRONG'.", 2)]
    assert told == ["It called 'WRONG'.", "No peer is entered."]


def test_the_caller_that_called_least_recently_is_forgotten_first(desk: Desk) -> None:
    for number in range(MOST_REMEMBERED + 1):
        desk.call(f"AE{number}")
    titles = {entry.calling_ae_title for entry in desk.refused.entries()}
    assert (len(titles), "AE0" in titles) == (MOST_REMEMBERED, False)


def test_titles_are_shown_as_printable_ascii_only() -> None:
    assert printable_title("CT\x1b[31m\u202e\n0123456789abcdef") == "CT?[31m??0123456"
