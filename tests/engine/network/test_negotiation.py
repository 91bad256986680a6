"""Presentation contexts: each gets its own answer."""

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.engine.network.association import ProposedContext
from pacsdesk.engine.network.negotiation import ContextResult, negotiate
from pacsdesk.engine.network.scp.echo import VERIFICATION_SOP_CLASS, EchoService

EXPLICIT, IMPLICIT = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2"
ALL = frozenset(PeerService)


def results(*proposed: ProposedContext, allowed: frozenset[PeerService] = ALL) -> list[ContextResult]:
    return [answer.result for answer in negotiate(proposed, [EchoService()], allowed)]


def test_the_first_proposed_transfer_syntax_is_taken() -> None:
    proposed = ProposedContext(1, VERIFICATION_SOP_CLASS, (EXPLICIT, IMPLICIT))
    answers = negotiate([proposed], [EchoService()], ALL)
    assert [answer.context.transfer_syntax for answer in answers] == [EXPLICIT]


def test_two_contexts_are_answered_each_for_itself() -> None:
    assert results(
        ProposedContext(1, VERIFICATION_SOP_CLASS, (IMPLICIT,)), ProposedContext(3, "1.2.3", (IMPLICIT,))
    ) == [ContextResult.ACCEPTED, ContextResult.ABSTRACT_SYNTAX_NOT_SUPPORTED]


def test_a_context_without_transfer_syntaxes_is_refused_for_them() -> None:
    assert results(ProposedContext(1, VERIFICATION_SOP_CLASS, ())) == [ContextResult.TRANSFER_SYNTAXES_NOT_SUPPORTED]


def test_a_service_that_is_not_allowed_is_refused_as_the_users_decision() -> None:
    proposed = ProposedContext(1, VERIFICATION_SOP_CLASS, (IMPLICIT,))
    assert results(proposed, allowed=frozenset()) == [ContextResult.USER_REJECTION]


def test_no_contexts_get_no_answers() -> None:
    assert results() == []
