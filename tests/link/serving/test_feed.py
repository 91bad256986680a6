"""The memory of events: nothing is told twice or passed over in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.events import EventsMissed, PeersChanged
from pacsdesk.link.codec import decode_event
from pacsdesk.link.serving.feed import EventFeed
from pacsdesk.link.serving.limits import Limits
from pacsdesk.link.sse import MessageReader

FIVE_REMEMBERED = Limits(remembered_events=5)


def _feed(events: int, limits: Limits = FIVE_REMEMBERED) -> EventFeed:
    feed = EventFeed(limits, "here")
    for number in range(1, events + 1):
        feed.publish(PeersChanged(f"peer {number}"))
    return feed


def _records(text: bytes) -> list[object]:
    return [decode_event(m.name, m.data) for m in MessageReader().feed(text) if m.name]


def test_a_new_listener_begins_after_what_was() -> None:
    assert _feed(3).begin("") == (3, b"id: here-3\n\n")


def test_a_listener_that_comes_back_reads_on_where_it_was() -> None:
    feed = _feed(4)
    place, _ = feed.begin("here-2")
    assert _records(feed.read(place)[1]) == [PeersChanged("peer 3"), PeersChanged("peer 4")]


def test_events_come_in_order_with_their_ids() -> None:
    assert [message.message_id for message in MessageReader().feed(_feed(3).read(0)[1])] == [
        "here-1",
        "here-2",
        "here-3",
    ]


@pytest.mark.parametrize(
    "last_event_id", ["here-4", "there-8", "here-99", "here-", "noise", "here-" + "9" * 400, "here-²"]
)
def test_a_listener_whose_next_event_is_unknown_is_told_so(last_event_id: str) -> None:
    place, text = _feed(10).begin(last_event_id)
    assert (place, [type(record) for record in _records(text)]) == (10, [EventsMissed])


def test_a_listener_that_fell_behind_is_told_so() -> None:
    assert _records(_feed(10).read(2)[1]) == [EventsMissed(since=2)]


def test_the_oldest_remembered_event_is_still_told() -> None:
    assert len(_records(_feed(10).read(5)[1])) == 5


def test_memory_is_bounded_in_bytes_too() -> None:
    feed = _feed(50, Limits(remembered_event_bytes=300))
    assert _records(feed.read(0)[1]) == [EventsMissed(since=0)]


def test_a_long_backlog_comes_in_bounded_batches() -> None:
    feed = EventFeed(Limits(), "here")
    for _ in range(20):
        feed.publish(PeersChanged("x" * 100_000))
    assert len(feed.read(0)[1]) < 500_000


@given(st.integers(0, 20), st.integers(0, 20))
def test_a_listener_hears_each_event_once_or_hears_that_it_missed_some(before: int, after: int) -> None:
    feed = _feed(before, Limits(remembered_events=8))
    place, _ = feed.begin("")
    for number in range(after):
        feed.publish(PeersChanged(f"later {number}"))
    told = _records(feed.read(place)[1])
    assert told == ([EventsMissed(before)] if after > 8 else [PeersChanged(f"later {n}") for n in range(after)])
