"""Decides which directory record an object gets in a DICOMDIR and what it says (PS3.3 annex F.5).

Keys that a record must have and an object lacks are filled in, as every writer of media has to: numbers by counting,
dates with 19000101. The objects themselves are never touched.
"""

from pathlib import Path

import pydicom
from pydicom.datadict import dictionary_VR, tag_for_keyword
from pydicom.dataset import Dataset
from pydicom.errors import BytesLengthException, InvalidDicomError
from pydicom.multival import MultiValue

from pacsdesk.engine.archive.transfer.dicomdir import CodedConcept, Value

_STORAGE = "1.2.840.10008.5.1.4.1.1."

# by the rest of the SOP class UID below the storage root; one that ends in a dot stands for all below it. The first
# that fits counts. What is missing here is an IMAGE when it has rows, else a PRIVATE record.
_KINDS: tuple[tuple[str, str], ...] = (
    ("4.2", "SPECTROSCOPY"),
    ("9.", "WAVEFORM"),
    ("11.", "PRESENTATION"),
    ("66", "RAW DATA"),
    ("66.1", "REGISTRATION"),
    ("66.2", "FIDUCIAL"),
    ("66.3", "REGISTRATION"),
    ("66.5", "SURFACE"),
    ("66.6", "TRACT"),
    ("67", "VALUE MAP"),
    ("68.1", "SURFACE SCAN"),
    ("68.2", "SURFACE SCAN"),
    ("77.1.5.3", "STEREOMETRIC"),
    ("78.6", "SR DOCUMENT"),
    ("78.", "MEASUREMENT"),
    ("79.1", "SR DOCUMENT"),
    ("80.1", "MEASUREMENT"),
    ("88.59", "KEY OBJECT DOC"),
    ("88.", "SR DOCUMENT"),
    ("90.1", "ASSESSMENT"),
    ("104.", "ENCAP DOC"),
    ("131", "PRESENTATION"),
    ("481.2", "RT DOSE"),
    ("481.3", "RT STRUCTURE SET"),
    ("481.4", "RT TREAT RECORD"),
    ("481.5", "RT PLAN"),
    ("481.6", "RT TREAT RECORD"),
    ("481.7", "RT TREAT RECORD"),
    ("481.8", "RT PLAN"),
    ("481.9", "RT TREAT RECORD"),
)

_CONTENT_TIMES = ("ContentDate", "ContentTime")
_CONTENT_NAMES = ("ContentLabel", "ContentDescription", "ContentCreatorName")
_GENERIC = (*_CONTENT_TIMES, *_CONTENT_NAMES)

# keys beside the instance number, copied out of the object; IMAGE and PRIVATE need none
_KEYS: dict[str, tuple[str, ...]] = {
    "ASSESSMENT": ("InstanceCreationDate", "InstanceCreationTime"),
    "ENCAP DOC": (*_CONTENT_TIMES, "DocumentTitle", "ConceptNameCodeSequence", "MIMETypeOfEncapsulatedDocument"),
    "FIDUCIAL": _GENERIC,
    "KEY OBJECT DOC": (*_CONTENT_TIMES, "ConceptNameCodeSequence"),
    "MEASUREMENT": _GENERIC,
    "PRESENTATION": ("PresentationCreationDate", "PresentationCreationTime", *_CONTENT_NAMES),
    "RAW DATA": _CONTENT_TIMES,
    "REGISTRATION": _GENERIC,
    "RT DOSE": ("DoseSummationType",),
    "RT PLAN": ("RTPlanLabel", "RTPlanDate", "RTPlanTime"),
    "RT STRUCTURE SET": ("StructureSetLabel", "StructureSetDate", "StructureSetTime"),
    "RT TREAT RECORD": ("TreatmentDate", "TreatmentTime"),
    "SPECTROSCOPY": (
        "ImageType",
        *_CONTENT_TIMES,
        "NumberOfFrames",
        "Rows",
        "Columns",
        "DataPointRows",
        "DataPointColumns",
    ),
    "SR DOCUMENT": (*_CONTENT_TIMES, "CompletionFlag", "VerificationFlag", "ConceptNameCodeSequence"),
    "STEREOMETRIC": (*_CONTENT_TIMES, *_CONTENT_NAMES),
    "SURFACE": _GENERIC,
    "SURFACE SCAN": _CONTENT_TIMES,
    "TRACT": _GENERIC,
    "VALUE MAP": _GENERIC,
    "WAVEFORM": _CONTENT_TIMES,
}

_FILLED_IN = {
    "CompletionFlag": "PARTIAL",
    "VerificationFlag": "UNVERIFIED",
    "ContentLabel": "UNNAMED",
    "RTPlanLabel": "UNNAMED",
    "StructureSetLabel": "UNNAMED",
    "DoseSummationType": "PLAN",
}
NO_DATE, NO_TIME = "19000101", "000000"
_MAX_TEXT = 1024
_NO_CONCEPT = ("NONE", "99PACSDESK", "Not given")

# everything that pydicom is known to raise on bytes that are not as they should be
_UNREADABLE = (
    InvalidDicomError,
    BytesLengthException,
    AttributeError,
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,  # on a VR that it does not know
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


def record_kind(sop_class_uid: str, rows: int) -> str:
    """The Directory Record Type of an object. rows: of its pixels, 0 when it has none."""
    rest = sop_class_uid.removeprefix(_STORAGE) if sop_class_uid.startswith(_STORAGE) else ""
    for known, kind in _KINDS:
        if rest == known or (known.endswith(".") and rest.startswith(known)):
            return kind
    return "IMAGE" if rows else "PRIVATE"


def instance_values(kind: str, path: Path, number: int) -> tuple[Value | CodedConcept, ...]:
    """The keys of an instance's record. number: its instance number, or its place when it has none."""
    instance_number = Value(0x00200013, "IS", str(number))
    keywords = _KEYS.get(kind, ())
    if not keywords:
        return (instance_number,)
    try:
        dataset: Dataset = pydicom.dcmread(path, stop_before_pixels=True, specific_tags=list(keywords))
    except _UNREADABLE:
        dataset = Dataset()
    return (instance_number, *(_copied(dataset, keyword) for keyword in keywords))


def _copied(dataset: Dataset, keyword: str) -> Value | CodedConcept:
    tag = tag_for_keyword(keyword) or 0
    if keyword.endswith("Sequence"):
        return CodedConcept(tag, *_concept(dataset, keyword))
    vr = dictionary_VR(tag)
    text = _text_of(dataset, keyword)
    if not text:
        text = _FILLED_IN.get(keyword) or {"DA": NO_DATE, "TM": NO_TIME}.get(vr, "")
    return Value(tag, vr, text)


def _text_of(dataset: Dataset, keyword: str) -> str:
    try:
        value: object = dataset.get(keyword)
        texts = value if isinstance(value, list | MultiValue) else [value]
        return "\\".join("" if one is None else str(one) for one in texts)[:_MAX_TEXT]
    except _UNREADABLE:
        return ""


def _concept(dataset: Dataset, keyword: str) -> tuple[str, str, str]:
    try:
        code = dataset[keyword][0]
        return str(code.CodeValue), str(code.CodingSchemeDesignator), str(code.CodeMeaning)[:_MAX_TEXT]
    except _UNREADABLE:
        return _NO_CONCEPT
