"""What associations leave behind: an entry in the audit before the first instance can be stored, their line in the
journal, their place in the list of refused callers.

The entry of an association is durable before its first success; rows carry its association_id.
"""

import logging
from dataclasses import replace
from datetime import date
from threading import Lock

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.associations import AssociationEnd, AssociationState
from pacsdesk.contract.records.probes import BrokenOff, RejectNumbers
from pacsdesk.contract.records.security import Actor, ActorKind, AuditOutcome
from pacsdesk.engine.network.association import (
    AssociationRequest,
    Caller,
    ClaimedUser,
    Ending,
    Rejection,
    printable_title,
)
from pacsdesk.engine.network.journal.book import STATES, AssociationBook, Connection, detail_of_request
from pacsdesk.engine.network.journal.past import PastAssociations
from pacsdesk.engine.network.refused import RefusedCallers
from pacsdesk.engine.network.session import Session
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.security.audit import AuditLog

log = logging.getLogger(__name__)

_ACTION = "dicom.association"
_MOST_OF_REFUSED = 16  # contexts
_ONCE_A_DAY = "Its further calls of the day (UTC) are refused without an entry."
SILENT = "It was silent for too long."
_CUT = {
    Ending.ABORTED: BrokenOff.ABORTED,
    Ending.BROKEN: BrokenOff.CLOSED,
    Ending.OVERDUE: BrokenOff.OVERDUE,
}
_MAY_DO: frozenset[Permission] = frozenset()  # a peer's rights are its allowed services, none of a person's


class AssociationJournal:
    """Writes into the audit, the journal, the list of refused callers and the log. Safe from any thread."""

    def __init__(
        self,
        audit: AuditLog,
        refused: RefusedCallers,
        book: AssociationBook,
        past: PastAssociations,
        clock: Clock,
        our_maximum_length: int,
    ) -> None:
        """our_maximum_length: of a PDU, as we announce it, bytes."""
        self._audit = audit
        self._refused = refused
        self._book = book
        self._past = past
        self._clock = clock
        self._our_maximum_length = our_maximum_length
        self._lock = Lock()
        self._blocked: set[str] = set()  # as they were refused on that day
        self._blocked_on = date.min

    def opened(self, session: Session, request: AssociationRequest, connection: Connection) -> None:
        """Durable in the audit on return. Raises StorageFull or StorageBroken: then there is no association."""
        association = session.association
        actor = _actor_of(association.caller, association.association_id)
        peer_name = association.peer.name if association.peer else ""
        known_as = peer_name or "let in without being known"
        detail = known_as + _protection(association.caller) + _claim(association.claimed_user)
        self._audit.write(actor, _ACTION, association.association_id, AuditOutcome.DONE, detail)
        self._book.open(
            detail_of_request(
                association.association_id,
                request,
                session.answers,
                self._clock(),
                self._our_maximum_length,
                peer_name,
            ),
            session.tally,
            connection,
        )

    def turned_away(self, association_id: str, request: AssociationRequest, rejection: Rejection) -> None:
        """There is no association. association_id: a name for this attempt.

        Who is turned away again and again for one reason has a line a minute, as in the audit, with its first contexts:
        strangers must not be able to fill the disk, nor to push out what was.
        """
        if not self._note(request.caller, rejection.why, rejection.an_entry_helps):
            return
        now = self._clock()
        detail = detail_of_request(association_id, request, (), now, self._our_maximum_length)
        numbers = f"result {rejection.result}, source {rejection.source}, reason {rejection.reason}"
        summary = replace(
            detail.summary,
            state=AssociationState.REFUSED,
            ended_at=now,
            problem=f"{rejection.why} ({numbers})",
        )
        end = AssociationEnd(reject=RejectNumbers(rejection.result, rejection.source, rejection.reason))
        self._past.add(replace(detail, summary=summary, items=detail.items[:_MOST_OF_REFUSED], end=end))

    def refused(self, caller: Caller, why: str, an_entry_helps: bool) -> None:
        """Count a caller that was turned away from one service; the audit has it once a minute."""
        self._note(caller, why, an_entry_helps)

    def blocked(self, caller: Caller, why: str) -> None:
        """A caller that somebody blocked, as `why` names: its first call of a day is audited, no other is noted."""
        today = self._clock().date()
        with self._lock:
            if today != self._blocked_on:
                self._blocked_on, self._blocked = today, set()
            if why in self._blocked:
                return
            self._blocked.add(why)
        self._audit_refused(caller, f"{why} {_ONCE_A_DAY}")

    def _note(self, caller: Caller, why: str, an_entry_helps: bool) -> bool:
        """Count a refusal; whether it was told, which is once a minute."""
        if not self._refused.note(caller, why, an_entry_helps):
            return False
        title = printable_title(caller.calling_ae_title) or "a caller"
        log.warning("%s from %s was refused: %s", title, caller.address, why)
        self._audit_refused(caller, why)
        return True

    def _audit_refused(self, caller: Caller, why: str) -> None:
        try:
            self._audit.write(_actor_of(caller, ""), _ACTION, "", AuditOutcome.REFUSED, why)
        except PacsDeskError as error:  # the refusal stands all the same
            log.error("a refused caller could not be audited: %s", error)

    def ended(self, session: Session, ending: Ending, complaint: str) -> None:
        """Write its line, and say in the log how it ended. complaint: what the caller did wrong, "" for nothing."""
        association = session.association
        detail = self._book.close(association.association_id)
        if detail:
            problem = complaint or (SILENT if ending is Ending.OVERDUE else "")
            summary = replace(detail.summary, state=STATES[ending], ended_at=self._clock(), problem=problem)
            self._past.add(replace(detail, summary=summary, end=AssociationEnd(broken_off=_cut_by(ending, complaint))))
        log.info(
            "association %s of %s from %s ended: %s, %d requests answered",
            association.association_id,
            printable_title(association.caller.calling_ae_title),
            association.caller.address,
            ending.name.lower(),
            session.tally.total,
        )


def _cut_by(ending: Ending, complaint: str) -> BrokenOff | None:
    return BrokenOff.BROKEN if complaint else _CUT.get(ending)


def _protection(caller: Caller) -> str:
    """How the connection is kept from others, and whose certificate was verified."""
    if not caller.is_encrypted:
        return ""
    return f"; with TLS, certificate of {caller.certificate!r}" if caller.certificate else "; with TLS"


def _claim(user: ClaimedUser | None) -> str:
    """What the caller says of its user, so that nobody takes it for more than that."""
    if user is None:
        return ""
    name = "".join(sign if sign.isprintable() else "?" for sign in user.name)
    return f"; it says that its user is {name!r}, which was not verified" if name else "; it brought a user's ticket"


def _actor_of(caller: Caller, association_id: str) -> Actor:
    return Actor(ActorKind.PEER, printable_title(caller.calling_ae_title), _MAY_DO, caller.address, association_id)
