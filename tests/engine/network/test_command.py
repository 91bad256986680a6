"""Command sets: what real ones say is read, what hostile ones say is refused with a reason."""

import struct
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pynetdicom import dimse_messages
from pynetdicom.dimse_primitives import C_STORE
from pynetdicom.dsutils import decode

from pacsdesk.engine.network.command import (
    C_STORE_RQ,
    Command,
    Response,
    encode_response,
    parse_command,
)

CT = "1.2.840.10008.5.1.4.1.1.2"


def stock_store_request() -> bytes:
    """A C-STORE-RQ command set as pynetdicom writes it."""
    primitive = C_STORE()
    primitive.MessageID = 7
    primitive.AffectedSOPClassUID = CT
    primitive.AffectedSOPInstanceUID = "1.2.3"
    primitive.Priority = 2
    primitive.DataSet = BytesIO(b"dataset")
    message = dimse_messages.C_STORE_RQ()
    message.primitive_to_message(primitive)
    fragments = [fragment for pdata in message.encode_msg(1, 0) for _, fragment in pdata.presentation_data_value_list]
    return b"".join(fragment[1:] for fragment in fragments if fragment[0] & 1)


def test_a_store_request_of_another_implementation_is_read() -> None:
    assert parse_command(stock_store_request()) == Command(C_STORE_RQ, 7, True, CT, "1.2.3")


def test_a_response_is_read_by_another_implementation() -> None:
    encoded = encode_response(Command(C_STORE_RQ, 7, True, CT, "1.2.3"), Response(0xB000, "kept as a conflict"))
    read = decode(BytesIO(encoded), True, True)
    assert (read.CommandField, read.MessageIDBeingRespondedTo, read.Status, read.ErrorComment) == (
        0x8001,
        7,
        0xB000,
        "kept as a conflict",
    )


def test_an_error_comment_is_cut_at_64_characters() -> None:
    read = decode(BytesIO(encode_response(Command(1, 1, True), Response(0xA700, "x" * 99))), True, True)
    assert read.ErrorComment == "x" * 64


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no Command Field"),
        (b"\x00\x00\x00\x01", "ends inside an element"),
        (struct.pack("<HHI", 0x0010, 0x0010, 0), "group 0010"),
        (struct.pack("<HHI", 0, 0x0100, 0xFFFFFFFF), "longer than the command"),
        (struct.pack("<HHI", 0, 0x0100, 0), "has no number"),
        (struct.pack("<HHIH", 0, 0x0100, 2, 1), "no Message ID"),
    ],
)
def test_a_broken_command_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_command(content)


@given(st.binary(max_size=200))
def test_noise_is_read_or_refused_and_nothing_else(content: bytes) -> None:
    try:
        parse_command(content)
    except ValueError:
        pass


@given(
    st.integers(0, 0xFFFF),
    st.integers(0, 0xFFFF),
    st.text("0123456789.", max_size=64),
    st.text(max_size=200),
)
def test_every_response_can_be_read_back(message_id: int, status: int, uid: str, comment: str) -> None:
    command = Command(C_STORE_RQ, message_id, True, CT, uid)
    answer = parse_command(encode_response(command, Response(status, comment)))
    assert (answer.field, answer.message_id, answer.has_dataset, answer.sop_instance_uid) == (
        0x8001,
        message_id,
        False,
        uid,
    )
