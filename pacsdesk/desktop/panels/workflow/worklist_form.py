"""What is asked of a worklist: the days, the station, the modality and the patient; all empty asks for everything."""

from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLineEdit

from pacsdesk.contract.records.queries import QueryOrder
from pacsdesk.contract.worklists import MODALITY, START_DATE, STATION, WorklistWish, worklist_order
from pacsdesk.desktop.kit.forms import FormField
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.kit.typed_days import typed_days
from pacsdesk.desktop.panels.workflow.days import DAY_WORDS, DayChoice, days_problem, dicom_days
from pacsdesk.desktop.panels.workflow.modalities import modality_box
from pacsdesk.desktop.panels.workflow.request_form import RequestForm


class WorklistForm(RequestForm):
    """It begins with today, as a modality does."""

    def __init__(self) -> None:
        super().__init__(translate("Workflow", "Ask as"))
        self.days = QComboBox()
        self.other_days = QLineEdit()
        self.station, self.patient, self.patient_id, self.accession = (QLineEdit() for _ in range(4))
        self.modality = modality_box()
        for choice, words in DAY_WORDS.items():
            self.days.addItem(translate("Workflow", words), choice)
        self._add_fields()
        self.days.currentIndexChanged.connect(self._on_days_chosen)
        self._on_days_chosen()

    def _add_fields(self) -> None:
        self.add(FormField(translate("Workflow", "Days"), self.days))
        self._other = self.add(FormField(translate("Workflow", "Which days"), self.other_days, check=self._days_check))
        self.other_days.setPlaceholderText("2026-11-24..2026-11-26")
        self.station.setPlaceholderText(translate("Workflow", "Any"))
        self.add_pair(
            FormField(translate("Workflow", "Station"), self.station),
            FormField(translate("Workflow", "Modality"), self.modality),
        )
        self.station.setToolTip(translate("Workflow", "AE title of the device for which the examination is planned"))
        help_text = translate("Workflow", "As SMITH*; * stands for any letters.")
        self.add(FormField(translate("Workflow", "Patient"), self.patient, help_text=help_text))
        self.add_pair(
            FormField(translate("Workflow", "Patient ID"), self.patient_id),
            FormField(translate("Workflow", "Accession number"), self.accession),
        )
        self.end()

    def order(self) -> QueryOrder:
        """As it is written. Raises ValueError while the title is wrong, which shows then."""
        choice = DayChoice(self.days.currentData())
        wish = WorklistWish(
            days=dicom_days(choice, self.other_days.text(), datetime.now().astimezone().date()),
            modality=self.modality.currentText().strip(),
            station_ae_title=self.station.text().strip(),
            patient_name=self.patient.text().strip(),
            patient_id=self.patient_id.text().strip(),
            accession_number=self.accession.text().strip(),
        )
        return worklist_order(wish, self.calling.title())

    def show_order(self, order: QueryOrder) -> None:
        """Write this query."""
        asked = {key.name: key.value for key in order.keys}
        if days := asked.get(START_DATE, ""):
            self.days.setCurrentIndex(self.days.findData(DayChoice.OTHER))
            self.other_days.setText(typed_days(days))
        else:
            self.days.setCurrentIndex(self.days.findData(DayChoice.ANY))
        self.modality.setCurrentText(asked.get(MODALITY, ""))
        for line, name in (
            (self.station, STATION),
            (self.patient, "PatientName"),
            (self.patient_id, "PatientID"),
            (self.accession, "AccessionNumber"),
        ):
            line.setText(asked.get(name, ""))

    def _days_check(self, typed: str) -> str:
        return days_problem(typed) if self.days.currentData() == DayChoice.OTHER else ""

    @Slot()
    def _on_days_chosen(self) -> None:
        self._other.setVisible(self.days.currentData() == DayChoice.OTHER)
