"""The registry as a whole: every change is kept, any of them can be undone, files bring what they say and no more."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pacsdesk.contract.errors import AlreadyExists, InvalidInput, NotFound
from pacsdesk.contract.events import PeersChanged
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.registry import ChangeKind, EntryKind, FieldChange, ImportVerdict, RegistryFormat
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.peers import Peers
from tests.engine.network.listening import ListeningSite
from tests.engine.network.registry_house import ADA, CT, MR, RESEARCH, House
from tests.support.network import free_port


@pytest.fixture
def house(site: ListeningSite) -> Iterator[House]:
    made = House(site)
    made.listeners.start()
    yield made
    made.listeners.stop(5)


def test_each_change_is_kept_with_who_when_and_why(house: House) -> None:
    house.peers.add(ADA, CT, "a new device")
    house.peers.change(ADA, "CT 1", replace(CT, port=105), "moved")
    house.peers.remove(ADA, "CT 1", "sold")
    found = house.registry.history(ADA)
    assert [(one.change, one.actor_name, one.reason, one.name) for one in found] == [
        (ChangeKind.REMOVED, "ada", "sold", "CT 1"),
        (ChangeKind.CHANGED, "ada", "moved", "CT 1"),
        (ChangeKind.ADDED, "ada", "a new device", "CT 1"),
    ]
    assert found[1].fields == (FieldChange("port", "104", "105"),)
    assert found[2].changed_at == datetime(2026, 11, 24, 8, 1, tzinfo=UTC)


def test_a_change_that_changes_nothing_leaves_no_version(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.change(ADA, "CT 1", CT)
    assert len(house.registry.history(ADA)) == 1


def test_a_refused_change_leaves_no_version(house: House) -> None:
    house.peers.add(ADA, CT)
    with pytest.raises(AlreadyExists):
        house.peers.add(ADA, CT)
    assert len(house.registry.history(ADA)) == 1


def test_the_history_of_an_entry_goes_on_under_its_earlier_names(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.add(ADA, MR)
    house.peers.change(ADA, "CT 1", replace(CT, name="Scanner"))
    assert [one.name for one in house.registry.history(ADA, "scanner")] == ["Scanner", "CT 1"]


def test_our_own_titles_have_a_history_too(house: House) -> None:
    house.aes.add(ADA, RESEARCH, "for the group")
    (found,) = house.registry.history(ADA, "RESEARCH")
    assert (found.kind, found.reason) == (EntryKind.AE, "for the group")


def test_two_versions_are_compared(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.add(ADA, MR)
    second, first = (one.version_id for one in house.registry.history(ADA))
    assert {one.field for one in house.registry.diff(ADA, first, second)} == {"name", "ae_title", "host"}


def test_a_peer_is_not_compared_with_a_title_of_ours(house: House) -> None:
    house.peers.add(ADA, CT)
    house.aes.add(ADA, RESEARCH)
    with pytest.raises(InvalidInput):
        house.registry.diff(ADA, 1, 2)


@pytest.mark.parametrize("call", ["diff", "rollback"])
def test_an_unknown_version_is_not_found(house: House, call: str) -> None:
    with pytest.raises(NotFound, match="version 99"):
        house.registry.diff(ADA, 99, 99) if call == "diff" else house.registry.rollback(ADA, 99)


def test_an_entry_goes_back_to_what_it_was_under_its_present_name(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.change(ADA, "CT 1", replace(CT, name="Scanner", port=105))
    (done,) = house.registry.rollback(ADA, 1, "it was right before")
    assert (house.peers.entries(), done.reason) == ((CT,), "it was right before")


def test_a_removed_entry_is_brought_back_by_its_removal(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.remove(ADA, "CT 1")
    house.registry.rollback(ADA, 2)
    assert house.peers.entries() == (CT,)


def test_going_back_to_what_is_changes_nothing(house: House) -> None:
    house.peers.add(ADA, CT)
    assert (house.registry.rollback(ADA, 1), len(house.registry.history(ADA))) == ((), 1)


def test_going_back_to_a_place_that_another_has_now_is_refused_whole(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.change(ADA, "CT 1", replace(CT, port=105))
    house.peers.add(ADA, replace(CT, name="Other"))
    before = house.present()
    with pytest.raises(AlreadyExists):
        house.registry.rollback(ADA, 1)
    assert house.present() == before


def test_a_title_that_is_brought_back_is_listened_for(house: House) -> None:
    port = free_port()
    house.aes.add(ADA, replace(RESEARCH, port=port))
    house.aes.remove(ADA, "RESEARCH")
    house.registry.rollback(ADA, 2)
    assert [one.port for one in house.listeners.listeners()][1:] == [port]


def test_all_entries_go_back_to_a_time(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.add(ADA, MR)
    then, wanted = house.time.now, house.present()
    house.peers.change(ADA, "CT 1", replace(CT, name="MR 1 old", port=105))
    house.peers.change(ADA, "MR 1", replace(MR, name="CT 1"))
    house.aes.add(ADA, RESEARCH)
    house.peers.remove(ADA, "MR 1 old")
    told: list[object] = []
    house.events.subscribe(told.append)
    done = house.registry.rollback_all(ADA, then)
    assert house.present() == wanted
    assert PeersChanged("CT 1") in told
    assert all("back to 2026-11-24T08:02" in one.reason for one in done)
    assert len(house.listeners.listeners()) == 1


def test_a_time_needs_a_zone(house: House) -> None:
    with pytest.raises(InvalidInput, match="zone"):
        house.registry.rollback_all(ADA, datetime(2026, 11, 24, 8))


CHANGES = st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("ABC"), st.integers(1, 3)), max_size=8)


@pytest.mark.thorough
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(first=CHANGES, second=CHANGES)
def test_whatever_happened_all_goes_back(
    house: House, first: list[tuple[str, str, int]], second: list[tuple[str, str, int]]
) -> None:
    for steps in (first, second):
        then, wanted = house.time.now, house.present()
        for name, new_name, port in steps:
            _step(house.peers, name, new_name, port)
    house.registry.rollback_all(ADA, then)
    assert house.present() == wanted


def _step(peers: Peers, name: str, new_name: str, port: int) -> None:
    """Add, rename, change or remove, as it comes."""
    peer = Peer(new_name, AETitle("AE"), "any", port)
    try:
        if all(one.name != name for one in peers.entries()):
            peers.add(ADA, replace(peer, name=name))
        elif name == new_name and port == 1:
            peers.remove(ADA, name)
        else:
            peers.change(ADA, name, peer)
    except AlreadyExists:
        pass  # as it is for people


@pytest.mark.parametrize("form", [RegistryFormat.TOML, RegistryFormat.CSV])
def test_what_is_written_brings_all_back(house: House, form: RegistryFormat) -> None:
    house.peers.add(ADA, CT)
    house.peers.add(ADA, MR)
    text = house.registry.export(ADA, form)
    house.peers.remove(ADA, "CT 1")
    house.peers.change(ADA, "MR 1", replace(MR, notes="changed"))
    found = house.registry.take_in(ADA, f"peers.{form}", text, reason="as it was")
    assert house.peers.entries() == (CT, MR)
    assert [one.verdict for one in found.entries] == [ImportVerdict.NEW, ImportVerdict.CHANGED]
    assert house.registry.history(ADA)[0].reason == "as it was"


def test_our_titles_are_written_and_taken_in(house: House) -> None:
    port = free_port()
    house.aes.add(ADA, replace(RESEARCH, port=port, aliases=(AETitle("OLD"), AETitle("O 2"))))
    text, before = house.registry.export(ADA, RegistryFormat.TOML), house.present()
    house.aes.remove(ADA, "RESEARCH")
    house.registry.take_in(ADA, "site.toml", text)
    assert house.present() == before
    assert house.listeners.listeners()[1].port == port


def test_forms_of_others_are_not_written(house: House) -> None:
    with pytest.raises(InvalidInput, match="orthanc"):
        house.registry.export(ADA, RegistryFormat.ORTHANC)


MAP = """CT01 10.0.0.7 104 un
MR01 10.0.0.8 104 un
US01 10.0.0.9 99999 un
US02 10.0.0.9 104 un
US02 10.0.0.9 105 un
MR\\1 10.0.0.9 104 un
"""


def test_a_preview_says_what_the_import_then_does(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.add(ADA, replace(MR, name="MR01", host="10.0.0.80"))
    foreseen = house.registry.preview(ADA, "acrnema.map", MAP)
    assert len(house.peers.entries()) == 2
    done = house.registry.take_in(ADA, "acrnema.map", MAP)
    assert (foreseen.is_applied, done.is_applied, foreseen.entries) == (False, True, done.entries)
    assert [(one.name, one.verdict.value) for one in done.entries] == [
        ("CT01", "same"),
        ("MR01", "changed"),
        ("US01", "refused"),
        ("US02", "new"),
        ("US02", "refused"),
        ("MR\\1", "refused"),
    ]
    assert "is entered as CT 1" in done.entries[0].reason
    assert {peer.name: peer.host for peer in house.peers.entries()} == {
        "CT 1": "10.0.0.7",
        "MR01": "10.0.0.8",
        "US02": "10.0.0.9",
    }


def test_what_a_file_does_not_say_stays(house: House) -> None:
    house.peers.add(ADA, replace(CT, notes="in the cellar"))
    house.registry.take_in(ADA, "peers.csv", "name,port\nCT 1,105\n")
    assert house.peers.entries() == (replace(CT, notes="in the cellar", port=105),)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[aes]]\nae_title = "PACSDESK"', "PACSDESK is our own title already."),
        ('[[peers]]\nname = "X"', "Ae_title is missing."),
        ('[[peers]]\nname = "X"\nae_title = "X"\ncolour = "red"', "There is no field 'colour'."),
        ('[[peers]]\nname = "X"\nae_title = "X"\nport = 1.5', "port has a value of the wrong kind."),
        ('[[peers]]\nname = "X"\nae_title = "X"\ncharacter_set = "latin1"', "'latin1' is no character set of DICOM."),
        ('[[peers]]\nname = "X"\nae_title = "X"\nallow = ["fly"]', "'fly' is none of"),
        ('[[peers]]\nname = ""\nae_title = "X"', "A peer's name has 1 to 64 characters."),
    ],
)
def test_what_is_refused_is_told_why(house: House, text: str, told: str) -> None:
    (found,) = house.registry.preview(ADA, "site.toml", text).entries
    assert (found.verdict, told in found.reason) == (ImportVerdict.REFUSED, True), found.reason
