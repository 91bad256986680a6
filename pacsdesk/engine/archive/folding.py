"""Text made comparable: what is stored for searching and what a person types meet in one folded form."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

# a word longer than this cannot be typed by a person; it is cut in the index so that no key grows without bound
MAX_WORD_LENGTH = 64

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents and compatibility forms: "Müller" and "MULLER" become "muller"."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in decomposed if not unicodedata.combining(character))
    # casefold again: the decomposition of some characters yields capitals ("㎒" becomes "MHz")
    return plain.casefold()


def words_of(text: str) -> Iterator[str]:
    """The folded words of a text, split wherever something is neither letter nor digit."""
    for match in _WORD.finditer(fold(text)):
        yield match.group()[:MAX_WORD_LENGTH]


def whole_word(text: str) -> str:
    """An identifier as one folded word, for those that carry separators of their own ("A-2026/17")."""
    return fold(text).strip()[:MAX_WORD_LENGTH]


def study_words(texts: Iterable[str], identifiers: Iterable[str]) -> frozenset[str]:
    """All words a study is found by: those of texts, and identifiers both whole and in their parts."""
    found: set[str] = set()
    for text in texts:
        found.update(words_of(text))
    for identifier in identifiers:
        found.update(words_of(identifier))
        found.add(whole_word(identifier))
    found.discard("")
    return frozenset(found)
