"""Values of elements as a person reads them in a trace; bytes that are no text are shown in hexadecimal digits."""

import struct

from pacsdesk.engine.archive.dataset.encoding import Encoding
from pacsdesk.engine.network.tracing.elements import SeenElement
from pacsdesk.engine.network.tracing.names import command_name, status_name, with_name

_NUMBERS = {
    "US": "H",
    "SS": "h",
    "UL": "L",
    "SL": "l",
    "UV": "Q",
    "SV": "q",
    "FL": "f",
    "FD": "d",
}
_TEXTS = frozenset(
    {"AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "LT", "PN", "SH", "ST", "TM", "UC", "UI", "UR", "UT"}
)
_MOST_NUMBERS = 16
_MOST_BYTES = 64
_LONGEST_TEXT = 4096
_COMMAND_FIELD, _DATASET_TYPE, _STATUS = 0x00000100, 0x00000800, 0x00000900
_NO_DATASET = 0x0101


def element_text(element: SeenElement, content: bytes, encoding: Encoding, is_whole: bool) -> str:
    """A value, or as much of it as was kept."""
    text = _text(element.vr, content, encoding)
    if len(content) == 2 and element.tag in (_COMMAND_FIELD, _DATASET_TYPE, _STATUS):
        text = _command_text(element.tag, int.from_bytes(content, "little"))
    return text if is_whole else f"{text}…"


def _text(vr: str, content: bytes, encoding: Encoding) -> str:
    if vr in _TEXTS:
        try:
            text = content[:_LONGEST_TEXT].decode("utf-8")
        except UnicodeDecodeError:
            text = content[:_LONGEST_TEXT].decode("latin_1")
        text = text.rstrip("\0 ")
        return with_name(text) if vr == "UI" else text
    order = ">" if encoding.is_big_endian else "<"
    if vr == "AT":
        tags = struct.iter_unpack(f"{order}HH", content[: len(content) // 4 * 4])
        return ", ".join(f"({group:04X},{number:04X})" for group, number in tags)
    if form := _NUMBERS.get(vr):
        one = struct.Struct(order + form)
        numbers = [one.unpack_from(content, at)[0] for at in range(0, len(content) - one.size + 1, one.size)]
        more = "…" if len(numbers) > _MOST_NUMBERS else ""
        return ", ".join(f"{number:g}" if form in "fd" else str(number) for number in numbers[:_MOST_NUMBERS]) + more
    return content[:_MOST_BYTES].hex(" ") + ("…" if len(content) > _MOST_BYTES else "")


def _command_text(tag: int, number: int) -> str:
    if tag == _COMMAND_FIELD:
        return f"{number:04X} {command_name(number)}"
    if tag == _STATUS:
        return status_name(number)
    return f"{number:04X} {'no dataset' if number == _NO_DATASET else 'a dataset follows'}"
