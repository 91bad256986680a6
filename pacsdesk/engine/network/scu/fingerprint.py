"""What the first bytes of a peer show it to speak. Pure."""

import string
import struct

from pacsdesk.contract.records.probes import Speaks

_SANE_LENGTH = 1 << 22  # of the first PDU of an acceptor; an answer to 128 contexts has some thousand bytes
_NUMBERS_ALONE, _NUMBERS_LENGTH = (3, 5, 6, 7), 4  # rejection, release, abort
_TLS_RECORDS = (0x14, 0x15, 0x16, 0x17)  # RFC 8446 5.1
_MLLP_BEGIN = b"\x0b"
_PRINTABLE = frozenset(string.printable.encode("ascii"))
_HTTP = (b"HTTP/", b"GET ", b"POST ", b"HEAD ", b"OPTIONS ", b"PUT ", b"<!DOCTYPE", b"<HTML", b"<?XML")
_MOST_SHOWN = 40


def speaks(first: bytes) -> Speaks:
    """The protocol; OTHER for what is none of those that we know."""
    if not first:
        return Speaks.NOTHING
    if _is_dicom(first):
        return Speaks.DICOM
    if first[0] in _TLS_RECORDS and (len(first) < 2 or first[1] == 3):
        return Speaks.TLS
    upper = first.lstrip()[:9].upper()
    if any(upper.startswith(begin[:9]) for begin in _HTTP):
        return Speaks.HTTP
    if first.startswith(b"SSH-"):
        return Speaks.SSH
    if first.startswith(_MLLP_BEGIN) or upper.startswith(b"MSH|"):
        return Speaks.HL7
    if first[:3].isdigit() and first[3:4] in (b" ", b"-"):
        return Speaks.MAIL_OR_FILES
    return Speaks.OTHER


def shown(first: bytes) -> str:
    """How the bytes are shown: as text where they are text, else as hexadecimal."""
    begin = first[:_MOST_SHOWN]
    if begin and all(byte in _PRINTABLE for byte in begin):
        line = begin.decode("ascii").strip().splitlines()
        return f"“{' '.join(line[0].split()) if line else ''}”"
    return begin.hex(" ")


def _is_dicom(first: bytes) -> bool:
    """PS3.8 9.3.1: a PDU type, a byte 0, a length of four bytes; as far as they came."""
    if not 1 <= first[0] <= 7 or (len(first) > 1 and first[1]):
        return False
    if len(first) < 6:
        return len(first) > 1
    (length,) = struct.unpack(">L", first[2:6])
    if first[0] in _NUMBERS_ALONE:
        return bool(length == _NUMBERS_LENGTH)
    return bool(_NUMBERS_LENGTH <= length <= _SANE_LENGTH)
