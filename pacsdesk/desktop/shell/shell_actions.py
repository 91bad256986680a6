"""What can be done everywhere, each once: the same actions stand in the person's menu, the palette and the shortcuts.

A new action: one in `__init__`, one line in `palette_groups` and, when it belongs there, in `menu_entries`.
"""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.language import Language, LanguageChoice
from pacsdesk.desktop.kit.theme import Theme, ThemeChoice
from pacsdesk.desktop.kit.tokens import Density
from pacsdesk.desktop.kit.translation import marked, translate

_Choice = TypeVar("_Choice", ThemeChoice, Density, LanguageChoice)

_THEME_WORDS = {
    ThemeChoice.SYSTEM: marked("Shell", "As the system"),
    ThemeChoice.LIGHT: marked("Shell", "Light"),
    ThemeChoice.DARK: marked("Shell", "Dark"),
    ThemeChoice.HIGH_CONTRAST: marked("Shell", "High contrast"),
}
_DENSITY_WORDS = {
    Density.COMPACT: marked("Shell", "Compact rows"),
    Density.COMFORTABLE: marked("Shell", "Comfortable rows"),
}
_LANGUAGE_WORDS = {
    LanguageChoice.SYSTEM: marked("Shell", "As the system"),
    LanguageChoice.ENGLISH: "English",  # each by its own name, for those who do not read the one in force
    LanguageChoice.GERMAN: "Deutsch",
}


class ShellActions(QObject):
    """The main window connects `triggered` of each."""

    def __init__(self, window: QWidget, theme: Theme, language: Language) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self.palette = self._make(translate("Shell", "Command palette"), "command", "Ctrl+K")
        self.search = self._make(translate("Shell", "Search in this page"), "search", "Ctrl+F")
        self.refresh = self._make(translate("Shell", "Refresh"), "refresh-cw", "F5")
        self.help = self._make(translate("Shell", "Help for this page"), "circle-help", "F1")
        self.shortcuts = self._make(translate("Shell", "Shortcuts"), "keyboard", "?")
        self.shortcuts.setShortcuts([QKeySequence("?"), QKeySequence("Shift+?")])  # keyboards differ in what they send
        self.back = QAction(
            translate("Shell", "Back out"), self
        )  # listed only: a shortcut would take Esc away from the panels
        self.back.setShortcut(QKeySequence("Esc"))
        self.elsewhere = self._make(translate("Shell", "Peers, users and settings"), "command", "")
        self.about = self._make(translate("Shell", "About PACSDesk"), "info", "")
        self.sign_out = self._make(translate("Shell", "Sign out"), "log-out", "")
        self.quit = self._make(translate("Shell", "Quit"), "x", "Ctrl+Q")
        self.quit_and_stop = self._make(translate("Shell", "Quit and stop the engine"), "power", "")
        self.themes = self._make_choices(_THEME_WORDS, theme.choice)
        self.densities = self._make_choices(_DENSITY_WORDS, theme.density)
        self.languages = self._make_choices(_LANGUAGE_WORDS, language.choice)
        for word, action in self.themes.items():
            action.triggered.connect(lambda _checked=False, choice=word: theme.choose(ThemeChoice(choice)))
        for word, action in self.densities.items():
            action.triggered.connect(lambda _checked=False, choice=word: theme.choose_density(Density(choice)))
        for word, action in self.languages.items():
            action.triggered.connect(lambda _checked=False, choice=word: language.choose(LanguageChoice(choice)))

    def of_a_session(self) -> tuple[QAction, ...]:
        """What waits until somebody is signed in."""
        general = (self.palette, self.search, self.refresh, self.help, self.shortcuts, self.elsewhere)
        return (*general, self.sign_out, self.quit_and_stop)

    def with_keys(self) -> tuple[QAction, ...]:
        """For the sheet of shortcuts."""
        return (self.palette, self.search, self.refresh, self.help, self.shortcuts, self.back, self.quit)

    def palette_groups(self) -> tuple[tuple[str, tuple[QAction, ...]], ...]:
        """What the palette offers, each group under its word."""
        general = (self.search, self.refresh, self.help, self.shortcuts, self.elsewhere, self.about)
        leaving = (self.sign_out, self.quit, self.quit_and_stop)
        return (
            ("PACSDesk", (*general, *leaving)),
            (translate("Shell", "Theme"), tuple(self.themes.values())),
            (translate("Shell", "Row height"), tuple(self.densities.values())),
            (translate("Shell", "Language"), tuple(self.languages.values())),
        )

    def menu_entries(self) -> list[QAction | QMenu | None]:
        """The person's menu."""
        choices = [
            self._make_menu(translate("Shell", "Theme"), "sun", self.themes),
            self._make_menu(translate("Shell", "Row height"), "rows-3", self.densities),
            self._make_menu(translate("Shell", "Language"), "globe", self.languages),
        ]
        end = [self.quit, self.quit_and_stop]
        out = [self.sign_out] if self.sign_out.isVisible() else []
        return [*choices, None, self.help, self.shortcuts, self.elsewhere, self.about, None, *out, *end]

    def _make(self, text: str, icon_name: str, keys: str) -> QAction:
        action = QAction(text, self._window)
        if icon_name:
            action.setIcon(icon(icon_name))
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        self._window.addAction(action)
        return action

    def _make_menu(self, title: str, icon_name: str, choices: Mapping[str, QAction]) -> QMenu:
        menu = QMenu(title, self._window)
        menu.setIcon(icon(icon_name))
        menu.addActions(list(choices.values()))
        return menu

    def _make_choices(self, words: Mapping[_Choice, str], chosen: str) -> dict[str, QAction]:
        group = QActionGroup(self)
        made: dict[str, QAction] = {}
        for value, text in words.items():
            action = self._make(translate("Shell", text), "", "")
            action.setCheckable(True)
            action.setChecked(value == chosen)
            group.addAction(action)
            made[str(value)] = action
        return made
