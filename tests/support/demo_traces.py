"""A trace of a store, and what a relay and a sink saw, for tests and pictures of the window."""

from dataclasses import replace
from datetime import timedelta

from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationEnd,
    AssociationState,
    AssociationSummary,
    CalledSide,
    Direction,
    EndedBy,
    NegotiatedItem,
    OperationCount,
)
from pacsdesk.contract.records.probes import RejectNumbers
from pacsdesk.contract.records.traces import DecodedPdu, TracedBytes, TracedKind, TracedPdu, TraceField
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW
from tests.support.fake_traces import FakeTraces

_SIDE = CalledSide(16384, "1.2.276.0.7230010.3.0.3.6.7", "OFFIS_DCMTK_367")
_CT, _EXPLICIT = "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.1.2.1"
_LINES = (
    (0.000, True, TracedKind.OPENED, 0, "10.1.2.4 calls us"),
    (
        0.004,
        True,
        TracedKind.ASSOCIATE_RQ,
        205,
        "CT01 calls PACSDESK, 1 presentation context proposed, OFFIS_DCMTK_367",
    ),
    (0.006, False, TracedKind.ASSOCIATE_AC, 184, "1 of 1 presentation context accepted, PACSDESK_0_1"),
    (0.009, True, TracedKind.DATA, 132, "C-STORE-RQ, message 1, CT Image Storage"),
    (0.012, True, TracedKind.DATA, 16384, "dataset"),
    (0.014, True, TracedKind.DATA, 9120, "end of a dataset of 25,492 bytes"),
    (0.031, False, TracedKind.DATA, 120, "C-STORE-RSP, message 1, CT Image Storage, 0000 success"),
    (0.033, True, TracedKind.RELEASE_RQ, 10, "wants to release the association"),
    (0.034, False, TracedKind.RELEASE_RP, 10, "the release is confirmed"),
    (0.035, True, TracedKind.CLOSED, 0, "the connection is closed"),
)
_FIELDS = (
    TraceField(0, "PDU type", "04 P-DATA-TF", 0, 1),
    TraceField(0, "Length", "16,378 bytes", 2, 4),
    TraceField(0, "Presentation data value: dataset", "16,374 bytes", 6, 6),
    TraceField(1, "Presentation context ID", f"1, Explicit VR Little Endian ({_EXPLICIT})", 10, 1),
    TraceField(1, "(0008,0016) UI SOP Class UID", f"CT Image Storage ({_CT})", 12, 34),
    TraceField(1, "(0010,0010) PN Patient's Name", "(20 bytes, replaced)", 46, 28, is_masked=True),
)


def add_demo_trace(site: FakeSite) -> str:
    """A trace that has ended; its id."""
    fake = site.services.traces
    assert isinstance(fake, FakeTraces)
    trace = fake.start(name="CT 1")
    fake.stop(trace.trace_id)
    lines = [
        TracedPdu(number, seconds, 1, from_requestor, kind, length, min(length, 4096), says)
        for number, (seconds, from_requestor, kind, length, says) in enumerate(_LINES, 1)
    ]
    fake.lines[trace.trace_id] = lines
    fake.traces[trace.trace_id] = replace(fake.traces[trace.trace_id], pdus=8, associations=1)
    content = bytes(range(74))
    for line in lines:
        fields = _FIELDS if line.kind is TracedKind.DATA else _FIELDS[:2]
        pieces = (TracedBytes(0, content.hex()),) if line.length else ()
        fake.decoded[trace.trace_id, line.number] = DecodedPdu(line, fields, pieces)
    return trace.trace_id


def demo_seen() -> list[AssociationDetail]:
    """A store that went well, and a query that was rejected, through the first relay."""
    item = NegotiatedItem(1, _CT, (_EXPLICIT, "1.2.840.10008.1.2"), _EXPLICIT, 0)
    refused = NegotiatedItem(3, "1.2.840.10008.5.1.4.1.1.4", (_EXPLICIT,), "", 3, "SCU")
    stored = AssociationSummary(
        association_id="5" * 32,
        direction=Direction.RELAYED,
        state=AssociationState.RELEASED,
        began_at=NOW,
        ended_at=NOW + timedelta(seconds=2),
        calling_ae_title="CT01",
        called_ae_title="PACS",
        address="10.1.2.4",
        peer_name="PACS",
        operations=212,
        failures=0,
        bytes_received=111_000_000,
        bytes_sent=42_000,
        problem="",
        called_address="10.1.2.9:104",
        through=f"{1:032x}",
    )
    rejected = replace(
        stored,
        association_id="6" * 32,
        state=AssociationState.REFUSED,
        operations=0,
        bytes_received=205,
        bytes_sent=10,
        problem="rejected for good by the application: calling AE title not recognized (result 1, source 1, reason 3)",
    )
    well = AssociationDetail(
        stored,
        (item, refused),
        (OperationCount("C-STORE", 0, 212),),
        their_maximum_length=_SIDE.maximum_length,
        implementation_class_uid=_SIDE.implementation_class_uid,
        implementation_version_name=_SIDE.implementation_version_name,
        end=AssociationEnd(by=EndedBy.CALLER),
        called=_SIDE,
    )
    end = AssociationEnd(reject=RejectNumbers(1, 1, 3), by=EndedBy.CALLED)
    return [replace(well, summary=rejected, items=(), operations=(), end=end), well]
