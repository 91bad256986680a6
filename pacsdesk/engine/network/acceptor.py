"""Decides for one listener: who comes in, with which contexts, and who handles each request. Knows no wire."""

import logging
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.admission import (
    admit,
    denied_services,
    rejection_of_contexts,
    rejection_of_protocol,
)
from pacsdesk.engine.network.association import (
    AssociationRequest,
    Caller,
    Ending,
    ExtendedNegotiation,
    OpenAssociation,
    Rejection,
    RoleSelection,
)
from pacsdesk.engine.network.command import PROCESSING_FAILURE, UNRECOGNIZED_OPERATION, Command, Response
from pacsdesk.engine.network.journal import AssociationJournal
from pacsdesk.engine.network.messages import ProtocolViolation, Request
from pacsdesk.engine.network.negotiation import (
    ContextResult,
    NegotiatedContext,
    agreed_roles,
    extend,
    negotiate,
)
from pacsdesk.engine.network.peers import Peers
from pacsdesk.engine.network.places import Places
from pacsdesk.engine.network.provided import Answer, Exchange, ProvidedService

log = logging.getLogger(__name__)

_FAILED = Response(PROCESSING_FAILURE, "The archive failed; its log says more")


class Session:
    """One accepted association: what was agreed, and what it asked."""

    def __init__(
        self,
        association: OpenAssociation,
        answers: tuple[NegotiatedContext, ...],
        roles: tuple[RoleSelection, ...],
        extended: tuple[ExtendedNegotiation, ...],
    ) -> None:
        self.association = association
        self.answers = answers
        self.roles = roles
        self.extended = extended
        self.answered = 0
        self._running: Request | None = None
        self._accepted: Mapping[int, NegotiatedContext] = {
            answer.context.context_id: answer for answer in answers if answer.result is ContextResult.ACCEPTED
        }

    def begin(self, context_id: int, command: Command) -> Exchange:
        """Open the exchange of a request. Raises ProtocolViolation for a context that was not accepted."""
        negotiated = self._accepted.get(context_id)
        if negotiated is None or negotiated.service is None:
            raise ProtocolViolation(f"a message in presentation context {context_id}, which was not accepted")
        if command.field != negotiated.service.command_field:
            return Answer(Response(UNRECOGNIZED_OPERATION, "This context is for another operation"))
        return negotiated.service.begin(self.association, negotiated.context, command)

    def finish(self, request: Request) -> Response | Iterator[Response]:
        """Carry out a request that has come in full; whatever goes wrong becomes a response."""
        self.answered += 1
        try:
            answer = request.exchange.finish()
        except Exception:  # a listener's edge: the peer must get an answer, the log the rest
            log.exception("a request of association %s failed", self.association.association_id)
            return _FAILED
        return answer if isinstance(answer, Response) else self._taken(request, answer)

    def cancel(self, message_id: int | None = None) -> None:
        """Pass a C-CANCEL on to the request that is being answered; a late one means nothing (PS3.7 9.3.2.3).

        message_id: None for whatever is being answered, as nobody will read the answers.
        """
        running = self._running
        if running and message_id in (None, running.command.message_id):
            running.exchange.cancel()

    def _taken(self, request: Request, answers: Iterator[Response]) -> Iterator[Response]:
        """The answers one by one, up to the final one, which comes even when the service fails."""
        self._running = request
        try:
            for response in answers:
                yield response
                if not response.is_pending:
                    return
            log.error("a request of association %s was left without an answer", self.association.association_id)
            yield _FAILED
        except Exception:  # as above
            log.exception("a request of association %s failed", self.association.association_id)
            yield _FAILED
        finally:
            self._running = None
            if isinstance(answers, Generator):
                answers.close()


@dataclass(frozen=True, slots=True)
class Listening:
    """How a listener treats callers. accept_unknown_callers is asked each time: the setting may change."""

    ae_title: AETitle
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

    def decide(self, key: object, request: AssociationRequest) -> Session | Rejection:
        """Accept or reject. On acceptance the connection `key` has a place and the audit its entry."""
        decision = self._decide(key, request)
        if isinstance(decision, Rejection):
            self.places.leave(key)
            self._journal.refused(request.caller, decision.why)
        return decision

    def ended(self, session: Session, ending: Ending) -> None:
        """An association is over."""
        self._journal.ended(session.association, ending, session.answered)

    def _decide(self, key: object, request: AssociationRequest) -> Session | Rejection:
        caller, listening = request.caller, self._listening
        rejection = rejection_of_protocol(request)
        if rejection:
            return rejection
        admitted = admit(
            caller,
            listening.ae_title,
            peer=self._peers.caller_known(caller.calling_ae_title, caller.address),
            title_is_known=bool(self._peers.entered_under(caller.calling_ae_title)),
            accept_unknown=listening.accept_unknown_callers(),
        )
        if isinstance(admitted, Rejection):
            return admitted
        answers = negotiate(request.contexts, listening.services, admitted.allowed)
        rejection = rejection_of_contexts(answers) or self.places.take(key, caller.address)
        if rejection:
            return rejection
        self._note_denied(caller, answers)
        association = OpenAssociation(self._new_id().hex, caller, admitted.peer, request.claimed_user)
        try:
            self._journal.opened(association)
        except PacsDeskError as error:
            log.error("an association could not be audited and was refused: %s", error)
            return Rejection(2, 3, 1, "The audit cannot be written.")
        answers, extended = extend(answers, request.extended)
        return Session(association, answers, agreed_roles(answers, request.roles), extended)

    def _note_denied(self, caller: Caller, answers: tuple[NegotiatedContext, ...]) -> None:
        denied = denied_services(answers)
        if denied:
            self._journal.refused(caller, f"It may call, but is not allowed to {', '.join(denied)}.")
