"""not-dicom-http and not-dicom-other: something answers at the port, and it is no DICOM service."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import ProbeOutcome, ProbeStep, Speaks
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.repairs import other_ports

_WHAT = {
    Speaks.HTTP: "a web server",
    Speaks.SSH: "a remote login (SSH)",
    Speaks.MAIL_OR_FILES: "a mail or file server",
    Speaks.HL7: "an HL7 interface",
    Speaks.OTHER: "a program that is no DICOM service",
}
_ECHOES = "a program that sends back what it is told"
_ASSOCIATE_RQ = "0100"  # PS3.8 table 9-11: what only who calls begins with


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    outcome = evidence.outcome
    what = _ECHOES if _says_back_what_we_said(outcome) else _WHAT.get(outcome.speaks)
    if what is None or evidence.has_association:
        return
    is_web = outcome.speaks is Speaks.HTTP
    owner = (f"On this computer the port belongs to {evidence.owner}.",) if evidence.owner else ()
    hint = " Where it serves DICOMweb, that is another protocol; its DICOM port is a different one." if is_web else ""
    is_sure = outcome.speaks not in (Speaks.OTHER, Speaks.DICOM)
    yield Finding(
        FindingCode.NOT_DICOM_HTTP if is_web else FindingCode.NOT_DICOM_OTHER,
        Severity.FAULT,
        f"At {outcome.host} port {outcome.port} {what} answers, not the DICOM service of {evidence.peer}: the "
        "port is a wrong one.",
        Confidence.CERTAIN if is_sure else Confidence.LIKELY,
        (f"What came first: {outcome.step(ProbeStep.FIRST_BYTES).detail}.", *owner),
        (
            f"Look up the DICOM port in the settings of {evidence.peer}; mostly it is 104 or 11112.{hint}",
            "Enter it: `pacsdesk peers change NAME --port PORT`.",
            f"If the port is right, another program took it before the DICOM service of {evidence.peer} could: end "
            "that program, then start the service again.",
        ),
        proposals=other_ports(evidence),
    )


def _says_back_what_we_said(outcome: ProbeOutcome) -> bool:
    """An association request in place of an answer to one: a test service, or a cable or forward that leads back."""
    return outcome.first_bytes.startswith(_ASSOCIATE_RQ)
