"""not-dicom-http and not-dicom-other: something answers at the port, and it is no DICOM service."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import ProbeStep, Speaks
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.repairs import other_ports

_WHAT = {
    Speaks.HTTP: "a web server",
    Speaks.SSH: "a remote login (SSH)",
    Speaks.MAIL_OR_FILES: "a mail or file server",
    Speaks.HL7: "an HL7 interface",
    Speaks.OTHER: "a program that is no DICOM service",
}


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    outcome = evidence.outcome
    what = _WHAT.get(outcome.speaks)
    if what is None or evidence.has_association:
        return
    is_web = outcome.speaks is Speaks.HTTP
    owner = (f"On this computer the port belongs to {evidence.owner}.",) if evidence.owner else ()
    hint = " Where it serves DICOMweb, that is another protocol; its DICOM port is a different one." if is_web else ""
    yield Finding(
        FindingCode.NOT_DICOM_HTTP if is_web else FindingCode.NOT_DICOM_OTHER,
        Severity.FAULT,
        f"At {outcome.host} port {outcome.port} {what} answers, not the DICOM service of {evidence.peer}: the "
        "port is a wrong one.",
        Confidence.LIKELY if outcome.speaks is Speaks.OTHER else Confidence.CERTAIN,
        (f"What came first: {outcome.step(ProbeStep.FIRST_BYTES).detail}.", *owner),
        (
            f"Look up the DICOM port in the settings of {evidence.peer}; mostly it is 104 or 11112.{hint}",
            "Enter it: `pacsdesk peers change NAME --port PORT`.",
            f"If the port is right, another program took it before the DICOM service of {evidence.peer} could: end "
            "that program, then start the service again.",
        ),
        proposals=other_ports(evidence),
    )
