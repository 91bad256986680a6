"""Performed procedure steps reported to a peer (PS3.4 annex F), as a modality does: N-CREATE, then N-SET."""

import time
from dataclasses import dataclass

from pacsdesk.engine.network.association import AssociationLost, ProposedContext
from pacsdesk.engine.network.command import N_CREATE_RQ, N_SET_RQ, Order, Response
from pacsdesk.engine.network.scu.committing import printable
from pacsdesk.engine.network.scu.proposing import PERFORMED_STEP, SYNTAXES
from pacsdesk.engine.network.scu.reaching import Reaching
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop, Stopped, UnderWay
from pacsdesk.engine.network.wire.opened import NoAnswer, OpenedAssociation

PROPOSED = (ProposedContext(1, PERFORMED_STEP, SYNTAXES),)

_LEAVE_SECONDS = 2.0


@dataclass(slots=True)
class Performed:
    """How it went. context_result: of the one proposed context (PS3.8 table 9-18), None when there was no association.

    lost: how the association was lost while the answer was due. dataset: what came back, in transfer_syntax.
    """

    milliseconds: float = 0.0
    context_result: int | None = None
    status: int | None = None
    comment: str = ""
    problem: str = ""
    lost: NoAnswer | None = None
    dataset: bytes = b""
    transfer_syntax: str = ""


class StepReporter:
    """Asks on the thread that calls; safe from any number of them."""

    def __init__(self, reaching: Reaching, under_way: UnderWay) -> None:
        self._reaching = reaching
        self._under_way = under_way

    def create(self, target: Target, sop_instance_uid: str, datasets: dict[str, bytes]) -> Performed:
        """N-CREATE. datasets: what is said, by transfer syntax."""
        return self._report(target, Order(N_CREATE_RQ, 1, PERFORMED_STEP, sop_instance_uid, has_dataset=True), datasets)

    def set(self, target: Target, sop_instance_uid: str, datasets: dict[str, bytes]) -> Performed:
        """N-SET."""
        return self._report(target, Order(N_SET_RQ, 1, PERFORMED_STEP, sop_instance_uid, has_dataset=True), datasets)

    def _report(self, target: Target, order: Order, datasets: dict[str, bytes]) -> Performed:
        performed, stop, begin = Performed(), Stop(), time.perf_counter()
        with self._under_way.holding(stop):
            try:
                reached = self._reaching.reach(target, PROPOSED, stop)
                performed.problem, performed.context_result = reached.problem, reached.result_of(1)
                if reached.association:
                    with stop.cutting(reached.association.abort):
                        _ask(reached.association, order, datasets, performed)
            except Stopped:
                performed.problem = "the engine is stopping"
        performed.milliseconds = (time.perf_counter() - begin) * 1000
        return performed


def _ask(association: OpenedAssociation, order: Order, datasets: dict[str, bytes], performed: Performed) -> None:
    try:
        if not association.contexts:
            performed.problem = f"it does not take reports of performed steps (result {performed.context_result})"
            return
        context = association.contexts[0]
        response: Response = association.operate(context, order, datasets[context.transfer_syntax])
        performed.status, performed.comment = response.status, printable(response.comment)
        performed.dataset, performed.transfer_syntax = response.dataset, context.transfer_syntax
        association.hurry(_LEAVE_SECONDS)
        association.release()
    except AssociationLost as lost:
        performed.problem, performed.lost = str(lost), association.no_answer
    finally:
        association.close()
