"""Performed steps as they were told: one line for each, its elements, and what became of it in words."""

from dataclasses import dataclass

from pacsdesk.contract.records.performed_steps import PerformedOutcome, PerformedStatus, StepOperation, ToldElement
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import format_milliseconds, format_moment, plain
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.record_list import RecordColumn
from pacsdesk.desktop.kit.translation import marked, translate

_WHAT = {
    PerformedStatus.IN_PROGRESS: marked("Workflow", "In progress"),
    PerformedStatus.COMPLETED: marked("Workflow", "Completed"),
    PerformedStatus.DISCONTINUED: marked("Workflow", "Discontinued"),
}
INDENT = "\u2003"


@dataclass(frozen=True, slots=True)
class ToldLine:
    """One element and whether we sent it; else it came back."""

    element: ToldElement
    is_sent: bool

    def way(self) -> str:
        """In a word."""
        return translate("Workflow", "Sent") if self.is_sent else translate("Workflow", "Came back")


def what_of(outcome: PerformedOutcome) -> str:
    """What was told."""
    if outcome.operation is StepOperation.CREATE:
        return translate("Workflow", "Begun")
    return translate("Workflow", _WHAT[outcome.step_status])


def answer_of(outcome: PerformedOutcome) -> str:
    """What the peer said to it."""
    if outcome.status is None:
        return translate("Workflow", "No answer")
    words = translate("Workflow", "Taken") if outcome.is_done else translate("Workflow", "Refused")
    return words if outcome.status == 0 else f"{words}, {outcome.status:04X}"


def _shape(outcome: PerformedOutcome) -> StateShape:
    return StateShape.UP if outcome.is_done else StateShape.DOWN


def heading_of(outcome: PerformedOutcome) -> str:
    """In a sentence."""
    if outcome.status is None:
        words = translate("Workflow", "{peer} did not answer")
    elif outcome.is_done:
        words = translate("Workflow", "{peer} took it: {what}")
    else:
        words = translate("Workflow", "{peer} refused it: {what}")
    return words.format(peer=plain(outcome.peer), what=what_of(outcome))


def words_of(outcome: PerformedOutcome) -> str:
    """What else there is to say."""
    said = (in_own_words(plain(outcome.problem)) if outcome.problem else "", plain(outcome.comment))
    asked = translate("Workflow", "told as {title} in {time}").format(
        title=plain(outcome.calling_ae_title), time=format_milliseconds(outcome.milliseconds)
    )
    return ", ".join(filter(None, (*said, asked)))


def told_lines(outcome: PerformedOutcome) -> tuple[ToldLine, ...]:
    """What was sent, then what came back."""
    sent = (ToldLine(one, True) for one in outcome.sent)
    return (*sent, *(ToldLine(one, False) for one in outcome.received))


def told_text(outcome: PerformedOutcome) -> str:
    """All of it to be copied."""
    lines = (f"{'  ' * one.depth}{one.tag} {one.name}: {plain(one.value)}" for one in outcome.sent)
    return "\n".join((heading_of(outcome), words_of(outcome), *lines))


OUTCOME_COLUMNS: tuple[RecordColumn[PerformedOutcome], ...] = (
    RecordColumn(marked("Workflow", "Answer"), 128, answer_of, shape=_shape),
    RecordColumn(marked("Workflow", "Told"), 112, what_of),
    RecordColumn(marked("Workflow", "Peer"), 128, lambda one: plain(one.peer)),
    RecordColumn(marked("Workflow", "When"), 128, lambda one: format_moment(one.at)),
    RecordColumn(marked("Workflow", "UID of the step"), 240, lambda one: one.sop_instance_uid),
)
TOLD_COLUMNS: tuple[RecordColumn[ToldLine], ...] = (
    RecordColumn(
        marked("Workflow", "Element"), 320, lambda one: f"{INDENT * one.element.depth}{plain(one.element.name)}"
    ),
    RecordColumn(marked("Workflow", "Value"), 240, lambda one: plain(one.element.value)),
    RecordColumn(marked("Workflow", "Tag"), 104, lambda one: one.element.tag),
    RecordColumn(marked("Workflow", "VR"), 48, lambda one: one.element.vr),
    RecordColumn(marked("Workflow", "Way"), 88, ToldLine.way),
)
