"""Queries to use again: those that were saved under a name, the last ones, and a field to save the one that shows."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QWidget

from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import TextLabel
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.query.drafts import Draft
from pacsdesk.desktop.panels.query.key_names import level_words, model_words, name_of_key
from pacsdesk.desktop.panels.query.saved import LONGEST_NAME, SavedQueries

LONGEST_WORDS = 64
NAME_WIDTH = 280


def words_of(draft: Draft) -> str:
    """A query on one line: whom, what of it, and its keys."""
    order = draft.order
    what = level_words(order.level) if order.level is not None else model_words(order.model)
    keys = ", ".join(f"{name_of_key(key.name)} {plain(key.value)}" for key in order.keys if key.value)
    words = f"{plain(draft.peer)}: {what}" + (f", {keys}" if keys else "")
    return plain(words, LONGEST_WORDS).replace("&", "&&")


class QueriesMenu(QMenu):
    """draft_chosen: shall be written into the form. naming_wanted: the query of the form shall be saved."""

    draft_chosen = Signal(object)
    naming_wanted = Signal()

    def __init__(self, saved: SavedQueries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved = saved
        self.aboutToShow.connect(self.fill)
        self.fill()

    @Slot()
    def fill(self) -> None:
        """As it is now."""
        self.clear()
        save = self.addAction(icon("save"), translate("Query", "Save this query under a name\u2026"))
        save.triggered.connect(self.naming_wanted)
        named = self._saved.named()
        if named:
            self.addSection(translate("Query", "Saved"))
        for name, draft in named.items():
            action = self.addAction(plain(name).replace("&", "&&"))
            action.setToolTip(words_of(draft))
            action.triggered.connect(partial(self._on_chosen, draft))
        if named:
            forgetting = self.addMenu(translate("Query", "Forget a saved query"))
            for name in named:
                forgetting.addAction(plain(name).replace("&", "&&")).triggered.connect(partial(self._on_forget, name))
        last = self._saved.last()
        if last:
            self.addSection(translate("Query", "Asked last"))
        for draft in last:
            self.addAction(words_of(draft)).triggered.connect(partial(self._on_chosen, draft))

    def _on_chosen(self, draft: Draft) -> None:
        self.draft_chosen.emit(draft)

    def _on_forget(self, name: str) -> None:
        self._saved.forget(name)


class NamingBar(QFrame):
    """One line above the form's page in which a query gets its name. named: with it."""

    named = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        self.save_button = make_button(translate("Query", "Save"), Rank.PRIMARY)
        self.leave_button = make_button(translate("Query", "Cancel"))
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setFixedWidth(NAME_WIDTH)
        label = TextLabel(translate("Query", "Save this query as"), strong=True)
        label.setBuddy(self.name)
        self.name.setAccessibleName(translate("Query", "Name of the query"))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.S)
        for widget in (label, self.name, self.leave_button, self.save_button):
            row.addWidget(widget)
        row.addStretch()
        set_look(self, surface="2", edge="bottom")
        self.hide()
        self._judge()
        self.name.textChanged.connect(self._judge)
        self.name.returnPressed.connect(self._on_save)
        self.save_button.clicked.connect(self._on_save)
        self.leave_button.clicked.connect(self.leave)

    def ask(self) -> None:
        """Which name."""
        self.show()
        self.name.setFocus()
        self.name.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc backs out."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @Slot()
    def leave(self) -> None:
        """Go away without saving."""
        self.hide()
        self.left.emit()

    @Slot()
    def _judge(self) -> None:
        self.save_button.setEnabled(bool(self.name.text().strip()))

    @Slot()
    def _on_save(self) -> None:
        if self.save_button.isEnabled():
            self.hide()
            self.named.emit(self.name.text().strip())
