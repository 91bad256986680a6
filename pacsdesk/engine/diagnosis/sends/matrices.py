"""The matrix of what a peer accepts: what is proposed for it, and what its answers say. Pure."""

from collections.abc import Iterator, Sequence
from itertools import product

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.matrices import MOST_CELLS, CellState, MatrixCell, MatrixOrder
from pacsdesk.engine.diagnosis.sends.negotiation import words_of_result
from pacsdesk.engine.network.association import ProposedContext
from pacsdesk.engine.network.scu.sop_classes import SOP_CLASSES, TRANSFER_SYNTAXES
from pacsdesk.engine.network.sending.contexts import MOST_CONTEXTS
from pacsdesk.engine.network.wire.associate import AssociateAccept


def pairs_of(order: MatrixOrder) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The SOP classes and the transfer syntaxes, each once. Raises InvalidInput for too many pairs."""
    rows = tuple(dict.fromkeys(map(str, order.sop_class_uids))) or SOP_CLASSES
    columns = tuple(dict.fromkeys(map(str, order.transfer_syntax_uids))) or TRANSFER_SYNTAXES
    if len(rows) * len(columns) > MOST_CELLS:
        raise InvalidInput(
            f"At most {MOST_CELLS:,} pairs are asked for at once, not {len(rows) * len(columns):,}.",
            f"{len(rows)} SOP classes in {len(columns)} transfer syntaxes.",
            "Ask for fewer of one of them.",
        )
    return rows, columns


def proposals_of(rows: Sequence[str], columns: Sequence[str]) -> tuple[tuple[ProposedContext, ...], ...]:
    """One transfer syntax in each context, so that the answer is about this pair and no other."""
    pairs = list(product(rows, columns))
    return tuple(
        tuple(
            ProposedContext(number * 2 + 1, row, (column,))
            for number, (row, column) in enumerate(pairs[start : start + MOST_CONTEXTS])
        )
        for start in range(0, len(pairs), MOST_CONTEXTS)
    )


def cells_of(
    proposals: Sequence[tuple[ProposedContext, ...]], accepts: Sequence[AssociateAccept]
) -> Iterator[MatrixCell]:
    """The pairs of those proposals that were answered."""
    for contexts, accept in zip(proposals, accepts, strict=False):
        answers = {one.context_id: one for one in accept.contexts}
        for context in contexts:
            answer = answers.get(context.context_id)
            yield _cell(context, answer.result if answer else None, answer.transfer_syntax if answer else "")


def _cell(context: ProposedContext, result: int | None, syntax: str) -> MatrixCell:
    (proposed,) = context.transfer_syntaxes
    state, words = CellState.REFUSED, words_of_result(result)
    if result is None:
        state = CellState.UNANSWERED
    elif result == 0 and syntax == proposed:
        state = CellState.ACCEPTED
    elif result == 0:
        words = f"accepted in {syntax or 'no transfer syntax'}, which was not proposed"
    return MatrixCell(context.abstract_syntax, proposed, state, result, words)
