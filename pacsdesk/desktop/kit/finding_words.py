"""What findings say of themselves: how heavy, how sure, and what of a finding can be done from the window."""

from pacsdesk.contract.records.findings import Confidence, FindingCode, Severity
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.translation import marked, translate

_SEVERITIES = {
    Severity.FAULT: (StateShape.DOWN, marked("Kit", "Fault")),
    Severity.WARNING: (StateShape.SLOW, marked("Kit", "Warning")),
    Severity.REMARK: (StateShape.UNKNOWN, marked("Kit", "Remark")),
}
_CONFIDENCES = {
    Confidence.CERTAIN: marked("Kit", "Certain: what was seen has no other cause."),
    Confidence.LIKELY: marked("Kit", "Likely: what was seen rarely has another cause."),
    Confidence.POSSIBLE: marked("Kit", "Possible: one cause of several."),
}
# causes that a change of our entry may mend
MENDED_BY_ENTRY = frozenset(
    {
        FindingCode.CONNECTION_REFUSED,
        FindingCode.NO_ANSWER,
        FindingCode.NAME_NOT_RESOLVED,
        FindingCode.NO_ROUTE,
        FindingCode.ACCEPTED_THEN_CLOSED,
        FindingCode.NOT_DICOM_HTTP,
        FindingCode.NOT_DICOM_OTHER,
        FindingCode.TLS_EXPECTED,
        FindingCode.PLAIN_EXPECTED,
        FindingCode.CALLED_AE_UNKNOWN,
        FindingCode.SERVICE_NOT_PERMITTED,
    }
)
# further tests that can be run from here: asking as another title, or the same again
TRIED_AS_ANOTHER = frozenset(
    {
        FindingCode.CALLING_AE_UNKNOWN,
        FindingCode.SERVICE_NOT_PERMITTED,
        FindingCode.SOP_CLASS_NOT_ACCEPTED,
        FindingCode.UNLISTED_ANSWER,
        FindingCode.MALFORMED_REQUEST,
    }
)
TRIED_AGAIN = frozenset({FindingCode.SERVER_BUSY, FindingCode.SLOW_PEER})


def severity_state(severity: Severity) -> tuple[StateShape, str]:
    """A finding's weight as shape and word."""
    shape, word = _SEVERITIES[severity]
    return shape, translate("Kit", word)


def confidence_words(confidence: Confidence) -> str:
    """How sure a finding is."""
    return translate("Kit", _CONFIDENCES[confidence])
