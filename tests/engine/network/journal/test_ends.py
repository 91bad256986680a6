"""How associations ended, as the journal keeps it for programs: both directions, on real sockets."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pacsdesk.contract.records.associations import AssociationDetail, AssociationEnd, AssociationFilter, Direction
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.probes import BrokenOff, NoConnection, RejectNumbers
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.association import ProposedContext
from pacsdesk.engine.network.journal.associations import SILENT
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.network.wire.calling import Call
from pacsdesk.engine.network.wire.pdu import Abort, encode_abort
from tests.engine.network.journal.test_journal import eventually
from tests.engine.network.listening import KNOWN, OWN_TITLE, ListeningSite, listening_site
from tests.engine.network.raw_pdus import association_request, context, read_pdu, read_to_end
from tests.engine.network.sending import EXPLICIT
from tests.support.network import LOOPBACK, free_port

VERIFICATION = "1.2.840.10008.1.1"


def past(site: ListeningSite, direction: Direction = Direction.INCOMING) -> AssociationDetail:
    """The only one that is over."""
    which = AssociationFilter(direction=direction)
    eventually(lambda: site.past.page(which, PageRequest()).items)
    (summary,) = site.past.page(which, PageRequest()).items
    found = site.past.find(summary.association_id)
    assert found
    return found


@contextmanager
def connected(site: ListeningSite) -> Iterator[socket.socket]:
    """An accepted association, as bytes."""
    site.enter_peer()
    with socket.create_connection((LOOPBACK, site.port), timeout=20) as connection:
        connection.sendall(association_request(context(1, VERIFICATION, [EXPLICIT])))
        read_pdu(connection)
        yield connection


def call(site: ListeningSite, port: int, called: str = OWN_TITLE) -> AssociationEnd:
    contexts = (ProposedContext(1, VERIFICATION, (EXPLICIT,)),)
    site.make_caller().open_association(Call(LOOPBACK, port, AETitle(called), AETitle(KNOWN), contexts), Stop())
    return past(site, Direction.OUTGOING).end


def test_a_caller_that_aborts(site: ListeningSite) -> None:
    with connected(site) as connection:
        connection.sendall(encode_abort(Abort(0, 0)))
        read_to_end(connection)
    assert past(site).end == AssociationEnd(broken_off=BrokenOff.ABORTED)


def test_a_caller_that_hangs_up(site: ListeningSite) -> None:
    with connected(site):
        pass
    assert past(site).end == AssociationEnd(broken_off=BrokenOff.CLOSED)


def test_a_caller_that_sends_garbage(site: ListeningSite) -> None:
    with connected(site) as connection:
        connection.sendall(b"\x99\x00\x00\x00\x00\x01\x00")
        read_to_end(connection)
    assert past(site).end == AssociationEnd(broken_off=BrokenOff.BROKEN)


@pytest.mark.thorough
def test_a_caller_that_falls_silent(tmp_path: Path) -> None:
    with listening_site(tmp_path, NetworkLimits(network_timeout=0.3)) as site, connected(site) as connection:
        read_to_end(connection)
        detail = past(site)
    assert (detail.end, detail.summary.problem) == (AssociationEnd(broken_off=BrokenOff.OVERDUE), SILENT)


def test_a_caller_that_is_turned_away(site: ListeningSite) -> None:
    with socket.create_connection((LOOPBACK, site.port), timeout=20) as connection:
        connection.sendall(association_request(context(1, VERIFICATION, [EXPLICIT])))
        read_pdu(connection)
    assert past(site).end == AssociationEnd(reject=RejectNumbers(1, 1, 3))


def test_a_call_that_is_rejected(site: ListeningSite) -> None:
    assert call(site, site.port, "NOBODY") == AssociationEnd(reject=RejectNumbers(1, 1, 7))


def test_a_call_that_nobody_takes(site: ListeningSite) -> None:
    assert call(site, free_port()) == AssociationEnd(no_connection=NoConnection.REFUSED)
