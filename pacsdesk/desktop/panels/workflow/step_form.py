"""What is told of an examination: whose, for which order, by which device; an invented patient at first."""

from PySide6.QtWidgets import QCheckBox, QLineEdit

from pacsdesk.contract.records.performed_steps import (
    PerformedStatus,
    StepBegun,
    StepChange,
)
from pacsdesk.contract.types import UID, SOPInstanceUID, StudyInstanceUID
from pacsdesk.contract.worklists import MODALITY
from pacsdesk.desktop.kit.forms import FormField
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import mono_font
from pacsdesk.desktop.kit.tokens import TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.workflow.entries import PROCEDURE, PROCEDURE_ID, STEP_DESCRIPTION, STEP_ID, Entry
from pacsdesk.desktop.panels.workflow.modalities import modality_box
from pacsdesk.desktop.panels.workflow.request_form import RequestForm


def uid_problem(text: str) -> str:
    """What is wrong with a UID, "" for nothing and for none."""
    if text.strip():
        try:
            UID(text.strip())
        except ValueError:
            return translate("Workflow", "A UID has digits and single dots, at most 64 characters.")
    return ""


class StepForm(RequestForm):
    """One form for the beginning and the end, since the end repeats who it is about."""

    def __init__(self) -> None:
        super().__init__(translate("Workflow", "Tell it as"))
        self.step, self.study = QLineEdit(), QLineEdit()
        self.patient, self.patient_id, self.born, self.sex = (QLineEdit() for _ in range(4))
        self.accession, self.procedure_id, self.step_id, self.description = (QLineEdit() for _ in range(4))
        self.modality = modality_box("OT")
        self.tells_series = QCheckBox(translate("Workflow", "Tell its series of this archive"))
        self._add_fields()
        self.start_over()

    def _add_fields(self) -> None:
        kept = translate("Workflow", "The peer keeps what it is told: use a test system or the invented patient.")
        self.add_widget(TextLabel(kept, tone=Tone.WARNING, size=TypeSize.SMALL, wrap=True))
        for line in (self.step, self.study):
            line.setFont(mono_font())
        self.add_pair(
            FormField(translate("Workflow", "Patient"), self.patient),
            FormField(translate("Workflow", "Patient ID"), self.patient_id),
        )
        self.add_pair(
            FormField(translate("Workflow", "Born"), self.born), FormField(translate("Workflow", "Sex"), self.sex)
        )
        self.add_pair(
            FormField(translate("Workflow", "Accession number"), self.accession),
            FormField(translate("Workflow", "Procedure ID"), self.procedure_id),
        )
        self.add_pair(
            FormField(translate("Workflow", "Step ID"), self.step_id),
            FormField(translate("Workflow", "Modality"), self.modality),
        )
        self.add(FormField(translate("Workflow", "Description"), self.description))
        self.born.setPlaceholderText("19610412")
        self.add(FormField(translate("Workflow", "Study Instance UID"), self.study, check=uid_problem))
        self.study.setPlaceholderText(translate("Workflow", "A new one"))
        self.add_widget(self.tells_series)
        self.tells_series.setToolTip(
            translate("Workflow", "At the end: which series and images were made, as this archive has them")
        )
        help_text = translate("Workflow", "Filled in when one begins; another one can be typed, to end it.")
        self.add(FormField(translate("Workflow", "UID of the step"), self.step, help_text=help_text, check=uid_problem))
        self.end()

    def start_over(self) -> None:
        """The invented patient, no order."""
        for line in (self.step, self.study, self.born, self.sex, self.accession, self.procedure_id, self.step_id):
            line.clear()
        invented = StepBegun()
        self.patient.setText(invented.patient_name)
        self.patient_id.setText(invented.patient_id)
        self.description.setText(invented.description)
        self.modality.setCurrentText(invented.modality)
        self.tells_series.setChecked(False)

    def show_entry(self, peer: str, entry: Entry) -> None:
        """The examination of this entry of a worklist."""
        self.start_over()
        self.peer.choose(peer)
        for line, name in (
            (self.patient, "PatientName"),
            (self.patient_id, "PatientID"),
            (self.born, "PatientBirthDate"),
            (self.sex, "PatientSex"),
            (self.accession, "AccessionNumber"),
            (self.procedure_id, PROCEDURE_ID),
            (self.step_id, STEP_ID),
            (self.study, "StudyInstanceUID"),
        ):
            line.setText(entry.raw(name))
        self.description.setText(entry.raw(STEP_DESCRIPTION) or entry.raw(PROCEDURE))
        self.modality.setCurrentText(entry.raw(MODALITY))

    def has_step(self) -> bool:
        """Whether one stands there that could be ended."""
        return bool(self.step.text().strip())

    def beginning(self) -> StepBegun:
        """Under a new UID. Raises ValueError while something is wrong, which shows then."""
        return StepBegun(
            patient_name=self.patient.text().strip(),
            patient_id=self.patient_id.text().strip(),
            patient_birth_date=self.born.text().strip(),
            patient_sex=self.sex.text().strip(),
            study_instance_uid=self._study(),
            accession_number=self.accession.text().strip(),
            requested_procedure_id=self.procedure_id.text().strip(),
            scheduled_step_id=self.step_id.text().strip(),
            description=self.description.text().strip(),
            modality=self.modality.currentText().strip() or "OT",
            calling_ae_title=self.calling.title(),
        )

    def change(self, status: PerformedStatus) -> StepChange:
        """Of the step that stands there. Raises ValueError while something is wrong, which shows then."""
        return StepChange(
            SOPInstanceUID(self.step.text().strip()),
            status,
            self._study() if self.tells_series.isChecked() else None,
            self.description.text().strip(),
            calling_ae_title=self.calling.title(),
        )

    def _study(self) -> StudyInstanceUID | None:
        text = self.study.text().strip()
        return StudyInstanceUID(text) if text else None
