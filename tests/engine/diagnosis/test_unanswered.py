"""Why a report of storage commitment never came: each cause from what our own side saw."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationState,
    AssociationSummary,
    Direction,
    NegotiatedItem,
    OperationCount,
)
from pacsdesk.contract.records.engine import Listener, ListenerState
from pacsdesk.contract.records.findings import Confidence, FindingCode
from pacsdesk.contract.records.peers import RefusedCaller
from pacsdesk.engine.diagnosis.unanswered import Unanswered, findings_of_silence

AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
UP = Listener("PACSDESK", "0.0.0.0", 11112, ListenerState.UP, 0, aliases=("OLD",))
QUIET = Unanswered("PACS", "10.0.0.5", "PACSDESK", 60, is_own_computer=False, listeners=(UP,))
PUSH = "1.2.840.10008.1.20.1"
CALL = AssociationDetail(
    AssociationSummary(
        *("a1", Direction.INCOMING, AssociationState.RELEASED, AT, AT, "PACS", "PACSDESK", "10.0.0.5", "PACS"),
        *(1, 1, 100, 100, ""),
    )
)


def came(accepted: str, *operations: OperationCount) -> Unanswered:
    item = NegotiatedItem(1, PUSH, ("1.2.840.10008.1.2",), accepted, 0 if accepted else 1)
    return replace(QUIET, came=(replace(CALL, items=(item,), operations=operations),))


@pytest.mark.parametrize(
    ("seen", "words", "confidence"),
    [
        (QUIET, "it called nobody here", Confidence.LIKELY),
        (replace(QUIET, title="OLD"), "it called nobody here", Confidence.LIKELY),
        (replace(QUIET, title="CT01"), "which none of our listeners is called", Confidence.CERTAIN),
        (
            replace(QUIET, listeners=(replace(UP, state=ListenerState.DOWN, problem="taken"),)),
            "our listener PACSDESK does not run",
            Confidence.CERTAIN,
        ),
        (
            replace(QUIET, refused=(RefusedCaller("PACS2", "PACSDESK", "10.0.0.5", "It is unknown.", 1, AT, True),)),
            "it called us back as PACS2, and we turned it away",
            Confidence.CERTAIN,
        ),
        (came(""), "we refused that context", Confidence.CERTAIN),
        (came("1.2.840.10008.1.2", OperationCount("N-EVENT-REPORT", 0x0115, 1)), "another Transaction UID", "certain"),
        (came("1.2.840.10008.1.2"), "it reaches us, but made no report yet", Confidence.LIKELY),
        (
            replace(QUIET, listeners=(replace(UP, host="127.0.0.1"),)),
            "takes connections of this computer alone",
            Confidence.CERTAIN,
        ),
    ],
)
def test_the_cause_is_what_was_seen(seen: Unanswered, words: str, confidence: str) -> None:
    (finding,) = findings_of_silence(seen)
    assert finding.code is FindingCode.COMMITMENT_UNANSWERED
    assert words in finding.cause
    assert finding.confidence == confidence
    assert finding.repair
