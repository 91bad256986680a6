"""Turns values of records into what a person reads: dates, sizes, names, durations; plain text on one line, always.

Data comes from strangers: nothing here returns markup, line breaks or characters that turn the direction of other text.
"""

import unicodedata
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QLocale

from pacsdesk.desktop.kit.translation import counted, translate

ELLIPSIS = "\u2026"
NOTHING = "\u2013"  # stands where a value is absent

# Explicit bidirectional controls (UAX #9): they could make "gpj.exe" read as "exe.jpg" or reach into the next column.
_BIDI_CONTROLS = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SIZE_UNITS = ("B", "KB", "MB", "GB", "TB", "PB")


def plain(text: str, limit: int = 400) -> str:
    """Text from outside on one line: controls become spaces, direction controls go, what is over `limit` is cut."""
    kept = "".join(_harmless(character) for character in text[: limit * 4])
    line = " ".join(kept.split())
    return line if len(line) <= limit else line[: limit - 1] + ELLIPSIS


def _harmless(character: str) -> str:
    if character in _BIDI_CONTROLS:
        return ""
    return " " if unicodedata.category(character) in ("Cc", "Zl", "Zp", "Cs") else character


def format_person_name(value: str) -> str:
    """A DICOM person name (PS3.5 6.2.1) as "FAMILY, Given Middle"; further component groups follow in parentheses.

    "Yamada^Tarou=山田^太郎" becomes "YAMADA, Tarou (山田 太郎)". A name without carets is shown as it is.
    """
    groups = [group for group in value.split("=")[:3] if group.strip("^ ")]
    if not groups:
        return NOTHING
    first, *others = groups
    if not value.split("=")[0].strip("^ "):  # only ideographic or phonetic: no family name to set in capitals
        return plain(" / ".join(_spaced(group) for group in groups)) or NOTHING
    further = " / ".join(_spaced(group) for group in others)
    return plain(f"{_alphabetic(first)} ({further})" if further else _alphabetic(first)) or NOTHING


def _alphabetic(group: str) -> str:
    family, given, middle, prefix, suffix = [part.strip() for part in (group.split("^") + [""] * 5)[:5]]
    if "^" not in group:
        return family
    capitals = family.upper()
    shown_family = capitals if len(capitals) == len(family) else family
    rest = " ".join(part for part in (prefix, given, middle) if part)
    name = ", ".join(part for part in (shown_family, rest) if part)
    return f"{name}, {suffix}" if suffix else name


def _spaced(group: str) -> str:
    return " ".join(part.strip() for part in group.split("^") if part.strip())


def format_date(value: str) -> str:
    """A DICOM date "20261124" as "2026-11-24"; what is not one is shown as it is."""
    text = value.strip()
    if len(text) == 8 and text.isascii() and text.isdigit():
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return plain(text) or NOTHING


def format_time(value: str) -> str:
    """A DICOM time "140533.12" as "14:05"; what is not one is shown as it is."""
    text = value.strip()
    if len(text) >= 4 and text[:4].isascii() and text[:4].isdigit():
        return f"{text[:2]}:{text[2:4]}"
    return plain(text)


def format_date_time(date: str, time: str) -> str:
    """A DICOM date and time together, "2026-11-24 14:05"."""
    return f"{format_date(date)} {format_time(time)}".strip()


def format_moment(moment: datetime | None) -> str:
    """An aware moment in this computer's time zone, "2026-11-24 14:05"."""
    return moment.astimezone().strftime("%Y-%m-%d %H:%M") if moment is not None else NOTHING


def format_ago(moment: datetime, now: datetime | None = None) -> str:
    """How long ago, in the largest unit that says something: "just now", "4 min ago", "3 h ago", "12 days ago"."""
    passed = (now or datetime.now(UTC)) - moment
    if passed < timedelta(minutes=1):
        return translate("Kit", "just now")
    if passed < timedelta(hours=1):
        return counted("Kit", "%Ln min ago", passed // timedelta(minutes=1))
    if passed < timedelta(days=2):
        return counted("Kit", "%Ln h ago", passed // timedelta(hours=1))
    return counted("Kit", "%Ln days ago", passed.days)


def format_size(size_bytes: int) -> str:
    """Bytes in the decimal unit that leaves one to three figures before the point: "512 B", "1.4 MB", "38 GB"."""
    value, unit = float(max(size_bytes, 0)), 0
    while value >= 999.5 and unit < len(_SIZE_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    figures = format_decimal(value, 1) if unit and value < 9.95 else f"{value:.0f}"
    return f"{figures} {_SIZE_UNITS[unit]}"


def format_count(number: int) -> str:
    """A number with its thousands set apart as the language has it, "1,204,331" or "1.204.331"."""
    return QLocale().toString(number)


def format_decimal(number: float, places: int) -> str:
    """A number with so many places after its point, or comma where the language has one: "1,204.5" or "1.204,5"."""
    return QLocale().toString(float(number), "f", places)


def format_duration(seconds: float) -> str:
    """A length of time in at most two units: "0.4 s", "48 s", "2 min 5 s", "3 h 20 min", "4 days 2 h"."""
    if seconds < 9.95:
        return translate("Kit", "{number} s").format(number=format_decimal(max(seconds, 0), 1))
    whole = round(seconds)
    days, hours, minutes = whole // 86400, whole % 86400 // 3600, whole % 3600 // 60
    parts = (
        (days, counted("Kit", "%Ln days", days)),
        (hours, counted("Kit", "%Ln h", hours)),
        (minutes, counted("Kit", "%Ln min", minutes)),
        (whole % 60, counted("Kit", "%Ln s", whole % 60)),
    )
    first = next(place for place, (count, _words) in enumerate(parts) if count)
    return " ".join(words for count, words in parts[first : first + 2] if count)


def format_milliseconds(number: float) -> str:
    """A length of time of one step: "0.4 ms", "12 ms", "6.2 s"."""
    if number >= 999.5:
        return format_duration(number / 1000)
    figures = format_decimal(number, 1 if number < 9.95 else 0)
    return translate("Kit", "{number} ms").format(number=figures)
