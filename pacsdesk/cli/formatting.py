"""Turns values into what a person reads in a table or a sentence; --json keeps the contract's own forms."""

from datetime import datetime

from pacsdesk.contract.program import shell_line

_SIZE_UNITS = ("B", "KB", "MB", "GB", "TB", "PB")


def date(value: str) -> str:
    """A DICOM date "20150206" as "2015-02-06"; what is not one as it is."""
    is_date = len(value) == 8 and value.isascii() and value.isdigit()
    return f"{value[:4]}-{value[4:6]}-{value[6:]}" if is_date else value


def moment(value: datetime) -> str:
    """An aware moment in this computer's time zone, "2026-11-24 14:05"."""
    return value.astimezone().strftime("%Y-%m-%d %H:%M")


def size(size_bytes: int) -> str:
    """Bytes in the decimal unit that leaves one to three figures before the point, as the window shows them."""
    value, unit = float(size_bytes), 0
    while value >= 999.5 and unit < len(_SIZE_UNITS) - 1:
        value, unit = value / 1000, unit + 1
    return f"{value:.1f} {_SIZE_UNITS[unit]}" if unit and value < 9.95 else f"{value:.0f} {_SIZE_UNITS[unit]}"


def to_type(*words: object) -> str:
    """A call of `pacsdesk` as this system's shell takes it, in backquotes: to be copied from a sentence."""
    return f"`pacsdesk {shell_line(words)}`"


def amount(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 study", "1,204 images". many: `one` with an s unless given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
