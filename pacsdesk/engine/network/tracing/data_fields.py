"""The fields of a P-DATA-TF: its values, the command elements in them, and the dataset elements that were kept.

A dataset goes over many PDUs: its elements are followed from its beginning, and those with bytes in this one are shown.
"""

import struct
from collections.abc import Iterable
from dataclasses import dataclass, field

from pacsdesk.engine.archive.dataset.encoding import IMPLICIT_LITTLE_ENDIAN, Encoding, declared_encoding, is_known
from pacsdesk.engine.network.tracing.element_values import element_text
from pacsdesk.engine.network.tracing.elements import ElementWalk, SeenElement
from pacsdesk.engine.network.tracing.masking import stays
from pacsdesk.engine.network.tracing.names import tag_name, with_name
from pacsdesk.engine.network.tracing.trace_file import Written
from pacsdesk.engine.network.tracing.tree import Tree
from pacsdesk.engine.network.wire.pdu import HEADER_LENGTH

_VALUE = struct.Struct(">LBB")
_IS_COMMAND, _IS_LAST = 1, 2  # message control header, PS3.8 E.2
_ITEM_TAGS = {0xFFFEE000: "Item", 0xFFFEE00D: "End of item", 0xFFFEE0DD: "End of sequence"}


@dataclass(slots=True)
class _Message:
    """A command or a dataset, as far as it has come and was kept. is_whole: nothing of it was cut so far."""

    encoding: Encoding
    content: bytearray = field(default_factory=bytearray)
    is_whole: bool = True


class DataFields:
    """Given the PDUs of one direction in their order; the last one is the one that is shown."""

    def __init__(self, is_masked: bool) -> None:
        self._is_masked = is_masked
        self._open: dict[bool, _Message] = {}

    def add(self, tree: Tree | None, written: Written) -> None:
        """Take the next PDU. tree: None for one that only comes before."""
        kept = dict(written.pieces)
        held = _Held(kept)
        syntaxes = dict(written.syntaxes)
        position = HEADER_LENGTH
        while position < written.length:
            header = held.read(position, _VALUE.size)
            if len(header) < _VALUE.size:
                if tree and header:
                    tree.add(0, "Cut off", "a value's header is not whole", position, len(header))
                return
            length, context_id, control = _VALUE.unpack(header)
            begin, end = position + _VALUE.size, min(position + 4 + max(length, 2), written.length)
            if tree:
                self._add_header(tree, position, (length, context_id, control), syntaxes.get(context_id, ""))
            self._take(tree, held, begin, end, control, syntaxes.get(context_id, ""))
            position = end

    def _add_header(self, tree: Tree, position: int, header: tuple[int, int, int], syntax: str) -> None:
        length, context_id, control = header
        what = "command" if control & _IS_COMMAND else "dataset"
        tree.add(0, f"Presentation data value: {what}", f"{length:,} bytes", position, _VALUE.size)
        named = with_name(syntax) if syntax else "not accepted"
        tree.add(1, "Presentation context ID", f"{context_id}, {named}", position + 4, 1)
        last = "the last fragment" if control & _IS_LAST else "more fragments follow"
        tree.add(1, "Message control header", f"{control:02X}: {what}, {last}", position + 5, 1)

    def _take(self, tree: Tree | None, held: "_Held", begin: int, end: int, control: int, syntax: str) -> None:
        is_command = bool(control & _IS_COMMAND)
        message = self._open.get(is_command)
        if message is None:
            encoding = declared_encoding(IMPLICIT_LITTLE_ENDIAN if is_command else syntax)
            is_readable = is_command or (is_known(syntax) and not encoding.is_deflated)
            message = self._open[is_command] = _Message(encoding, is_whole=is_readable)
        content = held.read(begin, end - begin)
        before = len(message.content)
        if message.is_whole:
            message.content += content
            if tree and content:
                self._add_elements(tree, message, (before, len(message.content)), begin - before, is_command)
        if tree and len(content) < end - begin:
            cut = end - begin - len(content)
            tree.add(1, "Not kept", f"{cut:,} bytes were cut", begin + len(content), 0)
        message.is_whole = message.is_whole and len(content) == end - begin
        if control & _IS_LAST:
            self._open.pop(is_command)

    def _add_elements(self, tree: Tree, message: _Message, here: tuple[int, int], shift: int, is_command: bool) -> None:
        """Those with bytes in this PDU. here: from where to where its bytes stand in the message."""
        walk = ElementWalk(message.encoding)
        for element in walk.advance(message.content):
            end = here[1] if element.value_end is None else min(element.value_end, here[1])
            if end <= here[0] and not element.begin >= here[0]:
                continue
            offset = max(element.begin, here[0]) + shift
            value, is_masked = self._value(message, element, is_command)
            tree.add(1 + element.depth, _name(element), value, offset, max(end + shift - offset, 0), is_masked)
        if walk.lost_at is not None and walk.lost_at < here[1]:
            at = max(walk.lost_at, here[0])
            tree.add(1, "Cannot be followed", "what follows is no element", at + shift, here[1] - at)

    def _value(self, message: _Message, element: SeenElement, is_command: bool) -> tuple[str, bool]:
        if element.is_parent or not element.vr:
            return "", False
        end = element.value_end
        if end == element.value_begin:
            return "(empty)", False
        if self._is_masked and not is_command and not stays(element.tag, element.vr):
            size = "" if end is None else f"{end - element.value_begin:,} bytes, "
            return f"({size}replaced)", True
        content = bytes(message.content[element.value_begin : end])
        whole = end is not None and end <= len(message.content)
        return element_text(element, content, message.encoding, whole), False


class _Held:
    """The bytes of one PDU that were kept."""

    def __init__(self, pieces: dict[int, bytes]) -> None:
        self._pieces = pieces

    def read(self, begin: int, length: int) -> bytes:
        """From there on as many as follow without a gap."""
        for at, content in self._pieces.items():
            if at <= begin < at + len(content):
                return content[begin - at : begin - at + length]
        return b""


def _name(element: SeenElement) -> str:
    if element.tag in _ITEM_TAGS:
        return _ITEM_TAGS[element.tag]
    tag = f"({element.tag >> 16:04X},{element.tag & 0xFFFF:04X})"
    return f"{tag} {element.vr} {tag_name(element.tag)}"


def add_data(tree: Tree, lines: Iterable[Written], is_masked: bool) -> None:
    """The fields of the last of these PDUs, which are of one direction and go back to where its dataset begins."""
    fields = DataFields(is_masked)
    previous: Written | None = None
    for written in lines:
        if previous is not None:
            fields.add(None, previous)
        previous = written
    if previous is not None:
        fields.add(tree, previous)
