"""The field's value types: a wrong AE title or UID cannot be constructed, so past the edge nobody checks again."""

import re
from enum import IntEnum, StrEnum
from typing import NewType, Self

JobId = NewType("JobId", str)
RowId = NewType("RowId", int)

_UID = re.compile(r"[0-9]+(\.[0-9]+)*")
_MAX_UID_LENGTH = 64
_MAX_AE_LENGTH = 16


class AETitle(str):
    """An application entity title: 1 to 16 printable ASCII characters but backslash, case significant.

    Outer spaces are not significant and are removed (PS3.5 6.2, VR AE). Raises ValueError with the reason.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        title = text.strip(" ")
        if not title:
            raise ValueError("an AE title needs at least one character that is not a space")
        if len(title) > _MAX_AE_LENGTH:
            raise ValueError(f"an AE title has at most 16 characters, {title!r} has {len(title)}")
        if "\\" in title or not (title.isascii() and title.isprintable()):
            raise ValueError(f"an AE title takes printable ASCII without backslash, not {title!r}")
        return super().__new__(cls, title)


class UID(str):
    """A DICOM unique identifier: digits in components separated by dots, at most 64 characters (PS3.5 9.1).

    Trailing NUL and space padding is removed. Leading zeros of a component are against the standard, yet exist
    in real archives and identify their objects, so they are taken as they are. Raises ValueError with the reason.
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        uid = text.rstrip("\0 ")
        if len(uid) > _MAX_UID_LENGTH:
            raise ValueError(f"a UID has at most 64 characters, this has {len(uid)}")
        if not _UID.fullmatch(uid) or not uid.isascii():
            raise ValueError(f"a UID is digits separated by single dots, not {uid!r}")
        return super().__new__(cls, uid)


class StudyInstanceUID(UID):
    """Identifies a study (0020,000D)."""

    __slots__ = ()


class SeriesInstanceUID(UID):
    """Identifies a series (0020,000E)."""

    __slots__ = ()


class SOPInstanceUID(UID):
    """Identifies an instance (0008,0018)."""

    __slots__ = ()


class SOPClassUID(UID):
    """Says what kind of object an instance is (0008,0016)."""

    __slots__ = ()


class TransferSyntaxUID(UID):
    """Says how a dataset is encoded (0002,0010)."""

    __slots__ = ()


class TransactionUID(UID):
    """Identifies a storage commitment request (0008,1195)."""

    __slots__ = ()


class QueryLevel(StrEnum):
    """Query/Retrieve Level (0008,0052), PS3.4 C.6."""

    PATIENT = "PATIENT"
    STUDY = "STUDY"
    SERIES = "SERIES"
    IMAGE = "IMAGE"


class ProvidedModel(StrEnum):
    """Query/Retrieve information model that we answer in, PS3.4 C.6."""

    PATIENT_ROOT = "patient-root"
    STUDY_ROOT = "study-root"
    PATIENT_STUDY_ONLY = "patient-study-only"  # retired in the standard, still asked for


class DimseStatus(IntEnum):
    """Statuses that PACSDesk answers with; PS3.4 B.2.3 (storage), C.4.1.1.4 (query), C.4.2.1.5 (retrieval), PS3.7 annex
    C (general)."""

    SUCCESS = 0x0000
    PROCESSING_FAILURE = 0x0110
    NO_SUCH_INSTANCE = 0x0112
    NO_SUCH_EVENT_TYPE = 0x0113
    INVALID_ARGUMENT = 0x0115
    CLASS_INSTANCE_CONFLICT = 0x0119
    SOP_CLASS_NOT_SUPPORTED = 0x0122
    NO_SUCH_ACTION = 0x0123
    NOT_AUTHORIZED = 0x0124
    DUPLICATE_TRANSACTION_UID = 0x0131
    RESOURCE_LIMITATION = 0x0213
    OUT_OF_RESOURCES = 0xA700
    MATCHES_NOT_COUNTED = 0xA701
    SUB_OPERATIONS_NOT_PERFORMED = 0xA702
    MOVE_DESTINATION_UNKNOWN = 0xA801
    DATASET_DOES_NOT_MATCH = 0xA900
    COERCION_OF_ELEMENTS = 0xB000
    DATASET_UNREADABLE = 0xB007
    CANNOT_UNDERSTAND = 0xC000
    CANCELLED = 0xFE00
    PENDING = 0xFF00
    PENDING_WITH_UNSUPPORTED_KEYS = 0xFF01

    @property
    def is_stored(self) -> bool:
        """True when the sender may forget the instance: success or warning."""
        return self is DimseStatus.SUCCESS or self >> 12 == 0xB
