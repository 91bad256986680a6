"""All rules over an entry of the journal, from the way in to what was answered.

A new rule: a file in rules/, one import and one line here. What stands first is named first among equals.
"""

from collections.abc import Callable, Iterable

from pacsdesk.contract.records.findings import Confidence, Finding, Severity
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence
from pacsdesk.engine.diagnosis.journal.rules import (
    call_rejected,
    caller_refused,
    contexts_refused,
    cut_elsewhere,
    cut_short,
    never_connected,
    objects_refused,
    questions_refused,
    turned_away_elsewhere,
)

JournalRule = Callable[[JournalEvidence], Iterable[Finding]]

JOURNAL_RULES: tuple[JournalRule, ...] = (
    caller_refused.find,
    never_connected.find,
    call_rejected.find,
    turned_away_elsewhere.find,
    contexts_refused.find,
    objects_refused.find,
    questions_refused.find,
    cut_short.find,
    cut_elsewhere.find,
)

_SEVERITIES = tuple(Severity)
_CONFIDENCES = tuple(Confidence)


def explain(evidence: JournalEvidence, rules: Iterable[JournalRule] = JOURNAL_RULES) -> tuple[Finding, ...]:
    """Findings, worst first; none where nothing went wrong that the journal shows."""
    found = [finding for rule in rules for finding in rule(evidence)]
    return tuple(sorted(found, key=lambda one: (_SEVERITIES.index(one.severity), _CONFIDENCES.index(one.confidence))))
