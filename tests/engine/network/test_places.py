"""Places: limits in all and per host, and nobody locked out by silence."""

import pytest

from pacsdesk.engine.network.association import Rejection
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.places import Places


@pytest.fixture
def places() -> Places:
    return Places(NetworkLimits(maximum_associations=3, maximum_associations_per_host=2, maximum_waiting=2))


def reason(rejection: Rejection | None) -> tuple[int, int, int]:
    assert rejection
    return rejection.result, rejection.source, rejection.reason


def test_when_all_places_are_taken_the_next_is_told_of_congestion(places: Places) -> None:
    for key, address in enumerate(("a", "a", "b")):
        assert places.take(key, address, "PACSDESK") is None
    assert reason(places.take(9, "c", "PACSDESK")) == (2, 3, 1)


def test_one_host_cannot_take_all_places(places: Places) -> None:
    places.take(1, "a", "PACSDESK")
    places.take(2, "a", "PACSDESK")
    assert reason(places.take(3, "a", "PACSDESK")) == (2, 3, 2)


def test_a_place_left_is_free_again(places: Places) -> None:
    places.take(1, "a", "PACSDESK")
    places.take(2, "a", "PACSDESK")
    places.leave(1)
    assert places.take(3, "a", "PACSDESK") is None


def test_the_longest_wait_gives_way(places: Places) -> None:
    out: list[str] = []
    for name in ("first", "second", "third"):
        places.enter(name, lambda name=name: out.append(name))  # type: ignore[misc]  # a default binds the loop's value
    assert out == ["first"]


def test_who_has_a_place_does_not_wait_any_more(places: Places) -> None:
    out: list[int] = []
    for key in range(3):
        places.enter(key, lambda key=key: out.append(key))  # type: ignore[misc]  # as above
        places.take(key, str(key), "PACSDESK")
    assert out == []


def test_who_has_its_answer_gives_way_before_those_who_wait_for_one(places: Places) -> None:
    out: list[str] = []
    for name in ("waits", "answered", "comes"):
        enter = places.linger if name == "answered" else places.enter
        enter(name, lambda name=name: out.append(name))  # type: ignore[misc]  # as above
    assert out == ["answered"]


def test_who_lingers_has_no_place_any_more(places: Places) -> None:
    places.take(1, "a", "PACSDESK")
    places.linger(1, lambda: None)
    assert places.associations == 0


def test_leaving_twice_counts_once(places: Places) -> None:
    places.take(1, "a", "PACSDESK")
    places.leave(1)
    places.leave(1)
    assert places.associations == 0


def test_a_closed_listener_gives_no_place(places: Places) -> None:
    places.close()
    assert reason(places.take(1, "a", "PACSDESK")) == (2, 3, 1)


def test_who_sits_under_a_title_is_told_by_it(places: Places) -> None:
    places.take(1, "a", "PACSDESK")
    places.take(2, "a", "RESEARCH")
    places.leave(1)
    places.take(3, "b", "RESEARCH")
    assert (places.seated((1, 2), {"PACSDESK"}), places.seated((1, 2), {"RESEARCH"})) == ([], [2])
