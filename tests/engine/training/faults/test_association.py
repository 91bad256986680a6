"""Faults of the association: the numbers come as they are told, and titles are what matters where they should."""

import socket
from contextlib import suppress
from dataclasses import replace

import pytest

from pacsdesk.engine.training.faults.associating import ASSOCIATING
from tests.engine.network.raw_pdus import association_request
from tests.engine.training.faults.calling import (
    ABORT,
    ASSOCIATE_ACCEPT,
    ASSOCIATE_REJECT,
    associated,
    connected,
    everything,
    first_bytes,
    pdu,
    running,
)

_REJECTING = [fault.id for fault in ASSOCIATING if fault.id.startswith("reject-")]
_ABORTING = [fault.id for fault in ASSOCIATING if fault.id.startswith("abort-")]


def numbers(fault_id: str) -> bytes:
    """The numbers that the id is made of."""
    return bytes(map(int, fault_id.split("-")[1:]))


@pytest.mark.parametrize("fault_id", _REJECTING)
def test_a_reject_has_its_numbers(fault_id: str) -> None:
    with running(fault_id) as fault:
        assert first_bytes(fault) == pdu(ASSOCIATE_REJECT, b"\0" + numbers(fault_id))


@pytest.mark.parametrize("fault_id", _ABORTING)
def test_an_abort_has_its_numbers(fault_id: str) -> None:
    with running(fault_id) as fault:
        assert first_bytes(fault) == pdu(ABORT, b"\0\0" + numbers(fault_id))


@pytest.mark.parametrize(
    ("fault_id", "reason", "right_title"),
    [("other-called-title", 7, "ARCHIVE1"), ("called-title-in-other-case", 7, "ARCHIVE")],
)
def test_another_called_title_is_rejected_and_the_right_one_is_not(
    fault_id: str, reason: int, right_title: str
) -> None:
    with running(fault_id) as fault:
        assert first_bytes(fault) == pdu(ASSOCIATE_REJECT, bytes([0, 1, 1, reason]))
        with associated(replace(fault, ae_title=right_title)) as association:
            assert association.send_c_echo().Status == 0


def test_a_caller_that_is_not_registered_is_rejected_and_one_that_is_is_not() -> None:
    with running("callers-not-registered") as fault:
        assert first_bytes(fault) == pdu(ASSOCIATE_REJECT, bytes([0, 1, 1, 3]))
        with associated(fault, calling="CT01") as association:
            assert association.send_c_echo().Status == 0


def test_any_title_is_taken() -> None:
    with running("takes-any-title") as fault:
        for title in (fault.ae_title, "SOMETHING_ELSE"):
            with associated(replace(fault, ae_title=title)) as association:
                assert association.send_c_echo().Status == 0


def test_the_connection_ends_after_the_request() -> None:
    with running("closed-after-request") as fault:
        assert first_bytes(fault) == b""


def test_half_an_answer_is_shorter_than_it_says() -> None:
    with running("half-an-answer") as fault:
        answer = first_bytes(fault)
        assert answer[0] == ASSOCIATE_ACCEPT
        assert 6 < len(answer) < 6 + int.from_bytes(answer[2:6], "big")


def test_an_endless_answer_promises_four_gigabytes() -> None:
    with running("endless-answer") as fault:
        answer = first_bytes(fault)
        assert answer[:6] == b"\x02\x00\xff\xff\xff\xff"
        assert len(answer) < 100


@pytest.mark.parametrize("said", [b"GET / HTTP/1.1\r\n\r\n", b"\x01\x00\xff\xff\xff\xff", association_request()[:20]])
def test_a_caller_that_is_no_dicom_gets_no_answer(said: bytes) -> None:
    with running("reject-1-1-3") as fault, connected(fault) as connection:
        connection.sendall(said)
        with suppress(OSError):  # it may have closed already
            connection.shutdown(socket.SHUT_WR)
        assert everything(connection) == b""
