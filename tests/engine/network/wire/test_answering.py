"""Many answers to one request: they come in order, can be cancelled, and end when nobody reads them."""

from itertools import islice

import pytest

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.engine.network.command import C_FIND_RQ, Order, encode_order
from pacsdesk.engine.network.wire.data import IS_COMMAND, data_pdus
from tests.engine.network.listening import KNOWN, ListeningSite
from tests.engine.network.raw_pdus import association_request, context, read_pdu
from tests.engine.network.sending import EXPLICIT
from tests.engine.network.test_server_life import started
from tests.engine.network.wire.calls import association, call_to
from tests.engine.network.wire.many_answers import CANCELLED, PATIENT_FIND, PENDING, CountingService

ENDLESS = 1 << 60
QUERY = Order(C_FIND_RQ, 1, PATIENT_FIND, has_dataset=True, priority=0)
IDENTIFIER = b"an identifier of a query" * 100


def test_each_answer_carries_its_dataset_and_the_last_one_none(site: ListeningSite) -> None:
    site.enter_peer(KNOWN, PeerService.FIND)
    server = site.make_server("127.0.0.1", 0, CountingService(3))
    with started(server) as port, association(call_to(port, PATIENT_FIND)) as caller:
        answers = [(answer.status, answer.dataset) for answer in caller.find(caller.contexts[0], IDENTIFIER)]
    assert answers == [(PENDING, IDENTIFIER)] * 3 + [(0, b"")]


def test_a_cancel_reaches_the_service_while_it_answers(site: ListeningSite) -> None:
    site.enter_peer(KNOWN, PeerService.FIND)
    server = site.make_server("127.0.0.1", 0, CountingService(ENDLESS))
    with started(server) as port, association(call_to(port, PATIENT_FIND)) as caller:
        answers = caller.find(caller.contexts[0], IDENTIFIER)
        list(islice(answers, 5))
        caller.cancel()
        assert [answer.status for answer in answers][-1] == CANCELLED


def test_after_a_cancelled_query_the_association_goes_on(site: ListeningSite) -> None:
    site.enter_peer(KNOWN, PeerService.FIND, PeerService.ECHO)
    server = site.make_server("127.0.0.1", 0, CountingService(ENDLESS))
    with started(server) as port, association(call_to(port, PATIENT_FIND, "1.2.840.10008.1.1")) as caller:
        answers = caller.find(caller.contexts[0], IDENTIFIER)
        next(answers)
        caller.cancel()
        list(answers)
        assert caller.echo(caller.contexts[1]).status == 0


def test_a_service_that_fails_between_answers_is_answered_0110(site: ListeningSite) -> None:
    site.enter_peer(KNOWN, PeerService.FIND)
    server = site.make_server("127.0.0.1", 0, CountingService(3, fails=True))
    with started(server) as port, association(call_to(port, PATIENT_FIND)) as caller:
        assert [answer.status for answer in caller.find(caller.contexts[0], IDENTIFIER)] == [0x0110]


@pytest.mark.parametrize("how", ["abort", "release", "cut"])
def test_answers_that_nobody_reads_end(site: ListeningSite, how: str) -> None:
    site.enter_peer(KNOWN, PeerService.FIND)
    service = CountingService(ENDLESS)
    with started(site.make_server("127.0.0.1", 0, service)) as port, association(call_to(port, PATIENT_FIND)) as caller:
        next(caller.find(caller.contexts[0], IDENTIFIER))
        {"abort": caller.abort, "release": caller.release, "cut": caller.close}[how]()
        assert service.is_closed.wait(20)


def test_a_listener_that_stops_does_not_wait_for_endless_answers(site: ListeningSite) -> None:
    site.enter_peer(KNOWN, PeerService.FIND)
    service = CountingService(ENDLESS)
    server = site.make_server("127.0.0.1", 0, service)
    with started(server) as port, association(call_to(port, PATIENT_FIND)) as caller:
        next(caller.find(caller.contexts[0], IDENTIFIER))
        server.stop(0.2)
        assert service.is_closed.wait(20)


def test_a_peer_that_reads_no_answers_holds_up_nobody(site: ListeningSite) -> None:
    site.enter_peer(KNOWN, PeerService.FIND)
    service = CountingService(ENDLESS)
    with started(site.make_server("127.0.0.1", 0, service)) as port:
        site.port = port
        with site.connect() as deaf, association(call_to(port, PATIENT_FIND)) as caller:
            deaf.sendall(association_request(context(1, PATIENT_FIND, [EXPLICIT])))
            read_pdu(deaf)
            deaf.sendall(
                b"".join(data_pdus(1, IS_COMMAND, encode_order(QUERY), 0)) + b"".join(data_pdus(1, 0, IDENTIFIER, 0))
            )
            assert next(caller.find(caller.contexts[0], IDENTIFIER)).status == PENDING


def test_what_extended_negotiation_agreed_reaches_service_and_caller(site: ListeningSite) -> None:
    site.enter_peer(KNOWN, PeerService.FIND)
    service = CountingService(1)
    with started(site.make_server("127.0.0.1", 0, service)) as port, association(call_to(port, PATIENT_FIND)) as caller:
        list(caller.find(caller.contexts[0], IDENTIFIER))
        assert caller.contexts[0].application_information == b"\x01"
        assert service.contexts[0].application_information == b"\x01"
