"""The steps on an association: each service that the peer offers, asked or seen by its negotiation.

A question that ends the association does not end the climb: the rest is asked on another one.
"""

from collections.abc import Callable
from dataclasses import dataclass

from pacsdesk.contract.records.probes import SERVICE_STEPS, NegotiatedContext, ProbeState, ProbeStep, ServiceAnswer
from pacsdesk.engine.network.scu import words
from pacsdesk.engine.network.scu.asking import Questions
from pacsdesk.engine.network.scu.seen import Seen
from pacsdesk.engine.network.scu.steps import StepLog
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.network.wire.opened import OpenedAssociation

_LEAVE_SECONDS = 2.0  # for the answer to a release, with which nothing is done

# opens another association, None when that fails
Reopen = Callable[[], OpenedAssociation | None]


@dataclass(slots=True)
class Services:
    """One round. association: the one that is asked on, None when there is none any more."""

    association: OpenedAssociation | None
    target: Target
    uid: str
    log: StepLog
    seen: Seen
    stop: Stop
    reopen: Reopen

    def ask_all(self) -> None:
        """Take every step of a service. Raises Stopped; the association is over in any case."""
        try:
            for step in SERVICE_STEPS:
                if self.target.uses and step not in (ProbeStep.ECHO, *self.target.uses):
                    self.log.note(step, ProbeState.NOT_REACHED, "not used")
                    continue
                self.stop.check()
                self._take(step)
            self._leave()
        finally:
            if self.association:
                self.association.close()

    def _take(self, step: ProbeStep) -> None:
        of_step = [one for one in self.seen.contexts if one.step is step and one.is_usual]
        if not any(context.is_accepted for context in of_step):
            self._note_refused(step, of_step)
        elif step in (ProbeStep.STORE, ProbeStep.COMMITMENT, ProbeStep.MPPS):
            is_all = all(context.is_accepted for context in of_step)
            self.log.note(step, ProbeState.DONE if is_all else ProbeState.WARNING, words.of_contexts(of_step))
        else:
            self._ask(step)

    def _note_refused(self, step: ProbeStep, contexts: list[NegotiatedContext]) -> None:
        if step in self.target.uses:
            self.log.note(step, ProbeState.REFUSED, words.of_contexts(contexts))
        else:
            self.log.note(step, ProbeState.NOT_REACHED, f"not offered ({words.of_contexts(contexts)})")

    def _ask(self, step: ProbeStep) -> None:
        if not (self.association and self.association.is_established):
            self._open_again()
        self.log.begin()
        if self.association is None or not self.log.seconds_left:
            self.log.note(step, ProbeState.NOT_REACHED, "there was no association for it any more")
            return
        questions = Questions(
            self.association,
            self.uid,
            self.target.calling_ae_title,
            min(self.target.limits.answer, self.log.seconds_left),
        )
        context = questions.context(step)
        if context is None:  # on another association the peer may answer otherwise
            self.log.note(step, ProbeState.NOT_REACHED, "not offered any more")
            return
        with self.stop.cutting(self.association.abort):
            answer = questions.ask(step, context)
        self.stop.check()
        self.seen.answers.append(answer)
        self.log.add(step, self._state(answer), words.of_answer(answer))

    def _state(self, answer: ServiceAnswer) -> ProbeState:
        state = words.state_of(answer)
        comes_back = [one for one in self.seen.contexts if one.step is answer.step and one.as_scp]
        if state is ProbeState.DONE and any(not one.is_scp or not one.is_accepted for one in comes_back):
            return ProbeState.WARNING
        return state

    def _open_again(self) -> None:
        if self.association:
            self.association.close()
        self.association = self.reopen()

    def _leave(self) -> None:
        if self.association and self.association.is_established:
            self.association.hurry(_LEAVE_SECONDS)
            self.association.release()
