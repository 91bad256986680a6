"""What can be done everywhere, each once: the same actions stand in the person's menu, the palette and the shortcuts.

A new action: one in `__init__`, one line in `palette_groups` and, when it belongs there, in `menu_entries`.
"""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.theme import Theme, ThemeChoice
from pacsdesk.desktop.kit.tokens import Density

_THEME_WORDS = {
    ThemeChoice.SYSTEM: "As the system",
    ThemeChoice.LIGHT: "Light",
    ThemeChoice.DARK: "Dark",
    ThemeChoice.HIGH_CONTRAST: "High contrast",
}
_DENSITY_WORDS = {Density.COMPACT: "Compact rows", Density.COMFORTABLE: "Comfortable rows"}


class ShellActions(QObject):
    """The main window connects `triggered` of each."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.palette = self._make("Command palette", "command", "Ctrl+K")
        self.search = self._make("Search in this page", "search", "Ctrl+F")
        self.refresh = self._make("Refresh", "refresh-cw", "F5")
        self.help = self._make("Help for this page", "circle-help", "F1")
        self.shortcuts = self._make("Shortcuts", "keyboard", "?")
        self.shortcuts.setShortcuts([QKeySequence("?"), QKeySequence("Shift+?")])  # keyboards differ in what they send
        self.back = QAction("Back out", self)  # listed only: a shortcut would take Esc away from the panels
        self.back.setShortcut(QKeySequence("Esc"))
        self.about = self._make("About PACSDesk", "info", "")
        self.sign_out = self._make("Sign out", "log-out", "")
        self.quit = self._make("Quit", "x", "Ctrl+Q")
        self.quit_and_stop = self._make("Quit and stop the engine", "power", "")
        self.themes = self._make_choices(_THEME_WORDS, theme.choice)
        self.densities = self._make_choices(_DENSITY_WORDS, theme.density)
        for word, action in self.themes.items():
            action.triggered.connect(lambda _checked=False, choice=word: theme.choose(ThemeChoice(choice)))
        for word, action in self.densities.items():
            action.triggered.connect(lambda _checked=False, choice=word: theme.choose_density(Density(choice)))

    def with_keys(self) -> tuple[QAction, ...]:
        """For the sheet of shortcuts."""
        return (self.palette, self.search, self.refresh, self.help, self.shortcuts, self.back, self.quit)

    def palette_groups(self) -> tuple[tuple[str, tuple[QAction, ...]], ...]:
        """What the palette offers, each group under its word."""
        general = (self.search, self.refresh, self.help, self.shortcuts, self.about)
        leaving = (self.sign_out, self.quit, self.quit_and_stop)
        return (
            ("PACSDesk", (*general, *leaving)),
            ("Theme", tuple(self.themes.values())),
            ("Row height", tuple(self.densities.values())),
        )

    def menu_entries(self) -> list[QAction | QMenu | None]:
        """The person's menu."""
        look = QMenu("Theme", self._window)
        look.setIcon(icon("sun"))
        look.addActions(list(self.themes.values()))
        rows = QMenu("Row height", self._window)
        rows.setIcon(icon("rows-3"))
        rows.addActions(list(self.densities.values()))
        end = [self.quit, self.quit_and_stop]
        out = [self.sign_out] if self.sign_out.isVisible() else []
        return [look, rows, None, self.help, self.shortcuts, self.about, None, *out, *end]

    def _make(self, text: str, icon_name: str, keys: str) -> QAction:
        action = QAction(text, self._window)
        if icon_name:
            action.setIcon(icon(icon_name))
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(action)
        return action

    def _make_choices(self, words: dict[ThemeChoice, str] | dict[Density, str], chosen: str) -> dict[str, QAction]:
        group = QActionGroup(self)
        made: dict[str, QAction] = {}
        for value, text in words.items():
            action = self._make(text, "", "")
            action.setCheckable(True)
            action.setChecked(value == chosen)
            group.addAction(action)
            made[str(value)] = action
        return made
