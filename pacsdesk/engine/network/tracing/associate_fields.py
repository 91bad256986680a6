"""The fields of the PDUs around an association (PS3.8 9.3, PS3.7 annex D), as far as they can be followed."""

import struct

from pacsdesk.contract.records.traces import TracedKind
from pacsdesk.engine.network.tracing.names import abort_name, reject_name, result_name, with_name
from pacsdesk.engine.network.tracing.tree import Tree
from pacsdesk.engine.network.wire.items import ItemKind
from pacsdesk.engine.network.wire.pdu import HEADER_LENGTH

_FIXED = 68
_ITEM = struct.Struct(">BxH")
_NAMES = {
    ItemKind.APPLICATION_CONTEXT: "Application context",
    ItemKind.PROPOSED_CONTEXT: "Presentation context",
    ItemKind.ANSWERED_CONTEXT: "Presentation context",
    ItemKind.ABSTRACT_SYNTAX: "Abstract syntax",
    ItemKind.TRANSFER_SYNTAX: "Transfer syntax",
    ItemKind.USER_INFORMATION: "User information",
    ItemKind.MAXIMUM_LENGTH: "Maximum length",
    ItemKind.IMPLEMENTATION_CLASS_UID: "Implementation class UID",
    ItemKind.ASYNCHRONOUS_OPERATIONS: "Asynchronous operations window",
    ItemKind.ROLE_SELECTION: "SCP/SCU role selection",
    ItemKind.IMPLEMENTATION_VERSION_NAME: "Implementation version name",
    ItemKind.EXTENDED_NEGOTIATION: "SOP class extended negotiation",
    0x57: "SOP class common extended negotiation",
    ItemKind.USER_IDENTITY: "User identity",
    0x59: "User identity answer",
}
_CONTEXTS = (ItemKind.PROPOSED_CONTEXT, ItemKind.ANSWERED_CONTEXT)
_UIDS = (
    ItemKind.APPLICATION_CONTEXT,
    ItemKind.ABSTRACT_SYNTAX,
    ItemKind.TRANSFER_SYNTAX,
    ItemKind.IMPLEMENTATION_CLASS_UID,
)


def add_associate(tree: Tree, content: bytes) -> None:
    """Of an A-ASSOCIATE-RQ or -AC."""
    end = len(content)
    if end < HEADER_LENGTH + _FIXED:
        tree.add(0, "Cut off", "it ends inside its fixed fields", HEADER_LENGTH, max(end - HEADER_LENGTH, 0))
        return
    version = int.from_bytes(content[6:8], "big")
    tree.add(0, "Protocol version", f"{version:04X}", 6, 2)
    tree.add(0, "Called AE title", _text(content[10:26]), 10, 16)
    tree.add(0, "Calling AE title", _text(content[26:42]), 26, 16)
    _add_items(tree, 0, content, HEADER_LENGTH + _FIXED, end)


def add_numbers(tree: Tree, kind: TracedKind, content: bytes) -> None:
    """Of the PDUs that have four bytes of numbers, or of nothing."""
    if len(content) != HEADER_LENGTH + 4:
        tree.add(0, "Wrong length", f"{len(content) - HEADER_LENGTH} bytes instead of 4")
        return
    _, first, second, third = content[HEADER_LENGTH:]
    if kind is TracedKind.ASSOCIATE_RJ:
        tree.add(0, "Result", first, 7, 1)
        tree.add(0, "Source", second, 8, 1)
        tree.add(0, "Reason", third, 9, 1)
        tree.add(0, "Meaning", reject_name(first, second, third))
    elif kind is TracedKind.ABORT:
        tree.add(0, "Source", second, 8, 1)
        tree.add(0, "Reason", third, 9, 1)
        tree.add(0, "Meaning", abort_name(second, third))


def _add_items(tree: Tree, depth: int, content: bytes, position: int, end: int) -> None:
    while position < end:
        if end - position < _ITEM.size:
            tree.add(depth, "Cut off", "an item's header is not whole", position, end - position)
            return
        kind, length = _ITEM.unpack_from(content, position)
        begin, stop = position + _ITEM.size, position + _ITEM.size + length
        if stop > end:
            tree.add(depth, "Cut off", f"item {kind:02X} says {length} bytes", position, end - position)
            return
        name = _NAMES.get(kind, f"Item {kind:02X}, which is not listed")
        is_identity = kind == ItemKind.USER_IDENTITY
        tree.add(depth, name, _value(kind, content[begin:stop]), position, stop - position, is_identity)
        if kind in _CONTEXTS:
            _add_items(tree, depth + 1, content, min(begin + 4, stop), stop)
        elif kind == ItemKind.USER_INFORMATION:
            _add_items(tree, depth + 1, content, begin, stop)
        position = stop


def _value(kind: int, body: bytes) -> str:
    """What an item says, in one line."""
    if kind in _UIDS:
        return with_name(_text(body))
    if kind == ItemKind.IMPLEMENTATION_VERSION_NAME:
        return _text(body)
    if kind in _CONTEXTS and len(body) >= 4:
        said = f"ID {body[0]}"
        return said if kind == ItemKind.PROPOSED_CONTEXT else f"{said}, {result_name(body[2])}"
    if kind == ItemKind.MAXIMUM_LENGTH and len(body) == 4:
        length = int.from_bytes(body, "big")
        return f"{length:,} bytes" if length else "no limit"
    if kind == ItemKind.ASYNCHRONOUS_OPERATIONS and len(body) == 4:
        return f"{int.from_bytes(body[:2], 'big')} invoked, {int.from_bytes(body[2:], 'big')} performed"
    if kind in (ItemKind.ROLE_SELECTION, ItemKind.EXTENDED_NEGOTIATION) and len(body) > 2:
        return _of_sop_class(kind, body)
    if kind == ItemKind.USER_IDENTITY:
        return f"kind {body[0] if body else 'missing'}; who it is was not recorded"
    return "" if kind in (ItemKind.USER_INFORMATION, *_CONTEXTS) else body[:64].hex()


def _of_sop_class(kind: int, body: bytes) -> str:
    length = int.from_bytes(body[:2], "big")
    uid, rest = _text(body[2 : 2 + length]), body[2 + length :]
    if kind == ItemKind.EXTENDED_NEGOTIATION:
        return f"{with_name(uid)}: {rest[:64].hex()}"
    roles = [name for name, has in zip(("SCU", "SCP"), rest, strict=False) if has]
    return f"{with_name(uid)}: {' and '.join(roles) or 'no role'}"


def _text(content: bytes) -> str:
    return content.decode("latin_1").strip("\0 ")
