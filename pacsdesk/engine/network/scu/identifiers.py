"""Identifiers of questions that nothing can match: a study of a UID that was made up a moment ago.

They name nobody and ask for nothing that a patient could be known by.
"""

from uuid import UUID

from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.archive.dataset.writing import encode_element, encode_items

_LEVEL = 0x00080052
_PATIENT_ID = 0x00100020
_STUDY_INSTANCE_UID = 0x0020000D
_SCHEDULED_STEPS = 0x00400100
_MODALITY, _STATION, _START_DATE, _STEP_ID = 0x00080060, 0x00400001, 0x00400002, 0x00400009


def invented_uid(random: UUID) -> str:
    """A UID that nobody has (PS3.5 B.2)."""
    return f"2.25.{random.int}"


def of_study(uid: str, transfer_syntax: str, *, with_patient: bool = False) -> bytes:
    """For C-FIND, C-MOVE and C-GET at the level of studies. with_patient: the unique key of the level above, which
    patient-root models want (PS3.4 C.4.1.2.1)."""
    elements: list[tuple[int, str, str]] = [(_LEVEL, "CS", "STUDY")]
    if with_patient:
        elements.append((_PATIENT_ID, "LO", nobody(uid)))
    return _encode([*elements, (_STUDY_INSTANCE_UID, "UI", uid)], transfer_syntax)


def of_worklist(uid: str, transfer_syntax: str) -> bytes:
    """Matching keys by UID and by patient: what a worklist server does not match by UID it does by patient."""
    is_explicit = transfer_syntax == EXPLICIT_LITTLE_ENDIAN
    inner = [(_MODALITY, "CS", ""), (_STATION, "AE", ""), (_START_DATE, "DA", ""), (_STEP_ID, "SH", "")]
    steps = encode_element(_SCHEDULED_STEPS, "SQ", encode_items([_encode(inner, transfer_syntax)]), is_explicit)
    return _encode([(_PATIENT_ID, "LO", nobody(uid)), (_STUDY_INSTANCE_UID, "UI", uid)], transfer_syntax) + steps


def nobody(uid: str) -> str:
    """A patient ID that nobody has, within the 64 characters of LO."""
    return f"PACSDESK-{uid.rpartition('.')[2]}"


def _encode(elements: list[tuple[int, str, str]], transfer_syntax: str) -> bytes:
    is_explicit = transfer_syntax == EXPLICIT_LITTLE_ENDIAN
    return b"".join(encode_element(tag, vr, text.encode("ascii"), is_explicit) for tag, vr, text in elements)
