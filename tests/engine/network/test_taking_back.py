"""Changes of the registry are taken back: each entry is what it was before the first of them, all or none."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from pacsdesk.contract.errors import AlreadyExists, NotFound
from tests.engine.network.listening import ListeningSite
from tests.engine.network.registry_house import ADA, CT, MR, RESEARCH, House


@pytest.fixture
def house(site: ListeningSite) -> Iterator[House]:
    made = House(site)
    made.listeners.start()
    yield made
    made.listeners.stop(5)


def test_a_changed_entry_is_what_it_was_under_its_present_name(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.change(ADA, "CT 1", replace(CT, port=105))
    house.peers.change(ADA, "CT 1", replace(CT, name="Scanner", port=106))
    (done,) = house.registry.take_back(ADA, (2,))
    assert (house.peers.entries(), done.reason) == ((CT,), "taken back: 2")


def test_an_added_entry_goes_though_it_has_another_name_now(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.change(ADA, "CT 1", replace(CT, name="Scanner"))
    house.registry.take_back(ADA, (1,), "never was there")
    assert house.peers.entries() == ()


def test_a_removed_entry_comes_back(house: House) -> None:
    house.aes.add(ADA, RESEARCH)
    house.aes.remove(ADA, "RESEARCH")
    house.registry.take_back(ADA, (2,))
    assert house.present() == ((), (RESEARCH,))


def test_of_several_changes_of_an_entry_the_first_counts(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.change(ADA, "CT 1", replace(CT, port=105))
    house.peers.remove(ADA, "CT 1")
    house.peers.add(ADA, replace(CT, port=107))
    house.registry.take_back(ADA, (2, 4, 3))
    assert house.peers.entries() == (CT,)


def test_names_that_were_exchanged_are_exchanged_again(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.change(ADA, "CT 1", replace(CT, name="Scanner"))
    house.peers.add(ADA, replace(MR, name="CT 1"))
    house.registry.take_back(ADA, (2, 3))
    assert house.peers.entries() == (CT,)


def test_an_import_is_taken_back_whole_and_nothing_else(house: House) -> None:
    house.peers.add(ADA, CT)
    changed = replace(CT, port=105)
    house.registry.take_in(ADA, "acrnema.map", "CT01 10.0.0.7 105 un\nMR01 10.0.0.8 104 un\n")
    brought = house.registry.take_in(ADA, "acrnema.map", "US01 10.0.0.9 104 un\nXA01 10.0.0.10 104 un\n")
    house.peers.add(ADA, replace(changed, name="Later", port=106))
    before = {peer.name for peer in house.peers.entries()}
    done = house.registry.take_back(ADA, brought.version_ids)
    assert len(brought.version_ids) == len(done) == 2
    assert before - {peer.name for peer in house.peers.entries()} == {one.name for one in done}


def test_what_stands_in_the_way_refuses_it_whole(house: House) -> None:
    house.peers.add(ADA, CT)
    house.peers.change(ADA, "CT 1", replace(CT, port=105))
    house.peers.add(ADA, replace(CT, name="Other"))
    before = house.present()
    with pytest.raises(AlreadyExists):
        house.registry.take_back(ADA, (2,))
    assert house.present() == before


def test_an_unknown_change_is_not_found(house: House) -> None:
    with pytest.raises(NotFound, match="version 99"):
        house.registry.take_back(ADA, (99,))
