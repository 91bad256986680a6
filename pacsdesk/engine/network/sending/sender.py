"""Sends instances to a peer over associations of our own: as many as their contexts need, again when one breaks.

Promises: each instance is settled exactly once, and a peer that is gone for good holds us up for seconds, not for each.
"""

import logging
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace

from pacsdesk.contract.records.peers import PeerTimeouts
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.archive.matching.retrieval import HeldInstance
from pacsdesk.engine.network.association import AssociationLost
from pacsdesk.engine.network.sending.contexts import Proposal, proposals_for
from pacsdesk.engine.network.sending.delivery import Delivered, Originator, SubOutcome, deliver
from pacsdesk.engine.network.sending.reading import ReadAhead, Selected
from pacsdesk.engine.network.stopping import Stop, Stopped
from pacsdesk.engine.network.wire.associate import AssociateAccept
from pacsdesk.engine.network.wire.calling import Call, Caller
from pacsdesk.engine.network.wire.opened import NoAnswer, OpenedAssociation
from pacsdesk.engine.network.wire.opening_steps import Opening
from pacsdesk.engine.network.wire.pdu import Abort

log = logging.getLogger(__name__)

_PAUSES = (0.2, 0.5, 2.0)  # seconds before an association is tried again
_MOST_TRIES = 2  # for one instance: it may be what breaks the association
_MOST_LOSSES = 100  # that are remembered
_GRACE_SECONDS = 5.0  # for the store that is under way when we are told to stop
_TRANSIENT = 2  # result of a rejection, PS3.8 9.3.4


@dataclass(frozen=True, slots=True)
class Destination:
    """Where to send, as whom, and on whose behalf. is_encrypted: with TLS. timeouts: the peer's own."""

    ae_title: AETitle
    host: str
    port: int
    calling_ae_title: AETitle
    originator: Originator | None = None
    is_encrypted: bool = False
    timeouts: PeerTimeouts = PeerTimeouts()


@dataclass(frozen=True, slots=True)
class Loss:
    """An association that ended while an instance was on its way. seconds: since that instance began."""

    how: str
    no_answer: NoAnswer | None
    abort: Abort | None
    seconds: float


class Sender:
    """Sends once; `cancel` may come from any thread.

    agreed, losses: what the peer said to each proposal, and the last associations that broke, for who explains it.
    """

    def __init__(self, destination: Destination, caller: Caller) -> None:
        self.problem = ""
        self.agreed: dict[Proposal, AssociateAccept] = {}
        self.losses: deque[Loss] = deque(maxlen=_MOST_LOSSES)
        self._caller = caller
        self._destination = destination
        self._stop = Stop()
        self._association: OpenedAssociation | None = None
        self._losses = 0

    def cancel(self) -> None:
        """Begin no further instance and call nobody; the store that is under way gets a few seconds."""
        self._stop.ask()
        if association := self._association:
            association.hurry(_GRACE_SECONDS)

    def send(self, selection: Selected) -> Iterator[Delivered]:
        """What became of each; ends early when cancelled. `problem` says why the peer was given up, if it was.

        Raises what reading an index raises.
        """
        for proposal in proposals_for(selection.kinds):
            yield from self._send_in(proposal, ReadAhead(selection.instances(proposal.kinds), selection.scratch))

    def _send_in(self, proposal: Proposal, ahead: ReadAhead) -> Iterator[Delivered]:
        tries = 0
        while association := self._open(proposal):
            begin = time.monotonic()
            try:
                for delivered in self._deliver_on(association, ahead):
                    tries = self._losses = 0
                    yield delivered
                    begin = time.monotonic()
                return
            except AssociationLost as lost:
                tries += 1
                seconds = time.monotonic() - begin
                self.losses.append(Loss(str(lost), association.no_answer, association.peer_abort, seconds))
                self._losses += 1
                log.warning("the association to %s broke: %s", self._destination.ae_title, lost)
                if self._losses > len(_PAUSES):
                    self.problem = str(lost)
            if tries == _MOST_TRIES:
                tries = 0
                broke = f"the association broke at it, twice: {self.losses[-1].how}"
                yield replace(_failed(ahead.pass_over(), broke), was_tried=True)
        if not self._is_cancelled():
            yield from (_failed(one, f"the peer was given up: {self.problem}") for one in ahead.rest())

    def _deliver_on(self, association: OpenedAssociation, ahead: ReadAhead) -> Iterator[Delivered]:
        """Raises AssociationLost. Whatever happens, the association is over then."""
        self._association = association
        destination = self._destination
        with closing(association), closing(ahead.ready(association.contexts)) as ready:
            if self._is_cancelled():  # while it was opened: nobody could hurry it then
                return
            for delivered in deliver(association, ready, destination.ae_title, destination.originator):
                yield delivered
                if self._is_cancelled():
                    break
            association.release()

    def _is_cancelled(self) -> bool:
        return self._stop.is_asked

    def _open(self, proposal: Proposal) -> OpenedAssociation | None:
        """None when the peer is given up, or we are told to stop. After a loss, and when it is only busy, it is asked
        again."""
        if self.problem:
            return None
        try:
            opening = self._call(proposal)
        except Stopped:
            return None
        if opening.association and opening.accept:
            self.agreed[proposal] = opening.accept
            return opening.association
        self.problem = opening.steps[-1].detail
        log.warning("no association to %s: %s", self._destination.ae_title, self.problem)
        return None

    def _call(self, proposal: Proposal) -> Opening:
        """Raises Stopped."""
        to = self._destination
        titles = to.ae_title, to.calling_ae_title
        call = Call(to.host, to.port, *titles, proposal.contexts, is_encrypted=to.is_encrypted, timeouts=to.timeouts)
        if self._losses:
            self._stop.wait(_PAUSES[min(self._losses, len(_PAUSES)) - 1])
        for pause in _PAUSES:
            opening = self._caller.open_association(call, self._stop)
            if opening.association or not (self._losses or _is_busy(opening)):
                return opening
            self._stop.wait(pause)
        return self._caller.open_association(call, self._stop)


def _is_busy(opening: Opening) -> bool:
    return opening.reject is not None and opening.reject.result == _TRANSIENT


def _failed(instance: HeldInstance | None, problem: str) -> Delivered:
    uid = instance.sop_instance_uid if instance else ""
    return Delivered(uid, SubOutcome.FAILED, instance, problem=problem)
