"""The identifier as text, a key on each line; what is written there and what stands in the fields is the same."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from pacsdesk.contract.records.queries import QueryKey
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import mono_font, set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.query.drafts import keys_of_text, text_of_keys

_EXAMPLE = (QueryKey("PatientName", "DOE^J*"), QueryKey("StudyDate", "20260301-"), QueryKey("ReferringPhysicianName"))


class IdentifierEditor(QFrame):
    """changed: a person wrote something else."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_showing = False
        self.text_edit = QPlainTextEdit()
        self._problem = TextLabel(tone=Tone.DANGER, size=TypeSize.SMALL, wrap=True)
        self._build()
        self.text_edit.textChanged.connect(self._on_text_changed)

    def _build(self) -> None:
        words = translate(
            "Query",
            "One key on each line, NAME=VALUE. Without a value it is shown and not matched. What is in a sequence "
            "stands behind its name and a point.",
        )
        self.text_edit.setFont(mono_font())
        self.text_edit.setTabChangesFocus(True)
        self.text_edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text_edit.setPlaceholderText(text_of_keys(_EXAMPLE))
        self.text_edit.setAccessibleName(translate("Query", "Identifier"))
        self.text_edit.setAccessibleDescription(words)
        self._problem.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        layout.setSpacing(Space.S)
        layout.addWidget(self.text_edit, 1)
        layout.addWidget(self._problem)
        layout.addWidget(TextLabel(words, tone=Tone.MUTED, size=TypeSize.SMALL, wrap=True))
        set_look(self, surface="1")

    def keys(self) -> tuple[QueryKey, ...]:
        """What is written there, wrong lines left out."""
        return keys_of_text(self.text_edit.toPlainText())[0]

    def problem(self) -> str:
        """What is wrong with a line, "" for nothing."""
        return keys_of_text(self.text_edit.toPlainText())[1]

    def show_keys(self, keys: tuple[QueryKey, ...]) -> None:
        """Write these and no others; says nothing. What is written otherwise and means the same stays."""
        if keys == self.keys() and not self.problem():
            return
        self._is_showing = True
        self.text_edit.setPlainText(text_of_keys(keys))
        self._is_showing = False

    @Slot()
    def _on_text_changed(self) -> None:
        problem = self.problem()
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        set_look(self.text_edit, problem=bool(problem))
        if not self._is_showing:
            self.changed.emit()
