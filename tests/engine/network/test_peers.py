"""The registry of peers: names and places are unique, who calls is found by title and address."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pacsdesk.contract.errors import AlreadyExists, InvalidInput, NotFound
from pacsdesk.contract.events import PeersChanged
from pacsdesk.contract.records.peers import AddressCheck, Peer, PeerService, PeerTimeouts, TlsMode, UsedService
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.hosts import HostCheck
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.refused import RefusedCallers
from pacsdesk.engine.runtime.clock import now
from pacsdesk.engine.runtime.database import Base, Database
from pacsdesk.engine.runtime.events import EventBus

ACTOR = Actor(ActorKind.PERSON, "ada", frozenset())
CT = Peer("CT 1", AETitle("CT01"), "10.0.0.7", 104, notes="in the cellar")


@pytest.fixture
def events() -> EventBus:
    return EventBus()


@pytest.fixture
def peers(tmp_path: Path, events: EventBus) -> Iterator[Peers]:
    database = Database(tmp_path / "index.db", lambda reason: None)
    Base.metadata.create_all(database.engine)
    yield Peers(database, events, RefusedCallers(events, now), HostCheck())
    database.close()


def test_a_peer_comes_back_as_it_was_entered(peers: Peers) -> None:
    entered = replace(
        CT,
        tls=TlsMode.MUTUAL,
        allow=(PeerService.ECHO, PeerService.MOVE),
        character_set="ISO_IR 13\\ISO 2022 IR 87",
        contact="Ada, extension 12",
        uses=(UsedService.FIND, UsedService.WORKLIST),
        timeouts=PeerTimeouts(connect=5, answer=300),
        address_check=AddressCheck.SUBNET,
    )
    peers.add(ACTOR, entered)
    assert peers.get(ACTOR, "CT 1") == entered


def test_a_peer_without_port_comes_back_without(peers: Peers) -> None:
    peers.add(ACTOR, replace(CT, port=None))
    assert peers.get(ACTOR, "CT 1").port is None


def test_peers_are_listed_by_name(peers: Peers) -> None:
    for number, name in enumerate(("b", "A", "c")):
        peers.add(ACTOR, replace(CT, name=name, port=104 + number))
    assert [peer.name for peer in peers.list(ACTOR)] == ["A", "b", "c"]


def test_a_name_is_taken_whatever_its_case(peers: Peers) -> None:
    peers.add(ACTOR, CT)
    with pytest.raises(AlreadyExists, match="CT 1"):
        peers.add(ACTOR, replace(CT, name="ct 1", port=105))


@pytest.mark.parametrize("port", [104, None])
def test_the_same_title_at_the_same_place_is_taken(peers: Peers, port: int | None) -> None:
    peers.add(ACTOR, replace(CT, port=port))
    with pytest.raises(AlreadyExists, match="already has the AE title CT01"):
        peers.add(ACTOR, replace(CT, name="other", port=port))


def test_a_change_may_rename_and_keep_the_place(peers: Peers) -> None:
    peers.add(ACTOR, CT)
    peers.change(ACTOR, "ct 1", replace(CT, name="CT in the cellar"))
    assert [peer.name for peer in peers.list(ACTOR)] == ["CT in the cellar"]


def test_a_change_to_a_taken_name_is_refused(peers: Peers) -> None:
    peers.add(ACTOR, CT)
    peers.add(ACTOR, replace(CT, name="CT 2", port=105))
    with pytest.raises(AlreadyExists):
        peers.change(ACTOR, "CT 2", replace(CT, port=105))


def test_what_is_removed_can_be_added_back(peers: Peers) -> None:
    peers.add(ACTOR, CT)
    peers.add(ACTOR, peers.remove(ACTOR, "CT 1"))
    assert peers.list(ACTOR) == (CT,)


def test_an_unknown_name_is_not_found(peers: Peers) -> None:
    for call in (peers.get, peers.remove):
        with pytest.raises(NotFound, match="nobody"):
            call(ACTOR, "nobody")


def test_what_is_no_host_is_refused(peers: Peers) -> None:
    with pytest.raises(InvalidInput, match="no host"):
        peers.add(ACTOR, replace(CT, host="a b"))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"character_set": "latin1"}, "no character set of DICOM"),
        ({"character_set": "ISO_IR 100\\none"}, "no character set of DICOM"),
        ({"contact": "Ada\nBob"}, "contact"),
        ({"contact": "x" * 201}, "contact"),
        ({"notes": "x" * 2001}, "notes"),
    ],
)
def test_what_cannot_be_kept_is_refused(peers: Peers, wrong: dict[str, str], told: str) -> None:
    with pytest.raises(InvalidInput, match=told):
        peers.add(ACTOR, replace(CT, **wrong))  # type: ignore[arg-type]  # mypy knows no single type for all fields


@pytest.mark.parametrize("seconds", [0, -1, 3601])
def test_a_time_out_is_a_second_to_an_hour(seconds: int) -> None:
    with pytest.raises(ValueError, match="1 to 3600"):
        PeerTimeouts(answer=seconds)


def test_each_change_is_told(peers: Peers, events: EventBus) -> None:
    told: list[object] = []
    events.subscribe(told.append)
    peers.add(ACTOR, CT)
    peers.change(ACTOR, "CT 1", replace(CT, name="CT 2"))
    peers.remove(ACTOR, "CT 2")
    assert told == [PeersChanged("CT 1"), PeersChanged("CT 2"), PeersChanged("CT 2")]


def test_a_caller_is_known_by_title_and_address(peers: Peers) -> None:
    peers.add(ACTOR, CT)
    found = [
        peers.caller_known(*caller) for caller in (("CT01", "10.0.0.7"), ("CT01", "10.0.0.8"), ("ct01", "10.0.0.7"))
    ]
    assert found == [CT, None, None]


def test_an_entry_with_a_checked_host_wins_over_any(peers: Peers) -> None:
    anywhere = replace(CT, name="anywhere", host="any")
    peers.add(ACTOR, anywhere)
    peers.add(ACTOR, CT)
    assert [peers.caller_known("CT01", address) for address in ("10.0.0.7", "192.0.2.1")] == [CT, anywhere]


def test_the_entry_that_checks_most_is_who_calls(peers: Peers) -> None:
    unchecked = replace(CT, name="translated", host="10.0.9.9", address_check=AddressCheck.OFF)
    near = replace(CT, name="near", host="10.0.0.1", address_check=AddressCheck.SUBNET)
    for entry in (unchecked, near, CT):
        peers.add(ACTOR, entry)
    found = [peers.caller_known("CT01", address) for address in ("10.0.0.7", "10.0.0.8", "192.0.2.1")]
    assert found == [CT, near, unchecked]
