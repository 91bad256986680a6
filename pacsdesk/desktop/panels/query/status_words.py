"""What came of a query on one line: how many answers, in what time, cut or stopped, as whom it was asked."""

from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.desktop.kit.formatting import format_count, format_milliseconds, plain
from pacsdesk.desktop.kit.translation import counted, translate


def status_line(outcome: QueryOutcome, number_shown: int) -> str:
    """number_shown: how many the filter leaves."""
    if outcome.problem and not outcome.rows:
        return ""
    number = len(outcome.rows)
    if number_shown != number:
        words = counted("Query", "{shown} of %Ln answers in {time}", number).format(
            shown=format_count(number_shown), time=format_milliseconds(outcome.milliseconds)
        )
    else:
        words = counted("Query", "%Ln answers in {time}", number).format(time=format_milliseconds(outcome.milliseconds))
    parts = [words]
    if outcome.is_cut:
        parts.append(
            translate("Query", "cut at the limit of {number}").format(number=format_count(outcome.order.limit))
        )
    if outcome.is_stopped:
        parts.append(translate("Query", "stopped"))
    if outcome.status is not None:
        status = translate("Query", "status {code}").format(code=f"{outcome.status:04X}")
        parts.append(f"{status}: {plain(outcome.comment)}" if outcome.comment else status)
    if outcome.order.calling_ae_title:
        parts.append(translate("Query", "asked as {title}").format(title=plain(outcome.order.calling_ae_title)))
    return ", ".join(parts)
