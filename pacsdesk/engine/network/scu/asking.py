"""The questions of a ladder on an open association: each harmless, bounded in time and in answers, its end a value."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pacsdesk.contract.records.probes import BrokenOff, ProbeStep, ServiceAnswer
from pacsdesk.engine.network.association import AcceptedContext, AssociationLost
from pacsdesk.engine.network.command import C_STORE_RQ, Command, Response
from pacsdesk.engine.network.provided import Answer
from pacsdesk.engine.network.scu import identifiers
from pacsdesk.engine.network.scu.proposing import (
    PATIENT_ROOT_FIND,
    PATIENT_ROOT_GET,
    PATIENT_ROOT_MOVE,
    STUDY_ROOT_FIND,
    STUDY_ROOT_GET,
    STUDY_ROOT_MOVE,
    VERIFICATION,
    WORKLIST_FIND,
)
from pacsdesk.engine.network.wire.opened import OpenedAssociation

_MOST_PENDING = 20  # of a question that nothing matches
_REFUSED = 0xA700  # what we say to an object that nobody asked for


@dataclass(frozen=True, slots=True)
class Questions:
    """Asks on one association. uid: of the study that nobody has; destination: where a C-MOVE would send it."""

    association: OpenedAssociation
    uid: str
    destination: str
    seconds: float

    def context(self, step: ProbeStep) -> AcceptedContext | None:
        """The context in which a step is asked; None when the peer takes none, or the step asks nothing."""
        found = (self.association.context_for(syntax) for syntax in _SYNTAXES.get(step, ()))
        return next((context for context in found if context), None)

    def ask(self, step: ProbeStep, context: AcceptedContext) -> ServiceAnswer:
        """Ask and answer with how it went. The association is over when `broken_off` is set."""
        pending = 0
        self.association.hurry(self.seconds)
        try:
            for response in _QUESTIONS[step](self, context):
                if not response.is_pending:
                    return ServiceAnswer(step, response.status, response.comment, pending)
                pending += 1
                if pending == _MOST_PENDING:
                    self.association.cancel()
                if pending > 2 * _MOST_PENDING:
                    self.association.abort()
                    return ServiceAnswer(step, None, "", pending, BrokenOff.BROKEN)
        except AssociationLost:
            pass
        lost = self.association.no_answer
        return ServiceAnswer(step, None, "", pending, BrokenOff(lost.value) if lost else BrokenOff.CLOSED)


def _echo(questions: Questions, context: AcceptedContext) -> Iterator[Response]:
    yield questions.association.echo(context)


def _find(questions: Questions, context: AcceptedContext) -> Iterator[Response]:
    return questions.association.find(context, _study(questions, context))


def _worklist(questions: Questions, context: AcceptedContext) -> Iterator[Response]:
    identifier = identifiers.of_worklist(questions.uid, context.transfer_syntax)
    return questions.association.find(context, identifier)


def _move(questions: Questions, context: AcceptedContext) -> Iterator[Response]:
    return questions.association.move(context, _study(questions, context), questions.destination)


def _get(questions: Questions, context: AcceptedContext) -> Iterator[Response]:
    return questions.association.get(context, _study(questions, context), _turn_away)


def _study(questions: Questions, context: AcceptedContext) -> bytes:
    with_patient = context.abstract_syntax in _PATIENT_ROOTS
    return identifiers.of_study(questions.uid, context.transfer_syntax, with_patient=with_patient)


def _turn_away(_context: AcceptedContext, command: Command) -> Answer:
    """An object that comes though nothing could match is not taken and leaves no trace."""
    assert command.field == C_STORE_RQ, "the inbox opens this for nothing else"
    return Answer(Response(_REFUSED, "Not asked for"))


_PATIENT_ROOTS = frozenset({PATIENT_ROOT_FIND, PATIENT_ROOT_MOVE, PATIENT_ROOT_GET})
_SYNTAXES: dict[ProbeStep, tuple[str, ...]] = {
    ProbeStep.ECHO: (VERIFICATION,),
    ProbeStep.FIND: (STUDY_ROOT_FIND, PATIENT_ROOT_FIND),
    ProbeStep.WORKLIST: (WORKLIST_FIND,),
    ProbeStep.MOVE: (STUDY_ROOT_MOVE, PATIENT_ROOT_MOVE),
    ProbeStep.GET: (STUDY_ROOT_GET, PATIENT_ROOT_GET),
}
_QUESTIONS: dict[ProbeStep, Callable[[Questions, AcceptedContext], Iterator[Response]]] = {
    ProbeStep.ECHO: _echo,
    ProbeStep.FIND: _find,
    ProbeStep.WORKLIST: _worklist,
    ProbeStep.MOVE: _move,
    ProbeStep.GET: _get,
}
