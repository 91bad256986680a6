"""Days as a person chooses them for a worklist."""

from datetime import date, timedelta
from enum import StrEnum

from pacsdesk.contract import days as typed_days
from pacsdesk.desktop.kit.translation import marked, translate


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
    """ "" for any day. typed: for OTHER, as contract.days takes it. Raises ValueError."""
    if choice is DayChoice.ANY:
        return ""
    if choice is DayChoice.OTHER:
        return typed_days.dicom_days(typed)
    first = today + timedelta(days=choice is DayChoice.TOMORROW)
    last = today + timedelta(days=6) if choice is DayChoice.WEEK else first
    return f"{first:%Y%m%d}" if first == last else f"{first:%Y%m%d}-{last:%Y%m%d}"


def days_problem(typed: str) -> str:
    """What is wrong with other days, "" for nothing."""
    try:
        days = typed_days.dicom_days(typed)
    except ValueError:
        return translate("Workflow", "Enter a day as 2026-11-24, or days as 2026-11-24..2026-11-26.")
    if typed_days.ends_before_it_begins(days):
        return translate("Workflow", "The range ends before it begins.")
    return ""
