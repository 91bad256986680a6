"""tls-expected: we spoke plain DICOM, and the port speaks TLS."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.contract.records.probes import ProbeStep, Speaks
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.repairs import with_tls


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    outcome = evidence.outcome
    if evidence.tls is not TlsMode.PLAIN or evidence.has_association or outcome.speaks is not Speaks.TLS:
        return
    yield Finding(
        FindingCode.TLS_EXPECTED,
        Severity.FAULT,
        f"{evidence.peer} expects an encrypted connection (TLS) at {evidence.place}, and we spoke without.",
        Confidence.CERTAIN,
        (
            f"The first bytes that came are {outcome.step(ProbeStep.FIRST_BYTES).detail}.",
            f"Our request for an association: {outcome.step(ProbeStep.ASSOCIATION).detail}.",
        ),
        (
            f"Enter {evidence.peer} with TLS: `pacsdesk peers change NAME --tls tls` (mutual when it also wants our "
            "certificate).",
            "Or enter its port for plain DICOM, if it has one and your rules allow it.",
        ),
        proposals=with_tls(evidence),
    )
