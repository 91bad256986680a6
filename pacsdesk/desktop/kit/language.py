"""Which language the window speaks: the system's, or the one that a person chose; English where there is no other.

A new language: one member of LanguageChoice, one line in the names of shell_actions, resources/i18n/pacsdesk_<it>.ts
with its plural forms; `make i18n` does the rest.
"""

from enum import StrEnum

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QSettings, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from pacsdesk.contract.resources import resources_path

_KEY = "look/language"


class LanguageChoice(StrEnum):
    """What a person can choose: ISO 639-1 codes, or what the computer is set to."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


_LOCALES = {
    LanguageChoice.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
    LanguageChoice.GERMAN: QLocale(QLocale.Language.German, QLocale.Country.Germany),
}


class Language(QObject):
    """The person's choice, remembered in the preferences and in force from the next start on.

    Not at once: every open page would have to be built anew, with what was typed into it.
    """

    chosen = Signal()

    def __init__(self, app: QApplication, preferences: QSettings, system: QLocale | None = None) -> None:
        """system: the computer's own locale, asked of it unless given."""
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        self._system = system or QLocale.system()
        self._translators: list[QTranslator] = []

    @property
    def choice(self) -> LanguageChoice:
        """What the person chose; an unknown word in the file counts as `system`."""
        word = str(self._preferences.value(_KEY, LanguageChoice.SYSTEM))
        return LanguageChoice(word) if word in set(LanguageChoice) else LanguageChoice.SYSTEM

    def choose(self, choice: LanguageChoice) -> None:
        """Remember a language for the next start."""
        self._preferences.setValue(_KEY, str(choice))
        self.chosen.emit()

    def spoken(self) -> LanguageChoice:
        """The language that the choice comes to, never `system`: the first of the computer's that there is here."""
        if self.choice is not LanguageChoice.SYSTEM:
            return self.choice
        wanted = (QLocale(name).language() for name in self._system.uiLanguages())
        by_language = {locale.language(): choice for choice, locale in _LOCALES.items()}
        return next((by_language[one] for one in wanted if one in by_language), LanguageChoice.ENGLISH)

    def load(self) -> None:
        """Speak it from now on: our texts, Qt's own, and numbers. Before the first widget is made."""
        self.unload()
        spoken = self.spoken()
        QLocale.setDefault(_LOCALES[spoken])
        qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (
            (f"qtbase_{spoken}", qt_texts),
            (f"pacsdesk_{spoken}", str(resources_path() / "i18n")),
        ):
            translator = QTranslator(self)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)

    def unload(self) -> None:
        """Texts as they stand in the program."""
        while self._translators:
            self._app.removeTranslator(self._translators.pop())
