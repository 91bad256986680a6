"""query-rejected: a query or retrieval is refused for what it says, or for how much it would bring."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import ProbeStep, ServiceAnswer
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.statuses import meaning_of

_CAUSES = {
    ProbeStep.FIND: "{peer} refused a query for one study: {meaning}.",
    ProbeStep.WORKLIST: "{peer} refused a worklist query: {meaning}.",
    ProbeStep.MOVE: "{peer} refused a C-MOVE of one study: {meaning}.",
    ProbeStep.GET: "{peer} refused a C-GET of one study: {meaning}.",
}
_QUERIES = (ProbeStep.FIND, ProbeStep.WORKLIST)


def find(evidence: Evidence) -> Iterator[Finding]:
    """One for each service that answered so."""
    for answer in evidence.outcome.answers:
        if answer.step in _CAUSES and (meaning := _meaning(answer)):
            yield _finding(evidence, answer, meaning)


def _meaning(answer: ServiceAnswer) -> str:
    return meaning_of(answer.status, is_query=answer.step in _QUERIES) if answer.status is not None else ""


def _finding(evidence: Evidence, answer: ServiceAnswer, meaning: str) -> Finding:
    comment = f" It says: “{answer.comment}”." if answer.comment else ""
    return Finding(
        FindingCode.QUERY_REJECTED,
        Severity.FAULT,
        _CAUSES[answer.step].format(peer=evidence.peer, meaning=meaning),
        Confidence.CERTAIN,
        (f"Status {answer.status:04X}.{comment}", "It was asked by Study Instance UID, at the level of studies."),
        (
            f"Look into the log of {evidence.peer} at this time: it names the key or the limit.",
            "Give the level and the unique keys of the levels above it; narrow the dates.",
            "See whether its database or disk is full, or being repaired.",
        ),
        "Ask in the other information model (patient root), or at another level: if that is answered, it is about the "
        "identifier; if not, about the archive.",
    )
