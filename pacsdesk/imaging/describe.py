"""Says what an object is that has no picture: a report as text, a recording's channels, a plan's parts.

A new kind of object: one function from dataset to facts or text below, one line in _KINDS.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydicom.dataset import Dataset
from pydicom.uid import UID

from pacsdesk.imaging.attributes import item, number, one_line, text
from pacsdesk.imaging.header import Header
from pacsdesk.imaging.overlays import date, person_name, time
from pacsdesk.imaging.undisplayable import DAMAGE

MAX_LINES = 2_000
MAX_LINE = 1_000
_MAX_DEPTH = 32
_INDENT = "    "
_MAX_ITEMS = 500


class Kind(StrEnum):
    """What sort of object it is, for a symbol beside its title."""

    REPORT = "report"
    DOCUMENT = "document"
    WAVEFORM = "waveform"
    PLAN = "plan"
    STRUCTURES = "structures"
    PRESENTATION = "presentation"
    KEY_OBJECTS = "key-objects"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a table: "Sampling" and "1,000 Hz"."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Description:
    """kind_name: "12-lead ECG Waveform Storage"; title: what the object calls itself; body: text to read, may be ""."""

    kind: Kind
    kind_name: str
    title: str
    facts: tuple[Fact, ...]
    body: str


@dataclass(frozen=True, slots=True)
class _Content:
    """What the function of a kind contributes."""

    title: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()


def describe(header: Header) -> Description:
    """Describe an object without pictures; parts that are missing or broken are left out."""
    ds = header.dataset
    sop_class = text(ds, "SOPClassUID") or text(header.file_meta, "MediaStorageSOPClassUID")
    kind, describe_kind = _kind_of(sop_class, ds)
    try:
        content = describe_kind(ds)
    except DAMAGE:
        content = _Content(facts=(("Content", "It is damaged and cannot be read."),))
    made = f"{date(text(ds, 'ContentDate') or text(ds, 'StudyDate'))} {time(text(ds, 'ContentTime'))}".strip()
    facts = (*content.facts, ("Made", made), ("Manufacturer", text(ds, "Manufacturer")))
    name = UID(sop_class).name if sop_class else "Object without a SOP class"
    return Description(
        kind=kind,
        kind_name=one_line(name.removesuffix(" Storage"), 120),
        title=one_line(content.title or text(ds, "SeriesDescription"), 120),
        facts=tuple(Fact(label, one_line(value, 240)) for label, value in facts if value),
        body="\n".join(line[:MAX_LINE] for line in content.lines[:MAX_LINES]),
    )


def _kind_of(sop_class: str, ds: Dataset) -> tuple[Kind, Callable[[Dataset], _Content]]:
    for prefix, kind, function in _KINDS:
        if sop_class == prefix or (prefix.endswith(".") and sop_class.startswith(prefix)):
            return kind, function
    for keyword, kind, function in _SIGNS:
        if keyword in ds:
            return kind, function
    return Kind.OTHER, lambda _ds: _Content()


def _items(ds: Dataset, keyword: str) -> Iterator[Dataset]:
    for position in range(_MAX_ITEMS):
        found = item(ds, keyword, position)
        if found is None:
            return
        yield found


def _meaning(ds: Dataset, sequence: str) -> str:
    code = item(ds, sequence, 0)
    return one_line(text(code, "CodeMeaning") or text(code, "CodeValue"), 120) if code is not None else ""


def _report(ds: Dataset) -> _Content:
    facts = (
        ("Completion", text(ds, "CompletionFlag").capitalize()),
        ("Verification", text(ds, "VerificationFlag").capitalize()),
        ("Author", ", ".join(person_name(text(one, "PersonName")) for one in _items(ds, "AuthorObserverSequence"))),
    )
    return _Content(_meaning(ds, "ConceptNameCodeSequence"), facts, tuple(_tree(ds, 0)))


def _tree(ds: Dataset, depth: int) -> Iterator[str]:
    """A content tree as indented lines (PS3.3 C.17.3)."""
    if depth > _MAX_DEPTH:
        yield _INDENT * depth + "…"
        return
    for node in _items(ds, "ContentSequence"):
        name, value = _meaning(node, "ConceptNameCodeSequence"), _node_value(node)
        line = f"{name}: {value}" if name and value else name or value or text(node, "ValueType").capitalize()
        if line:
            yield _INDENT * depth + line
        yield from _tree(node, depth + 1)


def _node_value(node: Dataset) -> str:
    kind = text(node, "ValueType")
    if kind == "NUM":
        measured = item(node, "MeasuredValueSequence", 0)
        unit = _meaning(measured, "MeasurementUnitsCodeSequence") if measured is not None else ""
        return f"{text(measured, 'NumericValue')} {unit}".strip() if measured is not None else "no value"
    if kind == "CODE":
        return _meaning(node, "ConceptCodeSequence")
    if kind in ("IMAGE", "COMPOSITE", "WAVEFORM"):
        reference = item(node, "ReferencedSOPSequence", 0)
        return UID(text(reference, "ReferencedSOPClassUID")).name if reference is not None else ""
    if kind == "PNAME":
        return person_name(text(node, "PersonName"))
    if kind == "CONTAINER":
        return ""
    if kind in ("DATE", "TIME", "DATETIME"):
        moment = text(node, "DateTime")
        return f"{date(text(node, 'Date') or moment[:8])} {time(text(node, 'Time') or moment[8:])}".strip()
    for keyword in ("TextValue", "UID"):
        if value := text(node, keyword):
            return one_line(value, MAX_LINE)
    return text(node, "GraphicType").capitalize()


def _document(ds: Dataset) -> _Content:
    data = ds.get("EncapsulatedDocument")
    size = f"{len(data):,} bytes" if isinstance(data, bytes) else ""
    facts = (("Media type", text(ds, "MIMETypeOfEncapsulatedDocument")), ("Size", size))
    return _Content(text(ds, "DocumentTitle") or _meaning(ds, "ConceptNameCodeSequence"), facts)


def _waveform(ds: Dataset) -> _Content:
    facts = []
    for position, group in enumerate(_items(ds, "WaveformSequence"), start=1):
        rate, samples = number(group, "SamplingFrequency") or 0, number(group, "NumberOfWaveformSamples") or 0
        names = [_channel(channel) for channel in _items(group, "ChannelDefinitionSequence")]
        label = text(group, "MultiplexGroupLabel").capitalize() or f"Group {position}"
        length = f", {samples / rate:,.1f} s" if rate > 0 else ""
        facts.append((label, f"{len(names)} channels at {rate:,.0f} Hz{length}, {samples:,.0f} samples"))
        facts.append(("Channels", ", ".join(name for name in names if name)))
    return _Content(text(ds, "WaveformOriginality").capitalize(), tuple(facts))


def _channel(channel: Dataset) -> str:
    return text(channel, "ChannelLabel") or _meaning(channel, "ChannelSourceSequence")


def _plan(ds: Dataset) -> _Content:
    beams = [
        f"{text(beam, 'BeamName') or text(beam, 'BeamNumber')}  {text(beam, 'BeamType').capitalize()}  "
        f"{text(beam, 'RadiationType').capitalize()}".rstrip()
        for beam in (*_items(ds, "BeamSequence"), *_items(ds, "IonBeamSequence"))
    ]
    fractions = item(ds, "FractionGroupSequence", 0)
    facts = (
        ("Description", text(ds, "RTPlanDescription")),
        ("Intent", text(ds, "PlanIntent").capitalize()),
        ("Fractions", text(fractions, "NumberOfFractionsPlanned") if fractions is not None else ""),
        ("Beams", str(len(beams)) if beams else ""),
        ("Approval", text(ds, "ApprovalStatus").capitalize()),
    )
    return _Content(text(ds, "RTPlanName") or text(ds, "RTPlanLabel"), facts, tuple(beams))


def _structures(ds: Dataset) -> _Content:
    names = [f"{text(roi, 'ROINumber'):>4}  {text(roi, 'ROIName')}" for roi in _items(ds, "StructureSetROISequence")]
    facts = (("Structures", str(len(names))), ("Approval", text(ds, "ApprovalStatus").capitalize()))
    return _Content(text(ds, "StructureSetName") or text(ds, "StructureSetLabel"), facts, tuple(names))


def _presentation(ds: Dataset) -> _Content:
    references = [
        reference
        for series in _items(ds, "ReferencedSeriesSequence")
        for reference in _items(series, "ReferencedImageSequence")
    ]
    graphics = sum(1 for _ in _items(ds, "GraphicAnnotationSequence"))
    facts = (
        ("Description", text(ds, "ContentDescription")),
        ("Creator", person_name(text(ds, "ContentCreatorName"))),
        ("Images", str(len(references)) if references else ""),
        ("Annotations", str(graphics) if graphics else ""),
    )
    return _Content(text(ds, "ContentLabel"), facts)


def _key_objects(ds: Dataset) -> _Content:
    references = sum(
        1
        for study in _items(ds, "CurrentRequestedProcedureEvidenceSequence")
        for series in _items(study, "ReferencedSeriesSequence")
        for _ in _items(series, "ReferencedSOPSequence")
    )
    return _Content(_meaning(ds, "ConceptNameCodeSequence"), (("Objects", str(references)),), tuple(_tree(ds, 0)))


# SOP class (a trailing dot makes it a prefix), kind, function; the first that fits
_KINDS: tuple[tuple[str, Kind, Callable[[Dataset], _Content]], ...] = (
    ("1.2.840.10008.5.1.4.1.1.88.59", Kind.KEY_OBJECTS, _key_objects),
    ("1.2.840.10008.5.1.4.1.1.88.", Kind.REPORT, _report),
    ("1.2.840.10008.5.1.4.1.1.104.", Kind.DOCUMENT, _document),
    ("1.2.840.10008.5.1.4.1.1.9.", Kind.WAVEFORM, _waveform),
    ("1.2.840.10008.5.1.4.1.1.481.3", Kind.STRUCTURES, _structures),
    ("1.2.840.10008.5.1.4.1.1.481.", Kind.PLAN, _plan),
    ("1.2.840.10008.5.1.4.1.1.11.", Kind.PRESENTATION, _presentation),
)
# Private and unknown classes show what they are by what they hold
_SIGNS: tuple[tuple[str, Kind, Callable[[Dataset], _Content]], ...] = (
    ("EncapsulatedDocument", Kind.DOCUMENT, _document),
    ("ContentSequence", Kind.REPORT, _report),
    ("WaveformSequence", Kind.WAVEFORM, _waveform),
)
