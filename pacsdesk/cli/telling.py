"""How findings are told to people: cause, what was seen, what to do."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from pacsdesk.cli.output import Output
from pacsdesk.contract.records.findings import Finding, Severity

_WIDTH = 100
_SEVERITIES = {Severity.FAULT: "Fault", Severity.WARNING: "Warning", Severity.REMARK: "Remark"}


def tell_findings(out: Output, findings: Iterable[Finding]) -> None:
    """Each with an empty line behind it."""
    for finding in findings:
        for line in _lines(finding):
            out.line(line)


def _lines(finding: Finding) -> Iterator[str]:
    yield from wrap(f"{_SEVERITIES[finding.severity]}: {finding.cause}", _WIDTH)
    yield f"  {finding.confidence}; code {finding.code}"
    for seen in finding.evidence:
        yield from _listed("Seen: ", seen)
    for number, step in enumerate(finding.repair, 1):
        yield from _listed(f"{number}. ", step)
    for number, proposal in enumerate(finding.proposals, 1):
        yield from _listed(f"Proposed {number}: ", proposal.text)
        for change in proposal.changes:
            yield from _listed("    ", f"{change.field}: {change.before or '(empty)'} -> {change.after or '(empty)'}")
    if finding.further_test:
        yield from _listed("To be sure: ", finding.further_test)
    yield ""


def _listed(begin: str, text: str) -> list[str]:
    return wrap(f"{begin}{text}", _WIDTH, initial_indent="  ", subsequent_indent="  " + " " * len(begin))
