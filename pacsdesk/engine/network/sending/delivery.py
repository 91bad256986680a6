"""Sends instances over an association as it stands, and tells of each what became of it."""

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from pacsdesk.engine.archive.matching.retrieval import HeldInstance
from pacsdesk.engine.network.association import AcceptedContext
from pacsdesk.engine.network.command import Response
from pacsdesk.engine.network.sending.reading import Ready
from pacsdesk.engine.network.wire.opened import Instance

log = logging.getLogger(__name__)

# PS3.7 annex C.4.2 and PS3.4 B.2.3: what is no failure but does not go without saying
_WARNINGS = frozenset({0x0001, 0x0107, 0x0116})


class SubOutcome(StrEnum):
    """What became of a sub-operation (PS3.4 C.4.2.1.6 to 8)."""

    COMPLETED = "completed"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Delivered:
    """One instance settled. sop_instance_uid: "" for one that is no longer known, and then there is no instance.

    was_tried: whether it was on its way at all. sent_as: the transfer syntax in which it was answered, else "". status:
    of the answer, None when none came, and then problem says why; comment: the peer's words, as they may be shown.
    """

    sop_instance_uid: str
    outcome: SubOutcome
    instance: HeldInstance | None = None
    was_tried: bool = False
    sent_as: str = ""
    status: int | None = None
    comment: str = ""
    problem: str = ""
    milliseconds: float = 0.0


class Carrier(Protocol):
    """An association on which we are the SCU of storage."""

    @property
    def contexts(self) -> tuple[AcceptedContext, ...]:
        """What was accepted."""
        ...

    def store(self, context: AcceptedContext, instance: Instance) -> Response:
        """C-STORE. Raises AssociationLost."""
        ...


Originator = tuple[str, int]


def deliver(
    carrier: Carrier, ready: Iterator[Ready], whose: str, originator: Originator | None = None
) -> Iterator[Delivered]:
    """Store one after the other. whose: names the receiver in the log. originator: PS3.7 9.3.1.1, of a C-MOVE.

    Raises AssociationLost; the instance under way is then not settled.
    """
    for one in ready:
        yield _settled(carrier, one, whose, originator)


def _settled(carrier: Carrier, one: Ready, whose: str, originator: Originator | None) -> Delivered:
    instance = one.instance
    uid = instance.sop_instance_uid if instance else ""
    if instance is None or one.context is None:
        log.warning("instance %s is not sent to %s: %s", uid, whose, one.problem)
        return Delivered(uid, SubOutcome.FAILED, instance, problem=one.problem)
    begin = time.perf_counter()
    response = carrier.store(one.context, Instance(instance.kind.sop_class_uid, uid, one.dataset, originator))
    outcome = outcome_of(response.status)
    if outcome is not SubOutcome.COMPLETED:
        log.warning("%s answered %04X %s to instance %s", whose, response.status, _printable(response.comment), uid)
    return Delivered(
        uid,
        outcome,
        instance,
        was_tried=True,
        sent_as=one.context.transfer_syntax,
        status=response.status,
        comment=_printable(response.comment),
        milliseconds=(time.perf_counter() - begin) * 1000,
    )


def outcome_of(status: int) -> SubOutcome:
    """What a status of C-STORE means for the sub-operation."""
    if status == 0:
        return SubOutcome.COMPLETED
    return SubOutcome.WARNING if status >> 12 == 0xB or status in _WARNINGS else SubOutcome.FAILED


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in text)
