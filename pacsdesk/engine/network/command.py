"""DIMSE command sets (PS3.7 chapter 6 and annex E) to and from bytes: what was wrong is said, nothing is guessed.

Command sets are Implicit VR Little Endian always (PS3.7 6.3.1). They hold group 0000 only; elements that we do not need
are passed over.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass

MAXIMUM_COMMAND = 1 << 16  # bytes; real ones have some hundred
MAXIMUM_COMMENT = 64  # (0000,0902) is LO

C_STORE_RQ = 0x0001
C_GET_RQ = 0x0010
C_FIND_RQ = 0x0020
C_MOVE_RQ = 0x0021
C_ECHO_RQ = 0x0030
N_EVENT_REPORT_RQ = 0x0100
N_SET_RQ = 0x0120
N_ACTION_RQ = 0x0130
N_CREATE_RQ = 0x0140
C_CANCEL_RQ = 0x0FFF
_RESPONSE = 0x8000
_NO_DATASET = 0x0101
_HAS_DATASET = 0x0001  # any value but the one above, PS3.7 E.1

_AFFECTED_SOP_CLASS_UID = 0x0002
_REQUESTED_SOP_CLASS_UID = 0x0003
_COMMAND_FIELD = 0x0100
_MESSAGE_ID = 0x0110
_MESSAGE_ID_RESPONDED_TO = 0x0120
_MOVE_DESTINATION = 0x0600
_PRIORITY = 0x0700
_DATASET_TYPE = 0x0800
_STATUS = 0x0900
_OFFENDING_ELEMENT = 0x0901
_ERROR_COMMENT = 0x0902
_AFFECTED_SOP_INSTANCE_UID = 0x1000
_REQUESTED_SOP_INSTANCE_UID = 0x1001
_EVENT_TYPE_ID, _ACTION_TYPE_ID = 0x1002, 0x1008
_ORIGINATOR, _ORIGINATOR_MESSAGE_ID = 0x1030, 0x1031
_COUNTS = (0x1020, 0x1021, 0x1022, 0x1023)  # remaining, completed, failed, warning sub-operations

_OF_REQUESTED = frozenset({N_SET_RQ, N_ACTION_RQ})  # about an instance that exists (PS3.7 10.3.3, 10.3.4)

UNRECOGNIZED_OPERATION = 0x0211  # PS3.7 C.5.22
PROCESSING_FAILURE = 0x0110  # PS3.7 C.5.17


@dataclass(frozen=True, slots=True)
class SubOperations:
    """Counts of a retrieval's sub-operations (PS3.4 C.4.2.1.6). remaining: None in a final answer that was not
    cancelled."""

    remaining: int | None
    completed: int
    failed: int
    warning: int


@dataclass(frozen=True, slots=True)
class Response:
    """What is answered. comment: for people at the other side, at most 64 characters, no patient data.

    dataset: an identifier, encoded in the context's transfer syntax, b"" for none. offending_elements: tags.
    is_followed: the next response is there at once, so that this one may wait to go out together with it.
    """

    status: int
    comment: str = ""
    dataset: bytes = b""
    sub_operations: SubOperations | None = None
    offending_elements: tuple[int, ...] = ()
    is_followed: bool = False

    @property
    def is_pending(self) -> bool:
        """Whether another answer follows (PS3.7 C.4.3)."""
        return self.status in (0xFF00, 0xFF01)


@dataclass(frozen=True, slots=True)
class Command:
    """A command set that came. Texts are as sent, without padding, "" when absent: not checked here.

    action_type_id, event_type_id: of an N-ACTION and an N-EVENT-REPORT, 0 when absent. response: what a response says
    beside its dataset, None in a request.
    """

    field: int
    message_id: int
    has_dataset: bool
    sop_class_uid: str = ""
    sop_instance_uid: str = ""
    move_destination: str = ""
    action_type_id: int = 0
    event_type_id: int = 0
    response: Response | None = None

    @property
    def is_request(self) -> bool:
        """Whether it asks something; responses and C-CANCEL (PS3.7 9.3.2.3) do not."""
        return not self.field & _RESPONSE and self.field != C_CANCEL_RQ


@dataclass(frozen=True, slots=True)
class Order:
    """What a request of ours says. priority: 0 medium, 1 high, 2 low. originator: who asked for the retrieval that this
    store is part of, AE title and message id (PS3.7 9.3.1.1). event_type_id: of an N-EVENT-REPORT (PS3.7 10.3.1.1),
    action_type_id: of an N-ACTION (PS3.7 10.3.4.1)."""

    field: int
    message_id: int
    sop_class_uid: str
    sop_instance_uid: str = ""
    has_dataset: bool = False
    priority: int | None = None
    move_destination: str = ""
    originator: tuple[str, int] | None = None
    event_type_id: int | None = None
    action_type_id: int | None = None


def parse_command(content: bytes) -> Command:
    """Read a command set. Raises ValueError with the reason."""
    elements = _elements(content)
    if _COMMAND_FIELD not in elements:
        raise ValueError("the command has no Command Field")
    field = _number(elements, _COMMAND_FIELD)
    message_id = elements.get(_MESSAGE_ID, elements.get(_MESSAGE_ID_RESPONDED_TO))
    if message_id is None:
        raise ValueError("the command has no Message ID")
    return Command(
        field=field,
        message_id=_number(elements, _MESSAGE_ID if _MESSAGE_ID in elements else _MESSAGE_ID_RESPONDED_TO),
        has_dataset=_DATASET_TYPE in elements and _number(elements, _DATASET_TYPE) != _NO_DATASET,
        sop_class_uid=_text(elements, _AFFECTED_SOP_CLASS_UID, _REQUESTED_SOP_CLASS_UID),
        sop_instance_uid=_text(elements, _AFFECTED_SOP_INSTANCE_UID, _REQUESTED_SOP_INSTANCE_UID),
        move_destination=_text(elements, _MOVE_DESTINATION),
        action_type_id=_number(elements, _ACTION_TYPE_ID) if _ACTION_TYPE_ID in elements else 0,
        event_type_id=_number(elements, _EVENT_TYPE_ID) if _EVENT_TYPE_ID in elements else 0,
        response=_response(elements) if field & _RESPONSE else None,
    )


def encode_response(command: Command, response: Response) -> bytes:
    """The command set of the response to `command`; the response's dataset is not in it."""
    uids = (
        (_AFFECTED_SOP_CLASS_UID, command.sop_class_uid),
        (_AFFECTED_SOP_INSTANCE_UID, command.sop_instance_uid),
    )
    elements = {element: _padded(uid, b"\0") for element, uid in uids if uid}
    elements |= {
        _COMMAND_FIELD: struct.pack("<H", command.field | _RESPONSE),
        _MESSAGE_ID_RESPONDED_TO: struct.pack("<H", command.message_id),
        _DATASET_TYPE: struct.pack("<H", _HAS_DATASET if response.dataset else _NO_DATASET),
        _STATUS: struct.pack("<H", response.status),
    }
    if response.comment:
        elements[_ERROR_COMMENT] = _padded(response.comment[:MAXIMUM_COMMENT], b" ")
    if response.offending_elements:
        tags = (struct.pack("<HH", tag >> 16, tag & 0xFFFF) for tag in response.offending_elements)
        elements[_OFFENDING_ELEMENT] = b"".join(tags)
    if response.sub_operations:
        elements |= _counts(response.sub_operations)
    return encode_command(elements)


def encode_order(order: Order) -> bytes:
    """The command set of a request of ours."""
    elements = {
        _COMMAND_FIELD: struct.pack("<H", order.field),
        _MESSAGE_ID: struct.pack("<H", order.message_id),
        _DATASET_TYPE: struct.pack("<H", _HAS_DATASET if order.has_dataset else _NO_DATASET),
    }
    is_requested = order.field in _OF_REQUESTED
    texts = (
        (_REQUESTED_SOP_CLASS_UID if is_requested else _AFFECTED_SOP_CLASS_UID, order.sop_class_uid, b"\0"),
        (_REQUESTED_SOP_INSTANCE_UID if is_requested else _AFFECTED_SOP_INSTANCE_UID, order.sop_instance_uid, b"\0"),
        (_MOVE_DESTINATION, order.move_destination, b" "),
    )
    elements |= {element: _padded(text, padding) for element, text, padding in texts if text}
    if order.priority is not None:
        elements[_PRIORITY] = struct.pack("<H", order.priority)
    for element, number in ((_EVENT_TYPE_ID, order.event_type_id), (_ACTION_TYPE_ID, order.action_type_id)):
        if number is not None:
            elements[element] = struct.pack("<H", number)
    if order.originator:
        ae_title, message_id = order.originator
        elements[_ORIGINATOR] = _padded(ae_title, b" ")
        elements[_ORIGINATOR_MESSAGE_ID] = struct.pack("<H", message_id)
    return encode_command(elements)


def encode_cancel(message_id: int) -> bytes:
    """A C-CANCEL-RQ (PS3.7 9.3.2.3)."""
    return encode_command(
        {
            _COMMAND_FIELD: struct.pack("<H", C_CANCEL_RQ),
            _MESSAGE_ID_RESPONDED_TO: struct.pack("<H", message_id),
            _DATASET_TYPE: struct.pack("<H", _NO_DATASET),
        }
    )


def encode_command(elements: Mapping[int, bytes]) -> bytes:
    """A command set of these elements of group 0000, values encoded and even, its length before them."""
    body = b"".join(struct.pack("<HHI", 0, element, len(value)) + value for element, value in sorted(elements.items()))
    return struct.pack("<HHII", 0, 0, 4, len(body)) + body


def _counts(counts: SubOperations) -> dict[int, bytes]:
    numbers = (counts.remaining, counts.completed, counts.failed, counts.warning)
    named = zip(_COUNTS, numbers, strict=True)
    # US: an archive's study may have more instances than it can say
    return {element: struct.pack("<H", min(number, 0xFFFF)) for element, number in named if number is not None}


def _response(elements: dict[int, bytes]) -> Response:
    if _STATUS not in elements:
        raise ValueError("the response has no Status")
    counts = [_number(elements, tag) if tag in elements else None for tag in _COUNTS]
    remaining, completed, failed, warning = counts
    told = SubOperations(remaining, completed or 0, failed or 0, warning or 0)
    offending = elements.get(_OFFENDING_ELEMENT, b"")
    tags = struct.iter_unpack("<HH", offending[: len(offending) // 4 * 4])
    return Response(
        status=_number(elements, _STATUS),
        comment=_text(elements, _ERROR_COMMENT)[:MAXIMUM_COMMENT],
        sub_operations=told if any(count is not None for count in counts) else None,
        offending_elements=tuple(group << 16 | element for group, element in tags),
    )


def _elements(content: bytes) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    position = 0
    while position < len(content):
        if len(content) - position < 8:
            raise ValueError("the command ends inside an element")
        group, element, length = struct.unpack_from("<HHI", content, position)
        position += 8
        if group:
            raise ValueError(f"the command holds an element of group {group:04X}")
        if length > len(content) - position:
            raise ValueError(f"the element (0000,{element:04X}) of the command is longer than the command")
        found[element] = content[position : position + length]
        position += length
    return found


def _number(elements: dict[int, bytes], element: int) -> int:
    value = elements[element]
    if len(value) < 2:
        raise ValueError(f"the element (0000,{element:04X}) of the command has no number")
    number: int = struct.unpack_from("<H", value)[0]
    return number


def _text(elements: dict[int, bytes], *candidates: int) -> str:
    for element in candidates:
        if element in elements:
            return elements[element].decode("ascii", "replace").rstrip("\0 ")
    return ""


def _padded(text: str, padding: bytes) -> bytes:
    value = text.encode("ascii", "replace")
    return value + padding if len(value) % 2 else value
