"""The viewer's one row of tools: what the left button does, windows, then what recurs as icons."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QMenu, QToolButton, QWidget

from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import hairline
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.viewer.actions import ViewerActions
from pacsdesk.desktop.panels.viewer.cine import MAX_RATE, MIN_RATE
from pacsdesk.desktop.panels.viewer.view_state import WindowKind, WindowOption

_KEYS = 9


class ToolRow(QWidget):
    """window_chosen: a WindowOption. rate_chosen: frames a second."""

    window_chosen = Signal(object)
    rate_chosen = Signal(float)

    def __init__(self, actions: ViewerActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._options: tuple[WindowOption, ...] = ()
        self._choose_window = QAction(icon("sliders-horizontal"), translate("Viewer", "Presets"), self)
        self._windows = action_button(self._choose_window, Rank.QUIET)
        self._menu = QMenu(self._windows)
        self.rate = QDoubleSpinBox()
        self._build()

    def show_options(self, options: tuple[WindowOption, ...]) -> None:
        """The windows that can be chosen for what is shown."""
        if options == self._options:
            return
        self._options = options
        self._menu.clear()
        self._choose_window.setEnabled(bool(options))
        key = 0
        kind: WindowKind | None = None
        for option in options:
            if kind is not None and option.kind is WindowKind.CHOSEN and kind is not WindowKind.CHOSEN:
                self._menu.addSeparator()
            kind = option.kind
            entry = QAction(option.label.replace("&", "&&"), self._menu)
            if option.kind is WindowKind.CHOSEN and key < _KEYS:
                key += 1
                entry.setShortcut(QKeySequence(str(key)))  # shown here; the panel itself answers the number keys
                entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            entry.triggered.connect(partial(self.window_chosen.emit, option))
            self._menu.addAction(entry)

    def show_playing(self, is_playing: bool, rate: float) -> None:
        """Follow the cine."""
        play = self._actions.play
        play.setText(translate("Viewer", "Pause") if is_playing else translate("Viewer", "Play"))
        play.setToolTip(f"{play.text()} ({play.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
        play.setIcon(icon("pause" if is_playing else "play"))
        self.rate.blockSignals(True)
        self.rate.setValue(rate)
        self.rate.blockSignals(False)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.XS)
        for action in self._actions.tools().values():
            row.addWidget(action_button(action, Rank.QUIET))
        row.addWidget(_divider())
        row.addWidget(self._window_button())
        row.addStretch()
        row.addWidget(action_button(self._actions.play, Rank.QUIET, words=False))
        row.addWidget(self._rate_field())
        row.addWidget(_divider())
        for action in (self._actions.invert, self._actions.fit, self._actions.reset):
            row.addWidget(action_button(action, Rank.QUIET, words=False))
        row.addWidget(_divider())
        row.addWidget(action_button(self._actions.texts, Rank.QUIET, words=False))
        row.addWidget(action_button(self._actions.tags, Rank.QUIET, words=False))
        row.addWidget(self._more_button())

    def _window_button(self) -> QToolButton:
        self._windows.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._choose_window.setToolTip(translate("Viewer", "Windows of the image and presets (1 to 9)"))
        self._choose_window.setEnabled(False)
        self._windows.setAccessibleName(translate("Viewer", "Window presets"))
        self._windows.setMenu(self._menu)
        return self._windows

    def _rate_field(self) -> QDoubleSpinBox:
        self.rate.setRange(MIN_RATE, MAX_RATE)
        self.rate.setDecimals(0)
        self.rate.setSuffix(translate("Viewer", " /s", "images a second"))
        self.rate.setToolTip(translate("Viewer", "Images a second while playing"))
        self.rate.setAccessibleName(translate("Viewer", "Images a second"))
        self.rate.setKeyboardTracking(False)
        self.rate.valueChanged.connect(self._on_rate_changed)
        return self.rate

    def _more_button(self) -> QToolButton:
        more = QToolButton()
        more.setIcon(icon("more-horizontal"))
        more.setToolTip(translate("Viewer", "More"))
        more.setAccessibleName(translate("Viewer", "More actions"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_look(more, kind=str(Rank.QUIET))
        menu = QMenu(more)
        menu.addActions([self._actions.actual_size, self._actions.smooth])
        menu.addSeparator()
        menu.addActions([self._actions.previous_series, self._actions.next_series])
        more.setMenu(menu)
        return more

    @Slot(float)
    def _on_rate_changed(self, rate: float) -> None:
        self.rate_chosen.emit(rate)


def _divider() -> QWidget:
    line = hairline(vertical=True)
    line.setFixedHeight(20)
    return line
