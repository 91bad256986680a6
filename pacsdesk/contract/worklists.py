"""Worklist queries as modalities make them: by day, station, modality and patient, with what an examination needs."""

from dataclasses import dataclass
from datetime import date

from pacsdesk.contract.records.queries import QueryKey, QueryModel, QueryOrder
from pacsdesk.contract.types import AETitle

STEP = "ScheduledProcedureStepSequence"
STATION, START_DATE, MODALITY = (
    f"{STEP}.ScheduledStationAETitle",
    f"{STEP}.ScheduledProcedureStepStartDate",
    f"{STEP}.Modality",
)

_RETURNED = (
    "PatientBirthDate",
    "PatientSex",
    "StudyInstanceUID",
    "RequestedProcedureID",
    f"{STEP}.ScheduledProcedureStepID",
    f"{STEP}.ScheduledStationName",
    f"{STEP}.ScheduledPerformingPhysicianName",
)


@dataclass(frozen=True, slots=True)
class WorklistWish:
    """What is asked for; "" asks for any. days: a DICOM date or range ("20261124", "20261124-20261126")."""

    days: str = ""
    modality: str = ""
    station_ae_title: str = ""
    patient_name: str = ""
    patient_id: str = ""
    accession_number: str = ""


def worklist_order(
    wish: WorklistWish, calling_ae_title: AETitle | None = None, limit: int = 1000, ticket: str = ""
) -> QueryOrder:
    """The query (PS3.4 K.6.1.2.2), with what a list shows and what a performed step repeats."""
    asked = (
        (START_DATE, wish.days),
        (MODALITY, wish.modality),
        (STATION, wish.station_ae_title),
        ("PatientName", wish.patient_name),
        ("PatientID", wish.patient_id),
        ("AccessionNumber", wish.accession_number),
    )
    keys = (*(QueryKey(name, value) for name, value in asked if value), *map(QueryKey, _RETURNED))
    return QueryOrder(keys, QueryModel.WORKLIST, None, calling_ae_title=calling_ae_title, limit=limit, ticket=ticket)


def days_of(words: str, today: date) -> str:
    """ "today", a day as 2026-11-24, or two of them with two dots between, as DICOM has it. Raises ValueError."""
    if words == "today":
        return f"{today:%Y%m%d}"
    first, dots, last = words.partition("..")
    try:
        days = [date.fromisoformat(one) for one in ((first, last) if dots else (first,))]
    except ValueError as error:
        raise ValueError(f"a day is today, 2026-11-24 or 2026-11-24..2026-11-26, not {words!r}") from error
    if len(days) == 2 and days[0] > days[1]:
        raise ValueError(f"{words} ends before it begins")
    return "-".join(f"{one:%Y%m%d}" for one in days)
