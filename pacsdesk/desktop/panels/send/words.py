"""How the states of a send and of a matrix show: a shape and a word, and what an order is of."""

from pacsdesk.contract.records.matrices import CellState
from pacsdesk.contract.records.sends import Going, SendOutcome, SendPlan, SentState
from pacsdesk.desktop.kit.formatting import format_count, format_duration, format_size, plain
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.translation import counted, marked, translate

_GOING = {
    Going.AS_IS: (StateShape.UP, marked("Send", "As it is")),
    Going.CONVERTED: (StateShape.SLOW, marked("Send", "Converted")),
    Going.NOT: (StateShape.DOWN, marked("Send", "Not at all")),
}
_SENT = {
    SentState.SENT: (StateShape.UP, marked("Send", "Sent")),
    SentState.WARNING: (StateShape.SLOW, marked("Send", "Sent, with a warning")),
    SentState.FAILED: (StateShape.DOWN, marked("Send", "Failed")),
    SentState.UNSENT: (StateShape.UNKNOWN, marked("Send", "Not sent")),
}
_CELLS = {
    CellState.ACCEPTED: (StateShape.UP, marked("Send", "Yes")),
    CellState.REFUSED: (StateShape.DOWN, marked("Send", "No")),
    CellState.UNANSWERED: (StateShape.UNKNOWN, marked("Send", "Silent")),
}
_KINDS = (
    marked("Send", "Cross sections"),
    marked("Send", "Projections"),
    marked("Send", "Ultrasound and light"),
    marked("Send", "Captures and documents"),
    marked("Send", "Reports and marks"),
    marked("Send", "Radiotherapy"),
    marked("Send", "Signals and raw data"),
    marked("Send", "Others"),
)
NOT_ASKED = (StateShape.UNKNOWN, marked("Send", "Not asked"))
Look = tuple[StateShape, str]


def going_look(going: Going) -> Look:
    """How a kind of objects would go."""
    shape, word = _GOING[going]
    return shape, translate("Send", word)


def sent_look(state: SentState) -> Look:
    """What became of an object."""
    shape, word = _SENT[state]
    return shape, translate("Send", word)


def cell_look(state: CellState | None) -> Look:
    """How a pair was answered; None: it was not asked."""
    shape, word = _CELLS[state] if state else NOT_ASKED
    return shape, translate("Send", word)


def kind_word(kind: str) -> str:
    """What a SOP class is listed with."""
    return translate("Send", kind) if kind in _KINDS else plain(kind)


def destination_words(plan: SendPlan) -> str:
    """Where it goes, as a person confirms it."""
    words = translate("Send", "Goes to {ae_title} at {host} port {port}, called as {calling}")
    return words.format(
        ae_title=plain(plan.ae_title), host=plain(plan.host), port=plan.port, calling=plain(plan.calling_ae_title)
    )


def plan_words(plan: SendPlan) -> str:
    """What would arrive."""
    of = counted("Send", "of %Ln objects", plan.number_of_instances)
    words = translate("Send", "{number} {of_objects} would go, {size}. Nothing was sent.")
    return words.format(number=format_count(plan.number_that_goes), of_objects=of, size=format_size(plan.size_bytes))


def outcome_words(outcome: SendOutcome) -> str:
    """What arrived."""
    arrived = outcome.sent + outcome.warning
    of = counted("Send", "of %Ln objects", outcome.number_of_instances)
    words = translate("Send", "{number} {of_objects} sent to {peer}, {size} in {time}").format(
        number=format_count(arrived),
        of_objects=of,
        peer=plain(outcome.peer),
        size=format_size(outcome.size_bytes),
        time=format_duration(outcome.milliseconds / 1000),
    )
    parts = [words]
    if outcome.warning:
        parts.append(counted("Send", "%Ln with a warning", outcome.warning))
    if outcome.failed:
        parts.append(counted("Send", "%Ln failed", outcome.failed))
    if outcome.is_stopped:
        parts.append(translate("Send", "stopped"))
    elif outcome.order.looks_again and outcome.is_over and arrived:
        parts.append(_shown_words(outcome.shown))
    return ", ".join(parts)


def _shown_words(shown: int | None) -> str:
    """What the peer shows afterwards."""
    if shown is None:
        return translate("Send", "the peer does not tell what it shows")
    return counted("Send", "%Ln of them shown there as sent", shown)
