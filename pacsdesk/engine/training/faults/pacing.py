"""Faults of time and length: a peer that dribbles, that thinks too long, that stops in the middle of a transfer."""

import socket
from collections.abc import Callable

from pynetdicom import evt

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.training.faults.fault import Fault, Level, Start
from pacsdesk.engine.training.faults.healthy import Peer, behaving
from pacsdesk.engine.training.faults.manner import Manner
from pacsdesk.engine.training.faults.relaying import dribbling, first, start_between
from pacsdesk.engine.training.faults.serving import SUCCESS
from pacsdesk.engine.training.faults.sockets import hear_until_the_end, reset
from pacsdesk.engine.training.faults.upper_layer import abort_pdu

# more than a request of 128 contexts in one transfer syntax and an echo, less than the smallest image
ENOUGH_BYTES = 24_000
_DRIBBLE_BYTES, _DRIBBLE_PAUSE_S = 40, 0.1
_ANSWER_S = 4.0
_CAP_S = 3.0
_NEVER = 1 << 62


def _cut_after(then: Callable[[socket.socket], None], length: int = ENOUGH_BYTES, lasts_s: float = 0.0) -> Start:
    return lambda lesson: start_between(lesson, inwards=first(length, then, lasts_s))


def _abort(caller: socket.socket) -> None:
    caller.sendall(abort_pdu(2, 0))
    _close(caller)


def _close(caller: socket.socket) -> None:
    caller.shutdown(socket.SHUT_WR)
    hear_until_the_end(caller)


def _on_slow_echo(event: evt.Event, peer: Peer) -> int:
    peer.stopping.wait(_ANSWER_S)
    return SUCCESS


PACING = (
    Fault(
        "dribbles",
        FindingCode.SLOW_PEER,
        Level.DIMSE,
        "Drop by drop",
        "Everything works and takes many times as long as it should.",
        f"The line lets the archive's answers through at {int(_DRIBBLE_BYTES / _DRIBBLE_PAUSE_S)} bytes a second.",
        lambda lesson: start_between(lesson, outwards=dribbling(_DRIBBLE_BYTES, _DRIBBLE_PAUSE_S)),
    ),
    Fault(
        "thinks-long",
        FindingCode.SLOW_PEER,
        Level.DIMSE,
        "It thinks it over",
        "The association is quick, and the echo's answer takes seconds.",
        f"The archive is overloaded: it answers an echo after {_ANSWER_S:.0f} seconds.",
        behaving(Manner(handlers={evt.EVT_C_ECHO: _on_slow_echo})),
    ),
    Fault(
        "aborted-after-bytes",
        FindingCode.ABORTED_IN_TRANSFER,
        Level.DIMSE,
        "Small things pass",
        "The echo works; while an image is sent the association is aborted.",
        f"Something between aborts after {ENOUGH_BYTES:,} bytes, as an intrusion detection does.",
        _cut_after(_abort),
    ),
    Fault(
        "reset-after-bytes",
        FindingCode.ABORTED_IN_TRANSFER,
        Level.DIMSE,
        "The line breaks",
        "The echo works; while an image is sent the connection is reset.",
        f"A firewall resets the connection after {ENOUGH_BYTES:,} bytes.",
        _cut_after(reset),
    ),
    Fault(
        "closed-after-bytes",
        FindingCode.ABORTED_IN_TRANSFER,
        Level.DIMSE,
        "It hangs up in the middle",
        "The echo works; while an image is sent the connection ends without a word.",
        f"The archive's process ends after {ENOUGH_BYTES:,} bytes.",
        _cut_after(_close),
    ),
    Fault(
        "capped-in-time",
        FindingCode.ABORTED_IN_TRANSFER,
        Level.DIMSE,
        "Only short ones pass",
        "A few images arrive; what takes longer is aborted in the middle.",
        f"The archive aborts every association that is older than {_CAP_S:.0f} seconds.",
        _cut_after(_abort, _NEVER, _CAP_S),
    ),
)
