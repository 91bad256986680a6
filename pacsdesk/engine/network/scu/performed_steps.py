"""What a performed procedure step says (PS3.4 table F.7.2-1), as bytes, and for reading what went out and came back.

What is type 2 there is sent without a value, so that a peer that insists on it is not the one that refuses. Values go
out as they were given: what a peer makes of a wrong one is what is tried.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from pydicom.datadict import dictionary_VR, keyword_for_tag, tag_for_keyword

from pacsdesk.contract.records.performed_steps import PerformedStatus, StepBegun, StepChange, ToldElement
from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.archive.dataset.reading import Elements, UnreadableDataset, read_dataset
from pacsdesk.engine.archive.dataset.text import CharacterSet
from pacsdesk.engine.archive.dataset.writing import encode_element, encode_items

_CHARACTER_SET = 0x00080005
_LONGEST_VALUE = 256
_MOST_TOLD = 2000


@dataclass(frozen=True, slots=True)
class MadeSeries:
    """A series that a step made. images, others: SOP Class and Instance UIDs; others are no images."""

    series_instance_uid: str
    description: str
    protocol_name: str
    images: Sequence[tuple[str, str]] = ()
    others: Sequence[tuple[str, str]] = ()


# an attribute by its keyword with its value; a sequence with its items
Said = tuple[str, "str | tuple[tuple[Said, ...], ...]"]


def step_begun(
    order: StepBegun, study_instance_uid: str, station: str, step_id: str, began_at: datetime
) -> tuple[Said, ...]:
    """The attribute list of the N-CREATE."""
    scheduled: tuple[Said, ...] = (
        ("StudyInstanceUID", study_instance_uid),
        ("ReferencedStudySequence", ()),
        ("AccessionNumber", order.accession_number),
        ("RequestedProcedureID", order.requested_procedure_id),
        ("RequestedProcedureDescription", ""),
        ("ScheduledProcedureStepID", order.scheduled_step_id),
        ("ScheduledProcedureStepDescription", ""),
        ("ScheduledProtocolCodeSequence", ()),
    )
    return (
        ("ScheduledStepAttributesSequence", (scheduled,)),
        ("PatientName", order.patient_name),
        ("PatientID", order.patient_id),
        ("PatientBirthDate", order.patient_birth_date),
        ("PatientSex", order.patient_sex),
        ("ReferencedPatientSequence", ()),
        ("PerformedProcedureStepID", step_id),
        ("PerformedStationAETitle", station),
        ("PerformedStationName", order.station_name),
        ("PerformedLocation", ""),
        ("PerformedProcedureStepStartDate", f"{began_at:%Y%m%d}"),
        ("PerformedProcedureStepStartTime", f"{began_at:%H%M%S}"),
        ("PerformedProcedureStepStatus", PerformedStatus.IN_PROGRESS.value),
        ("PerformedProcedureStepDescription", order.description),
        ("PerformedProcedureTypeDescription", ""),
        ("ProcedureCodeSequence", ()),
        ("PerformedProcedureStepEndDate", ""),
        ("PerformedProcedureStepEndTime", ""),
        ("Modality", order.modality),
        ("StudyID", ""),
        ("PerformedProtocolCodeSequence", ()),
        ("PerformedSeriesSequence", ()),
    )


def step_changed(order: StepChange, series: Iterable[MadeSeries], ended_at: datetime) -> tuple[Said, ...]:
    """The modification list of the N-SET; series and end belong to a step that is over."""
    said: tuple[Said, ...] = (("PerformedProcedureStepStatus", order.status.value),)
    if order.description:
        said += (("PerformedProcedureStepDescription", order.description),)
    if order.status is PerformedStatus.IN_PROGRESS:
        return said
    return (
        *said,
        ("PerformedProcedureStepEndDate", f"{ended_at:%Y%m%d}"),
        ("PerformedProcedureStepEndTime", f"{ended_at:%H%M%S}"),
        ("PerformedSeriesSequence", tuple(map(_series, series))),
    )


def encoded(said: Sequence[Said], transfer_syntax: str) -> bytes:
    """Its bytes; in UTF-8, and saying so, where ASCII is not enough."""
    is_explicit = transfer_syntax == EXPLICIT_LITTLE_ENDIAN
    named = tuple(said) if _is_ascii(said) else (*said, ("SpecificCharacterSet", "ISO_IR 192"))
    return _encoded(named, is_explicit)


def told(content: bytes, transfer_syntax: str) -> tuple[ToldElement, ...]:
    """A dataset for reading, at most 2,000 elements; () for what is none."""
    try:
        elements = read_dataset(content, transfer_syntax == EXPLICIT_LITTLE_ENDIAN)
    except UnreadableDataset:
        return ()
    declared = elements.get(_CHARACTER_SET)
    return tuple(islice(_told(elements, CharacterSet(declared.value if declared else b""), 0), _MOST_TOLD))


def _series(made: MadeSeries) -> tuple[Said, ...]:
    return (
        ("PerformingPhysicianName", ""),
        ("ProtocolName", made.protocol_name or "UNKNOWN"),
        ("OperatorsName", ""),
        ("SeriesInstanceUID", made.series_instance_uid),
        ("SeriesDescription", made.description),
        ("RetrieveAETitle", ""),
        ("ReferencedImageSequence", tuple(map(_reference, made.images))),
        ("ReferencedNonImageCompositeSOPInstanceSequence", tuple(map(_reference, made.others))),
    )


def _reference(pair: tuple[str, str]) -> tuple[Said, ...]:
    return ("ReferencedSOPClassUID", pair[0]), ("ReferencedSOPInstanceUID", pair[1])


def _is_ascii(said: Iterable[Said]) -> bool:
    return all(value.isascii() if isinstance(value, str) else all(map(_is_ascii, value)) for _, value in said)


def _encoded(said: Iterable[Said], is_explicit: bool) -> bytes:
    by_tag = {_tag(keyword): value for keyword, value in said}
    return b"".join(_element(tag, value, is_explicit) for tag, value in sorted(by_tag.items(), key=lambda one: one[0]))


def _element(tag: int, value: "str | tuple[tuple[Said, ...], ...]", is_explicit: bool) -> bytes:
    if isinstance(value, str):
        return encode_element(tag, dictionary_VR(tag), value.encode("utf-8"), is_explicit)
    return encode_element(tag, "SQ", encode_items(_encoded(item, is_explicit) for item in value), is_explicit)


def _tag(keyword: str) -> int:
    tag = tag_for_keyword(keyword)
    assert tag is not None, f"{keyword} is no keyword of the standard"
    return int(tag)


def _told(elements: Elements, characters: CharacterSet, depth: int) -> Iterator[ToldElement]:
    for tag, element in elements.items():
        text = ""
        if element.items:
            text = f"{len(element.items)} items" if len(element.items) != 1 else "1 item"
        elif element.vr != "SQ":
            decoded, _ = characters.decode(element.value[:_LONGEST_VALUE])
            text = "".join(sign if sign.isprintable() else " " for sign in decoded).strip()
        written = f"{tag >> 16:04X},{tag & 0xFFFF:04X}"
        yield ToldElement(written, keyword_for_tag(tag) or "private", element.vr, text, depth)
        for item in element.items:
            yield from _told(item, characters, depth + 1)
