"""What is agreed with a requestor: for each context whose it is and in which transfer syntax, or why not. Pure.

Extended negotiation is the services' to answer. A requestor may be the SCP of storage classes: what it gets by C-GET
comes to it as C-STORE on its own association; and of storage commitment, to report what we asked for. A user identity
gets no answer, which by PS3.7 D.3.3.7 means that nobody was verified.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import IntEnum

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.engine.archive.dataset.encoding import IMPLICIT_LITTLE_ENDIAN, NATIVE
from pacsdesk.engine.network.association import AcceptedContext, ExtendedNegotiation, ProposedContext, RoleSelection
from pacsdesk.engine.network.provided import ProvidedService, TakesReports


class ContextResult(IntEnum):
    """PS3.8 table 9-18."""

    ACCEPTED = 0
    USER_REJECTION = 1
    NO_REASON = 2
    ABSTRACT_SYNTAX_NOT_SUPPORTED = 3
    TRANSFER_SYNTAXES_NOT_SUPPORTED = 4


@dataclass(frozen=True, slots=True)
class NegotiatedContext:
    """The answer to one proposed context. service: whose the abstract syntax is, None when nobody's.

    is_scu, is_scp: which roles the requestor has in it, once it is accepted.
    """

    context: AcceptedContext
    result: ContextResult
    service: ProvidedService | None
    is_scu: bool = True
    is_scp: bool = False


def negotiate(
    proposed: Iterable[ProposedContext],
    services: Iterable[ProvidedService],
    allowed: Set[PeerService],
    roles: Iterable[RoleSelection] = (),
) -> tuple[NegotiatedContext, ...]:
    """Answer each proposed context; a service that the caller may not use is refused as the user's decision (1).

    roles: as proposed. Who proposes C-GET too, and may, can be the SCP of what is stored.
    """
    contexts, offered = tuple(proposed), tuple(services)
    gets = any(
        one.name is PeerService.GET and one.provides(asked.abstract_syntax) for asked in contexts for one in offered
    )
    negotiation = _Negotiation(
        offered,
        allowed,
        roles={role.sop_class_uid: role for role in roles},
        returns=gets and PeerService.GET in allowed,
    )
    return tuple(map(negotiation.answer, contexts))


def extend(
    answers: Sequence[NegotiatedContext], proposed: Iterable[ExtendedNegotiation]
) -> tuple[tuple[NegotiatedContext, ...], tuple[ExtendedNegotiation, ...]]:
    """The answers with what their services agreed to in addition, and the items that say so to the requestor."""
    agreed: dict[str, bytes] = {}
    for item in proposed:
        service = next((one.service for one in _accepted(answers, item.sop_class_uid)), None)
        answer = service.negotiate_extended(item.sop_class_uid, item.application_information) if service else b""
        if answer:
            agreed[item.sop_class_uid] = answer
    extended = tuple(
        replace(one, context=replace(one.context, application_information=agreed[one.context.abstract_syntax]))
        if one.context.abstract_syntax in agreed
        else one
        for one in answers
    )
    return extended, tuple(ExtendedNegotiation(uid, answer) for uid, answer in agreed.items())


def agreed_roles(answers: Sequence[NegotiatedContext], proposed: Iterable[RoleSelection]) -> tuple[RoleSelection, ...]:
    """The roles that the requestor has of those that it proposed (PS3.7 D.3.3.4)."""
    found = ((role, tuple(_accepted(answers, role.sop_class_uid))) for role in proposed)
    return tuple(
        RoleSelection(role.sop_class_uid, any(one.is_scu for one in those), any(one.is_scp for one in those))
        for role, those in found
        if those
    )


def contexts_of_scp(answers: Iterable[NegotiatedContext]) -> tuple[AcceptedContext, ...]:
    """The accepted contexts in which the requestor takes operations of ours."""
    return tuple(one.context for one in answers if one.result is ContextResult.ACCEPTED and one.is_scp)


def _accepted(answers: Iterable[NegotiatedContext], abstract_syntax: str) -> Iterable[NegotiatedContext]:
    return (
        one
        for one in answers
        if one.result is ContextResult.ACCEPTED and one.context.abstract_syntax == abstract_syntax
    )


@dataclass(frozen=True, slots=True)
class _Negotiation:
    """returns: whether stores may go back to the requestor."""

    services: tuple[ProvidedService, ...]
    allowed: Set[PeerService]
    roles: Mapping[str, RoleSelection]
    returns: bool

    def answer(self, proposed: ProposedContext) -> NegotiatedContext:
        service = next((one for one in self.services if one.provides(proposed.abstract_syntax)), None)
        is_scu, is_scp = self._roles_in(proposed.abstract_syntax, service)
        chosen = _chosen(service, proposed.transfer_syntaxes, is_scp) if service else None
        if service is None:
            result = ContextResult.ABSTRACT_SYNTAX_NOT_SUPPORTED
        elif not (is_scu or is_scp):
            result = ContextResult.USER_REJECTION
        elif chosen is None:
            result = ContextResult.TRANSFER_SYNTAXES_NOT_SUPPORTED
        else:
            result = ContextResult.ACCEPTED
        # PS3.8 9.3.3.2: a refused context carries a transfer syntax too, and it is not significant
        syntax = chosen or (proposed.transfer_syntaxes[0] if proposed.transfer_syntaxes else IMPLICIT_LITTLE_ENDIAN)
        context = AcceptedContext(proposed.context_id, proposed.abstract_syntax, syntax)
        return NegotiatedContext(context, result, service, is_scu, is_scp)

    def _roles_in(self, abstract_syntax: str, service: ProvidedService | None) -> tuple[bool, bool]:
        if service is None:
            return False, False
        role = self.roles.get(abstract_syntax)
        is_scu = service.name in self.allowed and (role is None or role.is_scu)
        goes_back = (self.returns and service.name is PeerService.STORE) or isinstance(service, TakesReports)
        is_scp = role is not None and role.is_scp and goes_back
        return is_scu, is_scp


def _chosen(service: ProvidedService, syntaxes: tuple[str, ...], is_scp: bool) -> str | None:
    """What goes back is best not compressed when the requestor leaves the choice: all that can be decoded fits in."""
    if is_scp:
        native = next((syntax for syntax in syntaxes if syntax in NATIVE), None)
        if native:
            return native
    return service.choose(syntaxes) if syntaxes else None
