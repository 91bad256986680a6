"""Entries of the journal as rules meet them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationEnd,
    AssociationState,
    AssociationSummary,
    Direction,
    NegotiatedItem,
    OperationCount,
)
from pacsdesk.contract.records.probes import RejectNumbers
from pacsdesk.engine.diagnosis.evidence import KnownPeer
from pacsdesk.engine.diagnosis.journal.evidence import JournalEvidence

AT = datetime(2026, 5, 4, 7, 30, tzinfo=UTC)
CT_IMAGE, STUDY_FIND = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.5.1.4.1.2.2.1"
EXPLICIT, JPEG = "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.70"
PEERS = (
    KnownPeer("CT room 1", "CT01", "192.0.2.17", 104),
    KnownPeer("Archive", "ARCHIVE", "192.0.2.7", 11112),
)
WELL = AssociationEnd()
NUMBERS = "result {}, source {}, reason {}"


def item(abstract_syntax: str = CT_IMAGE, accepted: str = EXPLICIT, result: int = 0) -> NegotiatedItem:
    """One presentation context."""
    return NegotiatedItem(1, abstract_syntax, (JPEG, EXPLICIT), "" if result else accepted, result)


def entry(
    state: AssociationState = AssociationState.RELEASED,
    *operations: OperationCount,
    is_incoming: bool = True,
    items: tuple[NegotiatedItem, ...] = (item(),),
    end: AssociationEnd = WELL,
    **summary: object,
) -> JournalEvidence:
    """An association of CT room 1 with this archive, or of this archive with the archive elsewhere."""
    calling, called, address, name = (
        ("CT01", "PACSDESK", "192.0.2.17", "CT room 1")
        if is_incoming
        else ("PACSDESK", "ARCHIVE", "192.0.2.7:11112", "Archive")
    )
    line = AssociationSummary(
        "a1",
        Direction.INCOMING if is_incoming else Direction.OUTGOING,
        state,
        AT,
        AT + timedelta(seconds=2),
        calling,
        called,
        address,
        name,
        sum(one.count for one in operations),
        0,
        0,
        0,
        "",
    )
    detail = AssociationDetail(replace(line, **summary), items, operations, end=end)  # type: ignore[arg-type]  # a table of keywords, which the record itself checks
    return JournalEvidence(detail, PEERS, ("PACSDESK",))


def refused(reject: RejectNumbers, why: str, **summary: object) -> JournalEvidence:
    """A caller that this archive turned away."""
    numbers = NUMBERS.format(reject.result, reject.source, reject.reason)
    return entry(
        AssociationState.REFUSED,
        items=(item(result=2),),
        end=AssociationEnd(reject=reject),
        **({"peer_name": "", "problem": f"{why} ({numbers})"} | summary),  # type: ignore[arg-type]  # a table of keywords, which the record itself checks
    )
