"""Home judges room and sources by fixed limits."""

from datetime import timedelta

import pytest

from pacsdesk.contract.records.archive import Source
from pacsdesk.contract.records.engine import Listener, ListenerState
from pacsdesk.contract.records.peers import Peer, RefusedCaller
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.panels.home.facts import (
    RoomState,
    first_listener,
    gather_facts,
    is_silent,
    judge_room,
    still_unknown,
)
from tests.support.demo_studies import demo_studies
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

GIB = 1 << 30
TB = 10**12


@pytest.mark.parametrize(
    ("free", "total", "state"),
    [
        (500 * GIB, TB, RoomState.ENOUGH),
        (99 * 10**9, TB, RoomState.LOW),
        (4 * GIB, 20 * GIB, RoomState.LOW),
        (19 * 10**9, TB, RoomState.FULL),
        (GIB - 1, 4 * GIB, RoomState.FULL),
        (0, 0, RoomState.FULL),
    ],
)
def test_room_is_judged_by_share_and_by_size(free: int, total: int, state: RoomState) -> None:
    assert judge_room(free, total) is state


@pytest.mark.parametrize(("days", "silent"), [(1, False), (3, True)])
def test_a_source_is_silent_after_two_days(days: int, silent: bool) -> None:
    assert is_silent(Source("CT01", NOW - timedelta(days=days), 1), NOW) is silent


def test_the_listener_to_tell_is_one_that_is_up() -> None:
    site = FakeSite()
    down = Listener("BACKUP", "127.0.0.1", 104, ListenerState.DOWN, 0, "The port is taken.")
    site.listeners = (down, *site.listeners)
    listener = first_listener(site.services.engine.status())
    assert listener is not None and listener.ae_title == "PACSDESK"


def test_the_facts_name_the_newest_studies_first() -> None:
    studies = demo_studies(20)
    assert gather_facts(FakeSite(studies).services).newest == tuple(studies[:16])


@pytest.mark.parametrize(("host", "is_left"), [("10.0.0.7", False), ("any", False), ("10.0.0.8", True)])
def test_a_caller_that_was_let_in_since_is_not_refused_any_more(host: str, is_left: bool) -> None:
    caller = RefusedCaller("CT01", "PACSDESK", "10.0.0.7", "unknown", 1, NOW)
    peer = Peer("CT", AETitle("CT01"), host, None)
    assert (still_unknown((caller,), (peer,)) == (caller,)) is is_left
