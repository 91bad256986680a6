"""Patient data replaced, the same value by the same one throughout a pack. Pure.

Elements are judged by their VR and keyword (PS3.6), and what is not known to be harmless is taken out. Then every other
text is searched for the values that were replaced, as other programs quote them.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from pydicom.datadict import dictionary_VR

from pacsdesk.contract.records.evidence import DateTreatment, UidTreatment

REMOVED = "(removed)"
_KEPT = frozenset(
    {
        *("QueryRetrieveLevel", "Modality", "ModalitiesInStudy", "SpecificCharacterSet", "RetrieveAETitle"),
        *(
            "InstanceAvailability",
            "SOPClassUID",
            "SOPClassesInStudy",
            "TimezoneOffsetFromUTC",
            "ScheduledStationAETitle",
        ),
        *("SeriesNumber", "InstanceNumber", "QueryRetrieveView", "AvailableTransferSyntaxUID"),
    }
)
_IDS = ("ID", "IDs", "Number", "Identifier", "Numbers")
_NUMBERS = frozenset({"IS", "DS", "US", "UL", "SS", "SL", "FL", "FD", "UV", "SV"})
_SHORTEST = 3  # of a value that other texts are searched for: shorter ones are in every text
_SIGNS = re.compile(r"([*?\\^=,;\s]+)")
_ID_SIGNS = re.compile(r"([*?\\]+)")
_DAY = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d{5})")


class Replacer:
    """For one pack. replaced: different values of the source that were replaced so far."""

    def __init__(self, uids: UidTreatment, dates: DateTreatment, shift_days: int) -> None:
        """shift_days: how far dates are moved; not 0."""
        self._uids = uids
        self._dates = dates
        self._shift = timedelta(days=shift_days)
        self._given: dict[tuple[str, str], str] = {}
        self._literals: dict[str, str] = {}
        self._pattern: re.Pattern[str] | None = None

    @property
    def replaced(self) -> int:
        """How many different values were replaced."""
        return len(self._given)

    def remove(self, texts: Iterable[str]) -> None:
        """Have these texts taken out wherever they are quoted."""
        for text in filter(None, texts):
            self._note("TEXT", text, REMOVED)

    def value(self, name: str, value: str) -> str:
        """What stands in place of a value of an element, and from now on in place of it in every text. name: its
        keyword, in a sequence behind dots."""
        keyword = name.rpartition(".")[2]
        if not value or keyword in _KEPT:
            return value
        vr = _vr(keyword)
        if vr == "PN":
            return self._in_parts(_SIGNS, "NAME", value)
        if vr == "UI":
            return self._in_parts(_ID_SIGNS, "UID", value) if self._uids is UidTreatment.REPLACED else value
        if vr in ("DA", "DT"):
            return self._date(value)
        if vr == "TM":
            return value
        if keyword.endswith(_IDS):
            return self._in_parts(_ID_SIGNS, "ID", value)
        if (vr == "CS" or vr in _NUMBERS) and not keyword.startswith("Patient"):
            return value
        self._note("TEXT", value, REMOVED)
        return REMOVED

    def text(self, text: str) -> str:
        """A text without the values that were learned."""
        if self._pattern is None and self._literals:
            longest_first = sorted(self._literals, key=len, reverse=True)
            self._pattern = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda found: self._literals[found[0].casefold()], text)

    def _in_parts(self, signs: re.Pattern[str], kind: str, value: str) -> str:
        """Wildcards and what separates stay, so that one sees how it was asked."""
        parts = signs.split(value)
        if len(parts) > 1:
            whole = "".join(self._token(kind, part) if part and not signs.fullmatch(part) else part for part in parts)
            self._remember(value.strip(), whole.strip())
            return whole
        return self._token(kind, value)

    def _token(self, kind: str, value: str) -> str:
        key = kind, value.casefold()
        if key not in self._given:
            number = sum(known == kind for known, _ in self._given) + 1
            token = f"2.25.{900_000 + number}" if kind == "UID" else f"{kind}{number:03}"
            self._note(kind, value, token)
        return self._given[key]

    def _date(self, value: str) -> str:
        moved = _DAY.sub(self._moved, value)
        if moved == value and _SIGNS.sub("", value):
            moved = REMOVED  # no date that we can read
        self._note("DATE", value, moved)
        return moved

    def _moved(self, found: re.Match[str]) -> str:
        year, month, day = (int(part) for part in found.groups())
        try:
            before = date(year, month, day)
            moved = found[1] if self._dates is DateTreatment.CUT else f"{before + self._shift:%Y%m%d}"
        except (ValueError, OverflowError):
            moved = REMOVED
        self._note("DATE", found[0], moved)
        return moved

    def _note(self, kind: str, value: str, instead: str) -> None:
        self._given.setdefault((kind, value.casefold()), instead)
        self._remember(value, instead)

    def _remember(self, value: str, instead: str) -> None:
        wanted = value.strip()
        if len(wanted) >= _SHORTEST and wanted.casefold() not in self._literals:
            self._literals[wanted.casefold()] = instead
            self._pattern = None


def _vr(keyword: str) -> str:
    try:
        return dictionary_VR(keyword)
    except (KeyError, ValueError):
        return ""
