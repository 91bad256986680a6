"""Presentation contexts: for each proposed one, whose it is, which transfer syntax we take, or why not. Pure.

Nothing else is negotiated: role selection, user identity, asynchronous operations and extended negotiation get no
answer item, which by PS3.7 annex D means the default roles, no verified user, one operation at a time.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from enum import IntEnum

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.engine.network.association import ProposedContext
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
