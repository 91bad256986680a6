"""called-ae-unknown: the peer has no AE of the title that we called."""

from collections.abc import Iterator

from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.evidence import Evidence
from pacsdesk.engine.diagnosis.repairs import other_titles

_ACSE_USER, _CALLED_NOT_RECOGNIZED = 1, 7  # PS3.8 table 9-21


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one."""
    outcome = evidence.outcome
    reject, title = outcome.reject, outcome.ae_title
    if reject is None or (reject.source, reject.reason) != (_ACSE_USER, _CALLED_NOT_RECOGNIZED):
        return
    elsewhere = {one.ae_title for one in evidence.peers if one.ae_title != title}
    meant = did_you_mean(title, elsewhere)
    at_host = sorted({one.ae_title for one in evidence.at_this_host()} - {title})
    beside = f" At {outcome.host} {', '.join(at_host)} is entered, too." if at_host else ""
    yield Finding(
        FindingCode.CALLED_AE_UNKNOWN,
        Severity.FAULT,
        f"{evidence.peer} rejected us: it says that it has no AE of the title {title}, under which we called it.",
        Confidence.LIKELY,  # dcmqrscp answers the same to a caller that this AE does not serve
        (f"Rejected with result {reject.result}, source 1, reason 7: called AE title not recognized.",),
        (
            f"Read the AE title in the settings of {evidence.peer} and enter it exactly so: capitals and small letters "
            f"count. {meant}{beside}".strip(),
            "Enter it: `pacsdesk peers change NAME --ae-title AE`.",
            f"If it has several AEs, ask which one serves us; or have {title} entered there as a further title.",
            "If the title is right: some archives (dcmqrscp) answer the same to a caller that this AE does not serve. "
            f"Have {outcome.calling_ae_title} entered there for {title}.",
        ),
        proposals=other_titles(evidence),
    )
