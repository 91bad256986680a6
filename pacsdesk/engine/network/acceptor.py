"""Decides for one listener: who comes in, and with which contexts. Knows no wire."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.engine.network.admission import (
    OwnTitle,
    admit,
    denied_services,
    rejection_of_contexts,
    rejection_of_protocol,
    stopping,
    title_called,
)
from pacsdesk.engine.network.association import AssociationRequest, Caller, Ending, OpenAssociation, Rejection
from pacsdesk.engine.network.invoking import CallerInvoker
from pacsdesk.engine.network.journal.associations import AssociationJournal
from pacsdesk.engine.network.journal.book import Connection
from pacsdesk.engine.network.negotiation import (
    NegotiatedContext,
    agreed_roles,
    contexts_of_scp,
    extend,
    negotiate,
)
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.places import Places
from pacsdesk.engine.network.provided import ProvidedService
from pacsdesk.engine.network.session import Session

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Listening:
    """How a listener treats callers. titles: ours that are called there; both are asked each time."""

    titles: Callable[[], tuple[OwnTitle, ...]]
    accept_unknown_callers: Callable[[], bool]
    services: tuple[ProvidedService, ...]


class Acceptor:
    """Answers association requests of one listener."""

    def __init__(
        self,
        listening: Listening,
        peers: Peers,
        journal: AssociationJournal,
        places: Places,
        new_id: Callable[[], UUID],
    ) -> None:
        self.places = places
        self._listening = listening
        self._peers = peers
        self._journal = journal
        self._new_id = new_id

    def decide(self, connection: Connection, request: AssociationRequest) -> Session | Rejection:
        """Accept or reject. On acceptance the connection has a place and the audit its entry."""
        decision = self._decide(connection, request)
        if isinstance(decision, Rejection):
            self.places.leave(connection)
            if decision.is_quiet:
                self._journal.blocked(request.caller, decision.why)
            else:
                self._journal.turned_away(self._new_id().hex, request, decision)
        return decision

    def refuse(self, address: str, why: str) -> None:
        """A caller that could not even ask was turned away: tell those who may help it."""
        self._journal.refused(Caller("", "", address), why, an_entry_helps=False)

    def ended(self, session: Session, ending: Ending, complaint: str) -> None:
        """An association is over. complaint: what the caller did wrong, "" for nothing."""
        self._journal.ended(session, ending, complaint)

    def _decide(self, connection: Connection, request: AssociationRequest) -> Session | Rejection:
        caller, listening = request.caller, self._listening
        rejection = rejection_of_protocol(request)
        if rejection:
            return rejection
        admitted = admit(
            caller,
            listening.titles(),
            peer=self._peers.caller_known(caller.calling_ae_title, caller.address),
            title_is_known=bool(self._peers.entered_under(caller.calling_ae_title)),
            accept_unknown=listening.accept_unknown_callers(),
        )
        if isinstance(admitted, Rejection):
            return admitted
        provided = tuple(service for service in listening.services if service.name in admitted.provides)
        answers = negotiate(request.contexts, provided, admitted.allowed, request.roles)
        rejection = rejection_of_contexts(answers) or self._take_place(connection, caller)
        if rejection:
            return rejection
        self._note_denied(caller, answers)
        invoker = CallerInvoker(contexts_of_scp(answers))
        association = OpenAssociation(self._new_id().hex, caller, admitted.peer, request.claimed_user, invoker)
        answers, extended = extend(answers, request.extended)
        session = Session(association, answers, agreed_roles(answers, request.roles), extended, invoker)
        try:
            self._journal.opened(session, request, connection)
        except PacsDeskError as error:
            log.error("an association could not be audited and was refused: %s", error)
            return Rejection(2, 3, 1, "The audit cannot be written.")
        return session

    def _take_place(self, key: object, caller: Caller) -> Rejection | None:
        rejection = self.places.take(key, caller.address, caller.called_ae_title)
        if rejection or title_called(caller.called_ae_title, self._listening.titles()):
            return rejection
        return stopping()  # the title was removed after it was looked up, and before anybody could end this association

    def _note_denied(self, caller: Caller, answers: tuple[NegotiatedContext, ...]) -> None:
        denied = denied_services(answers)
        if denied:
            self._journal.refused(
                caller, f"It may call, but is not allowed to {', '.join(denied)}.", an_entry_helps=False
            )
