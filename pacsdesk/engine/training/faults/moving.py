"""Faults of C-MOVE: the destination is unknown, unreachable, unwilling or partly so, or nothing is sent at all."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from pynetdicom import evt
from pynetdicom.dimse_messages import C_MOVE_RSP, DIMSEMessage

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.training.faults.fault import LOOPBACK, Fault, Lesson, Level, RunningFault, Start
from pacsdesk.engine.training.faults.healthy import Peer, behaving
from pacsdesk.engine.training.faults.manner import Address, Manner, Tamper
from pacsdesk.engine.training.faults.serving import (
    OUT_OF_RESOURCES,
    SUCCESS,
    UNKNOWN_DESTINATION,
    on_move,
)

_CANNOT_DELIVER, _NOT_AUTHORIZED, _NOT_UNDERSTOOD = 0xA702, 0x0124, 0xC000
_SEES_FAILED = "The move fails, though the archive has the study and the echo works."

_SOMEWHERE = Manner(minds_called_ae_title=False)


def _saying(status: int) -> Tamper:
    """pynetdicom says A801 of every destination that it cannot reach; archives mostly say something else."""

    def change(message: DIMSEMessage) -> None:
        if isinstance(message, C_MOVE_RSP) and message.command_set.Status == UNKNOWN_DESTINATION:
            message.command_set.Status = status

    return change


def _to_nowhere(lesson: Lesson) -> RunningFault:
    deaf = socket.socket()
    deaf.bind((LOOPBACK, 0))
    port = int(deaf.getsockname()[1])

    def knock(title: str) -> Address | None:
        """pynetdicom leaves a socket behind when it cannot connect, so it is not asked to."""
        try:
            socket.create_connection((LOOPBACK, port)).close()
        except OSError:
            return None
        return Address(LOOPBACK, port, title)

    manner = Manner(destination=knock, tamper=_saying(_CANNOT_DELIVER))
    return _also_ending(behaving(manner)(lesson), deaf.close)


def _to(destination: Manner, **changes: Any) -> Start:
    """Objects go to a second peer, whatever destination is asked for. changes: of the first one's manner."""

    def start(lesson: Lesson) -> RunningFault:
        second = Peer(lesson, destination)
        manner = Manner(destination=lambda title: Address(LOOPBACK, second.port, title), **changes)
        return _also_ending(behaving(manner)(lesson), second.stop)

    return start


def _also_ending(running: RunningFault, end: Callable[[], None]) -> RunningFault:
    def stop() -> None:
        running.stop()
        end()

    return replace(running, stop=stop)


def _on_full_store(event: evt.Event, peer: Peer) -> int:
    return OUT_OF_RESOURCES


def _on_store_of_odd_numbers(event: evt.Event, peer: Peer) -> int:
    """Of a series every second one."""
    return SUCCESS if int(event.dataset.InstanceNumber) % 2 else _NOT_UNDERSTOOD


def _on_move_that_finds_nothing(event: evt.Event, peer: Peer) -> Iterator[object]:
    address = peer.destination(str(event.move_destination).strip()) or Address(LOOPBACK, peer.port, "")
    yield address.host, address.port
    yield 0


def _on_move_that_stops(event: evt.Event, peer: Peer) -> Iterator[object]:
    """Ends the association at the second object."""
    sent = on_move(event, peer)
    for place, step in enumerate(sent):
        if place == _PLACE_OF_SECOND_OBJECT:
            event.assoc.abort()
        yield step


_PLACE_OF_SECOND_OBJECT = 3  # after the address, the number of objects and the first

MOVING = (
    Fault(
        "move-unknown-destination",
        FindingCode.MOVE_DESTINATION_UNKNOWN,
        Level.DIMSE,
        "Nobody of that name to send to",
        _SEES_FAILED,
        "The archive has no destination of the AE title that was given.",
        behaving(Manner(destination=lambda title: None)),
    ),
    Fault(
        "move-destination-off",
        FindingCode.MOVE_CANNOT_DELIVER,
        Level.DIMSE,
        "It cannot reach the destination",
        _SEES_FAILED,
        "The archive knows the destination at a port where nobody listens.",
        _to_nowhere,
    ),
    Fault(
        "move-destination-refuses-caller",
        FindingCode.MOVE_CANNOT_DELIVER,
        Level.DIMSE,
        "The destination does not let it in",
        _SEES_FAILED,
        "The destination rejects the archive: the archive's AE title is not registered there (1/1/3).",
        _to(replace(_SOMEWHERE, callers=("OTHER",)), tamper=_saying(_CANNOT_DELIVER)),
    ),
    Fault(
        "move-destination-has-another-title",
        FindingCode.MOVE_CANNOT_DELIVER,
        Level.DIMSE,
        "The destination has another name",
        _SEES_FAILED,
        "At the destination's address the AE has another title and rejects (1/1/7).",
        _to(Manner(ae_title="OLD_VIEWER"), tamper=_saying(_CANNOT_DELIVER)),
    ),
    Fault(
        "move-destination-full",
        FindingCode.MOVE_CANNOT_DELIVER,
        Level.DIMSE,
        "The destination takes nothing",
        "The move fails, and every object counts as failed.",
        "The destination has no room left and refuses each object.",
        _to(replace(_SOMEWHERE, handlers={evt.EVT_C_STORE: _on_full_store})),
    ),
    Fault(
        "move-partly",
        FindingCode.MOVE_PARTLY_DELIVERED,
        Level.DIMSE,
        "Every second image is missing",
        "The move ends with a warning and a list of objects that failed.",
        "The destination does not understand the objects with even numbers and refuses them.",
        _to(replace(_SOMEWHERE, handlers={evt.EVT_C_STORE: _on_store_of_odd_numbers})),
    ),
    Fault(
        "move-nothing",
        FindingCode.MOVE_NOTHING_SENT,
        Level.DIMSE,
        "Success, and nothing comes",
        "The move succeeds within a moment, with no object sent.",
        "The archive finds nothing to send: the images are offline, and it does not say so.",
        behaving(Manner(handlers={evt.EVT_C_MOVE: _on_move_that_finds_nothing})),
    ),
    Fault(
        "move-to-an-old-address",
        FindingCode.MOVE_NOTHING_SENT,
        Level.DIMSE,
        "Success, and it went elsewhere",
        "The move succeeds, all objects count as sent, and none arrives.",
        "The archive has an old address of the destination, where another system takes everything now.",
        _to(_SOMEWHERE),
    ),
    Fault(
        "move-not-permitted",
        FindingCode.SERVICE_NOT_PERMITTED,
        Level.DIMSE,
        "Not allowed to move",
        "Echo and query work, the move is refused.",
        "The archive gives us no right to move.",
        behaving(Manner(destination=lambda title: None, tamper=_saying(_NOT_AUTHORIZED))),
    ),
    Fault(
        "move-aborted",
        FindingCode.ABORTED_IN_TRANSFER,
        Level.DIMSE,
        "It stops after the first image",
        "The move begins, and the association is aborted in the middle.",
        "The archive crashes at the second object.",
        _to(_SOMEWHERE, handlers={evt.EVT_C_MOVE: _on_move_that_stops}),
    ),
)
