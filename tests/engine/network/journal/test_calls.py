"""Associations that we open, as the journal has them."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from pacsdesk.contract.errors import StorageFull
from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationFilter,
    AssociationState,
    Direction,
    OperationCount,
)
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.peers import Peer, PeerService
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.association import ProposedContext
from pacsdesk.engine.network.calls import CallsInJournal
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.network.wire.calling import Call, Caller
from pacsdesk.engine.network.wire.opening_steps import Opening
from pacsdesk.engine.runtime.clock import now
from tests.engine.network.listening import KNOWN, OWN_TITLE, TESTER, ListeningSite
from tests.support.network import free_port

VERIFICATION = "1.2.840.10008.1.1"
IMPLICIT = "1.2.840.10008.1.2"
WORKLIST = "1.2.840.10008.5.1.4.31"
OURS = AssociationFilter(direction=Direction.OUTGOING)


def past(site: ListeningSite) -> AssociationDetail:
    """The last call of ours that is over."""
    (summary,) = site.past.page(OURS, PageRequest()).items
    found = site.past.find(summary.association_id)
    assert found is not None
    return found


def call_to(port: int, called: str = OWN_TITLE) -> Call:
    contexts = (ProposedContext(1, VERIFICATION, (IMPLICIT,)), ProposedContext(3, WORKLIST, (IMPLICIT,)))
    return Call("127.0.0.1", port, AETitle(called), AETitle(KNOWN), contexts)


@contextmanager
def calling(site: ListeningSite) -> Iterator[Opening]:
    """The site calls itself, under the title of a peer."""
    site.enter_peer(KNOWN)
    site.peers.add(TESTER, Peer("Ourselves", AETitle(OWN_TITLE), "127.0.0.1", site.port, allow=(PeerService.ECHO,)))
    opening = site.make_caller().open_association(call_to(site.port), Stop())
    assert opening.association is not None
    try:
        yield opening
    finally:
        opening.association.close()


def test_a_call_is_among_the_open_ones_and_then_in_the_past(site: ListeningSite) -> None:
    with calling(site) as opening:
        association = opening.association
        assert association is not None
        association.echo(association.contexts[0])
        live = next(one for one in site.book.live() if one.summary.direction is Direction.OUTGOING)
        association.release()
    assert (live.summary.peer_name, live.operations) == ("Ourselves", (OperationCount("C-ECHO", 0, 1),))
    over = past(site)
    assert over.summary.state is AssociationState.RELEASED
    assert [(item.accepted, item.result) for item in over.items] == [(IMPLICIT, 0), ("", 3)]
    assert over.summary.bytes_sent > 200 and over.implementation_version_name.startswith("PACSDESK")


def test_a_call_that_is_given_up_is_aborted(site: ListeningSite) -> None:
    with calling(site):
        pass
    assert past(site).summary.state is AssociationState.ABORTED


def test_an_open_call_can_be_ended_by_a_person(site: ListeningSite) -> None:
    with calling(site):
        live = next(one for one in site.book.live() if one.summary.direction is Direction.OUTGOING)
        site.book.end(live.summary.association_id)
    assert past(site).summary.state is AssociationState.DRAINED


def test_a_rejected_call_is_in_the_past_with_the_numbers(site: ListeningSite) -> None:
    site.make_caller().open_association(call_to(site.port, "SOMEBODY"), Stop())
    summary = past(site).summary
    assert summary.state is AssociationState.REFUSED
    assert "result 1, source 1, reason" in summary.problem


def test_a_call_that_nobody_takes_is_in_the_past_with_the_step(site: ListeningSite) -> None:
    site.make_caller().open_association(call_to(free_port()), Stop())
    summary = past(site).summary
    assert (summary.state, summary.problem.split(":")[0]) == (AssociationState.BROKEN, "connect")


def test_a_call_does_not_fail_where_the_registry_cannot_be_read(site: ListeningSite) -> None:
    def broken(_title: str) -> tuple[Peer, ...]:
        raise StorageFull("The index cannot be opened.")

    notes = CallsInJournal(site.book, site.past, broken, now, uuid4, 0)
    caller = Caller("1.2.3", "TEST", site.watch, notes=notes)
    assert caller.open_association(call_to(free_port()), Stop()).association is None
    assert past(site).summary.peer_name == ""
