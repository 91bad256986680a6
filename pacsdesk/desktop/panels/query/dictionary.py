"""What the standard's dictionary of elements (PS3.6) says of a key: its name, how it is written, under which tag."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

SEQUENCE = "SQ"
_COMMAND_GROUPS = 0x0007  # and those of files and folders: none is a key
# of the keys that a list usually shows, so that nothing waits for the whole dictionary
_USUAL = {
    "PatientName": "PN",
    "PatientID": "LO",
    "PatientBirthDate": "DA",
    "PatientSex": "CS",
    "NumberOfPatientRelatedStudies": "IS",
    "StudyDate": "DA",
    "StudyTime": "TM",
    "ModalitiesInStudy": "CS",
    "AccessionNumber": "SH",
    "StudyDescription": "LO",
    "NumberOfStudyRelatedInstances": "IS",
    "StudyInstanceUID": "UI",
    "Modality": "CS",
    "SeriesNumber": "IS",
    "SeriesDescription": "LO",
    "NumberOfSeriesRelatedInstances": "IS",
    "SeriesInstanceUID": "UI",
    "InstanceNumber": "IS",
    "SOPClassUID": "UI",
    "SOPInstanceUID": "UI",
    "RequestedProcedureDescription": "LO",
    "ScheduledProcedureStepSequence": SEQUENCE,
    "ScheduledStationAETitle": "AE",
    "ScheduledProcedureStepStartDate": "DA",
    "ScheduledProcedureStepStartTime": "TM",
    "ScheduledProcedureStepDescription": "LO",
}


@dataclass(frozen=True, slots=True)
class KnownElement:
    """One line of the dictionary. vr: "" when it is not known yet; tag: eight hexadecimal digits."""

    keyword: str
    vr: str
    name: str = ""
    tag: str = ""


class Dictionary:
    """Keys by keyword or tag, in sequences by dots."""

    def __init__(self, elements: Mapping[str, KnownElement]) -> None:
        """elements: by keyword."""
        self._by_keyword = elements
        self._by_word = {one.keyword.casefold(): one for one in elements.values()}
        self._by_word |= {one.tag.casefold(): one for one in elements.values() if one.tag}

    def __len__(self) -> int:
        return len(self._by_keyword)

    def find(self, name: str) -> KnownElement | None:
        """What a key's last part is, None for what the dictionary does not have."""
        last = name.rpartition(".")[2]
        return self._by_word.get(_plain_tag(last) or last.removesuffix("[0]").casefold())

    def vr_of(self, name: str) -> str:
        """How a key's value is written, "" for what the dictionary does not have."""
        known = self.find(name)
        return known.vr if known is not None else ""

    def keyword_of(self, text: str) -> str:
        """A key that a person typed under the standard's names, "" when it is none.

        Tags outside the dictionary stay tags: peers have keys of their own.
        """
        parts = [self._part(part.strip()) for part in text.strip().split(".")]
        inner = [self.vr_of(part) for part in parts[:-1]]
        return ".".join(parts) if all(parts) and all(vr == SEQUENCE for vr in inner) else ""

    def words(self) -> tuple[str, ...]:
        """A line for each, to choose from: keyword, tag, name."""
        return tuple(
            f"{one.keyword}  {one.tag[:4]},{one.tag[4:]}  {one.name}"
            for one in sorted(self._by_keyword.values(), key=lambda one: one.keyword)
        )

    def _part(self, text: str) -> str:
        known = self.find(text)
        return known.keyword if known is not None else _plain_tag(text)


USUAL_DICTIONARY = Dictionary({keyword: KnownElement(keyword, vr) for keyword, vr in _USUAL.items()})


@cache
def read_dictionary() -> Dictionary:
    """All of it; takes 0.3 s the first time, which only a worker thread may wait for."""
    import pydicom  # noqa: F401, PLC0415  # whole, before a part of it: another thread may be at it
    from pydicom.datadict import (  # noqa: PLC0415  # 0.27 s, as above
        dictionary_description,
        dictionary_VR,
        keyword_dict,
    )

    known = {
        keyword: KnownElement(
            keyword, dictionary_VR(tag).partition(" or ")[0], dictionary_description(tag), f"{tag:08X}"
        )
        for keyword, tag in keyword_dict.items()
        if keyword and tag >> 16 > _COMMAND_GROUPS
    }
    return Dictionary(known)


def _plain_tag(text: str) -> str:
    """ "0010,0020" or "(0010,0020)" as "00100020"; "" for what is no tag."""
    digits = text.strip().strip("()").replace(",", "").removesuffix("[0]").strip()
    is_tag = len(digits) == 8 and all(sign in "0123456789abcdefABCDEF" for sign in digits)
    return digits.upper() if is_tag else ""
