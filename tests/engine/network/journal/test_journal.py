"""What associations leave in the journal, seen from real callers on a listener of a real archive."""

import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydicom.uid import CTImageStorage
from pynetdicom.sop_class import ModalityWorklistInformationFind  # type: ignore[attr-defined]  # made at run time

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationFilter,
    AssociationState,
    AssociationSummary,
    Direction,
    OperationCount,
)
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.engine.network.journal.service import AssociationsServiceImplementation
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER, ListeningSite, listening_site
from tests.engine.network.raw_pdus import association_request, context, data, read_pdu, read_to_end
from tests.engine.network.sending import EXPLICIT, SentObject, sender
from tests.engine.network.test_command import stock_store_request
from tests.support.datasets import ct_bytes
from tests.support.network import LOOPBACK

VERIFICATION = "1.2.840.10008.1.1"
ECHO: list[tuple[str, str | list[str]]] = [(VERIFICATION, EXPLICIT)]
EVERYTHING = AssociationFilter()
ACCEPTED, REJECTED = 0x02, 0x03


@pytest.fixture
def journal(site: ListeningSite) -> AssociationsServiceImplementation:
    return AssociationsServiceImplementation(site.book, site.past)


def past(journal: AssociationsServiceImplementation, **which: object) -> tuple[AssociationSummary, ...]:
    return journal.past(TESTER, AssociationFilter(**which), PageRequest()).items  # type: ignore[arg-type]  # a table of keywords, which the record itself checks


def eventually(look: Callable[[], object]) -> None:
    deadline = time.monotonic() + 10
    while not look():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def echo(site: ListeningSite, calling: str = KNOWN, called: str = OWN_TITLE) -> None:
    with sender(site.port, ECHO, calling, called) as caller:
        if caller.association.is_established:
            caller.association.send_c_echo()


def test_an_open_association_is_listed_with_what_it_did(
    site: ListeningSite, journal: AssociationsServiceImplementation
) -> None:
    site.enter_peer()
    with sender(site.port, ECHO) as caller:
        caller.association.send_c_echo()
        (detail,) = journal.live(TESTER)
    summary = detail.summary
    assert (summary.state, summary.direction, summary.peer_name) == (
        AssociationState.OPEN,
        Direction.INCOMING,
        KNOWN,
    )
    assert detail.operations == (OperationCount("C-ECHO", 0, 1),)
    assert summary.bytes_received > 200 and summary.bytes_sent > 200
    assert detail.implementation_version_name.startswith("PYNETDICOM")
    assert [(item.abstract_syntax, item.result) for item in detail.items] == [(VERIFICATION, 0)]


def test_one_that_was_released_is_in_the_past_and_no_longer_open(
    site: ListeningSite, journal: AssociationsServiceImplementation
) -> None:
    site.enter_peer()
    echo(site)
    eventually(lambda: past(journal))
    (summary,) = past(journal)
    assert (summary.state, summary.operations, summary.failures) == (AssociationState.RELEASED, 1, 0)
    assert summary.ended_at is not None and summary.ended_at >= summary.began_at
    assert journal.live(TESTER) == ()
    assert journal.get(TESTER, summary.association_id).summary == summary


def test_a_refused_caller_is_in_the_past_with_reason_and_numbers(
    site: ListeningSite, journal: AssociationsServiceImplementation
) -> None:
    echo(site)
    (summary,) = past(journal, only_failed=True)
    assert summary.state is AssociationState.REFUSED
    assert summary.problem.endswith("(result 1, source 1, reason 3)")


def test_a_context_that_was_not_accepted_is_told_with_its_result(
    site: ListeningSite, journal: AssociationsServiceImplementation
) -> None:
    site.enter_peer()
    with sender(site.port, [*ECHO, (ModalityWorklistInformationFind, EXPLICIT)]):
        (detail,) = journal.live(TESTER)
    assert [(item.accepted != "", item.result) for item in detail.items] == [(True, 0), (False, 3)]


def test_a_failed_request_makes_an_association_a_failed_one(
    site: ListeningSite, journal: AssociationsServiceImplementation
) -> None:
    site.enter_peer()
    with sender(site.port, [(CTImageStorage, EXPLICIT)]) as caller:
        status, _ = caller.store(SentObject(CTImageStorage, "1.2.3", EXPLICIT, ct_bytes("1.2.4")))
    eventually(lambda: past(journal, only_failed=True))
    (summary,) = past(journal, only_failed=True)
    assert (summary.failures, journal.get(TESTER, summary.association_id).operations) == (
        1,
        (OperationCount("C-STORE", status, 1),),
    )


def test_an_open_association_can_be_ended(site: ListeningSite, journal: AssociationsServiceImplementation) -> None:
    site.enter_peer()
    with sender(site.port, ECHO) as caller:
        (detail,) = journal.live(TESTER)
        journal.end(TESTER, detail.summary.association_id)
        eventually(lambda: not caller.association.is_established)
    eventually(lambda: past(journal))
    assert past(journal)[0].state is AssociationState.DRAINED


def test_what_is_not_open_cannot_be_ended(journal: AssociationsServiceImplementation) -> None:
    with pytest.raises(NotFound):
        journal.end(TESTER, "0" * 32)
    with pytest.raises(NotFound):
        journal.get(TESTER, "0" * 32)


def test_words_find_titles_addresses_and_problems(
    site: ListeningSite, journal: AssociationsServiceImplementation
) -> None:
    echo(site, "CT01")
    echo(site, "MR02")
    assert [one.calling_ae_title for one in past(journal, text="mr02")] == ["MR02"]
    assert [one.calling_ae_title for one in past(journal, text="127.0 ct")] == ["CT01"]
    assert len(past(journal, text="reason 3")) == 2
    assert past(journal, text="%") == ()


def test_pages_follow_each_other_newest_first(site: ListeningSite, journal: AssociationsServiceImplementation) -> None:
    for title in ("A", "B", "C"):
        echo(site, title)
    first = journal.past(TESTER, EVERYTHING, PageRequest(limit=2, count=True))
    second = journal.past(TESTER, EVERYTHING, PageRequest(after_key=first.next_key, limit=2))
    assert [one.calling_ae_title for one in (*first.items, *second.items)] == ["C", "B", "A"]
    assert (first.total, second.next_key) == (3, "")
    with pytest.raises(InvalidInput):
        journal.past(TESTER, EVERYTHING, PageRequest(after_key="x"))


def details(site: ListeningSite, journal: AssociationsServiceImplementation) -> Iterator[AssociationDetail]:
    echo(site)
    (summary,) = past(journal)
    detail = journal.get(TESTER, summary.association_id)
    for number in range(10_000):
        yield AssociationDetail(
            AssociationSummary(
                **{name: getattr(summary, name) for name in AssociationSummary.__slots__}
                | {"association_id": f"{number:032}"}
            ),
            detail.items,
        )


def test_the_oldest_are_forgotten_past_the_number_that_is_kept(
    site: ListeningSite, journal: AssociationsServiceImplementation, tmp_path: Path
) -> None:
    for number, detail in enumerate(details(site, journal)):
        if number == 1600:
            break
        site.past.add(detail)
        if number % 400 == 399:
            site.past.page(EVERYTHING, PageRequest(limit=1))
    page = site.past.page(EVERYTHING, PageRequest(limit=1, count=True))
    assert page.total is not None and 1000 <= page.total <= 1500
    assert page.items[0].association_id == f"{1599:032}"


def test_where_nothing_can_be_written_the_past_is_still_read(
    site: ListeningSite, journal: AssociationsServiceImplementation
) -> None:
    echo(site, "BEFORE")
    assert [one.calling_ae_title for one in past(journal)] == ["BEFORE"]
    site.database.mark_broken("the disk has failed")
    echo(site, "AFTER")
    assert [one.calling_ae_title for one in past(journal)] == ["BEFORE"]
    site.past.stop(1)


def test_who_is_turned_away_again_and_again_has_one_line(
    site: ListeningSite, journal: AssociationsServiceImplementation
) -> None:
    for _ in range(5):
        echo(site)
    assert len(past(journal)) == 1
    assert site.peers.refused_callers(TESTER)[0].times == 5


def test_what_strangers_propose_is_kept_within_bounds(
    site: ListeningSite, journal: AssociationsServiceImplementation
) -> None:
    contexts = [context(number * 2 + 1, f"1.2.{number}", ["1.2.3"] * 200) for number in range(100)]
    with socket.create_connection((LOOPBACK, site.port), timeout=20) as connection:
        connection.sendall(association_request(*contexts))
        assert read_pdu(connection)[0] == REJECTED
    (summary,) = past(journal)
    items = journal.get(TESTER, summary.association_id).items
    assert (len(items), {len(item.proposed) for item in items}) == (16, {8})


@pytest.mark.thorough
def test_one_that_hangs_in_the_middle_is_cut_off_after_the_grace(tmp_path: Path) -> None:
    with listening_site(tmp_path) as site:
        site.enter_peer()
        hurried = AssociationsServiceImplementation(site.book, site.past)
        site.book.grace_seconds = 0.2
        with socket.create_connection((LOOPBACK, site.port), timeout=20) as connection:
            connection.sendall(association_request(context(1, str(CTImageStorage), [EXPLICIT])))
            assert read_pdu(connection)[0] == ACCEPTED
            connection.sendall(data(1, 3, stock_store_request()) + data(1, 0, b"half"))
            eventually(lambda: hurried.live(TESTER))
            hurried.end(TESTER, hurried.live(TESTER)[0].summary.association_id)
            read_to_end(connection)
        eventually(lambda: not hurried.live(TESTER))
