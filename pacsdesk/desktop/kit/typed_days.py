"""Days as people type them, and as DICOM has them (PS3.4 C.2.2.2.5): one, or a range, maybe open at an end. Pure."""

import re
from datetime import date

from pacsdesk.desktop.kit.formatting import format_date

_DAY = r"\d{8}|\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2}|\d{4}\.\d{1,2}\.\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}"
_BETWEEN = r"\s*(?:\.\.|-|\u2013)\s*"  # a hyphen, or the dash that word processors make of it
_DAYS = re.compile(rf"({_DAY})|({_DAY}){_BETWEEN}({_DAY})|({_DAY}){_BETWEEN}|{_BETWEEN}({_DAY})", re.ASCII)


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


def typed_days(days: str) -> str:
    """DICOM's days as people read them, to be typed over; what is none stays as it is."""
    first, dash, last = days.partition("-")
    return f"{_read(first)}..{_read(last)}" if dash else _read(first)


def _day(words: str) -> str:
    if words.isdigit():
        year, month, day = words[:4], words[4:6], words[6:]
    else:
        parts = re.split(r"[-./]", words)
        year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
    found = date(int(year), int(month), int(day))
    return f"{found.year:04}{found:%m%d}"


def _read(day: str) -> str:
    return format_date(day) if day else ""
