"""A sink accepts what is proposed and answers success; what is no DICOM or too large is cut off, and said."""

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from uuid import uuid4

import pytest

from pacsdesk.contract.records.associations import AssociationDetail, AssociationState, Direction, EndedBy
from pacsdesk.contract.records.relays import ListenOrder, Sink
from pacsdesk.engine.network.journal.passing import PassingJournal
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.sinking.service import Sinks
from pacsdesk.engine.network.wire.watch import Watch
from pacsdesk.engine.runtime.clock import now
from tests.engine.network.listening import ListeningSite
from tests.engine.network.sending import EXPLICIT, SentObject, sender
from tests.engine.network.tracing.passing import request_pdu
from tests.support.actors import ANN
from tests.support.datasets import CT_IMAGE, ct_bytes
from tests.support.network import LOOPBACK

MADE_UP = "1.2.3.4.5.6.7"


@pytest.fixture
def sinks(site: ListeningSite) -> Iterator[Sinks]:
    watch = Watch()
    journal = PassingJournal(site.book, site.past, now, uuid4)
    made = Sinks(watch, journal, now, uuid4, replace(NetworkLimits(), acse_timeout=0.2))
    yield made
    made.close()
    watch.close()


def eventually(look: Callable[[], object]) -> None:
    deadline = time.monotonic() + 20
    while not look():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def ended(sinks: Sinks, sink: Sink, site: ListeningSite) -> AssociationDetail:
    eventually(lambda: [one for one in sinks.associations(ANN, sink.sink_id) if one.summary.ended_at])
    (one,) = sinks.associations(ANN, sink.sink_id)
    found = site.past.find(one.summary.association_id)
    assert found is not None
    return found


def test_an_unknown_class_is_accepted_and_stored_nowhere(sinks: Sinks, site: ListeningSite) -> None:
    sink = sinks.start(ANN, ListenOrder())
    with sender(sink.listening.port, [(MADE_UP, EXPLICIT), (CT_IMAGE, EXPLICIT)]) as caller:
        assert caller.store(SentObject(MADE_UP, "1.2.3", EXPLICIT, ct_bytes()))[0] == 0
    seen = ended(sinks, sink, site)
    assert [(one.operation, one.status) for one in seen.operations] == [("C-STORE", 0)]
    assert [one.accepted for one in seen.items] == [EXPLICIT, EXPLICIT]
    assert (seen.summary.state, seen.end.by) == (AssociationState.RELEASED, EndedBy.CALLER)
    assert (seen.summary.direction, seen.summary.through) == (Direction.SINK, sink.sink_id)
    assert seen.summary.called_address == f"{LOOPBACK}:{sink.listening.port}"


@pytest.mark.parametrize(
    "content",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        bytes(64),
        bytes.fromhex("0100 ffffffff"),
        request_pdu() + bytes.fromhex("0400 7fffffff"),
    ],
)
def test_what_cannot_be_is_cut_off(sinks: Sinks, site: ListeningSite, content: bytes) -> None:
    sink = sinks.start(ANN, ListenOrder())
    with socket.create_connection((LOOPBACK, sink.listening.port), timeout=20) as caller, suppress(ConnectionError):
        caller.sendall(content)
        while caller.recv(4096):
            pass
    assert ended(sinks, sink, site).summary.state in (AssociationState.BROKEN, AssociationState.ABORTED)


def test_who_says_nothing_is_let_go(sinks: Sinks, site: ListeningSite) -> None:
    sink = sinks.start(ANN, ListenOrder())
    with socket.create_connection((LOOPBACK, sink.listening.port), timeout=20) as caller:
        while caller.recv(4096):
            pass
    assert ended(sinks, sink, site).summary.bytes_received == 0
