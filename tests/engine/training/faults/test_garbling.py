"""Faults of answers that break the rules, read off the wire where a library would stumble over them."""

import socket
import struct
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest
from pydicom.dataset import Dataset
from pydicom.filereader import read_dataset

from pacsdesk.engine.training.faults.fault import RunningFault
from pacsdesk.engine.training.faults.garbling import MANY
from pacsdesk.engine.training.faults.manner import FIND
from tests.engine.network.raw_pdus import association_request, context, data, read_pdu
from tests.engine.training.faults.calling import associated, connected, found, keys, running

_MESSAGE_ID = 7
_EXPLICIT = "1.2.840.10008.1.2.1"
_PENDING = 0xFF00
_A_FEW = 5


def _command() -> bytes:
    """A C-FIND-RQ of the study root, as PS3.7 9.3.2.1 writes it."""
    uid = FIND[1].encode().ljust(28, b"\0")
    elements = [
        (0x0002, uid),
        (0x0100, struct.pack("<H", 0x0020)),
        (0x0110, struct.pack("<H", _MESSAGE_ID)),
        (0x0700, struct.pack("<H", 0)),
        (0x0800, struct.pack("<H", 1)),
    ]
    body = b"".join(struct.pack("<HHL", 0, element, len(value)) + value for element, value in elements)
    return struct.pack("<HHLL", 0, 0, 4, len(body)) + body


def _identifier() -> bytes:
    """Level STUDY and any patient, in explicit VR."""
    return b"\x08\x00\x52\x00CS\x06\x00STUDY \x10\x00\x10\x00PN\x00\x00"


@contextmanager
def asked(fault: RunningFault) -> Iterator[socket.socket]:
    """A connection on which the C-FIND was sent."""
    with connected(fault) as connection:
        proposed = context(1, FIND[1], [_EXPLICIT])
        connection.sendall(association_request(proposed, called=fault.ae_title.encode(), calling=b"PACSDESK"))
        read_pdu(connection)
        connection.sendall(data(1, 3, _command()) + data(1, 2, _identifier()))
        yield connection


def messages(fault: RunningFault) -> Generator[tuple[Dataset, bytes], None, None]:
    """Command and dataset of each answer to a C-FIND with message id 7, to the last that is not pending."""
    with asked(fault) as connection:
        command, content = Dataset(), b""
        while True:
            kind, body = read_pdu(connection)
            assert kind == 0x04
            for flags, piece in _values(body):
                if flags & 1:
                    command, content = read_dataset(BytesIO(piece), is_implicit_VR=True, is_little_endian=True), b""
                else:
                    content += piece
                if (flags & 1 and command.CommandDataSetType == 0x0101) or flags == 2:
                    yield command, content
                    if command.Status != _PENDING:
                        return


def _values(body: bytes) -> Iterator[tuple[int, bytes]]:
    """Presentation data values of a P-DATA-TF: their flags and content."""
    place = 0
    while place < len(body):
        length = int.from_bytes(body[place : place + 4], "big")
        yield body[place + 5], body[place + 6 : place + 4 + length]
        place += 4 + length


def test_a_healthy_peer_answers_four_studies_and_then_success() -> None:
    with running("healthy") as fault:
        commands = [command for command, _ in messages(fault)]
    assert [command.Status for command in commands] == [_PENDING] * 4 + [0]
    assert {command.MessageIDBeingRespondedTo for command in commands} == {_MESSAGE_ID}


@pytest.mark.parametrize(
    ("fault_id", "beginning", "length"),
    [
        ("garbage-dataset", b"\x10\x00\x10\x00PN\x00\x00", 408),
        ("impossible-length", b"\x10\x00\x10\x00\xfe\xff\xff\x7f", 16),
        ("empty-dataset", b"", 0),
    ],
)
def test_an_answer_is_no_dataset(fault_id: str, beginning: bytes, length: int) -> None:
    with running(fault_id) as fault:
        _, content = next(messages(fault))
    assert content.startswith(beginning)
    assert len(content) == length


def test_a_name_is_in_no_alphabet() -> None:
    with running("broken-character-set") as fault:
        _, content = next(messages(fault))
    ds = read_dataset(BytesIO(content), is_implicit_VR=False, is_little_endian=True)
    name = ds.get_item("PatientName").value
    assert ds.SpecificCharacterSet == "ISO_IR 192"
    with pytest.raises(UnicodeDecodeError):
        name.decode("utf-8")


def test_the_message_id_is_another() -> None:
    with running("wrong-message-id") as fault:
        assert {command.MessageIDBeingRespondedTo for command, _ in messages(fault)} == {_MESSAGE_ID ^ 0x5555}


def test_the_last_status_is_not_listed() -> None:
    with running("unlisted-find-status") as fault:
        assert [command.Status for command, _ in messages(fault)][-1] == 0xFEDC


def test_endless_answers_end_with_the_caller() -> None:
    with running("endless-answers") as fault:
        answers = messages(fault)
        assert [next(answers)[0].Status for _ in range(_A_FEW)] == [_PENDING] * _A_FEW
        answers.close()


def test_endless_answers_end_when_they_are_cancelled() -> None:
    with running("endless-answers") as fault, associated(fault, *FIND) as association:
        answers = association.send_c_find(keys(), FIND[1], msg_id=_MESSAGE_ID)
        next(answers)
        association.send_c_cancel(_MESSAGE_ID, query_model=FIND[1])
        assert list(answers)[-1][0].Status in (0x0000, 0xFE00)


def test_many_answers_begin_and_their_peer_stops_in_the_middle() -> None:
    with running("many-answers") as fault:
        answers = messages(fault)
        assert next(answers)[0].Status == _PENDING
        fault.stop()
        answers.close()


@pytest.mark.thorough
def test_many_answers_are_as_many_as_they_are_said_to_be() -> None:
    answers = 0
    last_status = struct.pack("<HHLH", 0x0000, 0x0900, 2, 0x0000)
    with running("many-answers") as fault, asked(fault) as connection:
        while True:
            for flags, piece in _values(read_pdu(connection)[1]):
                answers += flags == 2
                if flags == 3 and last_status in piece:
                    assert answers == MANY + 1
                    return


def test_a_healthy_query_is_found_by_a_library_too() -> None:
    with running("healthy") as fault, associated(fault, *FIND) as association:
        assert len(found(association, keys())[1]) == 4
