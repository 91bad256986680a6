"""What is agreed with a requestor: for each context whose it is and in which transfer syntax, or why not. Pure.

Extended negotiation is the services' to answer; of roles we take the default ones. A user identity gets no answer,
which by PS3.7 D.3.3.7 means that nobody was verified.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from enum import IntEnum

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.engine.network.association import ExtendedNegotiation, ProposedContext, RoleSelection
from pacsdesk.engine.network.provided import AcceptedContext, ProvidedService


class ContextResult(IntEnum):
    """PS3.8 table 9-18."""

    ACCEPTED = 0
    USER_REJECTION = 1
    NO_REASON = 2
    ABSTRACT_SYNTAX_NOT_SUPPORTED = 3
    TRANSFER_SYNTAXES_NOT_SUPPORTED = 4


@dataclass(frozen=True, slots=True)
class NegotiatedContext:
    """The answer to one proposed context. service: whose the abstract syntax is, None when nobody's."""

    context: AcceptedContext
    result: ContextResult
    service: ProvidedService | None


def negotiate(
    proposed: Iterable[ProposedContext], services: Iterable[ProvidedService], allowed: Set[PeerService]
) -> tuple[NegotiatedContext, ...]:
    """Answer each proposed context; a service that the caller may not use is refused as the user's decision (1)."""
    offered = tuple(services)
    return tuple(_answer(context, offered, allowed) for context in proposed)


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
    """The requestor stays the SCU: we invoke no operations on an association that we did not open (PS3.7 D.3.3.4)."""
    return tuple(
        RoleSelection(role.sop_class_uid, role.is_scu, False)
        for role in proposed
        if any(_accepted(answers, role.sop_class_uid))
    )


def _accepted(answers: Iterable[NegotiatedContext], abstract_syntax: str) -> Iterable[NegotiatedContext]:
    return (
        one
        for one in answers
        if one.result is ContextResult.ACCEPTED and one.context.abstract_syntax == abstract_syntax
    )


def _answer(
    proposed: ProposedContext, services: tuple[ProvidedService, ...], allowed: Set[PeerService]
) -> NegotiatedContext:
    service = next((one for one in services if one.provides(proposed.abstract_syntax)), None)
    chosen = service.choose(proposed.transfer_syntaxes) if service and proposed.transfer_syntaxes else None
    if service is None:
        result = ContextResult.ABSTRACT_SYNTAX_NOT_SUPPORTED
    elif service.name not in allowed:
        result = ContextResult.USER_REJECTION
    elif chosen is None:
        result = ContextResult.TRANSFER_SYNTAXES_NOT_SUPPORTED
    else:
        result = ContextResult.ACCEPTED
    # PS3.8 9.3.3.2: a refused context carries a transfer syntax too, and it is not significant
    syntax = chosen or (proposed.transfer_syntaxes[0] if proposed.transfer_syntaxes else "1.2.840.10008.1.2")
    return NegotiatedContext(AcceptedContext(proposed.context_id, proposed.abstract_syntax, syntax), result, service)
