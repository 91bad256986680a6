"""The left edge: panels by section as icon and word, folded to icons when room is scarce; remembers how it was left."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QSettings, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from pacsdesk.desktop.kit.buttons import WordButton
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look, type_font
from pacsdesk.desktop.kit.tokens import HEADER_HEIGHT, Space, Token, TypeSize
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panel import PanelSpec, Section

WIDTH = 184
FOLDED_WIDTH = 52
ICON_SIDE = 20
BUTTON_HEIGHT = 36
LAST_KEY = 9
_FOLDED_KEY = "navigation/folded"

SECTION_TITLES = {
    Section.ARCHIVE: marked("Shell", "Archive"),
    Section.BENCH: marked("Shell", "Bench"),
    Section.TRAINING: marked("Shell", "Training"),
    Section.ADMINISTRATION: marked("Shell", "Administration"),
}


class NavButton(WordButton):
    """Picture and word from the left; alone the picture stands in the middle. The panel that shows is set in bold."""

    GAP = Space.M

    def _left(self) -> int:
        return int(Space.S)

    def _word_font(self) -> QFont:
        return type_font(strong=self.isChecked())

    def _word_token(self) -> Token:
        return Token.TEXT_1 if self.isChecked() else Token.TEXT_2


class Navigation(QFrame):
    """One button per panel that the person may see; `panel_chosen` carries its id."""

    panel_chosen = Signal(str)

    def __init__(self, specs: Sequence[PanelSpec], preferences: QSettings) -> None:
        super().__init__()
        self._preferences = preferences
        self._words: list[TextLabel] = []
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._fold_button = _nav_button("panel-left-close", translate("Shell", "Fold"))
        self._mark = TextLabel("PACSDesk", size=TypeSize.TITLE, strong=True)
        self._is_squeezed = False
        self._is_folded = str(preferences.value(_FOLDED_KEY, "false")) == "true"
        set_look(self, surface="1", edge="right")
        self.setAccessibleName(translate("Shell", "Navigation"))
        self._build(specs)
        self._group.buttonClicked.connect(self._on_clicked)
        self._fold_button.clicked.connect(self._on_fold_clicked)
        self._apply_fold()

    def _build(self, specs: Sequence[PanelSpec]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.S, 0, Space.S, Space.S)
        layout.setSpacing(2)
        self._mark.setFixedHeight(HEADER_HEIGHT)
        self._mark.setIndent(Space.S)
        layout.addWidget(self._mark)
        number = 0
        for section, members in groupby(specs, key=lambda spec: spec.section):
            if section in SECTION_TITLES:
                self._add_section(layout, translate("Shell", SECTION_TITLES[section]))
            for spec in members:
                number += 1
                layout.addWidget(self._make_button(spec, number))
        layout.addStretch()
        layout.addWidget(self._fold_button)

    def _add_section(self, layout: QVBoxLayout, title: str) -> None:
        words = TextLabel(title, tone=Tone.FAINT, size=TypeSize.SMALL, strong=True)
        words.setIndent(Space.S)
        words.setFixedHeight(28)
        words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self._words.append(words)
        layout.addWidget(words)

    def _make_button(self, spec: PanelSpec, number: int) -> QToolButton:
        title = translate("Panels", spec.title)
        button = _nav_button(spec.icon, title)
        button.setCheckable(True)
        button.setObjectName(spec.panel_id)
        button.setToolTip(f"{title}  {_keys(number)}" if number <= LAST_KEY else title)
        self._group.addButton(button)
        self._buttons[spec.panel_id] = button
        return button

    def show_current(self, panel_id: str) -> None:
        """Mark the panel that shows."""
        self._buttons[panel_id].setChecked(True)

    def set_squeezed(self, is_squeezed: bool) -> None:
        """Give up the words while something beside the work needs the room; the person's own choice is kept."""
        if is_squeezed != self._is_squeezed:
            self._is_squeezed = is_squeezed
            self._apply_fold()

    def _apply_fold(self) -> None:
        is_narrow = self._is_folded or self._is_squeezed
        self.setFixedWidth(FOLDED_WIDTH if is_narrow else WIDTH)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if is_narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (*self._buttons.values(), self._fold_button):
            button.setToolButtonStyle(style)
        for words in self._words:
            words.setVisible(not is_narrow)
        self._mark.setText("PD" if is_narrow else "PACSDesk")
        self._fold_button.setEnabled(not self._is_squeezed)
        self._fold_button.setIcon(icon("panel-left-open" if is_narrow else "panel-left-close", Token.TEXT_3))
        self._fold_button.setToolTip(
            translate("Shell", "Show words") if is_narrow else translate("Shell", "Fold to icons")
        )

    @Slot(QToolButton)
    def _on_clicked(self, button: QToolButton) -> None:
        self.panel_chosen.emit(button.objectName())

    @Slot()
    def _on_fold_clicked(self) -> None:
        self._is_folded = not self._is_folded
        self._preferences.setValue(_FOLDED_KEY, "true" if self._is_folded else "false")
        self._apply_fold()


def _keys(number: int) -> str:
    return QKeySequence(f"Ctrl+{number}").toString(QKeySequence.SequenceFormat.NativeText)


def _nav_button(icon_name: str, title: str) -> NavButton:
    button = NavButton()
    button.setText(title)
    button.setIcon(icon(icon_name))
    button.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
    button.setAccessibleName(title)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setFixedHeight(BUTTON_HEIGHT)
    set_look(button, kind="nav")
    return button
