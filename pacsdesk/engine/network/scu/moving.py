"""C-MOVE to a peer: have it send what is wished for to a destination by its AE title."""

from collections.abc import Sequence

from pacsdesk.contract.records.queries import QueryModel
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.association import ProposedContext
from pacsdesk.engine.network.scu.fetching import Following, Wish, identifier
from pacsdesk.engine.network.scu.proposing import PATIENT_ROOT_MOVE, STUDY_ROOT_MOVE, SYNTAXES
from pacsdesk.engine.network.scu.reaching import Reaching
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop, Stopped, UnderWay

_MODELS = {QueryModel.STUDY_ROOT: STUDY_ROOT_MOVE, QueryModel.PATIENT_ROOT: PATIENT_ROOT_MOVE}
PROPOSED = tuple(ProposedContext(number * 2 + 1, syntax, SYNTAXES) for number, syntax in enumerate(_MODELS.values()))
"""All that moves may propose; each proposes the one of its model, as context 1."""


class Mover:
    """Moves on the thread that calls; safe from any number of them."""

    def __init__(self, reaching: Reaching, under_way: UnderWay) -> None:
        self._reaching = reaching
        self._under_way = under_way

    def move(
        self,
        target: Target,
        model: QueryModel,
        wishes: Sequence[Wish],
        destination: AETitle,
        following: Following,
        stop: Stop,
    ) -> None:
        """Ask for each wish; what comes of it stands in `following`. stop: cuts the association."""
        fetched, association = following.fetched, None
        with self._under_way.holding(stop):
            try:
                reached = self._reaching.reach(target, (ProposedContext(1, _MODELS[model], SYNTAXES),), stop)
                fetched.problem, fetched.context_result = reached.problem, reached.result_of(1)
                association = reached.association
                if association is None:
                    return
                context = association.context_for(_MODELS[model])
                with stop.cutting(association.abort):
                    if context is None:
                        fetched.problem = f"it does not take C-MOVE of this model (result {fetched.context_result})"
                        association.release()
                        association.close()
                        return
                    following.follow(
                        association,
                        wishes,
                        lambda wish: association.move(
                            context, identifier(wish, model, context.transfer_syntax), destination
                        ),
                        context,
                    )
            except Stopped:
                fetched.problem = ""
                if association:
                    association.close()
            finally:
                following.stamp()
