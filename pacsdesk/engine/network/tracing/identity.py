"""Takes user identities out of A-ASSOCIATE-RQs (PS3.7 D.3.3.7): names and passwords are in no trace, masked or not."""

import struct

from pacsdesk.engine.network.tracing.masking import MASK
from pacsdesk.engine.network.wire.items import ItemKind
from pacsdesk.engine.network.wire.pdu import HEADER_LENGTH

_FIXED = HEADER_LENGTH + 68
_ITEM = struct.Struct(">BxH")
_KIND_AND_FLAG = 2


def without_identity(request: bytearray) -> bytes:
    """The PDU with what its identities say replaced; from the first place on that cannot be followed, all of it."""
    shown = bytearray(request)
    _blank(shown, _FIXED, len(shown), ItemKind.USER_INFORMATION)
    return bytes(shown)


def _blank(shown: bytearray, position: int, end: int, wanted: int) -> None:
    while position < end:
        if end - position < _ITEM.size:
            break
        kind, length = _ITEM.unpack_from(shown, position)
        begin = position + _ITEM.size
        if begin + length > end:
            break
        if kind == wanted == ItemKind.USER_INFORMATION:
            _blank(shown, begin, begin + length, ItemKind.USER_IDENTITY)
        elif kind == wanted:
            begin += min(_KIND_AND_FLAG, length)
            shown[begin : position + _ITEM.size + length] = MASK * (position + _ITEM.size + length - begin)
        position += _ITEM.size + length
    else:
        return
    if position < end:
        shown[position:end] = MASK * (end - position)
