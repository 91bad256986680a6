"""A study of this archive, found by words as they are typed, or named by its UID."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.archive import Study, StudyQuery
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.desktop.kit.formatting import format_date, format_person_name, plain
from pacsdesk.desktop.kit.forms import FormField
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panel import PanelContext

MOST, PAUSE_MS, LIST_HEIGHT = 20, 250, 168


class StudyChoice(QWidget):
    """changed: another study, or none. uid: of the chosen one."""

    changed = Signal()

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self.uid: StudyInstanceUID | None = None
        self._said = ""
        self.line = QLineEdit()
        self.found = QListWidget()
        help_text = translate("Workflow", "Name, ID, accession number, day, or a Study Instance UID.")
        self.field = FormField(translate("Workflow", "Study of this archive"), self.line, help_text=help_text)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.S)
        layout.addWidget(self.field)
        layout.addWidget(self.found)
        self.found.setFixedHeight(LIST_HEIGHT)
        self.found.setAccessibleName(translate("Workflow", "Studies found"))
        self.found.hide()
        self._pause.timeout.connect(self._search)
        self.line.textChanged.connect(self._on_typed)
        self.found.currentItemChanged.connect(self._on_chosen)

    def show_study(self, uid: StudyInstanceUID) -> None:
        """This one."""
        self.line.setText(uid)

    def said(self) -> str:
        """What is wrong with what was typed, "" for nothing."""
        return self._said

    def _say(self, words: str) -> None:
        self._said = words
        self.field.show_problem(words)

    @Slot()
    def _on_typed(self) -> None:
        words = self.line.text().strip()
        self.uid = None
        self._say("")
        if words.count(".") > 1:  # no name, and no number that a person gives, has that
            try:
                self.uid = StudyInstanceUID(words)
            except ValueError:
                self.uid = None
        self.found.hide()
        if words and self.uid is None:
            self._pause.start()
        else:
            self._pause.stop()
        self.changed.emit()

    @Slot()
    def _search(self) -> None:
        words = self.line.text().strip()
        query = StudyQuery(words, page=PageRequest(limit=MOST))
        search = self._context.services.studies.search
        self._context.calls.start(lambda: (words, search(query)), self._on_found, self._on_failed, owner=self)

    def _on_found(self, answer: tuple[str, Page[Study]]) -> None:
        words, page = answer
        if words != self.line.text().strip():
            return  # something else was typed meanwhile
        self.found.blockSignals(True)
        self.found.clear()
        for study in page.items:
            item = QListWidgetItem(_words(study))
            item.setData(Qt.ItemDataRole.UserRole, study.study_instance_uid)
            item.setToolTip(plain(study.study_description))
            self.found.addItem(item)
        self.found.setCurrentRow(-1)
        self.found.blockSignals(False)
        self.found.setVisible(bool(page.items))
        self._say("" if page.items else translate("Workflow", "No study has these words."))

    def _on_failed(self, error: PacsDeskError) -> None:
        self._context.notices.fail(error)

    @Slot()
    def _on_chosen(self) -> None:
        item = self.found.currentItem()
        self.uid = StudyInstanceUID(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None
        self.changed.emit()


def _words(study: Study) -> str:
    return "  ".join(
        (
            format_person_name(study.patient_name),
            format_date(study.study_date),
            plain("/".join(study.modalities_in_study)),
            counted("Workflow", "%Ln images", study.number_of_instances),
        )
    )
