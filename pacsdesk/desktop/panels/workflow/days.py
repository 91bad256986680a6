"""Days as a person chooses them for a worklist, and as DICOM has them (PS3.4 C.2.2.2.5)."""

import re
from datetime import date, timedelta
from enum import StrEnum

from pacsdesk.contract.worklists import days_of
from pacsdesk.desktop.kit.formatting import format_date
from pacsdesk.desktop.kit.translation import marked, translate

_DICOM_DAYS = re.compile(r"\d{8}|\d{8}-(?:\d{8})?|-\d{8}")


class DayChoice(StrEnum):
    """Presets; OTHER: as it is typed."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    WEEK = "week"
    ANY = "any"
    OTHER = "other"


DAY_WORDS = {
    DayChoice.TODAY: marked("Workflow", "Today"),
    DayChoice.TOMORROW: marked("Workflow", "Tomorrow"),
    DayChoice.WEEK: marked("Workflow", "Today and the next 6 days"),
    DayChoice.ANY: marked("Workflow", "Any day"),
    DayChoice.OTHER: marked("Workflow", "Other days"),
}


def dicom_days(choice: DayChoice, typed: str, today: date) -> str:
    """ "" for any day. typed: for OTHER, as 2026-11-24, 2026-11-24..2026-11-26 or as DICOM has it.

    Raises ValueError.
    """
    if choice is DayChoice.ANY:
        return ""
    if choice is DayChoice.OTHER:
        words = typed.strip()
        return words if _DICOM_DAYS.fullmatch(words) else days_of(words, today)
    first = today + timedelta(days=choice is DayChoice.TOMORROW)
    last = today + timedelta(days=6) if choice is DayChoice.WEEK else first
    return f"{first:%Y%m%d}" if first == last else f"{first:%Y%m%d}-{last:%Y%m%d}"


def typed_days(days: str) -> str:
    """DICOM's days as they are typed into the field of other days."""
    first, dash, last = days.partition("-")
    if dash and not (first and last):
        return days  # open at one end: as DICOM has it
    return f"{format_date(first)}..{format_date(last)}" if dash else format_date(first)


def days_problem(typed: str) -> str:
    """What is wrong with other days, "" for nothing."""
    try:
        dicom_days(DayChoice.OTHER, typed, date.min)
    except ValueError:
        return translate("Workflow", "Enter a day as 2026-11-24, or days as 2026-11-24..2026-11-26.")
    return ""
