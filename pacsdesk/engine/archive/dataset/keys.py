"""What the index keeps of an object: the keys that PS3.4 C.6 requires for query, and what the study list shows.

A new key: one row in _TEXTS or _NUMBERS, one field in IndexKeys, one column in tables.py with its revision.
"""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from pacsdesk.engine.archive.dataset.elements import BrokenStructure, DatasetBytes, Walk, open_dataset
from pacsdesk.engine.archive.dataset.encoding import Encoding, actual_encoding, declared_encoding, is_known
from pacsdesk.engine.archive.dataset.part10 import ReadAt
from pacsdesk.engine.archive.dataset.reading import UnreadableDataset, read_items
from pacsdesk.engine.archive.dataset.text import CharacterSet

# for the index only; the object keeps its values whole
MAX_TEXT = 1024
_MAX_RAW = 4096
_MAX_RAW_ITEMS = 32 << 10  # some dozen requests with all their codes


class _Form(Enum):
    PLAIN = auto()  # default repertoire: CS, DA, TM, UI, AS
    TEXT = auto()  # by the Specific Character Set: LO, SH, PN, LT
    DATE = auto()


_TEXTS: dict[int, tuple[str, _Form]] = {
    0x00080016: ("sop_class_uid", _Form.PLAIN),
    0x00080018: ("sop_instance_uid", _Form.PLAIN),
    0x00080020: ("study_date", _Form.DATE),
    0x00080021: ("series_date", _Form.DATE),
    0x00080023: ("content_date", _Form.DATE),
    0x00080030: ("study_time", _Form.PLAIN),
    0x00080031: ("series_time", _Form.PLAIN),
    0x00080033: ("content_time", _Form.PLAIN),
    0x00080050: ("accession_number", _Form.TEXT),
    0x00080060: ("modality", _Form.PLAIN),
    0x00080080: ("institution_name", _Form.TEXT),
    0x00080090: ("referring_physician_name", _Form.TEXT),
    0x00081010: ("station_name", _Form.TEXT),
    0x00081030: ("study_description", _Form.TEXT),
    0x0008103E: ("series_description", _Form.TEXT),
    0x00081048: ("physicians_of_record", _Form.TEXT),
    0x00081050: ("performing_physician_name", _Form.TEXT),
    0x00081070: ("operators_name", _Form.TEXT),
    0x00100010: ("patient_name", _Form.TEXT),
    0x00100020: ("patient_id", _Form.TEXT),
    0x00100021: ("issuer_of_patient_id", _Form.TEXT),
    0x00100030: ("patient_birth_date", _Form.DATE),
    0x00100032: ("patient_birth_time", _Form.PLAIN),
    0x00100040: ("patient_sex", _Form.PLAIN),
    0x00101000: ("other_patient_ids", _Form.TEXT),
    0x00101010: ("patient_age", _Form.PLAIN),
    0x00102160: ("ethnic_group", _Form.TEXT),
    0x00104000: ("patient_comments", _Form.TEXT),
    0x00180015: ("body_part_examined", _Form.PLAIN),
    0x00181030: ("protocol_name", _Form.TEXT),
    0x0020000D: ("study_instance_uid", _Form.PLAIN),
    0x0020000E: ("series_instance_uid", _Form.PLAIN),
    0x00200010: ("study_id", _Form.TEXT),
    0x00200060: ("laterality", _Form.PLAIN),
    0x00400244: ("pps_start_date", _Form.DATE),
    0x00400245: ("pps_start_time", _Form.PLAIN),
}
# the name, and whether the value is a binary US; else it is an IS
_NUMBERS: dict[int, tuple[str, bool]] = {
    0x00200011: ("series_number", False),
    0x00200013: ("instance_number", False),
    0x00280008: ("number_of_frames", False),
    0x00280010: ("rows", True),
    0x00280011: ("columns", True),
    0x00280100: ("bits_allocated", True),
}
# what a frame is found by: without these numbers the pixels cannot be followed. An odd series or instance number is
# common and costs a place in a list only, so it marks nothing (docs/decisions/0024)
_NEEDED_NUMBERS = frozenset({0x00280008, 0x00280010, 0x00280011})
_CHARACTER_SET = 0x00080005
_REQUEST_ATTRIBUTES = 0x00400275
# ScheduledProcedureStepID, RequestedProcedureID: what is kept of each item, in this order
REQUEST_ATTRIBUTES = (0x00400009, 0x00401001)
_WANTED = frozenset({_CHARACTER_SET, _REQUEST_ATTRIBUTES, *_TEXTS, *_NUMBERS})
_IDENTITY = frozenset({0x00080016, 0x00080018})

_NUMBER = re.compile(r"\s*([+-]?[0-9]{1,10})(?:\.0*)?\s*")
_MAX_NUMBER = (1 << 31) - 1
_OLD_DATE = re.compile(r"([0-9]{4})\.([0-9]{2})\.([0-9]{2})")


@dataclass(frozen=True, slots=True)
class IndexKeys:
    """An object's keys; "" and None for absent, text decoded, padding removed, cut at 1,024 characters.

    unreadable: why the dataset cannot be followed or understood as a whole (with the byte), "" when it can. The keys
    are those that stand before that place.
    """

    sop_class_uid: str = ""
    sop_instance_uid: str = ""
    study_instance_uid: str = ""
    series_instance_uid: str = ""
    patient_id: str = ""
    issuer_of_patient_id: str = ""
    patient_name: str = ""
    patient_birth_date: str = ""
    patient_birth_time: str = ""
    patient_sex: str = ""
    patient_age: str = ""
    other_patient_ids: str = ""
    ethnic_group: str = ""
    patient_comments: str = ""
    study_date: str = ""
    study_time: str = ""
    study_id: str = ""
    accession_number: str = ""
    study_description: str = ""
    referring_physician_name: str = ""
    physicians_of_record: str = ""
    institution_name: str = ""
    modality: str = ""
    series_number: int | None = None
    series_description: str = ""
    body_part_examined: str = ""
    laterality: str = ""
    protocol_name: str = ""
    series_date: str = ""
    series_time: str = ""
    performing_physician_name: str = ""
    operators_name: str = ""
    station_name: str = ""
    pps_start_date: str = ""
    pps_start_time: str = ""
    request_attributes: str = ""
    instance_number: int | None = None
    number_of_frames: int | None = None
    rows: int | None = None
    columns: int | None = None
    bits_allocated: int | None = None
    content_date: str = ""
    content_time: str = ""
    unreadable: str = field(default="", kw_only=True)


def read_index_keys(read_at: ReadAt, size: int, transfer_syntax_uid: str) -> IndexKeys:
    """The keys of a dataset of `size` bytes. Never raises on what a dataset may contain."""
    declared = declared_encoding(transfer_syntax_uid)
    dataset = open_dataset(read_at, size, declared)
    encoding = actual_encoding(dataset.read(0, 8), declared)
    values, problem = _collect(dataset, encoding)
    if encoding != declared:
        problem = f"declared as {declared}, encoded as {encoding}"
    elif not is_known(transfer_syntax_uid):
        problem = f"the transfer syntax {transfer_syntax_uid or '(none)'} is not known"
    return _keys_of(values, encoding, problem)


def _collect(dataset: DatasetBytes, encoding: Encoding) -> tuple[dict[int, bytes], str]:
    """The raw values of wanted tags, and the first problem of the structure."""
    values: dict[int, bytes] = {}
    walk = Walk(dataset, encoding)
    problem = ""
    try:
        for tag, vr, start, end in walk.elements(_WANTED):
            value = dataset.read(start, min(end - start, _longest(tag, vr)))
            if tag not in values:
                values[tag] = value
            elif values[tag] != value:
                problem = problem or f"at byte {start}: {_place(tag)} stands a second time"
                if tag in _IDENTITY:  # two identities are none
                    values[tag] = b""
    except BrokenStructure as broken:
        problem = problem or walk.problem or str(broken)
    return values, problem or walk.problem


def _longest(tag: int, vr: bytes) -> int:
    """How many bytes of a value are looked at. A sequence is no text, whatever tag it stands under."""
    if tag == _REQUEST_ATTRIBUTES:
        return _MAX_RAW_ITEMS
    return 0 if vr == b"SQ" else _MAX_RAW


def _keys_of(values: dict[int, bytes], encoding: Encoding, problem: str) -> IndexKeys:
    character_set = CharacterSet(values.pop(_CHARACTER_SET, b""))
    texts: dict[str, str] = {}
    numbers: dict[str, int | None] = {}
    if raw_items := values.pop(_REQUEST_ATTRIBUTES, b""):
        texts["request_attributes"] = _request_attributes(raw_items, encoding, character_set)
    for tag, raw in values.items():
        if tag in _NUMBERS:
            name, is_binary = _NUMBERS[tag]
            numbers[name] = number = _number(raw, is_binary, encoding.is_big_endian)
            if tag in _NEEDED_NUMBERS and (number is None or number < 0) and raw.strip(b"\0 "):
                problem = problem or f"the value of {_place(tag)} is no number of {name.removeprefix('number_of_')}"
            continue
        name, form = _TEXTS[tag]
        if raw.isascii() and b"\x1b" not in raw:
            text = raw.decode("ascii")
        elif form is _Form.TEXT:
            text, is_clean = character_set.decode(raw)
            if not is_clean or character_set.unknown:
                problem = problem or _undecodable(tag, character_set)
        else:
            text = raw.decode("ascii", "replace")
        texts[name] = _tidy(text, form)
    return IndexKeys(**texts, **numbers, unreadable=problem)  # type: ignore[arg-type]  # two tables name the fields


def _request_attributes(raw: bytes, encoding: Encoding, character_set: CharacterSet) -> str:
    """What is kept of the items, "" when they cannot be read: they are there to be asked for, no more."""
    try:
        items = () if encoding.is_big_endian else read_items(raw, encoding.is_explicit)
    except UnreadableDataset:
        return ""
    lines = []
    for item in items:
        kept = [character_set.decode(item[tag].value)[0] if tag in item else "" for tag in REQUEST_ATTRIBUTES]
        lines.append("\t".join(" ".join(_tidy(text, _Form.TEXT).split()) for text in kept))
    return "\n".join(line for line in lines if line.strip())


def _undecodable(tag: int, character_set: CharacterSet) -> str:
    if character_set.unknown:
        return f"the text of {_place(tag)} is in the unknown character set {character_set.unknown[:32]!r}"
    return f"the text of {_place(tag)} cannot be read in the character set that the dataset declares"


def _place(tag: int) -> str:
    return f"({tag >> 16:04X},{tag & 0xFFFF:04X})"


def _tidy(text: str, form: _Form) -> str:
    if "\0" in text:
        text = text.replace("\0", "")
    text = text.strip()[:MAX_TEXT]
    if form is _Form.DATE and "." in text:
        # PS3.5 6.2 note: ACR-NEMA wrote yyyy.mm.dd and readers should know it
        return _OLD_DATE.sub(r"\1\2\3", text)
    return text


def _number(raw: bytes, is_binary: bool, is_big_endian: bool) -> int | None:
    """The first value. Some writers put an IS where a US belongs, and the other way round: the bytes tell."""
    if is_binary and len(raw) in (2, 4):
        return int.from_bytes(raw[:2], "big" if is_big_endian else "little")
    text = raw.split(b"\\", 1)[0].decode("ascii", "replace").strip("\0 ")
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    number = int(match.group(1))
    return number if abs(number) <= _MAX_NUMBER else None
