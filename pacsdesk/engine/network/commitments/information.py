"""Action information in, event information out (PS3.4 J.3.2.1.1 and J.3.3.1.1), to and from records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pacsdesk.contract.records.commitments import UncommittedInstance
from pacsdesk.contract.types import UID, DimseStatus, SOPClassUID, SOPInstanceUID, TransactionUID
from pacsdesk.engine.archive.dataset.reading import Elements, UnreadableDataset, read_dataset
from pacsdesk.engine.archive.dataset.writing import encode_element, encode_items

STORAGE_COMMITMENT_PUSH_MODEL = "1.2.840.10008.1.20.1"
STORAGE_COMMITMENT_INSTANCE = "1.2.840.10008.1.20.1.1"  # well-known, PS3.4 J.3.5
REQUEST_STORAGE_COMMITMENT = 1  # the one Action Type, PS3.4 J.3.2.1
ALL_COMMITTED, FAILURES_EXIST = 1, 2  # Event Types, PS3.4 J.3.3.1

MOST_REFERENCES = 20_000
# of one request; a reference has at most 160 bytes, with room for what some add to each
MOST_BYTES = 6 << 20
_MOST_ELEMENTS = 5 * MOST_REFERENCES

_RETRIEVE_AE_TITLE = 0x00080054
_REFERENCED_SOP_CLASS_UID, _REFERENCED_SOP_INSTANCE_UID = 0x00081150, 0x00081155
_TRANSACTION_UID = 0x00081195
_FAILURE_REASON, _FAILED_SOP_SEQUENCE, _REFERENCED_SOP_SEQUENCE = 0x00081197, 0x00081198, 0x00081199


class ActionRefused(Exception):
    """The request cannot be taken. status: of the N-ACTION's response; the text is its comment."""

    def __init__(self, status: DimseStatus, comment: str) -> None:
        super().__init__(comment)
        self.status = status


@dataclass(frozen=True, slots=True)
class Reference:
    """An instance that a sender wants committed."""

    sop_class_uid: SOPClassUID
    sop_instance_uid: SOPInstanceUID


@dataclass(frozen=True, slots=True)
class ActionInformation:
    """What a storage commitment request holds. references: each once, in the order of the request."""

    transaction_uid: TransactionUID
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class EventInformation:
    """What is told of a request. retrieve_ae_title: from whom the committed instances can be had."""

    transaction_uid: TransactionUID
    retrieve_ae_title: str
    committed: Sequence[Reference]
    failed: Sequence[UncommittedInstance]

    @property
    def event_type_id(self) -> int:
        """Whether failures exist."""
        return FAILURES_EXIST if self.failed else ALL_COMMITTED


@dataclass(frozen=True, slots=True)
class ToldFailure:
    """An instance that a peer says it does not keep. reason: Failure Reason (0008,1197), 0 when it gives none."""

    sop_class_uid: str
    sop_instance_uid: str
    reason: int


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """What a peer tells of a request of ours."""

    transaction_uid: TransactionUID
    retrieve_ae_title: str
    committed: tuple[Reference, ...]
    failed: tuple[ToldFailure, ...]


def read_action_information(content: bytes, is_explicit: bool) -> ActionInformation:
    """Read a request. What is not asked for (media, patients, items in items) is passed over. Raises ActionRefused."""
    try:
        elements = read_dataset(content, is_explicit, MOST_BYTES, _MOST_ELEMENTS)
    except UnreadableDataset as error:
        raise ActionRefused(DimseStatus.INVALID_ARGUMENT, f"Action information: {error}") from error
    transaction_uid = TransactionUID(_uid(elements, _TRANSACTION_UID, "Transaction UID (0008,1195)"))
    sequence = elements.get(_REFERENCED_SOP_SEQUENCE)
    if sequence is None or not sequence.items:
        raise ActionRefused(DimseStatus.INVALID_ARGUMENT, "The Referenced SOP Sequence (0008,1199) has no item")
    references = tuple(dict.fromkeys(map(_reference, sequence.items)))
    if len(references) > MOST_REFERENCES:
        raise ActionRefused(DimseStatus.RESOURCE_LIMITATION, f"More than {MOST_REFERENCES} instances: ask for fewer")
    return ActionInformation(transaction_uid, references)


def encode_event_information(event: EventInformation, is_explicit: bool) -> bytes:
    """The dataset of an N-EVENT-REPORT; sequences that would be empty are left out."""

    def element(tag: int, vr: str, value: bytes) -> bytes:
        return encode_element(tag, vr, value, is_explicit)

    def identified(one: Reference | UncommittedInstance) -> bytes:
        return element(_REFERENCED_SOP_CLASS_UID, "UI", one.sop_class_uid.encode("ascii")) + element(
            _REFERENCED_SOP_INSTANCE_UID, "UI", one.sop_instance_uid.encode("ascii")
        )

    def sequence(tag: int, items: Iterable[bytes]) -> bytes:
        content = encode_items(items)
        return element(tag, "SQ", content) if content else b""

    return (
        element(_RETRIEVE_AE_TITLE, "AE", event.retrieve_ae_title.encode("ascii", "replace"))
        + element(_TRANSACTION_UID, "UI", event.transaction_uid.encode("ascii"))
        + sequence(
            _FAILED_SOP_SEQUENCE,
            (
                identified(one) + element(_FAILURE_REASON, "US", one.reason.to_bytes(2, "little"))
                for one in event.failed
            ),
        )
        + sequence(_REFERENCED_SOP_SEQUENCE, map(identified, event.committed))
    )


def encode_action_information(
    transaction_uid: TransactionUID, references: Iterable[Reference], is_explicit: bool
) -> bytes:
    """The dataset of an N-ACTION of ours."""
    items = (
        encode_element(_REFERENCED_SOP_CLASS_UID, "UI", one.sop_class_uid.encode("ascii"), is_explicit)
        + encode_element(_REFERENCED_SOP_INSTANCE_UID, "UI", one.sop_instance_uid.encode("ascii"), is_explicit)
        for one in references
    )
    return encode_element(_TRANSACTION_UID, "UI", transaction_uid.encode("ascii"), is_explicit) + encode_element(
        _REFERENCED_SOP_SEQUENCE, "SQ", encode_items(items), is_explicit
    )


def read_event_information(content: bytes, is_explicit: bool) -> ToldEvent:
    """Read a report. Items without UIDs are passed over, and so is what they were about. Raises ActionRefused."""
    try:
        elements = read_dataset(content, is_explicit, MOST_BYTES, _MOST_ELEMENTS)
    except UnreadableDataset as error:
        raise ActionRefused(DimseStatus.INVALID_ARGUMENT, f"Event information: {error}") from error
    transaction_uid = TransactionUID(_uid(elements, _TRANSACTION_UID, "Transaction UID (0008,1195)"))
    title = elements.get(_RETRIEVE_AE_TITLE)
    committed = (_reference_or_none(item) for item in _items(elements, _REFERENCED_SOP_SEQUENCE))
    failed = ((_reference_or_none(item), item) for item in _items(elements, _FAILED_SOP_SEQUENCE))
    return ToldEvent(
        transaction_uid,
        title.value.decode("ascii", "replace").strip(" \0")[:16] if title else "",
        tuple(one for one in committed if one),
        tuple(ToldFailure(one.sop_class_uid, one.sop_instance_uid, _reason(item)) for one, item in failed if one),
    )


def _items(elements: Elements, tag: int) -> tuple[Elements, ...]:
    sequence = elements.get(tag)
    return sequence.items if sequence else ()


def _reason(item: Elements) -> int:
    element = item.get(_FAILURE_REASON)
    return int.from_bytes(element.value[:2], "little") if element else 0


def _reference_or_none(item: Elements) -> Reference | None:
    try:
        return _reference(item)
    except ActionRefused:
        return None


def _reference(item: Elements) -> Reference:
    return Reference(
        SOPClassUID(_uid(item, _REFERENCED_SOP_CLASS_UID, "Referenced SOP Class UID (0008,1150)")),
        SOPInstanceUID(_uid(item, _REFERENCED_SOP_INSTANCE_UID, "Referenced SOP Instance UID (0008,1155)")),
    )


def _uid(elements: Elements, tag: int, name: str) -> str:
    element = elements.get(tag)
    if element is None:
        raise ActionRefused(DimseStatus.INVALID_ARGUMENT, f"{name} is missing")
    try:
        return UID(element.value.decode("ascii"))
    except ValueError as error:  # a UnicodeDecodeError is one
        raise ActionRefused(DimseStatus.INVALID_ARGUMENT, f"{name} is no UID") from error
