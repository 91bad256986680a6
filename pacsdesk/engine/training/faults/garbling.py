"""Faults of answers that break the rules: nothing may break, hang or fill up that reads them."""

from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import cast

from pydicom.dataset import Dataset
from pydicom.uid import ImplicitVRLittleEndian
from pynetdicom import evt
from pynetdicom.dimse_messages import C_ECHO_RSP, C_FIND_RSP, DIMSEMessage
from pynetdicom.dimse_primitives import C_FIND
from pynetdicom.dsutils import encode
from pynetdicom.pdu import P_DATA_TF

from pacsdesk.contract.records.findings import FindingCode
from pacsdesk.engine.training.faults.fault import Fault, Level, Start
from pacsdesk.engine.training.faults.healthy import Peer, behaving
from pacsdesk.engine.training.faults.manner import Manner, Tamper
from pacsdesk.engine.training.faults.serving import PENDING, SUCCESS

MANY = 100_000
_AT_ONCE = 500
_MAXIMUM_PDU = 16382
_ENDLESS_PAUSE_S = 0.002
_NO_PATIENT = bytes.fromhex("10001000504e0000")  # (0010,0010) in explicit VR, and then what nobody ordered
_GARBAGE = _NO_PATIENT + bytes((91 * place + place // 7) % 256 for place in range(400))
_IMPOSSIBLE_LENGTH = bytes.fromhex("10001000") + b"\xfe\xff\xff\x7f" + b"PHANTOM^"
_PLACE_OF_NAME = "X" * 12
_BROKEN_NAME = b"\xff\xfe\xc3\x28\x1b\x24\x42\x80^\xed\xa0\x80"  # wrong in UTF-8, in ISO 2022 and in GB18030


def _only_find(tamper: Tamper) -> Tamper:
    """Changes answers of a C-FIND alone."""

    def change(message: DIMSEMessage) -> None:
        if isinstance(message, C_FIND_RSP):
            tamper(message)

    return change


def _with_identifier(content: bytes) -> Start:
    def change(message: DIMSEMessage) -> None:
        if message.command_set.Status == PENDING:
            message.data_set = BytesIO(content)

    return behaving(Manner(tamper=_only_find(change)))


def _with_another_message_id(message: DIMSEMessage) -> None:
    if isinstance(message, C_ECHO_RSP | C_FIND_RSP):
        message.command_set.MessageIDBeingRespondedTo ^= 0x5555


def _with_an_impossible_status(message: DIMSEMessage) -> None:
    if message.command_set.Status == SUCCESS:
        message.command_set.Status = 0xFEDC


def _with_a_broken_name(message: DIMSEMessage) -> None:
    if message.data_set and message.command_set.Status == PENDING:
        message.data_set = BytesIO(message.data_set.getvalue().replace(_PLACE_OF_NAME.encode(), _BROKEN_NAME))


def _on_find_with_place_for_a_name(event: evt.Event, peer: Peer) -> Iterator[tuple[int, Dataset]]:
    answer = _numbered(0)
    answer.SpecificCharacterSet = "ISO_IR 192"
    answer.PatientName = _PLACE_OF_NAME
    yield PENDING, answer


def _on_endless_find(event: evt.Event, peer: Peer) -> Iterator[tuple[int, Dataset]]:
    """Until it is cancelled or left, a bounded number of answers each second."""
    for number in count(1):
        if event.is_cancelled or peer.stopping.wait(_ENDLESS_PAUSE_S) or not event.assoc.is_established:
            return
        yield PENDING, _numbered(number)


def _on_find_with_many(event: evt.Event, peer: Peer) -> Iterator[tuple[int, Dataset]]:
    """All the same answer, encoded once, as fast as the caller reads. Between two lots it looks whether to stop."""
    connection = event.assoc.dul.socket
    context_id = event.context.context_id
    once = _encoded(event, context_id)
    for _ in range(MANY // _AT_ONCE):
        if event.is_cancelled or peer.stopping.is_set() or connection is None or connection.socket is None:
            return
        connection.socket.sendall(once * _AT_ONCE)
    yield PENDING, _numbered(MANY + 1)


def _encoded(event: evt.Event, context_id: int) -> bytes:
    """A pending answer to the event's request as P-DATA-TF PDUs."""
    answer = C_FIND()
    answer.MessageIDBeingRespondedTo = event.request.MessageID
    answer.AffectedSOPClassUID = cast(C_FIND, event.request).AffectedSOPClassUID
    answer.Status = PENDING
    answer.Identifier = BytesIO(
        encode(_numbered(0), event.context.transfer_syntax == ImplicitVRLittleEndian, True) or b""
    )
    message = C_FIND_RSP()
    message.primitive_to_message(answer)
    pdus = []
    for primitive in message.encode_msg(context_id, _MAXIMUM_PDU):
        pdu = P_DATA_TF()
        pdu.from_primitive(primitive)
        pdus.append(pdu.encode())
    return b"".join(pdus)


def _numbered(number: int) -> Dataset:
    answer = Dataset()
    answer.QueryRetrieveLevel = "STUDY"
    answer.PatientName = "PHANTOM^MANY"
    answer.PatientID = f"MANY-{number}"
    answer.StudyInstanceUID = f"2.25.{number}"
    return answer


_SEES_BROKEN = "The query ends in an answer that cannot be read."

GARBLING = (
    Fault(
        "garbage-dataset",
        None,
        Level.DIMSE,
        "Answers that are no data",
        _SEES_BROKEN,
        "The archive's answers begin like a dataset and go on as noise.",
        _with_identifier(_GARBAGE),
    ),
    Fault(
        "impossible-length",
        None,
        Level.DIMSE,
        "A name of two gigabytes",
        _SEES_BROKEN,
        "An element of the archive's answers says that it is 2 GB long.",
        _with_identifier(_IMPOSSIBLE_LENGTH),
    ),
    Fault(
        "empty-dataset",
        None,
        Level.DIMSE,
        "Answers without content",
        "The query finds something, and the lines are empty.",
        "The archive's answers are datasets without a single element.",
        _with_identifier(b""),
    ),
    Fault(
        "broken-character-set",
        None,
        Level.DIMSE,
        "A name that is in no alphabet",
        "The query finds something, and the name cannot be read.",
        "The archive sends bytes that the character set which it names does not have.",
        behaving(
            Manner(handlers={evt.EVT_C_FIND: _on_find_with_place_for_a_name}, tamper=_only_find(_with_a_broken_name))
        ),
    ),
    Fault(
        "wrong-message-id",
        None,
        Level.DIMSE,
        "The answer to another question",
        "Echo and query get no answer that belongs to them.",
        "The archive answers with a message id that was never asked.",
        behaving(Manner(tamper=_with_another_message_id)),
    ),
    Fault(
        "unlisted-find-status",
        FindingCode.UNLISTED_ANSWER,
        Level.DIMSE,
        "An end that nobody knows",
        "The query ends with a status that no standard lists.",
        "The archive ends its answers with FEDC instead of 0000.",
        behaving(Manner(tamper=_only_find(_with_an_impossible_status))),
    ),
    Fault(
        "endless-answers",
        None,
        Level.DIMSE,
        "It does not stop",
        "The query finds more and more and never ends.",
        "The archive answers for ever; only cancelling or leaving ends it.",
        behaving(Manner(handlers={evt.EVT_C_FIND: _on_endless_find})),
    ),
    Fault(
        "many-answers",
        None,
        Level.DIMSE,
        "A hundred thousand",
        f"The query is answered with {MANY:,} studies.",
        "The archive sets no limit to what a query finds.",
        behaving(Manner(handlers={evt.EVT_C_FIND: _on_find_with_many})),
    ),
)
