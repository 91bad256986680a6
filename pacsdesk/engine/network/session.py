"""One accepted association: what was agreed, and every request carried out as its service says. Knows no wire."""

import logging
from collections.abc import Generator, Iterator, Mapping

from pacsdesk.contract.types import DimseStatus
from pacsdesk.engine.network.association import ExtendedNegotiation, OpenAssociation, RoleSelection
from pacsdesk.engine.network.command import (
    N_EVENT_REPORT_RQ,
    PROCESSING_FAILURE,
    UNRECOGNIZED_OPERATION,
    Command,
    Response,
)
from pacsdesk.engine.network.invoking import CallerInvoker
from pacsdesk.engine.network.messages import ProtocolViolation, Request
from pacsdesk.engine.network.negotiation import ContextResult, NegotiatedContext
from pacsdesk.engine.network.provided import Answer, Exchange, TakesReports
from pacsdesk.engine.network.tally import Tally

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
        invoker: CallerInvoker,
    ) -> None:
        self.association = association
        self.answers = answers
        self.roles = roles
        self.extended = extended
        self.invoker = invoker
        self.tally = Tally()
        self._running: Request | None = None
        self._accepted: Mapping[int, NegotiatedContext] = {
            answer.context.context_id: answer for answer in answers if answer.result is ContextResult.ACCEPTED
        }

    def begin(self, context_id: int, command: Command) -> Exchange:
        """Open the exchange of a request. Raises ProtocolViolation for a context that was not accepted."""
        negotiated = self._accepted.get(context_id)
        if negotiated is None or negotiated.service is None:
            raise ProtocolViolation(f"a message in presentation context {context_id}, which was not accepted")
        if command.field == N_EVENT_REPORT_RQ and isinstance(negotiated.service, TakesReports):
            return negotiated.service.begin_report(self.association, negotiated.context, command)
        if command.is_request and not negotiated.is_scu:
            return Answer(Response(DimseStatus.NOT_AUTHORIZED, "The caller is not the SCU of this context"))
        if command.field != negotiated.service.command_field:
            return Answer(Response(UNRECOGNIZED_OPERATION, "This context is for another operation"))
        return negotiated.service.begin(self.association, negotiated.context, command)

    def finish(self, request: Request) -> Response | Iterator[Response]:
        """Carry out a request that has come in full; whatever goes wrong becomes a response."""
        try:
            answer = request.exchange.finish()
        except Exception:  # a listener's edge: the peer must get an answer, the log the rest
            log.exception("a request of association %s failed", self.association.association_id)
            answer = _FAILED
        return self._counted(request, answer) if isinstance(answer, Response) else self._taken(request, answer)

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
                if not response.is_pending:
                    yield self._counted(request, response)
                    return
                yield response
            log.error("a request of association %s was left without an answer", self.association.association_id)
            yield self._counted(request, _FAILED)
        except Exception:  # as above
            log.exception("a request of association %s failed", self.association.association_id)
            yield self._counted(request, _FAILED)
        finally:
            self._running = None
            if isinstance(answers, Generator):
                answers.close()

    def _counted(self, request: Request, response: Response) -> Response:
        self.tally.add(request.command.field, response.status)
        return response
