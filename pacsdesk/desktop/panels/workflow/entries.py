"""Entries of a worklist as a list shows them, and one of them in full."""

from dataclasses import dataclass
from functools import partial

from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.contract.worklists import MODALITY, START_DATE, STATION, STEP
from pacsdesk.desktop.kit.formatting import format_date, format_person_name, format_time, plain
from pacsdesk.desktop.kit.record_list import RecordColumn
from pacsdesk.desktop.kit.translation import marked, translate

START_TIME = f"{STEP}.ScheduledProcedureStepStartTime"
STEP_ID, PROCEDURE_ID = f"{STEP}.ScheduledProcedureStepID", "RequestedProcedureID"
PROCEDURE, STEP_DESCRIPTION = "RequestedProcedureDescription", f"{STEP}.ScheduledProcedureStepDescription"
_TITLES = {
    START_DATE: marked("Workflow", "Day"),
    START_TIME: marked("Workflow", "Time"),
    STATION: marked("Workflow", "Station"),
    f"{STEP}.ScheduledStationName": marked("Workflow", "Name of the station"),
    MODALITY: marked("Workflow", "Modality"),
    "PatientName": marked("Workflow", "Patient"),
    "PatientID": marked("Workflow", "Patient ID"),
    "PatientBirthDate": marked("Workflow", "Born"),
    "PatientSex": marked("Workflow", "Sex"),
    "AccessionNumber": marked("Workflow", "Accession number"),
    PROCEDURE: marked("Workflow", "Procedure"),
    PROCEDURE_ID: marked("Workflow", "Procedure ID"),
    STEP_DESCRIPTION: marked("Workflow", "Step"),
    STEP_ID: marked("Workflow", "Step ID"),
    f"{STEP}.ScheduledPerformingPhysicianName": marked("Workflow", "Physician"),
    "StudyInstanceUID": marked("Workflow", "Study Instance UID"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer. names, values: of its elements, as the peer wrote them."""

    names: tuple[str, ...]
    values: tuple[str, ...]

    def raw(self, name: str) -> str:
        """As the peer wrote it, "" for nothing."""
        return self.values[self.names.index(name)] if name in self.names else ""

    def text(self, name: str) -> str:
        """For a person."""
        value, keyword = self.raw(name), name.rpartition(".")[2]
        if not value:
            return ""
        if keyword.endswith("Date"):
            return format_date(value)
        if keyword.endswith("Time"):
            return format_time(value)
        return format_person_name(value) if keyword in _PERSONS else plain(value)

    def lines(self) -> tuple[tuple[str, str, str], ...]:
        """All of it, what is known by name first: the element, its title and its text."""
        rest = tuple(name for name in self.names if name not in _TITLES)
        known = tuple(name for name in _TITLES if name in self.names)
        return tuple((name, _title(name), self.text(name)) for name in (*known, *rest))


_PERSONS = ("PatientName", "ScheduledPerformingPhysicianName", "ReferringPhysicianName", "RequestingPhysician")


def _title(name: str) -> str:
    return translate("Workflow", _TITLES[name]) if name in _TITLES else plain(name.rpartition(".")[2])


def _column(name: str, width: int) -> RecordColumn[Entry]:
    return RecordColumn(_TITLES[name], width, partial(_text, name))


def _text(name: str, entry: Entry) -> str:
    return entry.text(name)


ENTRY_COLUMNS = (
    _column(START_DATE, 92),
    _column(START_TIME, 64),
    _column(STATION, 104),
    _column(MODALITY, 80),
    _column("PatientName", 160),
    _column("PatientID", 96),
    _column("AccessionNumber", 128),
    _column(PROCEDURE, 144),
    _column(STEP_ID, 88),
)
FILLING, SPARE = (4, 7), (8, 6, 2)


def entries_of(outcome: QueryOutcome) -> tuple[Entry, ...]:
    """By day and time."""
    entries = (Entry(outcome.columns, row) for row in outcome.rows)
    return tuple(sorted(entries, key=lambda one: (one.raw(START_DATE), one.raw(START_TIME))))
