"""Our further titles on the wire: who is called where, for what, and what a change does to those who are connected."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pydicom.uid import CTImageStorage

from pacsdesk.contract.errors import AlreadyExists, InvalidInput, NotFound, Refused
from pacsdesk.contract.events import AesChanged
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.engine import ListenerState
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.records.remarks import OwnAEDraft, RemarkCode
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.listeners import Listeners
from pacsdesk.engine.network.own_aes import OwnAEs
from pacsdesk.engine.network.registry.ae_rows import entered_aes
from pacsdesk.engine.network.surroundings import Surroundings
from pacsdesk.engine.network.wire.credentials import TlsFiles
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER, ListeningSite
from tests.engine.network.sending import sender
from tests.engine.network.test_server_admission import ECHO, STORE, rejection
from tests.support.network import free_port

RESEARCH = OwnAE(AETitle("RESEARCH"))


@pytest.fixture
def listeners(site: ListeningSite) -> Iterator[Listeners]:
    """The main title alone, listening."""
    site.enter_peer()
    made = site.make_listeners()
    made.start()
    yield made
    made.stop(5)


@pytest.fixture
def aes(site: ListeningSite, listeners: Listeners) -> OwnAEs:
    """The registry of our further titles over them."""
    tls = TlsFiles(*(site.folder.root / name for name in ("certificate.pem", "key.pem", "trusted.pem")))
    around = Surroundings(site.peers.entries, lambda: entered_aes(site.database), listeners.listeners, tls).now
    return OwnAEs(site.database, site.events, listeners, AETitle(OWN_TITLE), around)


def main_port(listeners: Listeners) -> int:
    return listeners.listeners()[0].port


def answers(port: int, called: str) -> bool:
    """Whether an echo to this title is answered."""
    with sender(port, ECHO, KNOWN, called) as caller:
        return caller.association.is_established and caller.association.send_c_echo().Status == 0


def test_a_further_title_is_called_at_the_main_port(aes: OwnAEs, listeners: Listeners) -> None:
    before = answers(main_port(listeners), "RESEARCH")
    aes.add(TESTER, RESEARCH)
    assert (before, answers(main_port(listeners), "RESEARCH"), answers(main_port(listeners), OWN_TITLE)) == (
        False,
        True,
        True,
    )


def test_an_alias_counts_as_its_title(aes: OwnAEs, listeners: Listeners) -> None:
    aes.add(TESTER, replace(RESEARCH, aliases=(AETitle("OLD NAME"),)))
    assert answers(main_port(listeners), "OLD NAME")


def test_a_title_with_a_port_is_called_there_and_only_there(aes: OwnAEs, listeners: Listeners) -> None:
    port = free_port()
    aes.add(TESTER, replace(RESEARCH, port=port))
    found = [answers(*call) for call in ((port, "RESEARCH"), (port, OWN_TITLE), (main_port(listeners), "RESEARCH"))]
    assert found == [True, False, False]


def test_two_titles_share_a_further_port(aes: OwnAEs) -> None:
    port = free_port()
    aes.add(TESTER, replace(RESEARCH, port=port))
    aes.add(TESTER, OwnAE(AETitle("TEACHING"), port))
    assert (answers(port, "RESEARCH"), answers(port, "TEACHING")) == (True, True)


def test_a_title_that_names_the_main_place_shares_it(aes: OwnAEs, listeners: Listeners) -> None:
    aes.add(TESTER, replace(RESEARCH, port=main_port(listeners)))
    assert answers(main_port(listeners), "RESEARCH")


def test_what_a_title_does_not_provide_is_no_abstract_syntax_of_its(aes: OwnAEs, listeners: Listeners) -> None:
    aes.add(TESTER, replace(RESEARCH, allow=(PeerService.ECHO,)))
    with sender(main_port(listeners), [*ECHO, *STORE], KNOWN, "RESEARCH") as caller:
        refused = [(one.abstract_syntax, one.result) for one in caller.association.rejected_contexts]
    assert refused == [(CTImageStorage, 3)]


def test_an_association_under_a_removed_title_ends_and_others_stay(aes: OwnAEs, listeners: Listeners) -> None:
    aes.add(TESTER, RESEARCH)
    port = main_port(listeners)
    with sender(port, ECHO, KNOWN, "RESEARCH") as gone, sender(port, ECHO) as stays:
        assert gone.association.is_established
        aes.remove(TESTER, "RESEARCH")
        gone.association.join(10)
        assert (gone.association.is_alive(), stays.association.send_c_echo().Status) == (False, 0)


def test_a_removed_title_with_a_port_frees_it(aes: OwnAEs) -> None:
    port = free_port()
    aes.add(TESTER, replace(RESEARCH, port=port))
    aes.remove(TESTER, "RESEARCH")
    aes.add(TESTER, OwnAE(AETitle("TEACHING"), port))
    assert answers(port, "TEACHING")


def test_a_title_moves_to_another_port(aes: OwnAEs, listeners: Listeners) -> None:
    port = free_port()
    aes.add(TESTER, RESEARCH)
    aes.change(TESTER, "RESEARCH", replace(RESEARCH, port=port))
    assert (answers(port, "RESEARCH"), answers(main_port(listeners), "RESEARCH")) == (True, False)


def test_a_renamed_title_keeps_its_place(aes: OwnAEs) -> None:
    port = free_port()
    aes.add(TESTER, replace(RESEARCH, port=port))
    aes.change(TESTER, "research", OwnAE(AETitle("TEACHING"), port))
    assert (answers(port, "TEACHING"), answers(port, "RESEARCH")) == (True, False)


def test_a_port_that_is_taken_is_told_with_its_owner_and_nothing_is_entered(
    aes: OwnAEs, site: ListeningSite, listeners: Listeners
) -> None:
    with pytest.raises(Refused, match=f"port {site.port} on 127.0.0.1 is taken") as refused:
        aes.add(TESTER, replace(RESEARCH, port=site.port))
    assert "dicom.port" not in str(refused.value)
    assert (aes.list(TESTER), len(listeners.listeners())) == ((), 1)


def test_a_change_to_a_port_that_is_taken_leaves_the_title_where_it_was(aes: OwnAEs, site: ListeningSite) -> None:
    port = free_port()
    aes.add(TESTER, replace(RESEARCH, port=port))
    with pytest.raises(Refused):
        aes.change(TESTER, "RESEARCH", replace(RESEARCH, port=site.port))
    assert (answers(port, "RESEARCH"), aes.list(TESTER)) == (True, (replace(RESEARCH, port=port),))


def test_an_address_that_is_not_ours_is_refused(aes: OwnAEs) -> None:
    with pytest.raises(InvalidInput, match=r"192\.0\.2\.1 is no address of this computer"):
        aes.add(TESTER, replace(RESEARCH, host="192.0.2.1", port=free_port()))


@pytest.mark.parametrize("taken", [OWN_TITLE, "RESEARCH", "OLD"])
def test_a_title_stands_for_one_entry(aes: OwnAEs, taken: str) -> None:
    aes.add(TESTER, replace(RESEARCH, aliases=(AETitle("OLD"),)))
    for entry in (OwnAE(AETitle(taken)), OwnAE(AETitle("NEW"), aliases=(AETitle(taken),))):
        with pytest.raises(AlreadyExists, match=taken):
            aes.add(TESTER, entry)


@pytest.mark.parametrize(
    "wrong",
    [
        OwnAE(AETitle("X"), 11112, host="no address"),
        OwnAE(AETitle("X"), aliases=(AETitle("X"),)),
        OwnAE(AETitle("X"), notes="x" * 2001),
    ],
)
def test_what_cannot_be_kept_is_refused(aes: OwnAEs, wrong: OwnAE) -> None:
    with pytest.raises(InvalidInput):
        aes.add(TESTER, wrong)


def test_an_unknown_title_is_not_found(aes: OwnAEs) -> None:
    for call in (aes.get, aes.remove):
        with pytest.raises(NotFound, match="NOBODY"):
            call(TESTER, "NOBODY")


def test_each_title_has_its_line_with_its_own_associations(aes: OwnAEs, listeners: Listeners) -> None:
    aes.add(TESTER, replace(RESEARCH, aliases=(AETitle("OLD"),)))
    with sender(main_port(listeners), ECHO, KNOWN, "OLD"):
        found = [(one.ae_title, one.aliases, one.associations) for one in listeners.listeners()]
    assert found == [(OWN_TITLE, (), 0), ("RESEARCH", ("OLD",), 1)]


def test_each_change_is_told(aes: OwnAEs, site: ListeningSite) -> None:
    told: list[object] = []
    site.events.subscribe(told.append)
    aes.add(TESTER, RESEARCH)
    aes.change(TESTER, "RESEARCH", OwnAE(AETitle("TEACHING")))
    aes.remove(TESTER, "TEACHING")
    assert told == [AesChanged("RESEARCH"), AesChanged("TEACHING"), AesChanged("TEACHING")]


def test_what_was_entered_is_there_after_a_restart(aes: OwnAEs, site: ListeningSite) -> None:
    full = OwnAE(
        AETitle("RESEARCH"), free_port(), "127.0.0.1", (PeerService.ECHO,), (AETitle("OLD"), AETitle("O 2")), "notes"
    )
    aes.add(TESTER, full)
    assert entered_aes(site.database) == (full,)


def test_a_title_whose_port_is_taken_at_the_start_stays_down_and_the_others_come_up(site: ListeningSite) -> None:
    listeners = site.make_listeners(replace(RESEARCH, port=site.port))
    addresses = listeners.start()
    main, further = listeners.listeners()
    listeners.stop(5)
    assert (len(addresses), main.state, further.state) == (1, ListenerState.UP, ListenerState.DOWN)
    assert "is taken" in further.problem


def test_a_title_that_stayed_down_comes_up_with_the_next_change_once_its_port_is_free(site: ListeningSite) -> None:
    site.enter_peer()
    entry = replace(RESEARCH, port=site.port)
    listeners = site.make_listeners(entry)
    listeners.start()
    site.server.stop(5)
    problems = listeners.follow((entry,))
    found = answers(site.port, "RESEARCH")
    listeners.stop(5)
    assert (problems, found) == ({}, True)


def test_idle_callers_of_all_titles_do_not_hold_up_the_end(site: ListeningSite, listeners: Listeners) -> None:
    entry = replace(RESEARCH, port=free_port())
    listeners.follow((entry,))
    with sender(main_port(listeners), ECHO) as first, sender(entry.port or 0, ECHO, KNOWN, "RESEARCH") as second:
        listeners.stop(5)
        for caller in (first, second):
            caller.association.join(10)
            assert not caller.association.is_alive()


def test_places_are_shared_by_all_listeners(site: ListeningSite) -> None:
    site.enter_peer()
    entry = replace(RESEARCH, port=free_port())
    listeners = site.make_listeners(entry)
    listeners.start()
    callers = [sender(main_port(listeners), ECHO) for _ in range(10)]
    opened = [caller.__enter__() for caller in callers]
    with sender(entry.port or 0, ECHO, KNOWN, "RESEARCH") as one_too_many:
        refused = rejection(one_too_many)
    for caller in callers:
        caller.__exit__(None, None, None)
    listeners.stop(5)
    assert (all(one.association for one in opened), refused) == (True, (2, 3, 2))


def test_a_port_that_is_taken_is_noticed_while_it_is_typed(aes: OwnAEs, site: ListeningSite) -> None:
    (remark,) = aes.lint(TESTER, OwnAEDraft("RESEARCH", str(site.port)))
    assert (remark.code, remark.field, str(site.port) in remark.text) == (RemarkCode.PORT_TAKEN, "port", True)


def test_the_port_of_an_entry_that_is_changed_is_its_own(aes: OwnAEs) -> None:
    port = free_port()
    aes.add(TESTER, replace(RESEARCH, port=port))
    assert (aes.lint(TESTER, OwnAEDraft("RESEARCH", str(port), replaces="RESEARCH")), aes.remarks(TESTER)) == ((), ())
