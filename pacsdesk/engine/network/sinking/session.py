"""What a sink agrees to and answers: everything that is proposed, and success to everything that is asked."""

from pacsdesk.engine.archive.dataset.encoding import IMPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.archive.dataset.part10 import IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME
from pacsdesk.engine.network.association import AcceptedContext, Caller, OpenAssociation, ProposedContext
from pacsdesk.engine.network.command import C_GET_RQ, C_MOVE_RQ, Command, Response, SubOperations
from pacsdesk.engine.network.invoking import CallerInvoker
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.negotiation import ContextResult, NegotiatedContext
from pacsdesk.engine.network.provided import Answer, Exchange
from pacsdesk.engine.network.session import Session
from pacsdesk.engine.network.wire.associate import AssociateAccept, AssociateRequest, ContextAnswer, encode_accept
from pacsdesk.engine.network.wire.conversation import Agreement
from pacsdesk.engine.network.wire.user_information import UserInformation

_SUCCESS = 0x0000
_NONE = SubOperations(None, 0, 0, 0)
_ONE_AT_A_TIME = (1, 1)  # asynchronous operations, PS3.7 D.3.3.3


class SinkSession(Session):
    """Whatever is asked, in whatever context, is passed over and was done."""

    def begin(self, context_id: int, command: Command) -> Exchange:
        """A retrieval had nothing to send, a query nothing to find."""
        counts = _NONE if command.field in (C_MOVE_RQ, C_GET_RQ) else None
        return Answer(Response(_SUCCESS, sub_operations=counts))


def agree(asked: AssociateRequest, address: str, limits: NetworkLimits) -> Agreement:
    """Accept each context in the first of its transfer syntaxes, every role and all extended negotiation."""
    answers = tuple(map(_answer, asked.contexts))
    association = OpenAssociation("", Caller(asked.calling_ae_title, asked.called_ae_title, address), None)
    user = asked.user
    session = SinkSession(association, answers, user.roles, user.extended, CallerInvoker(()))
    accept = AssociateAccept(
        called_ae_title=asked.called_ae_title,
        calling_ae_title=asked.calling_ae_title,
        contexts=tuple(
            ContextAnswer(one.context.context_id, one.result, one.context.transfer_syntax) for one in answers
        ),
        user=UserInformation(
            maximum_length=limits.max_pdu_length,
            implementation_class_uid=IMPLEMENTATION_CLASS_UID,
            implementation_version_name=IMPLEMENTATION_VERSION_NAME,
            operations=_ONE_AT_A_TIME if user.operations else None,
            roles=user.roles,
            extended=user.extended,
        ),
    )
    return Agreement(session, encode_accept(accept), user.maximum_length)


def _answer(asked: ProposedContext) -> NegotiatedContext:
    syntax = asked.transfer_syntaxes[0] if asked.transfer_syntaxes else IMPLICIT_LITTLE_ENDIAN
    result = ContextResult.ACCEPTED if asked.transfer_syntaxes else ContextResult.TRANSFER_SYNTAXES_NOT_SUPPORTED
    return NegotiatedContext(AcceptedContext(asked.context_id, asked.abstract_syntax, syntax), result, None)
