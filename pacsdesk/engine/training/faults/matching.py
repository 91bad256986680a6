"""How a peer matches keys (PS3.4 C.2.2.2): as generously as good archives do, or less so by a field of `Matching`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from pydicom.dataelem import DataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.valuerep import VR

LEVELS = ("PATIENT", "STUDY", "SERIES", "IMAGE")
_UNIQUE_KEYS = {
    "PATIENT": "PatientID",
    "STUDY": "StudyInstanceUID",
    "SERIES": "SeriesInstanceUID",
    "IMAGE": "SOPInstanceUID",
}
_CHARACTER_SET = "SpecificCharacterSet"
_NOT_MATCHED = {_CHARACTER_SET, "QueryRetrieveLevel", "RetrieveAETitle", "TimezoneOffsetFromUTC"}
_PERIODS = (VR.DA, VR.TM)


class IdForm(StrEnum):
    """How Patient IDs are kept: as sent, or with zeros in front."""

    AS_SENT = "as-sent"
    PADDED = "padded"


@dataclass(frozen=True, slots=True)
class Matching:
    """levels: those at which it finds anything. callers: who sees anything, () for everybody."""

    knows_wildcards: bool = True
    minds_case: bool = False
    levels: tuple[str, ...] = LEVELS
    models: tuple[str, ...] = ("P", "S")
    reads_character_sets: bool = True
    date_separator: str = ""
    id_form: IdForm = IdForm.AS_SENT
    callers: tuple[str, ...] = ()


def find(identifier: Dataset, instances: Iterable[Dataset], how: Matching) -> Iterator[Dataset]:
    """One answer for each patient, study, series or instance that matches, with the keys that were asked for."""
    level = str(identifier.get("QueryRetrieveLevel", ""))
    if level not in how.levels:
        return
    groups: dict[str, list[Dataset]] = {}
    for ds in instances:
        groups.setdefault(str(ds.get(_UNIQUE_KEYS[level], "")), []).append(ds)
    for group in groups.values():
        held = as_held(group[0], group, how)
        if matches(identifier, held, how):
            yield _answer(identifier, held, level)


def chosen(identifier: Dataset, instances: Iterable[Dataset]) -> list[Dataset]:
    """Instances that a C-MOVE or C-GET names: by lists of UIDs, at its level and above (PS3.4 C.4.2.2.1)."""
    keys = [keyword for keyword in _UNIQUE_KEYS.values() if _values(identifier.get(keyword))]
    if not keys:
        return []
    return [ds for ds in instances if all(str(ds.get(key)) in _values(identifier.get(key)) for key in keys)]


def as_held(ds: Dataset, group: Iterable[Dataset], how: Matching) -> Dataset:
    """The dataset without its pixels, with what is counted, in the form in which this peer keeps it."""
    held = Dataset()
    held.update({element.tag: element for element in ds if element.tag < 0x7FE00000})
    members = list(group)
    held.ModalitiesInStudy = sorted({str(member.Modality) for member in members if "Modality" in member})
    held.NumberOfStudyRelatedSeries = len({member.get("SeriesInstanceUID") for member in members})
    held.NumberOfStudyRelatedInstances = held.NumberOfSeriesRelatedInstances = len(members)
    if how.date_separator and held.get("StudyDate"):
        day = str(held.StudyDate)
        held.add_new("StudyDate", "LO", how.date_separator.join((day[:4], day[4:6], day[6:])))
    if how.id_form is IdForm.PADDED and "PatientID" in held:
        held.add_new("PatientID", "LO", str(held.PatientID).rjust(16, "0"))
    return held


def matches(keys: Dataset, held: Dataset, how: Matching) -> bool:
    """Whether every key with a value matches; a sequence matches when its one item does (C.2.2.2.6)."""
    for key in keys:
        if key.keyword in _NOT_MATCHED or not key.keyword:
            continue
        if key.VR == VR.SQ:
            items = held.get(key.keyword) or []
            if key.value and not any(matches(key.value[0], item, how) for item in items):
                return False
        elif not _matches_value(key, held.get(key.keyword), how):
            return False
    return True


def _matches_value(key: DataElement, value: object, how: Matching) -> bool:
    wanted = _wanted(key, how)
    if not wanted:
        return True
    has = _values(value)
    if key.VR in _PERIODS and "-" in wanted[0]:
        first, _, last = wanted[0].partition("-")
        return any((first or "0") <= one <= (last or "99999999") for one in has)
    return any(_matches_text(one, text, key.VR, how) for one in wanted for text in has)


def _matches_text(wanted: str, text: str, vr: str, how: Matching) -> bool:
    if vr == VR.UI:
        return wanted == text
    if not how.minds_case:
        wanted, text = wanted.casefold(), text.casefold()
    if vr == VR.PN:
        wanted, text = wanted.rstrip("^="), text.split("=")[0].rstrip("^") if "=" not in wanted else text
    if not how.knows_wildcards:
        return wanted == text
    pattern = "".join({"*": ".*", "?": "."}.get(character, re.escape(character)) for character in wanted)
    return re.fullmatch(pattern, text, re.DOTALL) is not None


def _wanted(key: DataElement, how: Matching) -> list[str]:
    """A peer that reads no character sets takes each byte of a name for a letter of Latin alphabet No. 1."""
    if how.reads_character_sets or key.VR != VR.PN or not key.value:
        return _values(key.value)
    return [bytes(key.value.original_string).decode("latin_1")]


def _values(value: object) -> list[str]:
    if value is None or value == "":
        return []
    many = value if isinstance(value, MultiValue | list) else [value]
    return [str(one).strip() for one in many if str(one).strip()]


def _answer(identifier: Dataset, held: Dataset, level: str) -> Dataset:
    answer = Dataset()
    for key in identifier:
        if key.keyword in held and key.keyword not in _NOT_MATCHED:
            answer[key.keyword] = held[key.keyword]
        elif key.keyword and key.keyword not in _NOT_MATCHED:
            answer.add_new(key.tag, key.VR, [] if key.VR == VR.SQ else None)
    answer.QueryRetrieveLevel = level
    if _CHARACTER_SET in held:
        answer.SpecificCharacterSet = held.SpecificCharacterSet
    return answer
