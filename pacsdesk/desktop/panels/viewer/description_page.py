"""A designed page for what has no picture: what it is, its facts, its text; and for what cannot be shown: why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from pacsdesk.desktop.kit.icons import icon_pixmap
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, Token, TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.imaging.describe import Description, Kind
from pacsdesk.imaging.undisplayable import Undisplayable

_PAGE_WIDTH = 640
_ICON_SIDE = 24
_ICONS = {
    Kind.REPORT: "scroll-text",
    Kind.DOCUMENT: "file-text",
    Kind.WAVEFORM: "activity",
    Kind.PLAN: "crosshair",
    Kind.STRUCTURES: "layers",
    Kind.PRESENTATION: "sliders-horizontal",
    Kind.KEY_OBJECTS: "list-checks",
    Kind.OTHER: "file",
}


class DescriptionPage(QWidget):
    """Title, facts as a table, text below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._kind = TextLabel(tone=Tone.MUTED)
        self._title = TextLabel(size=TypeSize.DISPLAY, strong=True, wrap=True)
        self._facts = QFormLayout()
        self._body = QTextBrowser()
        self._body.document().setDocumentMargin(0)
        set_look(self._body, kind="page")
        self._body.setFrameShape(QTextBrowser.Shape.NoFrame)
        self._body.setAccessibleName(translate("Viewer", "Text of the object"))
        self._build()

    def show_description(self, description: Description) -> None:
        """Show what an object without pictures is."""
        self._show(_ICONS[description.kind], description.kind_name, description.title or description.kind_name)
        for fact in description.facts:
            value = TextLabel(fact.value, wrap=True, selectable=True)
            self._facts.addRow(TextLabel(translate("Imaging", fact.label), tone=Tone.MUTED), value)
        self._body.setPlainText(description.body)
        self._body.setVisible(bool(description.body))

    def show_reason(self, reason: Undisplayable) -> None:
        """Show why there is no picture; the object itself is kept whole in the archive."""
        self._show("file-x", translate("Viewer", "This object is kept, but cannot be shown"), reason.title)
        for label, value in (
            (translate("Viewer", "What was found"), reason.detail),
            (translate("Viewer", "What helps"), translate("Viewer", "The tag list shows what could be read.")),
        ):
            if value:
                self._facts.addRow(TextLabel(label, tone=Tone.MUTED), TextLabel(value, wrap=True, selectable=True))
        self._body.hide()

    def _build(self) -> None:
        self._facts.setHorizontalSpacing(Space.XL)
        self._facts.setVerticalSpacing(Space.S)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        column = QWidget()
        column.setMaximumWidth(_PAGE_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        inner.setSpacing(Space.S)
        inner.addWidget(self._icon)
        inner.addWidget(self._kind)
        inner.addWidget(self._title)
        inner.addSpacing(Space.M)
        inner.addLayout(self._facts)
        inner.addSpacing(Space.M)
        inner.addWidget(self._body, stretch=1)
        inner.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(column, stretch=1)

    def _show(self, icon_name: str, kind: str, title: str) -> None:
        while self._facts.rowCount():
            self._facts.removeRow(0)
        self._icon.setPixmap(icon_pixmap(icon_name, Token.TEXT_2, _ICON_SIDE))
        self._kind.setText(kind if kind != title else "")
        self._kind.setVisible(kind != title)
        self._title.setText(title)
        self.setAccessibleName(f"{kind}: {title}")
