"""connection-refused: a computer is there, and nothing listens at that port."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import NoConnection, ProbeStep
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.repairs import other_ports


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    outcome = evidence.outcome
    if outcome.no_connection is not NoConnection.REFUSED:
        return
    step = outcome.step(ProbeStep.TCP)
    ports = sorted({one.port for one in evidence.at_this_host() if one.port not in (0, outcome.port)})
    known = f" Other peers at {outcome.host} are entered with port {', '.join(map(str, ports))}." if ports else ""
    yield Finding(
        FindingCode.CONNECTION_REFUSED,
        Severity.FAULT,
        f"The computer of {evidence.peer} answers, but refused the connection: no program listens at {evidence.place}.",
        Confidence.CERTAIN,
        (f"The connection was refused after {step.milliseconds:.0f} ms ({step.detail}).",),
        (
            f"Start the DICOM service of {evidence.peer}, or see in its own settings whether it is on.",
            "Compare the port. DICOM is mostly at 104 or 11112, with TLS at 2762."
            f"{known} `pacsdesk peers change` sets another.",
            "See at which address it listens: a service bound to 127.0.0.1 is reached from its own computer only.",
        ),
        f"Connect on the computer of {evidence.peer} itself to the same port: if that works, it listens there for its "
        "own computer only, or its firewall refuses us.",
        proposals=other_ports(evidence),
    )
