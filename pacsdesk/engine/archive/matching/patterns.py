"""Wild cards (PS3.4 C.2.2.2.4) and names of persons: compared in time that grows with the text, whatever the pattern.

Names are compared regardless of case, accents and width (PS3.4 C.2.2.2.1 leaves that to us): both sides are folded as
the study list folds them. All other text is compared exactly.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Self

from pacsdesk.engine.archive.folding import fold

_WILD = re.compile(r"[*?]")
_STARS = re.compile(r"\*+")
# PS3.5 6.2.1.1: alphabetic, ideographic, phonetic
_GROUPS = 3


@dataclass(frozen=True, slots=True)
class Glob:
    """Text in which "*" stands for any run of characters, an empty one too, and "?" for any one."""

    text: str
    _pieces: tuple["re.Pattern[str]", ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # lists hold thousands of values, nearly all without wild cards
        parts = _STARS.split(self.text) if self.is_wild else ()
        pieces = tuple(re.compile(re.escape(part).replace(r"\?", "."), re.DOTALL) for part in parts)
        object.__setattr__(self, "_pieces", pieces)

    @property
    def is_wild(self) -> bool:
        """Whether it can match other text than its own."""
        return bool(_WILD.search(self.text))

    @property
    def head(self) -> str:
        """What comes before the first wild card."""
        return _WILD.split(self.text, maxsplit=1)[0]

    def matches(self, text: str) -> bool:
        """Whether the whole text matches.

        Each piece between stars is taken where it first occurs: no other choice could match more, so nothing is tried
        twice.
        """
        if not self._pieces:
            return text == self.text
        first, *others = self._pieces
        if not others:
            return first.fullmatch(text) is not None
        found = first.match(text)
        for piece in others[:-1]:
            found = found and piece.search(text, found.end())
        if found is None:
            return False
        last = others[-1]
        # a piece has a fixed length: that of what it was made from
        begin = len(text) - len(self.text) + self.text.rindex("*") + 1
        return begin >= found.end() and last.fullmatch(text, begin) is not None


def _folded(text: str) -> str:
    """As it is compared: folded, syllables of Hangul put together again, so that "?" takes one of them whole."""
    return text.lower() if text.isascii() else unicodedata.normalize("NFC", fold(text))


@dataclass(frozen=True, slots=True)
class NamePattern:
    """A name asked for, by component groups (PS3.5 6.2.1).

    Of one group: any group of a name may match it, or the name as a whole, so that a name is found in each script that
    it is written in. Of several: each one that is not empty must match the group in its place. Delimiters at the end of
    a group mean nothing.
    """

    groups: tuple[Glob, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        """The pattern of a key's value."""
        return cls(tuple(map(Glob, _groups_of(text))))

    @property
    def is_universal(self) -> bool:
        """Whether every name matches."""
        return not any(group.text.strip("*") for group in self.groups)

    def matches(self, name: str) -> bool:
        """Whether a stored name matches."""
        held = _groups_of(name)
        if len(self.groups) == 1:
            (pattern,) = self.groups
            return any(map(pattern.matches, held)) or (len(held) > 1 and pattern.matches("=".join(held)))
        held += [""] * (_GROUPS - len(held))
        return all(not asked.text or asked.matches(group) for asked, group in zip(self.groups, held, strict=False))


def _groups_of(name: str) -> list[str]:
    groups = [_folded(group).strip(" ").rstrip("^ ") for group in name.split("=", _GROUPS - 1)]
    while len(groups) > 1 and not groups[-1]:
        groups.pop()
    return groups
