"""C-FIND to a peer, bounded in answers, stopped at once; whatever stands in the way is told as a value."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from pacsdesk.contract.records.queries import QueryModel, QueryOrder
from pacsdesk.engine.network.association import AssociationLost, ProposedContext
from pacsdesk.engine.network.scu.opening import Identity
from pacsdesk.engine.network.scu.proposing import PATIENT_ROOT_FIND, STUDY_ROOT_FIND, SYNTAXES, WORKLIST_FIND
from pacsdesk.engine.network.scu.query_keys import Key, character_set_for, identifier_of, row_of
from pacsdesk.engine.network.scu.reaching import Reaching
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop, Stopped, UnderWay
from pacsdesk.engine.network.wire.opened import NoAnswer, OpenedAssociation
from pacsdesk.engine.network.wire.watch import Watch

_MODELS = {
    QueryModel.STUDY_ROOT: STUDY_ROOT_FIND,
    QueryModel.PATIENT_ROOT: PATIENT_ROOT_FIND,
    QueryModel.WORKLIST: WORKLIST_FIND,
}
PROPOSED = tuple(ProposedContext(number * 2 + 1, syntax, SYNTAXES) for number, syntax in enumerate(_MODELS.values()))
"""All that queries may propose; each proposes the one of its model, as context 1."""

_MOST_AFTER_CANCEL = 1000  # answers that are passed over while a peer finishes what was cancelled
_LEAVE_SECONDS = 2.0
_MOST_SECONDS = 45.0  # for all answers together: the call of a face, of which this is part, lasts a minute


@dataclass(slots=True)
class Asked:
    """What came. context_result: of the one proposed context (PS3.8 table 9-18), None when there was no association.

    was_let_in: whether there was one. lost: how it was lost while an answer was due."""

    rows: list[tuple[str, ...]]
    milliseconds: float = 0.0
    status: int | None = None
    comment: str = ""
    problem: str = ""
    context_result: int | None = None
    was_let_in: bool = False
    lost: NoAnswer | None = None
    is_cut: bool = False
    is_stopped: bool = False


class Querier:
    """Asks on the thread that calls; safe from any number of them."""

    def __init__(self, identity: Identity, watch: Watch, under_way: UnderWay) -> None:
        self._reaching = Reaching(identity, watch)
        self._under_way = under_way

    def find(self, target: Target, order: QueryOrder, keys: Sequence[Key], stop: Stop) -> Asked:
        """Ask, and gather at most `order.limit` answers. Raises InvalidInput for keys that cannot be written."""
        character_set = character_set_for(keys, order.character_set)
        identifiers = {
            syntax: identifier_of(keys, order.model, order.level, character_set, syntax) for syntax in SYNTAXES
        }
        asked, begin = Asked([]), time.perf_counter()
        with self._under_way.holding(stop):
            try:
                association = self._open(target, order, asked, stop)
                if association:
                    with stop.cutting(association.abort):
                        _ask(association, order, keys, identifiers, asked)
                    stop.check()
            except Stopped:
                asked.is_stopped, asked.problem = True, ""
        asked.milliseconds = (time.perf_counter() - begin) * 1000
        return asked

    def _open(self, target: Target, order: QueryOrder, asked: Asked, stop: Stop) -> OpenedAssociation | None:
        reached = self._reaching.reach(target, (ProposedContext(1, _MODELS[order.model], SYNTAXES),), stop)
        asked.problem, asked.context_result = reached.problem, reached.result_of(1)
        asked.was_let_in = reached.association is not None
        return reached.association


def _ask(
    association: OpenedAssociation,
    order: QueryOrder,
    keys: Sequence[Key],
    identifiers: dict[str, bytes],
    asked: Asked,
) -> None:
    association.hurry(_MOST_SECONDS)
    try:
        if not association.contexts:
            asked.problem = f"it does not take queries of this model (result {asked.context_result})"
            return
        context = association.contexts[0]
        passed_over = 0
        for response in association.find(context, identifiers[context.transfer_syntax]):
            if not response.is_pending:
                asked.status, asked.comment = response.status, _printable(response.comment)
            elif len(asked.rows) < order.limit:
                asked.rows.append(row_of(response.dataset, keys, context.transfer_syntax))
            else:
                if not asked.is_cut:
                    asked.is_cut = True
                    association.cancel()
                passed_over += 1
                if passed_over > _MOST_AFTER_CANCEL:
                    asked.problem, asked.lost = "it goes on answering what was cancelled", NoAnswer.BROKEN
                    association.abort()
                    return
        association.hurry(_LEAVE_SECONDS)
        association.release()
    except AssociationLost as lost:
        asked.problem, asked.lost = str(lost), association.no_answer
    finally:
        association.close()


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in text)
