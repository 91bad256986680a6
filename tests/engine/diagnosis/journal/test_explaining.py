"""Why an association of the journal went wrong is named from what the journal keeps, and told so that one can act."""

import re
from dataclasses import replace

import pytest

from pacsdesk.contract.records.associations import AssociationEnd, AssociationState, OperationCount
from pacsdesk.contract.records.findings import FindingCode as Code
from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.contract.records.probes import AbortNumbers, BrokenOff, NoConnection, NoTls, RejectNumbers
from pacsdesk.engine.diagnosis.journal.catalog import JOURNAL_RULES, explain
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence
from tests.engine.diagnosis.journal.entries import STUDY_FIND, entry, item, refused
from tests.house.tree import modules

OPEN, RELEASED, REFUSED = AssociationState.OPEN, AssociationState.RELEASED, AssociationState.REFUSED
ABORTED, BROKEN = AssociationState.ABORTED, AssociationState.BROKEN
CALLED, CALLING, CONTEXT = RejectNumbers(1, 1, 7), RejectNumbers(1, 1, 3), RejectNumbers(1, 1, 2)
BUSY, LIMIT = RejectNumbers(2, 3, 1), RejectNumbers(2, 3, 2)
NOT_ENTERED = "No peer with this AE title is entered."
DENIED = "The peer is not allowed to store."
TLS_WANTED = "CT room 1 is entered for TLS and called without."
CERTIFICATE_WANTED = "CT room 1 is entered for mutual TLS and showed no certificate."
STORED = OperationCount("C-STORE", 0, 12)


def fits(evidence: JournalEvidence, tls: TlsMode = TlsMode.PLAIN) -> JournalEvidence:
    """The caller's title and address are entered."""
    return replace(evidence, fitting="CT room 1", fits_tls=tls)


def failed(kind: str, status: int, *others: OperationCount, is_incoming: bool = True) -> JournalEvidence:
    """One request was answered so."""
    return entry(RELEASED, OperationCount(kind, status, 3), *others, is_incoming=is_incoming, failures=3)


def cut(how: BrokenOff, *operations: OperationCount, is_incoming: bool = True) -> JournalEvidence:
    """It ended before its end."""
    state = BROKEN if how is BrokenOff.CLOSED else ABORTED
    problem = "an item's header is cut off" if how is BrokenOff.BROKEN else ""
    end = AssociationEnd(broken_off=how)
    return entry(state, *operations, is_incoming=is_incoming, problem=problem, end=end)


def call(**end: object) -> JournalEvidence:
    """A call of ours that never became an association."""
    state = REFUSED if "reject" in end else BROKEN
    return entry(
        state,
        is_incoming=False,
        items=(item(result=2),),
        problem="tls: it is plain" if "tls_problem" in end else "associate: it ended",
        end=AssociationEnd(**end),  # type: ignore[arg-type]  # a table of keywords, which the record itself checks
    )


CASES = {
    "called another title": (
        refused(CALLED, "It called 'PACSDSEK'.", called_ae_title="PACSDSEK"),
        Code.CALLED_AE_UNKNOWN,
    ),
    "called none": (refused(CALLED, "It called ''.", called_ae_title=""), Code.CALLED_AE_UNKNOWN),
    "not entered": (refused(CALLING, NOT_ENTERED, calling_ae_title="CT10"), Code.CALLING_AE_UNKNOWN),
    "has no title": (refused(CALLING, NOT_ENTERED, calling_ae_title=""), Code.CALLING_AE_UNKNOWN),
    "at another address": (refused(CALLING, NOT_ENTERED, address="192.0.2.99"), Code.CALLING_AE_UNKNOWN),
    "may not": (fits(refused(CALLING, DENIED)), Code.SERVICE_NOT_PERMITTED),
    "without TLS": (fits(refused(CALLING, TLS_WANTED), TlsMode.TLS), Code.TLS_EXPECTED),
    "without a certificate": (
        fits(refused(CALLING, CERTIFICATE_WANTED), TlsMode.MUTUAL),
        Code.CLIENT_CERTIFICATE_REQUIRED,
    ),
    "entered since": (fits(refused(CALLING, NOT_ENTERED)), Code.CALLING_AE_UNKNOWN),
    "blocked since": (replace(fits(refused(CALLING, NOT_ENTERED)), is_blocked=True), Code.CALLING_AE_UNKNOWN),
    "no DICOM of ours": (refused(CONTEXT, "It asked for another application context."), Code.MALFORMED_REQUEST),
    "no place": (refused(BUSY, "All places for associations are taken."), Code.SERVER_BUSY),
    "too many of one host": (refused(LIMIT, "This host has as many associations as one may have."), Code.SERVER_BUSY),
    "we called another title": (call(reject=CALLED), Code.CALLED_AE_UNKNOWN),
    "we are unknown": (call(reject=CALLING), Code.CALLING_AE_UNKNOWN),
    "it is busy": (call(reject=BUSY), Code.SERVER_BUSY),
    "an unlisted rejection": (call(reject=RejectNumbers(7, 7, 7)), Code.UNLISTED_ANSWER),
    "it aborted our request": (call(abort=AbortNumbers(2, 6), broken_off=BrokenOff.ABORTED), Code.MALFORMED_REQUEST),
    "it is plain": (call(tls_problem=NoTls.PEER_IS_PLAIN), Code.PLAIN_EXPECTED),
    "name unknown": (call(no_connection=NoConnection.NAME_UNKNOWN), Code.NAME_NOT_RESOLVED),
    "nobody listens": (call(no_connection=NoConnection.REFUSED), Code.CONNECTION_REFUSED),
    "nobody answers": (call(no_connection=NoConnection.NO_ANSWER), Code.NO_ANSWER),
    "no way": (call(no_connection=NoConnection.NO_ROUTE), Code.NO_ROUTE),
    "reset": (call(no_connection=NoConnection.RESET), Code.ACCEPTED_THEN_CLOSED),
    "the system knows": (call(no_connection=NoConnection.OTHER), Code.NO_ANSWER),
    "silent to our request": (call(broken_off=BrokenOff.OVERDUE), Code.NO_ANSWER),
    "hung up at our request": (call(broken_off=BrokenOff.CLOSED), Code.ACCEPTED_THEN_CLOSED),
    "no DICOM there": (call(broken_off=BrokenOff.BROKEN), Code.NOT_DICOM_OTHER),
    "no class in common": (entry(items=(item(result=3),)), Code.SOP_CLASS_NOT_ACCEPTED),
    "no syntax in common": (entry(items=(item(result=4),)), Code.TRANSFER_SYNTAX_NOT_ACCEPTED),
    "no service allowed": (entry(items=(item(STUDY_FIND, result=1),), is_incoming=False), Code.SERVICE_NOT_PERMITTED),
    "our archive is full": (failed("C-STORE", 0xA700), Code.ARCHIVE_FULL),
    "their archive is full": (failed("C-STORE", 0xA702, is_incoming=False), Code.ARCHIVE_FULL),
    "an object is wrong": (failed("C-STORE", 0xA900), Code.OBJECT_REFUSED),
    "an object is not understood": (failed("C-STORE", 0xC123, is_incoming=False), Code.OBJECT_REFUSED),
    "a class is refused late": (failed("C-STORE", 0x0122), Code.SOP_CLASS_NOT_ACCEPTED),
    "may not store": (failed("C-STORE", 0x0124, is_incoming=False), Code.SERVICE_NOT_PERMITTED),
    "may not ask": (failed("C-FIND", 0x0124, is_incoming=False), Code.SERVICE_NOT_PERMITTED),
    "a query is refused": (failed("C-FIND", 0xA900), Code.QUERY_REJECTED),
    "a destination is unknown": (failed("C-MOVE", 0xA801), Code.MOVE_DESTINATION_UNKNOWN),
    "a destination is out of reach": (failed("C-MOVE", 0xA702, is_incoming=False), Code.MOVE_CANNOT_DELIVER),
    "a retrieval in part": (failed("C-MOVE", 0xB000), Code.MOVE_PARTLY_DELIVERED),
    "a step is closed": (failed("N-SET", 0x0110, is_incoming=False), Code.MPPS_REFUSED),
    "an action is refused": (failed("N-ACTION", 0x0110), Code.UNLISTED_ANSWER),
    "garbage came": (cut(BrokenOff.BROKEN, STORED), Code.MALFORMED_REQUEST),
    "a caller fell silent": (cut(BrokenOff.OVERDUE), Code.ABORTED_IN_TRANSFER),
    "a peer fell silent": (cut(BrokenOff.OVERDUE, is_incoming=False), Code.SLOW_PEER),
    "a caller aborted": (cut(BrokenOff.ABORTED, STORED), Code.ABORTED_IN_TRANSFER),
    "a peer aborted at once": (cut(BrokenOff.ABORTED, is_incoming=False), Code.SERVICE_NOT_PERMITTED),
    "a peer aborted later": (cut(BrokenOff.ABORTED, STORED, is_incoming=False), Code.ABORTED_IN_TRANSFER),
    "the connection was lost": (cut(BrokenOff.CLOSED, STORED), Code.ABORTED_IN_TRANSFER),
    "released too early": (cut(BrokenOff.RELEASED, is_incoming=False), Code.ABORTED_IN_TRANSFER),
}


@pytest.mark.parametrize("situation", CASES)
def test_a_cause_is_named_first(situation: str) -> None:
    evidence, code = CASES[situation]
    assert explain(evidence)[0].code is code


@pytest.mark.parametrize("situation", CASES)
def test_a_finding_says_who_what_and_what_to_do(situation: str) -> None:
    evidence, _ = CASES[situation]
    for finding in explain(evidence):
        texts = (finding.cause, *finding.evidence, *finding.repair, finding.further_test)
        assert [text for text in texts if text and not re.fullmatch(r"[A-Z0-9].*[.)?]", text)] == []
        assert not [text for text in texts if re.search(r"\{|\}|None|  |please|!|\w This archive", text)]
        assert finding.repair and finding.evidence


@pytest.mark.parametrize(
    "evidence",
    [
        entry(RELEASED, STORED),
        entry(OPEN, STORED),
        entry(AssociationState.DRAINED, STORED),
        entry(RELEASED, OperationCount("C-FIND", 0xFE00, 1)),
        entry(RELEASED, OperationCount("C-STORE", 0xB000, 5)),
        entry(is_incoming=False, items=(item(), item(STUDY_FIND, result=3))),
        entry(items=(item(), item(result=4))),
    ],
    ids=["released", "open", "ended here", "cancelled", "warnings", "offered more", "one context of two for a class"],
)
def test_where_nothing_went_wrong_there_is_nothing_to_explain(evidence: JournalEvidence) -> None:
    assert explain(evidence) == ()


def test_a_class_that_a_caller_did_not_get_among_others_is_a_remark() -> None:
    (finding,) = explain(entry(items=(item(), item(STUDY_FIND, result=3))))
    assert (finding.code, finding.severity) == (Code.SOP_CLASS_NOT_ACCEPTED, Severity.REMARK)


def test_the_nearest_entry_is_proposed() -> None:
    (finding,) = explain(CASES["not entered"][0])
    assert "'CT01'" in finding.repair[0]


def test_an_entry_for_another_address_is_named_with_it() -> None:
    (finding,) = explain(CASES["at another address"][0])
    assert "CT room 1 (192.0.2.17)" in finding.evidence[-1]
    assert "--host 192.0.2.99" in finding.repair[0]


def test_a_blocked_caller_is_not_told_to_call_again() -> None:
    (finding,) = explain(replace(fits(refused(CALLING, NOT_ENTERED)), is_blocked=True))
    assert "is blocked by now" in finding.cause and "unblock" in finding.repair[0]


def test_what_is_fetched_is_refused_by_this_archive() -> None:
    findings = explain(failed("C-STORE", 0xA700, OperationCount("C-GET", 0xB000, 1), is_incoming=False))
    assert findings[0].cause.startswith("This archive refused 3 objects of Archive")


def test_every_rule_is_in_the_catalogue() -> None:
    listed = {rule.__module__.rpartition(".")[2] for rule in JOURNAL_RULES}
    assert listed == set(modules("pacsdesk/engine/diagnosis/journal/rules"))
