"""How each kind of instances would go, from what a peer accepted: the same choice as the sender's own. Pure."""

from collections.abc import Iterable, Iterator, Sequence

from pacsdesk.contract.records.sends import Going, PlannedKind
from pacsdesk.engine.archive.matching.retrieval import Kind
from pacsdesk.engine.diagnosis.sends.evidence import KindRefused
from pacsdesk.engine.diagnosis.sends.negotiation import words_of_result
from pacsdesk.engine.diagnosis.sends.sendable import Measured
from pacsdesk.engine.network.association import AcceptedContext
from pacsdesk.engine.network.scu.sop_classes import name_of
from pacsdesk.engine.network.sending.contexts import Proposal, context_for
from pacsdesk.engine.network.wire.associate import AssociateAccept
from pacsdesk.imaging.encode import COMPRESSIONS
from pacsdesk.imaging.frames import NATIVE_SYNTAXES

Answered = tuple[Proposal, AssociateAccept]


def planned_kinds(measured: Iterable[Measured], answered: Sequence[Answered]) -> tuple[PlannedKind, ...]:
    """Each kind, in the order in which they were measured; those that were never proposed are not among them."""
    return tuple(
        _planned(one, proposal, accept) for one in measured for proposal, accept in answered if _is_in(one, proposal)
    )


def kinds_refused(measured: Iterable[Measured], answered: Sequence[Answered]) -> Iterator[KindRefused]:
    """Those for which nothing was accepted that fits."""
    for one in measured:
        for proposal, accept in answered:
            if _is_in(one, proposal) and context_for(one.kind, accepted(proposal, accept)) is None:
                results = tuple(results_of(one.kind.sop_class_uid, proposal, accept))
                takes = {uid: None for uids, result in results if result == 0 for uid in uids}
                yield KindRefused(
                    shown(one.kind.sop_class_uid),
                    shown(one.kind.transfer_syntax_uid),
                    one.count,
                    tuple((", ".join(map(shown, uids)), result) for uids, result in results if result != 0),
                    tuple(map(shown, takes)),
                )


def accepted(proposal: Proposal, accept: AssociateAccept) -> tuple[AcceptedContext, ...]:
    """The proposed contexts that the peer took, in a transfer syntax that was proposed."""
    asked = {one.context_id: one for one in proposal.contexts}
    return tuple(
        AcceptedContext(one.context_id, asked[one.context_id].abstract_syntax, one.transfer_syntax)
        for one in accept.contexts
        if one.result == 0
        and one.context_id in asked
        and one.transfer_syntax in asked[one.context_id].transfer_syntaxes
    )


def results_of(
    sop_class_uid: str, proposal: Proposal, accept: AssociateAccept
) -> Iterator[tuple[tuple[str, ...], int | None]]:
    """How the contexts of a SOP class were answered: what was proposed in each, or of it what was taken."""
    answers = {one.context_id: one for one in accept.contexts}
    for context in proposal.contexts:
        if context.abstract_syntax == sop_class_uid:
            answer = answers.get(context.context_id)
            is_taken = answer is not None and answer.result == 0
            syntaxes = (answer.transfer_syntax,) if answer and is_taken else context.transfer_syntaxes
            yield syntaxes, answer.result if answer else None


def shown(uid: str) -> str:
    """Its name, or itself."""
    return name_of(uid) or uid


def _is_in(one: Measured, proposal: Proposal) -> bool:
    return one.kind in proposal.kinds


def _planned(one: Measured, proposal: Proposal, accept: AssociateAccept) -> PlannedKind:
    kind = one.kind
    context = context_for(kind, accepted(proposal, accept))
    to = context.transfer_syntax if context else ""
    results = list(results_of(kind.sop_class_uid, proposal, accept))
    going = Going.NOT if context is None else Going.AS_IS if to == kind.transfer_syntax_uid else Going.CONVERTED
    return PlannedKind(
        sop_class_uid=kind.sop_class_uid,
        sop_class_name=name_of(kind.sop_class_uid),
        transfer_syntax_uid=kind.transfer_syntax_uid,
        transfer_syntax_name=name_of(kind.transfer_syntax_uid),
        number_of_instances=one.count,
        size_bytes=one.size_bytes,
        going=going,
        to=to,
        to_name=name_of(to),
        words=_how(kind, to) if context else _why_not(results),
        result=0 if context else next((result for _, result in results if result != 0), None),
    )


def _how(kind: Kind, to: str) -> str:
    stored = kind.transfer_syntax_uid
    if to == stored:
        return "as it is"
    if to in COMPRESSIONS:
        return "compressed without loss"
    if stored in NATIVE_SYNTAXES or not kind.has_pixels:
        return "encoded otherwise, nothing is lost"
    return "decompressed, nothing more is lost"


def _why_not(results: Sequence[tuple[tuple[str, ...], int | None]]) -> str:
    taken = [shown(uid) for uids, result in results if result == 0 for uid in uids]
    if taken:
        return f"it takes {', '.join(taken)} only, into which this cannot be made"
    return "; ".join(dict.fromkeys(words_of_result(result) for _, result in results))
