"""calling-ae-unknown: the peer does not know us, or knows us at another address."""

from collections.abc import Iterator

from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.probes import ProbeStep
from pacsdesk.engine.diagnosis.evidence import Evidence

_ACSE_USER, _CALLING_NOT_RECOGNIZED, _NO_REASON = 1, 3, 1  # PS3.8 table 9-21
_PERMANENT = 1


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    outcome = evidence.outcome
    reject, calling = outcome.reject, outcome.calling_ae_title
    if reject is None or reject.source != _ACSE_USER:
        return
    is_told = reject.reason == _CALLING_NOT_RECOGNIZED
    # many archives that do not know a caller give no reason, so as to tell a stranger nothing
    if not is_told and (reject.result, reject.reason) != (_PERMANENT, _NO_REASON):
        return
    is_ours = calling in evidence.own_titles
    meant = "" if is_ours else did_you_mean(calling, evidence.own_titles)
    reason = "calling AE title not recognized" if is_told else "no reason given"
    address = outcome.step(ProbeStep.INTERFACE).detail
    yield Finding(
        FindingCode.CALLING_AE_UNKNOWN,
        Severity.FAULT,
        f"{evidence.peer} rejected us: it does not know the AE title {calling}, or not at this computer's address."
        if is_told
        else f"{evidence.peer} rejected us and gives no reason; mostly it does not know the AE title {calling}.",
        Confidence.CERTAIN if is_told else Confidence.POSSIBLE,
        (
            f"Rejected with result {reject.result}, source 1, reason {reject.reason}: {reason}.",
            f"We called from {address}.",
        ),
        (
            f"Have us entered at {evidence.peer}: AE title {calling}, the address of this computer, and our port. "
            f"{meant}".strip(),
            "If we are entered there, compare each letter, capitals included, and the address: it may be an old one.",
            "Or ask as a title that it knows: `--calling AE`, and set that as ours (`dicom.ae_title`).",
        ),
        "" if is_told else f"Look into the log of {evidence.peer}; only it knows the reason.",
    )
