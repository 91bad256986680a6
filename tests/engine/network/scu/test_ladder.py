"""The ladder on real sockets: a healthy listener of ours, and peers by hand that stop it at each of its steps."""

import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.records.probes import (
    AbortNumbers,
    BrokenOff,
    NoConnection,
    ProbeState,
    ProbeStep,
    RejectNumbers,
    Speaks,
)
from pacsdesk.engine.network.scu.grid import climb_all
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.network.wire.pdu import Abort, Reject, encode_abort, encode_reject
from tests.engine.network.listening import KNOWN, OWN_TITLE, ListeningSite
from tests.engine.network.raw_pdus import read_pdu
from tests.engine.network.scu.climbing import IMPATIENT, accept, climb, hold, ladder, rude_peer, target
from tests.support.network import free_port

NEVER_TRIED = {ProbeStep.PING, ProbeStep.TLS}


def test_every_step_up_to_a_healthy_archive_is_done(site: ListeningSite) -> None:
    site.enter_peer(KNOWN, *PeerService)
    outcome = climb(target(site.port, called=OWN_TITLE, calling=KNOWN))
    not_done = {step.name: step for step in outcome.steps if step.state is not ProbeState.DONE}
    # it provides neither a worklist nor MPPS, and nobody said that it is used for them; its destination has no port
    assert set(not_done) - NEVER_TRIED == {ProbeStep.MPPS, ProbeStep.WORKLIST, ProbeStep.MOVE}
    assert outcome.theirs and outcome.theirs.implementation_version_name
    assert {answer.step: answer.status for answer in outcome.answers}[ProbeStep.GET] == 0
    assert outcome.first_bytes.startswith("0200")


def test_steps_are_all_there_in_their_order_and_timed() -> None:
    outcome = climb(target(free_port()))
    assert [step.name for step in outcome.steps] == list(ProbeStep)
    assert outcome.step(ProbeStep.TCP).milliseconds > 0


def test_only_the_services_that_a_peer_is_used_for_are_tried(site: ListeningSite) -> None:
    site.enter_peer()
    outcome = climb(target(site.port, ProbeStep.STORE, ProbeStep.FIND, called=OWN_TITLE, calling=KNOWN))
    assert {context.step for context in outcome.contexts} == {ProbeStep.ECHO, ProbeStep.STORE, ProbeStep.FIND}
    assert outcome.step(ProbeStep.FIND).state is ProbeState.REFUSED
    assert outcome.step(ProbeStep.GET).detail == "not used"


def test_a_refused_connection_is_told_at_once() -> None:
    outcome = climb(target(free_port()))
    assert outcome.no_connection is NoConnection.REFUSED
    assert outcome.step(ProbeStep.TCP).state is ProbeState.REFUSED
    assert outcome.step(ProbeStep.ASSOCIATION).state is ProbeState.NOT_REACHED


def test_a_name_that_nobody_knows_is_the_first_step_that_fails() -> None:
    outcome = climb(target(104, host="nobody.invalid"))
    assert outcome.no_connection is NoConnection.NAME_UNKNOWN
    assert outcome.step(ProbeStep.NAME).state is ProbeState.FAILED
    assert outcome.step(ProbeStep.TCP).state is ProbeState.NOT_REACHED


def test_a_title_that_it_does_not_know_is_its_numbers(site: ListeningSite) -> None:
    outcome = climb(target(site.port, called=OWN_TITLE, calling="STRANGER"))
    assert outcome.reject == RejectNumbers(1, 1, 3)
    assert outcome.step(ProbeStep.ASSOCIATION).state is ProbeState.REFUSED


def _answering(answer: bytes) -> Callable[[socket.socket], None]:
    def behave(connection: socket.socket) -> None:
        connection.recv(4096)
        connection.sendall(answer)

    return behave


@pytest.mark.parametrize(
    ("answer", "broken_off", "what"),
    [
        (b"HTTP/1.0 400 Bad Request\r\n\r\n", BrokenOff.BROKEN, Speaks.HTTP),
        (b"\x15\x03\x01\x00\x02\x02\x46", BrokenOff.BROKEN, Speaks.TLS),
        (b"SSH-2.0-x\r\n", BrokenOff.BROKEN, Speaks.SSH),
        (b"\x02\x00\x00", BrokenOff.CLOSED, Speaks.DICOM),
        (encode_abort(Abort(2, 6)), BrokenOff.ABORTED, Speaks.DICOM),
        (b"", BrokenOff.CLOSED, Speaks.NOTHING),
    ],
)
def test_what_answers_instead_is_told_by_its_first_bytes(answer: bytes, broken_off: BrokenOff, what: Speaks) -> None:
    with rude_peer(_answering(answer)) as port:
        outcome = climb(target(port, limits=IMPATIENT))
    assert (outcome.broken_off, outcome.speaks) == (broken_off, what)
    assert outcome.abort == (AbortNumbers(2, 6) if broken_off is BrokenOff.ABORTED else None)


def test_a_rejection_that_nobody_lists_is_shown_as_it_is() -> None:
    with rude_peer(_answering(encode_reject(Reject(9, 8, 77)))) as port:
        outcome = climb(target(port))
    assert outcome.reject == RejectNumbers(9, 8, 77)


def test_a_peer_that_ends_each_connection_without_hearing_a_word_is_told_from_one_that_hears() -> None:
    with rude_peer(lambda connection: None) as port:
        assert climb(target(port, limits=IMPATIENT)).closes_at_once
    with rude_peer(_answering(b"")) as port:
        assert not climb(target(port, limits=IMPATIENT)).closes_at_once


@pytest.mark.thorough
def test_a_web_server_that_is_silent_to_us_is_found_by_asking_as_a_browser() -> None:
    def behave(connection: socket.socket) -> None:
        if b"\r\n" in connection.recv(4096)[:40]:
            connection.sendall(b"HTTP/1.0 404 Not Found\r\n\r\n")
        hold(connection)

    with rude_peer(behave) as port:
        outcome = climb(target(port, limits=IMPATIENT))
    assert (outcome.broken_off, outcome.speaks) == (BrokenOff.OVERDUE, Speaks.HTTP)


def test_after_an_abort_the_other_services_are_asked_on_another_association() -> None:
    asked: list[int] = []

    def behave(connection: socket.socket) -> None:
        accept(connection)
        asked.append(read_pdu(connection)[0])
        connection.sendall(encode_abort(Abort(0, 0)))

    with rude_peer(behave) as port:
        outcome = climb(target(port))
    questions = [ProbeStep.ECHO, ProbeStep.FIND, ProbeStep.WORKLIST, ProbeStep.MOVE, ProbeStep.GET]
    assert [answer.step for answer in outcome.answers] == questions
    assert {answer.broken_off for answer in outcome.answers} == {BrokenOff.ABORTED}
    assert len(asked) == len(questions)


def test_a_peer_that_takes_no_context_at_all_is_amber() -> None:
    def behave(connection: socket.socket) -> None:
        accept(connection, result=3)

    with rude_peer(behave) as port:
        outcome = climb(target(port, limits=IMPATIENT))
    assert outcome.step(ProbeStep.ASSOCIATION).state is ProbeState.WARNING
    assert outcome.answers == ()


def test_a_wrong_title_is_tried_only_when_asked_for(site: ListeningSite) -> None:
    site.enter_peer()
    assert climb(target(site.port, called=OWN_TITLE, calling=KNOWN)).any_title_accepted is None
    asked = target(site.port, called=OWN_TITLE, calling=KNOWN, tries_wrong_title=True)
    assert climb(asked).any_title_accepted is False


@pytest.mark.parametrize("is_accepted", [False, True], ids=["before an association", "in a service"])
def test_a_stop_is_heard_while_a_peer_is_silent(is_accepted: bool) -> None:
    is_waiting = Event()

    def behave(connection: socket.socket) -> None:
        if is_accepted:
            accept(connection)
        read_pdu(connection)
        is_waiting.set()
        hold(connection)

    stop = Stop()
    with rude_peer(behave) as port, ladder() as one, ThreadPoolExecutor(1) as pool:
        climbing = pool.submit(one.climb, target(port), stop)
        assert is_waiting.wait(10)
        stop.ask()
        outcome = climbing.result(5)  # of the ten seconds that each answer has
    assert outcome.is_stopped


def test_many_peers_are_climbed_to_at_once(site: ListeningSite) -> None:
    site.enter_peer()
    well = target(site.port, called=OWN_TITLE, calling=KNOWN)
    told: list[int] = []
    with ladder() as one:
        outcomes = climb_all(one, [well, target(free_port())] * 5, Stop(), lambda come: told.append(len(come)))
    assert [outcome.no_connection for outcome in outcomes] == [None, NoConnection.REFUSED] * 5
    assert told[-1] == 10


def test_a_grid_is_stopped_at_once_by_what_its_report_raises() -> None:
    class EnoughError(Exception):
        """Raised by the test."""

    is_waiting = Event()

    def behave(connection: socket.socket) -> None:
        read_pdu(connection)
        is_waiting.set()
        hold(connection)

    def report(come: object) -> None:
        if is_waiting.is_set():
            raise EnoughError

    with rude_peer(behave) as port, ladder() as one, pytest.raises(EnoughError):
        climb_all(one, [target(port)], Stop(), report)
