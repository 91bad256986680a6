"""Messages into P-DATA-TF PDUs (PS3.8 9.3.5): headers are made, content is only pointed at, the peer's size is kept."""

import struct
from collections.abc import Iterator

from pacsdesk.engine.network.association import Content
from pacsdesk.engine.network.wire.channel import Buffer
from pacsdesk.engine.network.wire.pdu import PduKind

IS_COMMAND, IS_LAST = 1, 2  # message control header, PS3.8 E.2
_HEADERS = struct.Struct(">BxLLBB")
# also for a peer that sets no limit: larger ones gain nothing, and what is written at once stays small (upper_layer)
_LARGEST = 1 << 17
# a peer that announces less would have a dataset cut to dust; none is known that does
_SMALLEST_ROOM = 128


def data_pdus(
    context_id: int, kind: int, content: Buffer, maximum_length: int, ends_message: bool = True
) -> Iterator[Buffer]:
    """A command set (kind IS_COMMAND) or a dataset (0) as PDUs of one value each: headers, content, headers, content.

    maximum_length: what the peer announced, 0 for no limit (PS3.8 D.1). It holds for the body of the PDU; some read it
    as of the whole, so that the headers of both are taken off.
    """
    room = max(min(maximum_length or _LARGEST, _LARGEST) - _HEADERS.size & ~1, _SMALLEST_ROOM)
    view = memoryview(content)
    last = (len(view) - 1) // room * room
    full = _HEADERS.pack(PduKind.DATA, room + 6, room + 2, context_id, kind)
    for start in range(0, last, room):
        yield full
        yield view[start : start + room]
    if view:
        control = kind | (IS_LAST if ends_message else 0)
        yield _HEADERS.pack(PduKind.DATA, len(view) - last + 6, len(view) - last + 2, context_id, control)
        yield view[last:]


def dataset_pdus(context_id: int, dataset: Content, maximum_length: int) -> Iterator[Buffer]:
    """The same for a dataset that may come in pieces, none of them empty; a piece is let go before the next is asked
    for, but one."""
    if isinstance(dataset, bytes | memoryview):
        yield from data_pdus(context_id, 0, dataset, maximum_length)
        return
    pieces = iter(dataset)
    piece = next(pieces, None)
    while piece is not None:
        following = next(pieces, None)
        yield from data_pdus(context_id, 0, piece, maximum_length, ends_message=following is None)
        piece = following
