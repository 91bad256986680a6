"""Action information from strangers' bytes, event information that another implementation reads."""

from collections.abc import Sequence
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydicom import Dataset
from pynetdicom.dsutils import decode

from pacsdesk.contract.records.commitments import UncommittedInstance
from pacsdesk.contract.types import DimseStatus, SOPClassUID, SOPInstanceUID, TransactionUID
from pacsdesk.engine.archive.dataset.writing import encode_element, encode_items
from pacsdesk.engine.network.commitments.information import (
    MOST_REFERENCES,
    ActionRefused,
    EventInformation,
    Reference,
    encode_event_information,
    read_action_information,
)

CT = SOPClassUID("1.2.840.10008.5.1.4.1.1.2")


def request(references: Sequence[tuple[str, str]], is_explicit: bool = True, transaction_uid: str = "1.2.9") -> bytes:
    """Action information that names these."""
    items = (
        encode_element(0x00081150, "UI", sop_class_uid.encode(), is_explicit)
        + encode_element(0x00081155, "UI", sop_instance_uid.encode(), is_explicit)
        for sop_class_uid, sop_instance_uid in references
    )
    return encode_element(0x00081195, "UI", transaction_uid.encode(), is_explicit) + encode_element(
        0x00081199, "SQ", encode_items(items), is_explicit
    )


def refusal(content: bytes) -> DimseStatus:
    """The status with which a request is refused."""
    with pytest.raises(ActionRefused) as refused:
        read_action_information(content, True)
    return refused.value.status


@pytest.mark.parametrize("is_explicit", [True, False], ids=["explicit", "implicit"])
def test_references_are_read_in_their_order_and_each_once(is_explicit: bool) -> None:
    asked = read_action_information(request([(CT, "1.2"), (CT, "1.1"), (CT, "1.2")], is_explicit), is_explicit)
    assert (asked.transaction_uid, [one.sop_instance_uid for one in asked.references]) == ("1.2.9", ["1.2", "1.1"])


def test_as_many_instances_as_may_be_are_taken_and_one_more_is_not() -> None:
    many = [(CT, f"1.2.{number}") for number in range(MOST_REFERENCES)]
    assert len(read_action_information(request(many), True).references) == MOST_REFERENCES
    assert refusal(request([*many, (CT, "1.3")])) is DimseStatus.RESOURCE_LIMITATION


def test_elements_without_end_are_refused() -> None:
    assert refusal(request([("1.2", "1.3")] * 50_000)) is DimseStatus.INVALID_ARGUMENT


@pytest.mark.parametrize("wrong", ["", "abc", "1..2", "../../etc", "1.2\n3", "٣.١"])
def test_what_is_no_uid_is_refused(wrong: str) -> None:
    assert refusal(request([(CT, wrong)])) is DimseStatus.INVALID_ARGUMENT
    assert refusal(request([(CT, "1.2")], transaction_uid=wrong)) is DimseStatus.INVALID_ARGUMENT


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_are_read_or_refused(content: bytes, is_explicit: bool) -> None:
    try:
        read_action_information(content, is_explicit)
    except ActionRefused as refused:
        assert len(str(refused)) > 0


@given(st.integers(0), st.integers(0, 255))
def test_a_request_with_a_broken_byte_is_read_or_refused(position: int, byte: int) -> None:
    content = bytearray(request([(CT, "1.2"), (CT, "1.3")]))
    content[position % len(content)] = byte
    try:
        read_action_information(bytes(content), True)
    except ActionRefused as refused:
        assert refused.status in (DimseStatus.INVALID_ARGUMENT, DimseStatus.RESOURCE_LIMITATION)


@pytest.mark.parametrize("is_explicit", [True, False], ids=["explicit", "implicit"])
def test_a_result_is_read_by_another_implementation(is_explicit: bool) -> None:
    event = EventInformation(
        TransactionUID("1.2.9"),
        "PACSDESK",
        [Reference(CT, SOPInstanceUID("1.2"))],
        [UncommittedInstance(CT, SOPInstanceUID("1.3"), DimseStatus.NO_SUCH_INSTANCE)],
    )
    read: Dataset = decode(BytesIO(encode_event_information(event, is_explicit)), not is_explicit, True)
    assert (event.event_type_id, read.TransactionUID, read.RetrieveAETitle) == (2, "1.2.9", "PACSDESK")
    assert [one.ReferencedSOPInstanceUID for one in read.ReferencedSOPSequence] == ["1.2"]
    assert [(one.ReferencedSOPClassUID, one.FailureReason) for one in read.FailedSOPSequence] == [(CT, 0x0112)]


def test_sequences_without_items_are_left_out() -> None:
    event = EventInformation(TransactionUID("1.2.9"), "PACSDESK", [Reference(CT, SOPInstanceUID("1.2"))], [])
    read: Dataset = decode(BytesIO(encode_event_information(event, True)), False, True)
    assert (event.event_type_id, "FailedSOPSequence" in read) == (1, False)
