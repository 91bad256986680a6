"""What associations leave in the audit: an entry before the first instance can be stored, one for each refused caller.

RELIABILITY 1.4: the entry of an association is durable before its first success; rows carry its association_id.
"""

import logging

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.security import Actor, ActorKind, AuditOutcome
from pacsdesk.engine.network.association import Caller, ClaimedUser, Ending, OpenAssociation, printable_title
from pacsdesk.engine.network.refused import RefusedCallers
from pacsdesk.engine.security.audit import AuditLog

log = logging.getLogger(__name__)

_ACTION = "dicom.association"
_MAY_DO: frozenset[Permission] = frozenset()  # a peer's rights are its allowed services, none of a person's


class AssociationJournal:
    """Writes into the audit, the list of refused callers and the log."""

    def __init__(self, audit: AuditLog, refused: RefusedCallers) -> None:
        self._audit = audit
        self._refused = refused

    def opened(self, association: OpenAssociation) -> None:
        """Durable on return. Raises StorageFull or StorageBroken: then there is no association."""
        actor = _actor_of(association.caller, association.association_id)
        known_as = association.peer.name if association.peer else "let in without being known"
        detail = known_as + _claim(association.claimed_user)
        self._audit.write(actor, _ACTION, association.association_id, AuditOutcome.DONE, detail)

    def refused(self, caller: Caller, why: str, an_entry_helps: bool) -> None:
        """Count a caller that was turned away, wholly or from one service; the audit has it once a minute."""
        if not self._refused.note(caller, why, an_entry_helps):
            return
        log.warning("%s from %s was refused: %s", printable_title(caller.calling_ae_title), caller.address, why)
        try:
            self._audit.write(_actor_of(caller, ""), _ACTION, "", AuditOutcome.REFUSED, why)
        except PacsDeskError as error:  # the refusal stands all the same
            log.error("a refused caller could not be audited: %s", error)

    def ended(self, association: OpenAssociation, ending: Ending, answered: int) -> None:
        """Say in the log how it ended and how many requests were answered."""
        log.info(
            "association %s of %s from %s ended: %s, %d requests answered",
            association.association_id,
            printable_title(association.caller.calling_ae_title),
            association.caller.address,
            ending.name.lower(),
            answered,
        )


def _claim(user: ClaimedUser | None) -> str:
    """What the caller says of its user, so that nobody takes it for more than that."""
    if user is None:
        return ""
    name = "".join(sign if sign.isprintable() else "?" for sign in user.name)
    return f"; it says that its user is {name!r}, which was not verified" if name else "; it brought a user's ticket"


def _actor_of(caller: Caller, association_id: str) -> Actor:
    return Actor(ActorKind.PEER, printable_title(caller.calling_ae_title), _MAY_DO, caller.address, association_id)
