"""any-called-ae-accepted: the peer answers to any title, so a misspelt one is not noticed until it is replaced."""

from collections.abc import Iterator

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.engine.diagnosis.evidence import Evidence


def find(evidence: Evidence) -> Iterator[Finding]:
    """At most one, and only when it was tried."""
    if not evidence.outcome.any_title_accepted:
        return
    title = evidence.outcome.ae_title
    yield Finding(
        FindingCode.ANY_CALLED_AE_ACCEPTED,
        Severity.REMARK,
        f"{evidence.peer} takes associations under any AE title, not only under {title}: whether that is spelt right "
        "shows only when it is replaced by a system that minds.",
        Confidence.CERTAIN,
        ("A second association, under a title that nobody has, was accepted, too.",),
        (
            f"Compare {title} with the AE title in the settings of {evidence.peer}.",
            "Have it check the called AE title, if it can.",
        ),
    )
