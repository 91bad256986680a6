"""DICOM's days as people read them, to be typed over. Pure."""

from pacsdesk.desktop.kit.formatting import format_date


def typed_days(days: str) -> str:
    """DICOM's days as people read them, to be typed over; what is none stays as it is."""
    first, dash, last = days.partition("-")
    return f"{_read(first)}..{_read(last)}" if dash else _read(first)


def _read(day: str) -> str:
    return format_date(day) if day else ""
