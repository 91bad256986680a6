"""The columns of the study list: what each says of a study, what of a series, and how the engine sorts by it.

A new column: one entry in COLUMNS, a name that is not used there yet; widths and order are remembered by that name.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt

from pacsdesk.contract.records.archive import Series, Study, StudySort
from pacsdesk.desktop.kit.formatting import (
    format_count,
    format_date,
    format_date_time,
    format_moment,
    format_person_name,
    format_size,
    plain,
)
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.translation import counted, marked, translate

OPENER = "opener"
TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LONGEST_TEXT = 200
WORD_SORTS = (
    StudySort.PATIENT_NAME,
    StudySort.PATIENT_ID,
    StudySort.ACCESSION_NUMBER,
    StudySort.STUDY_DESCRIPTION,
)


def _nothing(_series: Series) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class StudyColumn:
    """One column. of_awaited_series: what stands there while the series of an opened study are being asked for.

    Title, hint and of_awaited_series are in the context "Studies".
    """

    column_id: str
    title: str
    hint: str
    width: int
    of_study: Callable[[Study], str]
    of_series: Callable[[Series], str] = _nothing
    sort: StudySort | None = None
    alignment: Qt.AlignmentFlag = TEXT
    is_shown: bool = True
    of_awaited_series: str = ""

    @property
    def first_order(self) -> Qt.SortOrder:
        """The order of the first click: the newest, the largest; words from A."""
        is_text = self.sort in (None, *WORD_SORTS)
        return Qt.SortOrder.AscendingOrder if is_text else Qt.SortOrder.DescendingOrder


def describe_state(study: Study) -> str:
    """What a person should know before trusting the study, "" when all is well."""
    parts = [
        counted("Studies", "%Ln conflicts", study.number_of_conflicts) if study.number_of_conflicts else "",
        counted("Studies", "%Ln unreadable", study.number_of_unreadable) if study.number_of_unreadable else "",
    ]
    return ", ".join(part for part in parts if part)


def state_shape(study: Study) -> StateShape | None:
    """The shape beside those words: a triangle waits for a decision, a square cannot be shown."""
    if study.number_of_conflicts:
        return StateShape.SLOW
    return StateShape.DOWN if study.number_of_unreadable else None


def describe_modalities(study: Study) -> str:
    """The study's modalities, "CT, SR"."""
    return plain(", ".join(study.modalities_in_study), LONGEST_TEXT)


def describe_series(series: Series) -> str:
    """A series by its number, "Series 3"; one without number says so."""
    if series.series_number is None:
        return translate("Studies", "Series", "one without a number")
    return translate("Studies", "Series {number}").format(number=series.series_number)


def _date(value: str) -> str:
    return format_date(value) if value.strip() else ""


def _moment(date: str, time: str) -> str:
    return format_date_time(date, time) if date.strip() else ""


COLUMNS: tuple[StudyColumn, ...] = (
    StudyColumn(OPENER, "", marked("Studies", "Show the series of a study"), 28, lambda _study: ""),
    StudyColumn(
        "patient_name",
        marked("Studies", "Patient name"),
        marked("Studies", "Family name, given names"),
        164,
        lambda study: format_person_name(study.patient_name),
        describe_series,
        StudySort.PATIENT_NAME,
        of_awaited_series=marked("Studies", "Loading series"),
    ),
    StudyColumn(
        "patient_id",
        marked("Studies", "Patient ID"),
        marked("Studies", "The number the patient has at the site that sent the study"),
        112,
        lambda study: plain(study.patient_id, LONGEST_TEXT),
        sort=StudySort.PATIENT_ID,
    ),
    StudyColumn(
        "patient_birth_date",
        marked("Studies", "Birth date"),
        marked("Studies", "The patient's date of birth"),
        92,
        lambda study: _date(study.patient_birth_date),
        is_shown=False,
    ),
    StudyColumn(
        "patient_sex",
        marked("Studies", "Sex"),
        marked("Studies", "M, F or O as the modality sent it"),
        44,
        lambda study: plain(study.patient_sex, 16),
        is_shown=False,
    ),
    StudyColumn(
        "study_date",
        marked("Studies", "Study date"),
        marked("Studies", "When the study began, by the modality's clock"),
        130,
        lambda study: _moment(study.study_date, study.study_time),
        lambda series: _moment(series.series_date, series.series_time),
        StudySort.STUDY_DATE,
    ),
    StudyColumn(
        "modalities",
        marked("Studies", "Modality"),
        marked("Studies", "The kinds of equipment in the study: CT, MR, US ..."),
        72,
        describe_modalities,
        lambda series: plain(series.modality, 16),
    ),
    StudyColumn(
        "study_description",
        marked("Studies", "Description"),
        marked("Studies", "What was examined, in the modality's words"),
        132,
        lambda study: plain(study.study_description, LONGEST_TEXT),
        lambda series: plain(series.series_description or series.protocol_name, LONGEST_TEXT),
        StudySort.STUDY_DESCRIPTION,
    ),
    StudyColumn(
        "accession_number",
        marked("Studies", "Accession"),
        marked("Studies", "The number of the order at the information system"),
        104,
        lambda study: plain(study.accession_number, LONGEST_TEXT),
        sort=StudySort.ACCESSION_NUMBER,
        is_shown=False,
    ),
    StudyColumn(
        "number_of_series",
        marked("Studies", "Series"),
        marked("Studies", "How many series the study has"),
        56,
        lambda study: format_count(study.number_of_series),
        alignment=NUMBER,
        is_shown=False,
    ),
    StudyColumn(
        "number_of_instances",
        marked("Studies", "Images"),
        marked("Studies", "How many objects are stored, images and others"),
        62,
        lambda study: format_count(study.number_of_instances),
        lambda series: format_count(series.number_of_instances),
        StudySort.NUMBER_OF_INSTANCES,
        NUMBER,
    ),
    StudyColumn(
        "size",
        marked("Studies", "Size"),
        marked("Studies", "Room that the study takes"),
        72,
        lambda study: format_size(study.size_bytes),
        lambda series: format_size(series.size_bytes),
        StudySort.SIZE,
        NUMBER,
        is_shown=False,
    ),
    StudyColumn(
        "state",
        marked("Studies", "State"),
        marked(
            "Studies",
            "Conflicts: a second object came under a stored UID. Unreadable: kept as it came, not understood.",
        ),
        110,
        describe_state,
    ),
    StudyColumn(
        "received",
        marked("Studies", "Received"),
        marked("Studies", "When the last image of the study came in, by this engine's clock"),
        136,
        lambda study: format_moment(study.last_received_at),
        sort=StudySort.RECEIVED,
    ),
    StudyColumn(
        "sending_ae_title",
        marked("Studies", "From"),
        marked("Studies", "The AE title that sent the study"),
        112,
        lambda study: plain(study.sending_ae_title, 16),
        is_shown=False,
    ),
)


def column_number(column_id: str) -> int:
    """Where a column stands in COLUMNS."""
    return next(number for number, column in enumerate(COLUMNS) if column.column_id == column_id)
