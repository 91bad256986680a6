"""The file format of PS3.10: our header before a dataset, and the bounded reading of anybody's.

Our header always fills the first 1,024 bytes, so that a dataset can be written behind it while what the header says
(the digest, the identity of an imported object) is not known yet. It carries how the object came here, in the private
information of the file meta, so that the index can be made anew from the files alone.
"""

import json
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pacsdesk.contract.errors import InvalidInput

IMPLEMENTATION_CLASS_UID = "2.25.165039009487356237709620834574990071970"
IMPLEMENTATION_VERSION_NAME = "PACSDESK_0_1_0"
# names the form of the private information (PS3.10 7.1, (0002,0100)); a new form gets a new UID
PRIVATE_CREATOR_UID = "2.25.166415506263698422320548762191927338381"

DATASET_OFFSET = 1024
PREAMBLE = b"\0" * 128 + b"DICM"

# no honest file meta comes near; a lying one must not make us read on
_MAX_META = 1 << 20
_LONG_VRS = frozenset({b"OB", b"OW", b"UN", b"UT", b"SQ", b"OD", b"OF", b"OL", b"OV", b"SV", b"UC", b"UR", b"UV"})
_MAX_NOTED_TEXT = 64
_PLAIN_NOTE = re.compile(r"[ !#-\[\]-~]*")  # printable ASCII without quotation mark and backslash
_NOTES = json.JSONEncoder(separators=(",", ":"))

ReadAt = Callable[[int, int], bytes]


@dataclass(frozen=True, slots=True)
class Receipt:
    """How an object came. received_at is aware, in UTC; size_bytes and digest (hex SHA-256) are of the dataset."""

    received_at: datetime
    association_id: str
    address: str
    size_bytes: int
    digest: str


@dataclass(frozen=True, slots=True)
class FileMeta:
    """The file meta information that we write and understand; "" for absent. receipt: only in files of our own."""

    sop_class_uid: str
    sop_instance_uid: str
    transfer_syntax_uid: str
    calling_ae_title: str = ""
    called_ae_title: str = ""
    receipt: Receipt | None = None
    dataset_offset: int = DATASET_OFFSET


def encode_header(meta: FileMeta) -> bytes:
    """The first 1,024 bytes of a stored file. Raises ValueError when there is no receipt."""
    if meta.receipt is None:
        raise ValueError("a stored file says how it came")
    elements = [
        _element(0x0001, b"OB", b"\x00\x01"),
        _element(0x0002, b"UI", _uid(meta.sop_class_uid)),
        _element(0x0003, b"UI", _uid(meta.sop_instance_uid)),
        _element(0x0010, b"UI", _uid(meta.transfer_syntax_uid)),
        _element(0x0012, b"UI", _uid(IMPLEMENTATION_CLASS_UID)),
        _element(0x0013, b"SH", _text(IMPLEMENTATION_VERSION_NAME)),
        *(_element(number, b"AE", _text(title)) for number, title in _titles(meta) if title),
        _element(0x0100, b"UI", _uid(PRIVATE_CREATOR_UID)),
    ]
    before = b"".join(elements)
    room = DATASET_OFFSET - len(PREAMBLE) - 12 - len(before) - 12
    # 440 bytes or more, as no UID has more than 64 characters and no title more than 16; a receipt has at most 330
    group = before + _element(0x0102, b"OB", _encode_receipt(meta.receipt).ljust(room))
    return PREAMBLE + _element(0x0000, b"UL", struct.pack("<L", len(group))) + group


def _titles(meta: FileMeta) -> tuple[tuple[int, str], ...]:
    """Who made the file (0002,0016), who sent and who received it (PS3.10 7.1); an import has none of them."""
    calling, called = meta.calling_ae_title, meta.called_ae_title
    return (0x0016, calling), (0x0017, calling), (0x0018, called)


def read_file_meta(read_at: ReadAt) -> FileMeta:
    """The file meta of a Part 10 file, its dataset's place included.

    Tolerates a missing or wrong group length, as many writers get it wrong: the group ends where another begins.
    Raises InvalidInput with the reason when this is no Part 10 file or its meta cannot be followed.
    """
    head = read_at(0, 4096)
    if head[128:132] != b"DICM":
        raise InvalidInput("This is not a DICOM file.", "The letters DICM are missing after the first 128 bytes.")
    values: dict[int, bytes] = {}
    position = 132
    while True:
        header = read_at(position, 12)
        if header[:2] != b"\x02\x00":
            break
        start, length = _value_place(header, position)
        end = start + length
        if end > _MAX_META:
            raise InvalidInput("The file's meta information is broken.", f"It goes on past byte {_MAX_META}.")
        value = read_at(start, length)
        if len(value) < length:
            raise InvalidInput("The file is cut off.", f"It ends inside its meta information, at byte {start}.")
        values[struct.unpack_from("<H", header, 2)[0]] = value
        position = end
    return _meta_of(values, position)


def _value_place(header: bytes, position: int) -> tuple[int, int]:
    if len(header) < 8:
        raise InvalidInput("The file is cut off.", f"It ends inside its meta information, at byte {position}.")
    vr = header[4:6]
    if not (vr.isalpha() and vr.isupper()):
        raise InvalidInput(
            "The file's meta information is broken.",
            f"At byte {position} stands no value representation; it must be explicit little endian (PS3.10 7.1).",
        )
    if vr not in _LONG_VRS:
        return position + 8, struct.unpack_from("<H", header, 6)[0]
    if len(header) < 12:
        raise InvalidInput("The file is cut off.", f"It ends inside its meta information, at byte {position}.")
    return position + 12, struct.unpack_from("<L", header, 8)[0]


def _meta_of(values: dict[int, bytes], dataset_offset: int) -> FileMeta:
    def text(element: int) -> str:
        return values.get(element, b"").decode("ascii", "replace").strip("\0 ")

    ours = text(0x0100) == PRIVATE_CREATOR_UID
    return FileMeta(
        sop_class_uid=text(0x0002),
        sop_instance_uid=text(0x0003),
        transfer_syntax_uid=text(0x0010),
        calling_ae_title=text(0x0017) or text(0x0016),
        called_ae_title=text(0x0018),
        receipt=_decode_receipt(values.get(0x0102, b"")) if ours else None,
        dataset_offset=dataset_offset,
    )


def _encode_receipt(receipt: Receipt) -> bytes:
    facts = {
        "received_at": receipt.received_at.isoformat(),
        "association_id": _noted(receipt.association_id),
        "address": _noted(receipt.address),
        "size_bytes": receipt.size_bytes,
        "digest": receipt.digest,
    }
    return _NOTES.encode(facts).encode("ascii")


def _noted(text: str) -> str:
    """At most 64 characters that JSON writes as one byte each, so that the header's place suffices."""
    cut = text[:_MAX_NOTED_TEXT]
    return cut if _PLAIN_NOTE.fullmatch(cut) else "".join(sign if _PLAIN_NOTE.fullmatch(sign) else "?" for sign in cut)


def _decode_receipt(note: bytes) -> Receipt | None:
    """None for anything we did not write ourselves: a file that forges the creator's UID counts as foreign."""
    try:
        said = json.loads(note)
        received_at = datetime.fromisoformat(said["received_at"])
        if received_at.tzinfo is None:
            return None
        return Receipt(
            received_at=received_at,
            association_id=str(said["association_id"]),
            address=str(said["address"]),
            size_bytes=int(said["size_bytes"]),
            digest=str(said["digest"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _element(element: int, vr: bytes, value: bytes) -> bytes:
    if vr in _LONG_VRS:
        return struct.pack("<HH2sHL", 2, element, vr, 0, len(value)) + value
    return struct.pack("<HH2sH", 2, element, vr, len(value)) + value


def _uid(text: str) -> bytes:
    return _even(text.encode("ascii"), b"\0")


def _text(text: str) -> bytes:
    return _even(text.encode("ascii", "replace")[:16], b" ")


def _even(value: bytes, padding: bytes) -> bytes:
    return value + padding if len(value) % 2 else value
