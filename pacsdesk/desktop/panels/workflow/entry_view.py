"""The chosen entry of a worklist in full, beside the list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pacsdesk.desktop.kit.buttons import action_button
from pacsdesk.desktop.kit.code_text import CodeText
from pacsdesk.desktop.kit.formatting import NOTHING, plain
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panels.workflow.entries import Entry

NARROWEST = 264


class EntryView(QFrame):
    """entry: the one that shows, None for none or several."""

    def __init__(self, action: QAction) -> None:
        """action: what can be done with it."""
        super().__init__()
        self.entry: Entry | None = None
        self._title = TextLabel(size=TypeSize.TITLE, strong=True, wrap=True, selectable=True)
        self._hint = TextLabel(
            translate("Workflow", "Choose one to see all that the peer says of it."), tone=Tone.MUTED, wrap=True
        )
        self._button = action_button(action)
        self._lines = QScrollArea()
        self._lines.setWidgetResizable(True)
        self._lines.setFrameShape(QFrame.Shape.NoFrame)
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(NARROWEST)
        self.setAccessibleName(translate("Workflow", "The chosen entry"))
        self._build()
        self.show_entries(())

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self._button)
        row.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        head.setSpacing(Space.S)
        head.addWidget(self._title)
        head.addWidget(self._hint)
        head.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 0, 0)  # of the line on the left
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._lines, 1)
        set_look(self, surface="1", edge="left")

    def show_entries(self, chosen: tuple[Entry, ...]) -> None:
        """The one that is chosen, or how many are."""
        self.entry = chosen[0] if len(chosen) == 1 else None
        for widget, is_shown in ((self._lines, self.entry), (self._button, self.entry), (self._hint, not self.entry)):
            widget.setVisible(bool(is_shown))
        if self.entry is None:
            self._title.setText(counted("Workflow", "%Ln entries chosen", len(chosen)) if chosen else "")
            return
        self._title.setText(self.entry.text("PatientName") or NOTHING)
        body = QWidget()
        set_look(body, surface="1")
        form = QFormLayout(body)
        form.setContentsMargins(Space.L, 0, Space.L, Space.M)
        form.setVerticalSpacing(Space.S)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for name, title, text in self.entry.lines():
            label = TextLabel(title, tone=Tone.MUTED, size=TypeSize.SMALL)
            label.setToolTip(plain(name))
            is_code = name.endswith("UID") and bool(text)
            form.addRow(
                label, CodeText(text, title) if is_code else TextLabel(text or NOTHING, wrap=True, selectable=True)
            )
        self._lines.setWidget(body)

    def text(self) -> str:
        """All of it, a line for each element; "" for none."""
        return "\n".join(f"{title}: {text or NOTHING}" for _, title, text in self.entry.lines()) if self.entry else ""
