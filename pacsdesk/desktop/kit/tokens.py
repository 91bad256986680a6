"""The one table of colours, distances and type sizes; everything that is drawn names a token, never a colour.

A new token: one member of Token, one value in each scheme below, one line in CONTRAST_PAIRS when text or marks use it.
A new scheme: one member of Scheme and one column; the contrast test measures it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from types import MappingProxyType


class Scheme(StrEnum):
    """A full set of colours."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Token(StrEnum):
    """What a colour is for."""

    SURFACE_0 = "surface_0"  # the work: lists, images, pages
    SURFACE_1 = "surface_1"  # the frame around it: navigation, header, inspector
    SURFACE_2 = "surface_2"  # under the pointer, alternating, quiet fills
    SURFACE_3 = "surface_3"  # pressed, chips, skeletons
    TEXT_1 = "text_1"  # what is read
    TEXT_2 = "text_2"  # labels and explanations
    TEXT_3 = "text_3"  # hints, disabled-looking marks
    LINE = "line"  # hairlines; decoration, carries no meaning
    OUTLINE = "outline"  # the edge of a control
    ACCENT = "accent"  # the primary action and links
    ON_ACCENT = "on_accent"  # text on accent
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    ON_DANGER = "on_danger"  # text on danger
    INFO = "info"
    SELECTION = "selection"  # behind selected rows; TEXT_1 stands on it
    FOCUS = "focus"  # the ring round what has the keyboard
    TRAINING = "training"  # the frame of a site of invented patients
    ON_TRAINING = "on_training"


_TABLE: Mapping[Token, tuple[str, str, str]] = {
    #                     light      dark       high contrast
    Token.SURFACE_0: ("#ffffff", "#121314", "#000000"),
    Token.SURFACE_1: ("#f6f7f9", "#1a1b1d", "#141414"),
    Token.SURFACE_2: ("#eceef2", "#232528", "#262626"),
    Token.SURFACE_3: ("#dde1e7", "#303336", "#3a3a3a"),
    Token.TEXT_1: ("#1a1d21", "#ecedee", "#ffffff"),
    Token.TEXT_2: ("#4a515b", "#b6babf", "#ffffff"),
    Token.TEXT_3: ("#5c646f", "#969ca3", "#e4e4e4"),
    Token.LINE: ("#dde1e7", "#2c2e31", "#9a9a9a"),
    Token.OUTLINE: ("#828a95", "#71777e", "#ffffff"),
    Token.ACCENT: ("#0b63b8", "#63aef5", "#ffd60a"),
    Token.ON_ACCENT: ("#ffffff", "#0a1520", "#000000"),
    Token.SUCCESS: ("#1a7344", "#4cc38a", "#4dff9a"),
    Token.WARNING: ("#8a5200", "#f0b057", "#ffc34d"),
    Token.DANGER: ("#b92a2a", "#ff8378", "#ffa3a3"),
    Token.ON_DANGER: ("#ffffff", "#200a08", "#000000"),
    Token.INFO: ("#2a5fb0", "#86bcff", "#8cd3ff"),
    Token.SELECTION: ("#d4e5f9", "#1e3b59", "#00429d"),
    Token.FOCUS: ("#0b63b8", "#7cc0ff", "#ffd60a"),
    Token.TRAINING: ("#6b3fa0", "#b794f0", "#e0b3ff"),
    Token.ON_TRAINING: ("#ffffff", "#160c26", "#000000"),
}

PALETTES: Mapping[Scheme, Mapping[Token, str]] = MappingProxyType(
    {
        scheme: MappingProxyType({token: row[column] for token, row in _TABLE.items()})
        for column, scheme in enumerate(Scheme)
    }
)


@dataclass(frozen=True, slots=True)
class ContrastPair:
    """A foreground that stands on a background and must stand out by `ratio` (WCAG 2.2, 1.4.3 and 1.4.11)."""

    foreground: Token
    background: Token
    ratio: float


TEXT_RATIO = 4.5
MARK_RATIO = 3.0

_GROUNDS = (Token.SURFACE_0, Token.SURFACE_1, Token.SURFACE_2)
_WORDS = (
    Token.TEXT_1,
    Token.TEXT_2,
    Token.TEXT_3,
    Token.ACCENT,
    Token.SUCCESS,
    Token.WARNING,
    Token.DANGER,
    Token.INFO,
)
CONTRAST_PAIRS: tuple[ContrastPair, ...] = (
    *(ContrastPair(words, ground, TEXT_RATIO) for words in _WORDS for ground in _GROUNDS),
    *(ContrastPair(mark, ground, MARK_RATIO) for mark in (Token.OUTLINE, Token.FOCUS) for ground in _GROUNDS),
    ContrastPair(Token.TEXT_1, Token.SURFACE_3, TEXT_RATIO),
    ContrastPair(Token.TEXT_1, Token.SELECTION, TEXT_RATIO),
    ContrastPair(Token.TEXT_2, Token.SELECTION, TEXT_RATIO),
    ContrastPair(Token.ON_ACCENT, Token.ACCENT, TEXT_RATIO),
    ContrastPair(Token.ON_DANGER, Token.DANGER, TEXT_RATIO),
    ContrastPair(Token.ON_TRAINING, Token.TRAINING, TEXT_RATIO),
    ContrastPair(Token.TRAINING, Token.SURFACE_1, MARK_RATIO),
)


def contrast_ratio(first: str, second: str) -> float:
    """How well two colours "#rrggbb" are told apart (WCAG 2.2): 1.0 equal, 21.0 black on white."""
    brighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance 0 to 1 of sRGB "#rrggbb"."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class Space(IntEnum):
    """The five distances, in device-independent pixels; everything lies on a grid of 4."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class TypeSize(StrEnum):
    """The four sizes of type, as parts of the system's."""

    SMALL = "small"
    BODY = "body"
    TITLE = "title"
    DISPLAY = "display"


TYPE_SCALE: Mapping[TypeSize, float] = MappingProxyType(
    {TypeSize.SMALL: 0.85, TypeSize.BODY: 1.0, TypeSize.TITLE: 1.15, TypeSize.DISPLAY: 1.5}
)


class Density(StrEnum):
    """How tall a row of a list is."""

    COMPACT = "compact"
    COMFORTABLE = "comfortable"

    @property
    def row_height(self) -> int:
        """In device-independent pixels."""
        return 28 if self is Density.COMPACT else 36


CORNER_RADIUS = 6
HEADER_HEIGHT = 48
