"""Home judges sources by a fixed limit, and shows who is refused still."""

from datetime import timedelta

import pytest

from pacsdesk.contract.records.archive import Source
from pacsdesk.contract.records.engine import Listener, ListenerState
from pacsdesk.contract.records.peers import Peer, RefusedCaller
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.panels.home.facts import first_listener, gather_facts, is_silent, still_refused
from tests.support.demo_studies import demo_studies
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

OURS = frozenset({"PACSDESK"})


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
    assert gather_facts(FakeSite(studies).services, NOW).newest == tuple(studies[:16])


@pytest.mark.parametrize(("host", "is_left"), [("10.0.0.7", False), ("any", False), ("10.0.0.8", True)])
def test_a_caller_that_was_let_in_since_is_not_refused_any_more(host: str, is_left: bool) -> None:
    caller = RefusedCaller("CT01", "PACSDESK", "10.0.0.7", "unknown", 1, NOW)
    peer = Peer("CT", AETitle("CT01"), host, None)
    assert (still_refused((caller,), (peer,), OURS, NOW) == (caller,)) is is_left


def test_a_peer_that_calls_another_title_is_refused_still() -> None:
    caller = RefusedCaller("CT01", "WRONG", "10.0.0.7", "It called 'WRONG'.", 1, NOW)
    peer = Peer("CT", AETitle("CT01"), "10.0.0.7", None)
    assert still_refused((caller,), (peer,), OURS, NOW) == (caller,)


@pytest.mark.parametrize(("minutes", "is_left"), [(5, True), (90, False)])
def test_a_peer_that_was_refused_for_another_reason_is_told_for_an_hour(minutes: int, is_left: bool) -> None:
    last_at = NOW - timedelta(minutes=minutes)
    why = "The peer is not allowed to find."
    caller = RefusedCaller("CT01", "PACSDESK", "10.0.0.7", why, 1, last_at, an_entry_helps=False)
    peer = Peer("CT", AETitle("CT01"), "10.0.0.7", None)
    assert still_refused((caller,), (peer,), OURS, NOW) == ((caller,) if is_left else ())
