"""Associations as a busy morning leaves them: some open, and past ones that ended in each way."""

from datetime import datetime, timedelta

from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationEnd,
    AssociationState,
    AssociationSummary,
    Direction,
    NegotiatedItem,
    OperationCount,
)
from pacsdesk.contract.records.probes import BrokenOff, NoConnection, RejectNumbers
from tests.support.fake_state import NOW

IMPLICIT, EXPLICIT, JPEG_LOSSLESS = "1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.4.70"
VERIFICATION, CT_IMAGE = "1.2.840.10008.1.1", "1.2.840.10008.5.1.4.1.1.2"
STUDY_FIND, ENHANCED_MR = "1.2.840.10008.5.1.4.1.2.2.1", "1.2.840.10008.5.1.4.1.1.4.1"
STORED = (OperationCount("C-STORE", 0x0000, 409),)
ENDED_WELL = AssociationEnd()
NOT_ENTERED = "No peer with this AE title is entered."


def item(context_id: int, abstract_syntax: str, accepted: str = EXPLICIT, result: int = 0) -> NegotiatedItem:
    """A presentation context that offered two transfer syntaxes. accepted: "" for none."""
    return NegotiatedItem(context_id, abstract_syntax, (EXPLICIT, IMPLICIT), accepted, result)


ITEMS = (item(1, VERIFICATION, IMPLICIT), item(3, CT_IMAGE, JPEG_LOSSLESS), item(5, ENHANCED_MR, "", 3))


def association(
    association_id: str,
    state: AssociationState = AssociationState.RELEASED,
    *,
    calling: str = "CT01",
    operations: tuple[OperationCount, ...] = STORED,
    failures: int = 0,
    began_at: datetime = NOW,
    end: AssociationEnd = ENDED_WELL,
    **values: object,
) -> AssociationDetail:
    """One of a CT with this archive. values: fields of the summary that shall be otherwise."""
    is_refused = state is AssociationState.REFUSED
    fields: dict[str, object] = {
        "direction": Direction.INCOMING,
        "ended_at": None if state is AssociationState.OPEN else began_at + timedelta(seconds=48),
        "called_ae_title": "PACSDESK",
        "address": "192.0.2.17",
        "peer_name": "" if is_refused else "CT room 1" if calling == "CT01" else calling,
        "bytes_received": 0 if is_refused else 215_134_000,
        "bytes_sent": 0 if is_refused else 51_200,
        "problem": "",
    }
    summary = AssociationSummary(
        association_id=association_id,
        state=state,
        began_at=began_at,
        calling_ae_title=calling,
        operations=0 if is_refused else sum(one.count for one in operations),
        failures=failures,
        **(fields | values),  # type: ignore[arg-type]  # spelled out above
    )
    items = tuple(item(one.context_id, one.abstract_syntax, "", 2) for one in ITEMS) if is_refused else ITEMS
    return AssociationDetail(
        summary,
        items,
        () if is_refused else operations,
        our_maximum_length=131_072,
        their_maximum_length=16_384,
        implementation_class_uid="1.2.276.0.7230010.3.0.3.6.9",
        implementation_version_name="OFFIS_DCMTK_369",
        end=end,
    )


def open_associations(now: datetime = NOW) -> list[AssociationDetail]:
    """The oldest first."""
    ward = (OperationCount("C-FIND", 0x0000, 12), OperationCount("C-MOVE", 0xA801, 1))
    return [
        association(
            *("live-1", AssociationState.OPEN),
            calling="WARD_VIEWER",
            operations=ward,
            failures=1,
            began_at=now - timedelta(minutes=14),
            address="192.0.2.61",
            peer_name="Ward viewer",
            bytes_received=18_400,
        ),
        association("live-2", AssociationState.OPEN, began_at=now - timedelta(seconds=21)),
        association(
            *("live-3", AssociationState.OPEN),
            calling="PACSDESK",
            operations=(OperationCount("C-ECHO", 0x0000, 1),),
            began_at=now - timedelta(seconds=3),
            direction=Direction.OUTGOING,
            called_ae_title="ARCHIVE2",
            address="192.0.2.5:11112",
            peer_name="Archive 2",
            bytes_received=412,
        ),
    ]


def past_associations(now: datetime = NOW) -> list[AssociationDetail]:
    """The newest first."""

    def ago(minutes: int) -> datetime:
        return now - timedelta(minutes=minutes)

    partly = (OperationCount("C-STORE", 0x0000, 61), OperationCount("C-STORE", 0xA700, 3))
    elsewhere = "It called 'OLDPACS', this archive is called 'PACSDESK': change the called AE title at the sender."
    return [
        association("past-1", began_at=ago(2)),
        association(
            *("past-2", AssociationState.REFUSED),
            calling="CT_ROOM_2",
            began_at=ago(9),
            address="192.0.2.18",
            problem=f"{NOT_ENTERED} (result 1, source 1, reason 3)",
            end=AssociationEnd(reject=RejectNumbers(1, 1, 3)),
        ),
        association("past-3", operations=partly, failures=3, began_at=ago(25), calling="MR_ROOM_2"),
        association(
            *("past-4", AssociationState.ABORTED),
            calling="US_PORTABLE",
            began_at=ago(48),
            address="192.0.2.33",
            peer_name="Ultrasound, portable",
            problem="an item's header is cut off",
            end=AssociationEnd(broken_off=BrokenOff.BROKEN),
        ),
        association("past-5", AssociationState.BROKEN, began_at=ago(70), calling="XA_OLD", address="192.0.2.40"),
        association(
            *("past-6", AssociationState.REFUSED),
            calling="CT01",
            began_at=ago(95),
            called_ae_title="OLDPACS",
            problem=f"{elsewhere} (result 1, source 1, reason 7)",
        ),
        association(
            *("past-7", AssociationState.BROKEN),
            calling="PACSDESK",
            operations=(),
            began_at=ago(121),
            direction=Direction.OUTGOING,
            called_ae_title="ARCHIVE2",
            address="192.0.2.5:11112",
            peer_name="Archive 2",
            bytes_received=0,
            bytes_sent=0,
            problem="connect: Nobody listens on port 11112",
            end=AssociationEnd(no_connection=NoConnection.REFUSED),
        ),
        association("past-8", AssociationState.DRAINED, began_at=ago(180)),
        *(association(f"past-{9 + number}", began_at=ago(200 + 7 * number)) for number in range(40)),
    ]
