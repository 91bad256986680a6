"""What retrievals say of themselves: how they stand, what the peer claims, what landed."""

from pacsdesk.contract.records.retrieves import Claim, Landing, LegState, RetrieveKind, RetrieveOutcome
from pacsdesk.contract.types import QueryLevel
from pacsdesk.contract.usual_keys import UNIQUE_KEYS
from pacsdesk.desktop.kit.formatting import format_count, format_milliseconds, format_size, plain
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.translation import counted, marked, translate
from pacsdesk.desktop.panels.query.retrievals import Retrieval

State = tuple[StateShape, str]

_CLAIMS: dict[Claim, State] = {
    Claim.EXPECTED: (StateShape.UNKNOWN, marked("Query", "Listed")),
    Claim.COMPLETED: (StateShape.UP, marked("Query", "Sent")),
    Claim.FAILED: (StateShape.DOWN, marked("Query", "Failed")),
    Claim.UNKNOWN: (StateShape.UNKNOWN, marked("Query", "Not listed")),
}
_LANDINGS: dict[Landing, State] = {
    Landing.STORED: (StateShape.UP, marked("Query", "Stored")),
    Landing.HELD: (StateShape.UP, marked("Query", "Was here before")),
    Landing.CONFLICT: (StateShape.SLOW, marked("Query", "Kept as a conflict")),
    Landing.REFUSED: (StateShape.DOWN, marked("Query", "Refused here")),
    Landing.MISSING: (StateShape.DOWN, marked("Query", "Missing")),
    Landing.UNSEEN: (StateShape.UNKNOWN, marked("Query", "Not seen from here")),
}
_LEGS: dict[LegState, State] = {
    LegState.WORKS: (StateShape.UP, marked("Query", "Works")),
    LegState.BROKEN: (StateShape.DOWN, marked("Query", "Broken")),
    LegState.UNKNOWN: (StateShape.UNKNOWN, marked("Query", "Unknown")),
}


def state_of(retrieval: Retrieval) -> State:
    """How it stands, as shape and word."""
    outcome = retrieval.outcome
    if retrieval.is_lost:
        return StateShape.UNKNOWN, translate("Query", "Lost sight of")
    if retrieval.is_running:
        return StateShape.UNKNOWN, translate("Query", "Running")
    if outcome.is_stopped:
        return StateShape.UNKNOWN, translate("Query", "Stopped")
    if outcome.has_failed:
        brought = outcome.completed + outcome.ledger.stored
        if brought:
            return StateShape.SLOW, translate("Query", "In part")
        return StateShape.DOWN, translate("Query", "Failed")
    return StateShape.UP, translate("Query", "Complete")


def claim_state(claim: Claim) -> State:
    """What the peer says of an instance."""
    shape, word = _CLAIMS[claim]
    return shape, translate("Query", word)


def landing_state(landing: Landing) -> State:
    """What became of it here."""
    shape, word = _LANDINGS[landing]
    return shape, translate("Query", word)


def leg_state(state: LegState) -> State:
    """How a leg of a move stands."""
    shape, word = _LEGS[state]
    return shape, translate("Query", word)


def what_words(outcome: RetrieveOutcome) -> str:
    """What was asked for, as "2 studies"."""
    order = outcome.order
    unique = UNIQUE_KEYS[order.level]
    value = next((key.value for key in order.keys if key.name == unique), "")
    number = len([one for one in value.split("\\") if one])
    match order.level:
        case QueryLevel.PATIENT:
            return counted("Query", "%Ln patients", number)
        case QueryLevel.STUDY:
            return counted("Query", "%Ln studies", number)
        case QueryLevel.SERIES:
            return counted("Query", "%Ln series", number)
        case _:
            return counted("Query", "%Ln images", number)


def where_words(outcome: RetrieveOutcome) -> str:
    """Where it goes, and how."""
    if outcome.order.kind is RetrieveKind.GET:
        return translate("Query", "Here, C-GET")
    if outcome.is_to_us:
        return translate("Query", "Here, {title}").format(title=plain(outcome.destination))
    return plain(outcome.destination)


def title_words(outcome: RetrieveOutcome) -> str:
    """What comes from whom, and where it goes."""
    if outcome.order.kind is RetrieveKind.GET:
        words = translate("Query", "{what} from {peer}, here on our association")
    elif outcome.is_to_us:
        words = translate("Query", "{what} from {peer} to this archive")
    else:
        words = translate("Query", "{what} from {peer} to {title}")
    return words.format(what=what_words(outcome), peer=plain(outcome.peer), title=plain(outcome.destination))


def landed_words(outcome: RetrieveOutcome) -> str:
    """How many are where they should be, of how many."""
    ledger = outcome.ledger
    here = ledger.stored + ledger.held + ledger.conflicts if _is_seen(outcome) else outcome.completed + outcome.warning
    total = ledger.listed
    if total is None:
        total = outcome.completed + outcome.failed + outcome.warning + outcome.remaining
    return f"{format_count(here)} / {format_count(total)}" if total else format_count(here)


def claimed_line(outcome: RetrieveOutcome) -> str:
    """What the peer counts."""
    parts = [counted("Query", "%Ln sent", outcome.completed)]
    if outcome.failed:
        parts.append(counted("Query", "%Ln failed", outcome.failed))
    if outcome.warning:
        parts.append(counted("Query", "%Ln with a warning", outcome.warning))
    if outcome.remaining:
        parts.append(counted("Query", "%Ln to go", outcome.remaining))
    if outcome.status is not None:
        parts.append(translate("Query", "status {code}").format(code=f"{outcome.status:04X}"))
    if outcome.comment:
        parts.append(plain(outcome.comment))
    return ", ".join(parts)


def landed_line(outcome: RetrieveOutcome) -> str:
    """What can be seen from here."""
    ledger = outcome.ledger
    if not _is_seen(outcome):
        return translate("Query", "It goes to {title}: what landed there cannot be seen from here.").format(
            title=plain(outcome.destination)
        )
    parts = [counted("Query", "%Ln stored", ledger.stored)]
    if ledger.held:
        parts.append(counted("Query", "%Ln here before", ledger.held))
    if ledger.conflicts:
        parts.append(counted("Query", "%Ln as conflicts", ledger.conflicts))
    if ledger.refused:
        parts.append(counted("Query", "%Ln refused here", ledger.refused))
    if ledger.missing:
        parts.append(counted("Query", "%Ln missing", ledger.missing))
    if ledger.size_bytes:
        parts.append(format_size(ledger.size_bytes))
    parts.append(format_milliseconds(outcome.milliseconds))
    return ", ".join(parts)


def _is_seen(outcome: RetrieveOutcome) -> bool:
    return outcome.is_to_us or outcome.order.kind is RetrieveKind.GET
