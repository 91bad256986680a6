"""Tells senders how their requests ended (N-EVENT-REPORT, PS3.4 J.3.3): on the association on which they asked while it
stands, else on one that we open, as their SCP.
"""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import groupby
from threading import Lock

from pacsdesk.contract.records.commitments import CommitmentState
from pacsdesk.contract.records.peers import Peer, PeerService, TlsMode
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.network.association import (
    AcceptedContext,
    AssociationLost,
    Invoker,
    ProposedContext,
    RoleSelection,
)
from pacsdesk.engine.network.command import N_EVENT_REPORT_RQ, Order, Response
from pacsdesk.engine.network.commitments.information import (
    STORAGE_COMMITMENT_INSTANCE,
    STORAGE_COMMITMENT_PUSH_MODEL,
    EventInformation,
    encode_event_information,
)
from pacsdesk.engine.network.commitments.register import CommitmentRegister, Due, Requestor
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.stopping import Stop, Stopped
from pacsdesk.engine.network.wire.calling import Call, Caller
from pacsdesk.engine.network.wire.opened import OpenedAssociation
from pacsdesk.engine.network.wire.opening_steps import Opening
from pacsdesk.engine.runtime.rounds import Rounds

log = logging.getLogger(__name__)

PROPOSED = (ProposedContext(1, STORAGE_COMMITMENT_PUSH_MODEL, (EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN)),)
# PS3.4 J.3.3: who opens the association to report is the SCP
ROLES = (RoleSelection(STORAGE_COMMITMENT_PUSH_MODEL, is_scu=False, is_scp=True),)

_PEERS_AT_ONCE = 4  # so that one who does not answer keeps few others waiting
_REST_SECONDS = 60.0  # of a sender, when our own disk is what stands in the way
_WARNINGS = frozenset({0x0001, 0x0107, 0x0116})  # PS3.7 C.4.2

Invoke = Callable[[Order, bytes], Response]


class NotTold(Exception):
    """A result could not be told; the text says why, for people."""


class OpenAssociations:
    """On which association each request came, until its result is told or that was tried. Safe from any thread."""

    def __init__(self) -> None:
        self._changing = Lock()
        self._open: dict[int, tuple[Invoker, AcceptedContext]] = {}

    def remember(self, commitment_id: int, invoker: Invoker, context: AcceptedContext) -> None:
        """A request has come this way."""
        with self._changing:
            self._open[commitment_id] = invoker, context

    def take(self, commitment_id: int) -> tuple[Invoker, AcceptedContext] | None:
        """The way, once; None when it is not known (any more)."""
        with self._changing:
            return self._open.pop(commitment_id, None)


class CommitmentReports:
    """One thread that looks what is due, and one for each sender that is being told."""

    def __init__(
        self, register: CommitmentRegister, open_associations: OpenAssociations, peers: Peers, caller: Caller
    ) -> None:
        self._register = register
        self._open_associations = open_associations
        self._peers = peers
        self._caller = caller
        self._changing = Lock()
        self._being_told: set[Requestor] = set()
        self._resting_until: dict[Requestor, float] = {}
        self._associations: set[OpenedAssociation] = set()
        self._stop = Stop()
        self._pool = ThreadPoolExecutor(_PEERS_AT_ONCE, thread_name_prefix="commitment-reports")
        self.rounds = Rounds("commitment-reports", self._work, "storage commitment")

    def stop(self, seconds: float) -> None:
        """Tell no more; what is being told is cut off, and told again after the next start."""
        self._stop.ask()
        self.rounds.stop(seconds)
        with self._changing:
            associations = tuple(self._associations)
        for association in associations:
            association.abort()
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _work(self) -> float | None:
        due = sorted(self._register.due(), key=_requestor_key)
        with self._changing:
            for _, group in groupby(due, key=_requestor_key):
                dues = list(group)
                requestor = dues[0].requestor
                if requestor not in self._being_told and self._resting_until.get(requestor, 0) <= time.monotonic():
                    self._resting_until.pop(requestor, None)
                    self._being_told.add(requestor)
                    self._pool.submit(self._tell_all, requestor, dues)
        # those that are being told are due as well, and their end wakes the thread
        return None if due else self._register.seconds_until(CommitmentState.REPORTING)

    def _tell_all(self, requestor: Requestor, dues: Sequence[Due]) -> None:
        try:
            left = [due for due in dues if not self._told_on_its_association(due)]
            if left:
                self._tell_on_a_new_association(requestor, left)
        except Exception:  # a thread's edge; what could not be written down stays due, and must not be told without end
            log.exception("results of storage commitment could not be told to %s", requestor.calling_ae_title)
            with self._changing:
                self._resting_until[requestor] = time.monotonic() + _REST_SECONDS
        finally:
            with self._changing:
                self._being_told.discard(requestor)
            self.rounds.wake()

    def _told_on_its_association(self, due: Due) -> bool:
        way = self._open_associations.take(due.commitment_id)
        if way is None:
            return False
        invoker, context = way
        try:
            self._tell(due, context, lambda order, dataset: invoker.invoke(context.context_id, order, dataset))
        except (AssociationLost, NotTold) as error:
            log.info("commitment %d is not told on its own association: %s", due.commitment_id, error)
            return False
        return True

    def _tell_on_a_new_association(self, requestor: Requestor, dues: Iterable[Due]) -> None:
        waiting = list(dues)
        try:
            with self._association_with(requestor) as (association, context):
                while waiting and not self.rounds.is_stopping:
                    self._tell_or_put_off(waiting[0], association, context)
                    waiting.pop(0)
        except (AssociationLost, NotTold) as error:
            if not self.rounds.is_stopping:
                for due in waiting:
                    self._put_off(due, str(error))

    def _tell_or_put_off(self, due: Due, association: OpenedAssociation, context: AcceptedContext) -> None:
        try:
            self._tell(due, context, lambda order, dataset: association.operate(context, order, dataset))
        except NotTold as error:  # this one; the next may be taken
            self._put_off(due, str(error))

    def _tell(self, due: Due, context: AcceptedContext, invoke: Invoke) -> None:
        event = self._register.event(due)
        order = _order(event)
        dataset = encode_event_information(event, context.transfer_syntax == EXPLICIT_LITTLE_ENDIAN)
        answer = invoke(order, dataset)
        if answer.status and answer.status not in _WARNINGS and answer.status >> 12 != 0xB:
            comment = f": {answer.comment}" if answer.comment else ""
            raise NotTold(f"it answered {answer.status:04X}{comment}")
        self._register.reported(due.commitment_id)
        log.info("commitment %d is told to %s", due.commitment_id, due.requestor.calling_ae_title)

    def _put_off(self, due: Due, problem: str) -> None:
        state = self._register.put_off(due.commitment_id, problem)
        log.warning(
            "commitment %d could not be told to %s, it is now %s: %s",
            *(due.commitment_id, due.requestor.calling_ae_title, state, problem),
        )

    @contextmanager
    def _association_with(self, requestor: Requestor) -> Iterator[tuple[OpenedAssociation, AcceptedContext]]:
        """An association with the sender, and the context in which it is told. Raises NotTold."""
        host, peer = self._address_of(requestor)
        titles = AETitle(requestor.calling_ae_title), AETitle(requestor.called_ae_title)
        assert peer.port, "one without is not found"
        is_encrypted = peer.tls is not TlsMode.PLAIN
        call = Call(host, peer.port, *titles, PROPOSED, ROLES, is_encrypted=is_encrypted, timeouts=peer.timeouts)
        opening = self._open(call)
        association = opening.association
        if association is None:
            raise NotTold(f"{host} port {peer.port}: {opening.steps[-1].detail}")
        with self._changing:
            self._associations.add(association)
        try:
            context = association.context_for(STORAGE_COMMITMENT_PUSH_MODEL)
            if context is not None:
                yield association, context
            association.release()
            if context is None:
                raise NotTold("it does not take results of storage commitment on an association of ours")
        finally:
            with self._changing:
                self._associations.discard(association)
            association.close()

    def _open(self, call: Call) -> Opening:
        """Raises NotTold."""
        try:
            return self._caller.open_association(call, self._stop)
        except Stopped as error:
            raise NotTold("the engine ends") from error

    def _address_of(self, requestor: Requestor) -> tuple[str, Peer]:
        """Where the sender is reached, and its entry, which has a port. Raises NotTold with what to do about it."""
        title = requestor.calling_ae_title
        entries = self._peers.entered_under(title)
        known = self._peers.caller_known(title, requestor.address)
        entries = (known, *entries) if known else entries
        peer = next((one for one in entries if one.port is not None), None)
        if peer is None or peer.port is None:
            why = "its peer has no port" if entries else "it is not among the peers"
            raise NotTold(f"{why}: enter the port on which {title} takes associations")
        if PeerService.COMMITMENT not in peer.allow:
            raise NotTold(f"{peer.name} is not allowed storage commitment any more")
        return (peer.host if peer.can_be_called else requestor.address), peer


def _requestor_key(due: Due) -> tuple[str, str, str]:
    one = due.requestor
    return one.calling_ae_title, one.called_ae_title, one.address


def _order(event: EventInformation) -> Order:
    return Order(
        N_EVENT_REPORT_RQ,
        1,
        STORAGE_COMMITMENT_PUSH_MODEL,
        STORAGE_COMMITMENT_INSTANCE,
        has_dataset=True,
        event_type_id=event.event_type_id,
    )
