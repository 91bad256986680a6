"""What went wrong between two systems that a relay joins, or in a sink, is told of these two and not of us."""

import re
from dataclasses import replace

import pytest

from pacsdesk.contract.records.associations import (
    AssociationEnd,
    AssociationState,
    CalledSide,
    Direction,
    EndedBy,
    OperationCount,
)
from pacsdesk.contract.records.findings import FindingCode as Code
from pacsdesk.contract.records.probes import AbortNumbers, BrokenOff, NoConnection, RejectNumbers
from pacsdesk.engine.diagnosis.journal.catalog import explain
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence
from tests.engine.diagnosis.journal.entries import entry, item

RELEASED, REFUSED = AssociationState.RELEASED, AssociationState.REFUSED
ABORTED, BROKEN = AssociationState.ABORTED, AssociationState.BROKEN
CALLER, CALLED, HERE = EndedBy
STORED = OperationCount("C-STORE", 0, 12)
TOLD_US = re.compile(r"\b(us|we|our|this archive)\b", re.IGNORECASE)


def relayed(
    state: AssociationState,
    *operations: OperationCount,
    accepts: bool = True,
    problem: str = "",
    **end: object,
) -> JournalEvidence:
    """CT room 1 called the archive elsewhere through a relay. accepts: whether that answered its request."""
    made = entry(
        state,
        *operations,
        items=(item(result=0 if accepts else 2),),
        end=AssociationEnd(**end),  # type: ignore[arg-type]  # a table of keywords, which the record itself checks
        direction=Direction.RELAYED,
        called_ae_title="ARCHIVE",
        peer_name="Archive",
        called_address="192.0.2.7:11112",
        through="r1",
        problem=problem,
    )
    called = CalledSide(16384, "1.2.3", "ARCHIVE_2") if accepts else CalledSide()
    return replace(made, detail=replace(made.detail, called=called), fitting="CT room 1")


def rejected(*numbers: int) -> JournalEvidence:
    """It was turned away with these."""
    return relayed(REFUSED, accepts=False, reject=RejectNumbers(*numbers), by=CALLED)


CASES = {
    "called another title": (rejected(1, 1, 7), Code.CALLED_AE_UNKNOWN),
    "not known there": (rejected(1, 1, 3), Code.CALLING_AE_UNKNOWN),
    "turned away without a reason": (rejected(1, 1, 1), Code.CALLING_AE_UNKNOWN),
    "another protocol": (rejected(1, 1, 2), Code.MALFORMED_REQUEST),
    "too many": (rejected(2, 3, 2), Code.SERVER_BUSY),
    "numbers of nobody": (rejected(9, 9, 9), Code.UNLISTED_ANSWER),
    "nothing listens": (
        relayed(BROKEN, accepts=False, problem="it refused", no_connection=NoConnection.REFUSED),
        Code.CONNECTION_REFUSED,
    ),
    "hung up": (
        relayed(BROKEN, accepts=False, broken_off=BrokenOff.CLOSED, by=CALLED),
        Code.ACCEPTED_THEN_CLOSED,
    ),
    "gave up waiting": (
        relayed(BROKEN, accepts=False, broken_off=BrokenOff.CLOSED, by=CALLER),
        Code.SLOW_PEER,
    ),
    "no dicom": (
        relayed(BROKEN, accepts=False, problem="no DICOM", broken_off=BrokenOff.BROKEN, by=CALLER),
        Code.NOT_DICOM_OTHER,
    ),
    "garbage in the midst": (
        relayed(BROKEN, STORED, problem="no DICOM", broken_off=BrokenOff.BROKEN, by=CALLED),
        Code.MALFORMED_REQUEST,
    ),
    "aborted by the caller": (
        relayed(ABORTED, STORED, abort=AbortNumbers(0, 0), broken_off=BrokenOff.ABORTED, by=CALLER),
        Code.ABORTED_IN_TRANSFER,
    ),
    "aborted at the first request": (
        relayed(ABORTED, abort=AbortNumbers(2, 0), broken_off=BrokenOff.ABORTED, by=CALLED),
        Code.SERVICE_NOT_PERMITTED,
    ),
    "aborted instead of an answer": (
        relayed(ABORTED, accepts=False, abort=AbortNumbers(2, 6), broken_off=BrokenOff.ABORTED, by=CALLED),
        Code.MALFORMED_REQUEST,
    ),
    "lost in the midst": (
        relayed(BROKEN, STORED, broken_off=BrokenOff.CLOSED, by=CALLED),
        Code.ABORTED_IN_TRANSFER,
    ),
    "silent": (relayed(ABORTED, STORED, broken_off=BrokenOff.OVERDUE, by=HERE), Code.SLOW_PEER),
    "full": (relayed(RELEASED, OperationCount("C-STORE", 0xA700, 1)), Code.ARCHIVE_FULL),
    "may not ask": (relayed(RELEASED, OperationCount("C-FIND", 0x0124, 1)), Code.SERVICE_NOT_PERMITTED),
    "destination unknown": (relayed(RELEASED, OperationCount("C-MOVE", 0xA801, 1)), Code.MOVE_DESTINATION_UNKNOWN),
}


@pytest.mark.parametrize("case", CASES)
def test_the_cause_is_named(case: str) -> None:
    evidence, code = CASES[case]
    assert [one.code for one in explain(evidence)] == [code]


@pytest.mark.parametrize("case", CASES)
def test_it_is_told_of_the_two_systems_and_not_of_us(case: str) -> None:
    (finding,) = explain(CASES[case][0])
    assert "Archive" in finding.cause
    assert "CT room 1" in " ".join((finding.cause, *finding.evidence))
    assert not TOLD_US.search(finding.cause)
    assert not [text for text in (finding.cause, *finding.evidence, *finding.repair) if "{" in text]


def test_what_went_well_has_nothing_to_explain() -> None:
    assert explain(relayed(RELEASED, STORED, by=CALLER)) == ()


def test_what_a_person_ended_has_nothing_to_explain() -> None:
    assert explain(relayed(AssociationState.DRAINED, STORED, by=HERE)) == ()


def test_a_class_that_the_called_system_does_not_take_is_a_remark_about_it() -> None:
    made = relayed(RELEASED, STORED)
    other = item("1.2.840.10008.5.1.4.1.1.4", result=3)
    (finding,) = explain(replace(made, detail=replace(made.detail, items=(item(), other))))
    assert finding.cause.startswith("Archive does not take this kind of object or service: MR Image Storage")


def test_a_caller_of_a_sink_is_told_of_the_sink() -> None:
    made = relayed(ABORTED, STORED, abort=AbortNumbers(0, 0), broken_off=BrokenOff.ABORTED, by=CALLER)
    summary = replace(made.summary, direction=Direction.SINK, peer_name="")
    (finding,) = explain(replace(made, detail=replace(made.detail, summary=summary)))
    assert finding.cause.startswith("CT room 1 gave its association with the sink up")
