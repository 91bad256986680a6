"""Each PDU that is wrong, or right at the wrong time, is answered as PS3.8 says; releases may collide on both sides."""

import pytest

from pacsdesk.engine.network.wire.pdu import RELEASE_REPLY, RELEASE_REQUEST
from pacsdesk.engine.network.wire.states import Action, Event, Role, State
from tests.engine.network.raw_pdus import ABORT, association_request, data, pdu
from tests.engine.network.wire.layers import SECONDS, ends, established

PROVIDER = 2
RELEASE_RQ, RELEASE_RP = 0x05, 0x06
VALUE = data(1, 3, b"command")

WRONG = {
    "unknown type": (pdu(0x99, b""), 1),
    "second request": (association_request(), 2),
    "acceptance": (b"\x02\x00" + association_request()[2:].replace(b"\x20\x00", b"\x21\x00", 1), 2),
    "rejection": (pdu(0x03, bytes([0, 1, 1, 1])), 2),
    "release reply": (RELEASE_REPLY, 2),
    "release of 3 bytes": (pdu(0x05, bytes(3)), 6),
    "abort of 5 bytes": (pdu(0x07, bytes(5)), 6),
    "rejection of nothing": (pdu(0x03, b""), 6),
    "request of noise": (pdu(0x01, bytes(100)), 6),
    "data without a value": (pdu(0x04, b""), 6),
    "value past the end": (pdu(0x04, b"\x00\x00\xff\xff\x01\x03x"), 6),
    "data of 2 GiB": (b"\x04\x00\x80\x00\x00\x00", 6),
    "request of 2 GiB": (b"\x01\x00\x80\x00\x00\x00", 6),
}


@pytest.mark.parametrize(("sent", "reason"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_on_an_association_is_aborted_with_source_and_reason(sent: bytes, reason: int) -> None:
    with established(Role.ACCEPTOR) as both:
        both.peer.sendall(sent)
        both.layer.receive(SECONDS)
        assert both.told() == (ABORT, bytes([0, 0, PROVIDER, reason]))
        assert both.layer.state is State.AWAITING_CLOSE
        assert both.layer.complaint


@pytest.mark.parametrize("sent", [VALUE, RELEASE_REQUEST, pdu(0x99, b""), pdu(0x01, b"noise")])
def test_what_is_wrong_before_an_association_is_aborted_without_a_reason(sent: bytes) -> None:
    with ends(Role.ACCEPTOR) as both:
        both.layer.ask(Event.CALLER_CONNECTED)
        both.peer.sendall(sent)
        assert both.layer.receive(SECONDS).action is Action.AA_1
        assert both.told() == (ABORT, bytes(4))


def test_an_abort_ends_the_association_without_an_answer() -> None:
    with established(Role.ACCEPTOR) as both:
        both.peer.sendall(pdu(0x07, bytes([0, 0, 0, 0])))
        assert both.layer.receive(SECONDS).action is Action.AA_3
        assert both.told() == (0, b"")


def test_data_is_passed_on() -> None:
    with established(Role.ACCEPTOR) as both:
        both.peer.sendall(VALUE)
        assert both.layer.receive(SECONDS).action is Action.DT_2
        assert b"".join(both.taken) == b"command"


def test_a_release_is_answered_and_the_peer_closes() -> None:
    with established(Role.ACCEPTOR) as both:
        both.peer.sendall(RELEASE_REQUEST)
        assert both.layer.receive(SECONDS).action is Action.AR_2
        both.layer.ask(Event.RELEASE_REPLY_ASKED, [RELEASE_REPLY])
        assert both.told()[0] == RELEASE_RP
        both.peer.close()
        both.layer.rest()
        assert both.layer.state is State.IDLE


def test_releases_that_collide_are_answered_by_the_requestor_first() -> None:
    with established(Role.REQUESTOR) as both:
        both.layer.ask(Event.RELEASE_ASKED, [RELEASE_REQUEST])
        both.peer.sendall(RELEASE_REQUEST)
        assert both.layer.receive(SECONDS).action is Action.AR_8
        both.layer.ask(Event.RELEASE_REPLY_ASKED, [RELEASE_REPLY])
        assert [both.told()[0], both.told()[0]] == [RELEASE_RQ, RELEASE_RP]
        both.peer.sendall(RELEASE_REPLY)
        assert both.layer.receive(SECONDS).action is Action.AR_3


def test_releases_that_collide_are_answered_by_the_acceptor_when_the_requestor_has() -> None:
    with established(Role.ACCEPTOR) as both:
        both.layer.ask(Event.RELEASE_ASKED, [RELEASE_REQUEST])
        both.peer.sendall(RELEASE_REQUEST)
        assert both.layer.receive(SECONDS).action is Action.AR_8
        assert not both.layer.ask(Event.RELEASE_REPLY_ASKED, [RELEASE_REPLY])
        both.peer.sendall(RELEASE_REPLY)
        assert both.layer.receive(SECONDS).action is Action.AR_10
        both.layer.ask(Event.RELEASE_REPLY_ASKED, [RELEASE_REPLY])
        assert [both.told()[0], both.told()[0]] == [RELEASE_RQ, RELEASE_RP]


def test_data_that_was_on_its_way_when_release_was_asked_still_comes() -> None:
    with established(Role.REQUESTOR) as both:
        both.layer.ask(Event.RELEASE_ASKED, [RELEASE_REQUEST])
        both.peer.sendall(VALUE)
        assert both.layer.receive(SECONDS).action is Action.AR_6
        assert b"".join(both.taken) == b"command"


def test_a_peer_that_is_silent_too_long_is_told_so() -> None:
    with established(Role.ACCEPTOR) as both:
        both.channel.read_by = 1.0
        both.channel.keep_deadlines(2.0)
        assert both.layer.receive(SECONDS).action is Action.AA_1
        assert both.told() == (ABORT, bytes(4))


def test_a_caller_that_asks_for_nothing_is_closed_when_artim_expires() -> None:
    with ends(Role.ACCEPTOR) as both:
        both.layer.ask(Event.CALLER_CONNECTED)
        both.channel.read_by = 1.0
        both.channel.keep_deadlines(2.0)
        assert both.layer.receive(SECONDS).action is Action.AA_2
        assert both.told() == (0, b"")


def test_an_answer_to_our_request_that_drips_has_no_more_time_than_one_that_comes_at_once() -> None:
    with ends(Role.REQUESTOR) as both:
        both.layer.ask(Event.ASSOCIATE_ASKED)
        both.layer.ask(Event.CONNECTED, [association_request()])
        deadlines: list[float] = []
        read = both.channel.read

        def drip(view: memoryview) -> int:
            deadlines.append(both.channel.read_by)
            if len(deadlines) < 4:
                both.peer.sendall(b"\x02\x00\x00\x00"[len(deadlines) - 1 :][:1])
            else:
                both.channel.cut()
            return read(view)

        both.channel.read = drip  # type: ignore[method-assign]
        both.layer.receive(SECONDS / 2)
        assert len(deadlines) == 4
        assert len(set(deadlines)) == 1


def test_what_cannot_happen_now_is_not_done() -> None:
    with established(Role.ACCEPTOR) as both:
        assert not both.layer.ask(Event.RELEASE_REPLY_ASKED, [RELEASE_REPLY])
        both.layer.ask(Event.ABORT_ASKED)
        assert not both.layer.ask(Event.DATA_ASKED, [VALUE])


def test_a_peer_that_went_away_is_found_by_who_sends() -> None:
    with established(Role.ACCEPTOR) as both:
        both.channel.cut()
        assert not both.layer.ask(Event.DATA_ASKED, [VALUE])
        assert both.layer.receive(SECONDS).action is Action.AA_4
