"""port-in-use: a listener of ours could not start, as another program has its port."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.repairs import free_port


def find(evidence: Evidence) -> Iterator[Finding]:
    """One for each such listener."""
    for taken in evidence.taken_ports:
        owner = taken.owner or "another program"
        yield Finding(
            FindingCode.PORT_IN_USE,
            Severity.WARNING,
            f"Our own AE {taken.ae_title} does not listen: port {taken.port} on {taken.host} is taken by {owner}. "
            "Nobody can send to us there, and no archive can move anything to us.",
            Confidence.CERTAIN,
            (f"The listener {taken.ae_title} is down; {owner} has port {taken.port}.",),
            (
                f"End {owner}, if it is not needed, and start the engine again.",
                f"Or give {taken.ae_title} another port, and tell everybody who sends to it.",
            ),
            proposals=free_port(taken),
        )
