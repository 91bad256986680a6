"""move-cannot-deliver: what this archive is asked to move to us cannot come, as we listen for this computer alone."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import ProbeStep
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.repairs import listening_everywhere
from pacsdesk.engine.network.admission import is_loopback


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one; only of a peer on another computer that is used for moves."""
    hosts = evidence.own_hosts
    is_concerned = evidence.has_association and evidence.is_used_for(ProbeStep.MOVE) and not evidence.is_own_computer
    if not is_concerned or not hosts or not all(map(is_loopback, hosts)):
        return
    yield Finding(
        FindingCode.MOVE_CANNOT_DELIVER,
        Severity.WARNING,
        f"What {evidence.peer} is asked to move to us cannot come: our own listener listens at {hosts[0]} only, where "
        "no other computer reaches it.",
        Confidence.CERTAIN,
        (f"All AE titles of ours listen at {', '.join(dict.fromkeys(hosts))}.",),
        (
            "Set `dicom.host` to an address of this computer, or to 0.0.0.0 for all, then start the engine again.",
            "Let the firewall of this computer take connections at our port.",
        ),
        proposals=listening_everywhere(hosts[0]),
    )
