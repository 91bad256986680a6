"""Faults of the association: rejected with every kind of numbers, aborted, broken off, answered by half."""

import socket
from collections.abc import Callable
from threading import Event

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.training.faults.fault import Fault, Level, Start
from pacsdesk.engine.training.faults.healthy import behaving
from pacsdesk.engine.training.faults.manner import Manner
from pacsdesk.engine.training.faults.sockets import conversing, hear_until_the_end
from pacsdesk.engine.training.faults.upper_layer import abort_pdu, accept_pdu, read_request, reject_pdu

_SEES_REJECTED = "The association is rejected."
_SEES_ABORTED = "The association is aborted before it is established."
_HALF = 30


def _answering(answer: Callable[[socket.socket], bytes]) -> Start:
    """Reads the request, sends what the function makes of it, and ends."""

    def converse(connection: socket.socket, stopping: Event) -> None:
        connection.sendall(answer(connection))
        connection.shutdown(socket.SHUT_WR)
        hear_until_the_end(connection)

    return conversing(converse)


def _heard(answer: bytes) -> Start:
    def hear_and_answer(connection: socket.socket) -> bytes:
        read_request(connection)
        return answer

    return _answering(hear_and_answer)


def _rejecting(result: int, source: int, reason: int, code: FindingCode | None, what_is_wrong: str) -> Fault:
    """PS3.8 9.3.4."""
    return Fault(
        f"reject-{result}-{source}-{reason}",
        code,
        Level.ASSOCIATION,
        f"Rejected with {result}/{source}/{reason}",
        _SEES_REJECTED,
        what_is_wrong,
        _heard(reject_pdu(result, source, reason)),
    )


def _aborting(source: int, reason: int, code: FindingCode | None, what_is_wrong: str) -> Fault:
    """PS3.8 9.3.8."""
    return Fault(
        f"abort-{source}-{reason}",
        code,
        Level.ASSOCIATION,
        f"Aborted with {source}/{reason}",
        _SEES_ABORTED,
        what_is_wrong,
        _heard(abort_pdu(source, reason)),
    )


_REJECTING = (
    _rejecting(1, 1, 1, None, "The archive rejects without a reason: its own log is the only one who knows."),
    _rejecting(1, 1, 2, FindingCode.MALFORMED_REQUEST, "The archive does not know our application context."),
    _rejecting(1, 1, 3, FindingCode.CALLING_AE_UNKNOWN, "The archive does not know our AE title at our address."),
    _rejecting(1, 1, 7, FindingCode.CALLED_AE_UNKNOWN, "The archive has no AE of the title that was called."),
    _rejecting(1, 2, 1, None, "The archive's upper layer rejects without a reason."),
    _rejecting(1, 2, 2, FindingCode.MALFORMED_REQUEST, "The archive does not support our protocol's version, it says."),
    _rejecting(2, 1, 1, FindingCode.SERVER_BUSY, "The archive cannot take us at the moment and gives no reason."),
    _rejecting(2, 2, 1, None, "The archive's upper layer rejects for now, without a reason."),
    _rejecting(2, 3, 1, FindingCode.SERVER_BUSY, "The archive has too much to do: temporary congestion."),
    _rejecting(2, 3, 2, FindingCode.SERVER_BUSY, "The archive has as many associations as it allows."),
    _rejecting(1, 3, 0, FindingCode.UNLISTED_ANSWER, "The archive rejects by numbers that are reserved."),
    _rejecting(1, 1, 4, FindingCode.UNLISTED_ANSWER, "The archive rejects by a reason that the standard reserves."),
    _rejecting(2, 1, 10, FindingCode.UNLISTED_ANSWER, "The archive rejects by a reason that the standard reserves."),
    _rejecting(3, 4, 99, FindingCode.UNLISTED_ANSWER, "The archive rejects by numbers that no standard has."),
    _rejecting(0, 0, 0, FindingCode.UNLISTED_ANSWER, "The archive rejects by three zeros."),
)  # fmt: skip  # one a line: a table

_ABORTING = (
    _aborting(0, 0, None, "The archive's application ends the association by itself."),
    _aborting(2, 0, None, "The archive's upper layer ends the association without a reason."),
    _aborting(2, 1, None, "The archive says that it does not recognize the PDU that we sent."),
    _aborting(2, 2, None, "The archive says that it did not expect the PDU that we sent."),
    _aborting(2, 4, None, "The archive says that it does not recognize a parameter that we sent."),
    _aborting(2, 5, None, "The archive says that it did not expect a parameter that we sent."),
    _aborting(2, 6, FindingCode.MALFORMED_REQUEST, "The archive finds no valid value in one of our parameters."),
    _aborting(1, 3, FindingCode.UNLISTED_ANSWER, "The archive aborts by numbers that the standard reserves."),
    _aborting(7, 77, FindingCode.UNLISTED_ANSWER, "The archive aborts by numbers that no standard has."),
)  # fmt: skip  # one a line: a table


def _half_an_answer(connection: socket.socket) -> bytes:
    return accept_pdu(read_request(connection))[:_HALF]


def _too_long_an_answer(connection: socket.socket) -> bytes:
    """The header promises 4 GB."""
    read_request(connection)
    return b"\x02\x00\xff\xff\xff\xff" + bytes(64)


ASSOCIATING = (
    Fault(
        "other-called-title",
        FindingCode.CALLED_AE_UNKNOWN,
        Level.ASSOCIATION,
        "Nobody of that name here",
        _SEES_REJECTED,
        "The archive's AE title is ARCHIVE1; it was registered as ARCHIVE.",
        behaving(Manner(ae_title="ARCHIVE1", registered_as="ARCHIVE")),
    ),
    Fault(
        "called-title-in-other-case",
        FindingCode.CALLED_AE_UNKNOWN,
        Level.ASSOCIATION,
        "Nearly the right name",
        _SEES_REJECTED,
        "The archive's AE title is ARCHIVE; it was registered as Archive, and titles mind their case.",
        behaving(Manner(registered_as="Archive")),
    ),
    Fault(
        "callers-not-registered",
        FindingCode.CALLING_AE_UNKNOWN,
        Level.ASSOCIATION,
        "It does not know us",
        _SEES_REJECTED,
        "The archive lets in CT01 and MR01 only; our AE title was never registered there.",
        behaving(Manner(callers=("CT01", "MR01"))),
    ),
    Fault(
        "takes-any-title",
        FindingCode.ANY_CALLED_AE_ACCEPTED,
        Level.ASSOCIATION,
        "It takes any title",
        "Everything works, whatever AE title is called.",
        "The archive accepts every called AE title: a misspelt one shows only when it is replaced.",
        behaving(Manner(minds_called_ae_title=False, registered_as="ARCHVIE")),
    ),
    *_REJECTING,
    *_ABORTING,
    Fault(
        "closed-after-request",
        FindingCode.MALFORMED_REQUEST,
        Level.ASSOCIATION,
        "It hears us out and hangs up",
        "The connection ends after the association was asked for, without an answer.",
        "The archive reads our request and closes: it is too old to understand it, or it filters.",
        _heard(b""),
    ),
    Fault(
        "half-an-answer",
        None,
        Level.ASSOCIATION,
        "Half an answer",
        "The connection ends in the middle of the archive's answer.",
        "The archive's program crashes while it answers.",
        _answering(_half_an_answer),
    ),
    Fault(
        "endless-answer",
        None,
        Level.ASSOCIATION,
        "An answer without an end",
        "The archive's answer says that it is 4 GB long.",
        "The archive's answer is broken: its length is nonsense.",
        _answering(_too_long_an_answer),
    ),
)
