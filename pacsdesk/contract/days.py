"""Days as people type them, made days as DICOM has them (PS3.4 C.2.2.2.5): one, or a range, maybe open at an end; and
what in a date key would match nothing. Pure.
"""

import re
from datetime import date
from enum import StrEnum

_DAY = r"\d{8}|\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\.\d{1,2}\.\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}"
_BETWEEN = r"\s*(?:\.\.|-|\u2013)\s*"  # a hyphen, or the dash that word processors make of it
_DAYS = re.compile(rf"({_DAY})|({_DAY}){_BETWEEN}({_DAY})|({_DAY}){_BETWEEN}|{_BETWEEN}({_DAY})", re.ASCII)
_WILDCARDS = re.compile(r"[*?]")
_DATE_TAGS = frozenset({"00080020", "00080021", "00080022", "00080023", "00100030", "00400002"})


class DaysDoubt(StrEnum):
    """Why a date key may match nothing."""

    WILDCARDS = "A date has no wildcards: write a range."
    NEITHER = "Neither a day nor a range of days; it is asked as it stands here."
    TURNED_ROUND = "The range ends before it begins."
    OTHER_FORM = "Dates are eight digits, year first."


def dicom_days(typed: str) -> str:
    """What a date key asks for: 2026-11-24 or 24.11.2026 as 20261124, 2026-11-01..2026-11-24 as 20261101-20261124,
    the same with a dash or open at an end; what DICOM has stays as it is. Raises ValueError for anything else."""
    found = _DAYS.fullmatch(typed.strip())
    if found is None:
        raise ValueError(f"neither a day nor a range of days: {typed!r}")
    one, first, last, since, until = (_day(part) if part else "" for part in found.groups())
    return one or (f"{since}-" if since else f"{first}-{last}" if first else f"-{until}")


def ends_before_it_begins(days: str) -> bool:
    """Whether a range of DICOM's is turned round, and so matches nothing."""
    first, _, last = days.partition("-")
    return bool(first and last) and first > last


def doubt_about_days(value: str) -> tuple[DaysDoubt, str] | None:
    """Why a value of a date key may match nothing, with what to write instead where that is known; None for nothing to
    say."""
    if not value.strip():
        return None
    if _WILDCARDS.search(value):
        return DaysDoubt.WILDCARDS, ""
    try:
        days = dicom_days(value)
    except ValueError:
        return DaysDoubt.NEITHER, ""
    if ends_before_it_begins(days):
        return DaysDoubt.TURNED_ROUND, ""
    return None if days == value else (DaysDoubt.OTHER_FORM, days)


def is_date_key(name: str) -> bool:
    """Whether a key, by its keyword or its tag, is one of the usual ones that hold a date."""
    last = name.rpartition(".")[2].strip("()")
    return last.lower().endswith("date") or last.replace(",", "") in _DATE_TAGS


def _day(words: str) -> str:
    if words.isdigit():
        year, month, day = words[:4], words[4:6], words[6:]
    else:
        parts = re.split(r"[-./]", words)
        year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
    found = date(int(year), int(month), int(day))
    return f"{found.year:04}{found:%m%d}"
