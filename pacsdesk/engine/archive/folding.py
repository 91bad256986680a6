"""Folds text so that storing and searching meet: what a person types finds what a device wrote, accents and case aside.

Both sides must use these functions and nothing else, or words are filed where no search looks.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

# longer words are cut alike on both sides, so that a hostile value cannot swell the index
MAX_WORD_LENGTH = 64

# letters that Unicode does not decompose, though people type them on foreign keyboards as written here
_PLAIN_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th"})

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents and marks, compatibility forms made plain: "Müller" and "MULLER" become "muller".

    fold(fold(text)) == fold(text).
    """
    if text.isascii():
        return text.lower()
    # twice, because a decomposition can bring back capitals ("㎒" becomes "MHz")
    once = unicodedata.normalize("NFKD", text.casefold())
    twice = unicodedata.normalize("NFKD", once.casefold())
    return "".join(character for character in twice if not _is_mark(character)).translate(_PLAIN_LETTERS)


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


def _is_mark(character: str) -> bool:
    # vowel signs and accents (M), and what pasted text carries unseen, such as direction marks (Cf)
    category = unicodedata.category(character)
    return category[0] == "M" or category == "Cf"
