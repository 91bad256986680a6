"""Dresses the whole application from the token table: Fusion, one palette, one style sheet; changes while running.

What is in force is kept as two properties of the QApplication, so that painting code anywhere may ask `colour(token)`
and `row_height()`; only a Theme writes them.
"""

from enum import StrEnum
from string import Template

from PySide6.QtCore import QCoreApplication, QObject, QSettings, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from pacsdesk.contract.resources import resources_path
from pacsdesk.desktop.kit.tokens import CORNER_RADIUS, PALETTES, TYPE_SCALE, Density, Scheme, Token, TypeSize

_SCHEME = "pacsdesk_scheme"
_DENSITY = "pacsdesk_density"


class ThemeChoice(StrEnum):
    """What a person can choose; `system` follows the computer's own setting while it changes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


def current_scheme() -> Scheme:
    """The scheme in force; light until a Theme was applied."""
    app = QCoreApplication.instance()
    value = app.property(_SCHEME) if app is not None else None
    return Scheme(value) if value else Scheme.LIGHT


def current_density() -> Density:
    """The row height in force; compact until a Theme was applied."""
    app = QCoreApplication.instance()
    value = app.property(_DENSITY) if app is not None else None
    return Density(value) if value else Density.COMPACT


def colour(token: Token) -> QColor:
    """A token's colour in the scheme in force."""
    return QColor(PALETTES[current_scheme()][token])


def row_height() -> int:
    """Height of a row of a list, in device-independent pixels."""
    return current_density().row_height


def type_font(size: TypeSize = TypeSize.BODY, *, strong: bool = False) -> QFont:
    """The system's UI font in one of the four sizes and one of the two weights."""
    font = QGuiApplication.font()
    font.setPointSizeF(font.pointSizeF() * TYPE_SCALE[size])
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return font


def mono_font(size: TypeSize = TypeSize.BODY) -> QFont:
    """The system's fixed-width font: UIDs, tags, AE titles, addresses, command lines."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)  # where the system names a family that is not installed
    font.setPointSizeF(QGuiApplication.font().pointSizeF() * TYPE_SCALE[size])
    return font


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, so that numbers of a column stand under each other."""
    with_figures = QFont(font)
    with_figures.setFeature(QFont.Tag("tnum"), 1)
    return with_figures


def set_look(widget: QWidget, **looks: str | bool) -> None:
    """Set properties that the style sheet selects by (`kind="primary"`, `surface="1"`) and restyle the widget.

    Before its first show a widget is left alone: the sheet would remember its font of now and put it back over the one
    set later.
    """
    for name, value in looks.items():
        widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Theme(QObject):
    """The person's choice of scheme and row height, remembered in the preferences."""

    changed = Signal()

    def __init__(self, app: QApplication, preferences: QSettings) -> None:
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose; an unknown word in the file counts as `system`."""
        word = str(self._preferences.value("look/theme", ThemeChoice.SYSTEM))
        return ThemeChoice(word) if word in set(ThemeChoice) else ThemeChoice.SYSTEM

    @property
    def density(self) -> Density:
        """The chosen row height."""
        word = str(self._preferences.value("look/density", Density.COMPACT))
        return Density(word) if word in set(Density) else Density.COMPACT

    def choose(self, choice: ThemeChoice) -> None:
        """Take, remember and apply a scheme."""
        self._preferences.setValue("look/theme", str(choice))
        self.apply()

    def choose_density(self, density: Density) -> None:
        """Take, remember and apply a row height."""
        self._preferences.setValue("look/density", str(density))
        self.apply()

    def apply(self) -> None:
        """Dress the application as chosen; whoever draws by hand hears `changed`."""
        scheme, density = self._scheme(), self.density
        self._app.setProperty(_SCHEME, str(scheme))
        self._app.setProperty(_DENSITY, str(density))
        self._app.setPalette(_palette(scheme))
        self._app.setStyleSheet(_style_sheet(scheme, density))
        self.changed.emit()

    def _scheme(self) -> Scheme:
        if self.choice is not ThemeChoice.SYSTEM:
            return Scheme(self.choice)
        is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return Scheme.DARK if is_dark else Scheme.LIGHT

    @Slot()
    def _on_system_scheme_changed(self) -> None:
        if self.choice is ThemeChoice.SYSTEM and self._scheme() is not current_scheme():
            self.apply()


_ROLES = (
    (QPalette.ColorRole.Window, Token.SURFACE_0),
    (QPalette.ColorRole.WindowText, Token.TEXT_1),
    (QPalette.ColorRole.Base, Token.SURFACE_0),
    (QPalette.ColorRole.AlternateBase, Token.SURFACE_1),
    (QPalette.ColorRole.Text, Token.TEXT_1),
    (QPalette.ColorRole.PlaceholderText, Token.TEXT_3),
    (QPalette.ColorRole.Button, Token.SURFACE_1),
    (QPalette.ColorRole.ButtonText, Token.TEXT_1),
    (QPalette.ColorRole.BrightText, Token.DANGER),
    (QPalette.ColorRole.Highlight, Token.SELECTION),
    (QPalette.ColorRole.HighlightedText, Token.TEXT_1),
    (QPalette.ColorRole.Accent, Token.ACCENT),
    (QPalette.ColorRole.Link, Token.ACCENT),
    (QPalette.ColorRole.LinkVisited, Token.ACCENT),
    (QPalette.ColorRole.ToolTipBase, Token.SURFACE_3),
    (QPalette.ColorRole.ToolTipText, Token.TEXT_1),
    (QPalette.ColorRole.Light, Token.SURFACE_2),
    (QPalette.ColorRole.Midlight, Token.SURFACE_2),
    (QPalette.ColorRole.Mid, Token.LINE),
    (QPalette.ColorRole.Dark, Token.OUTLINE),
)


def _palette(scheme: Scheme) -> QPalette:
    colours = PALETTES[scheme]
    palette = QPalette()
    for role, token in _ROLES:
        palette.setColor(role, QColor(colours[token]))
    faded = QColor(colours[Token.OUTLINE])
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return palette


def _style_sheet(scheme: Scheme, density: Density) -> str:
    """resources/themes/application.qss with the tokens' values put in; an unknown token there raises KeyError."""
    themes = resources_path() / "themes"
    values = {str(token): value for token, value in PALETTES[scheme].items()}
    values |= {"scheme": str(scheme), "marks": (themes / "marks").as_posix()}
    values |= {"radius": f"{CORNER_RADIUS}px", "row_height": f"{density.row_height}px"}
    return Template((themes / "application.qss").read_text(encoding="utf-8")).substitute(values)
