"""What came of a question, in words: a line below a list, a heading above what stood in the way."""

from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.formatting import format_count, format_milliseconds, plain
from pacsdesk.desktop.kit.translation import counted, translate


def worklist_line(outcome: QueryOutcome) -> str:
    """How many entries, in what time, as whom; "" when it was not answered."""
    if outcome.problem and not outcome.rows:
        return ""
    words = counted("Workflow", "%Ln entries in {time}", len(outcome.rows))
    parts = [words.format(time=format_milliseconds(outcome.milliseconds))]
    if outcome.is_cut:
        words = translate("Workflow", "there are more than {number}")
        parts.append(words.format(number=format_count(outcome.order.limit)))
    if outcome.is_stopped:
        parts.append(translate("Workflow", "stopped"))
    if title := outcome.order.calling_ae_title:
        parts.append(translate("Workflow", "asked as {title}").format(title=plain(title)))
    return ", ".join(parts)


def failure_words(outcome: QueryOutcome) -> tuple[str, str]:
    """A heading, and what is wrong in the peer's words."""
    peer = plain(outcome.peer)
    heading = translate("Workflow", "{peer} did not answer with a worklist").format(peer=peer)
    return heading, f"{peer}: {in_own_words(plain(outcome.problem))}" if outcome.problem else ""
