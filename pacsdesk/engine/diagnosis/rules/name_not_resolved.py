"""name-not-resolved: the host name is not known where we ask."""

from collections.abc import Iterator

from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import NoConnection, ProbeStep
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.repairs import other_host


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    outcome = evidence.outcome
    if outcome.no_connection is not NoConnection.NAME_UNKNOWN:
        return
    others = {one.host for one in evidence.peers if one.host != outcome.host}
    meant = did_you_mean(outcome.host, others)
    yield Finding(
        FindingCode.NAME_NOT_RESOLVED,
        Severity.FAULT,
        f"This computer finds no address for the name {outcome.host}, so {evidence.peer} was never called.",
        Confidence.CERTAIN,
        (evidence.seen(ProbeStep.NAME),),
        (
            f"Look at the spelling of {outcome.host} in the entry of {evidence.peer}. {meant}".strip(),
            "Enter the address itself (as 192.0.2.10) instead of the name; it needs no name server.",
            "If the name is right, ask your network's administrator to enter it in the name server (DNS).",
        ),
        f"Ask for the name on another computer: `nslookup {outcome.host}`. If it is found there, this computer asks "
        "the wrong name server.",
        proposals=other_host(evidence),
    )
