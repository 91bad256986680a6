"""Folds text so that storing and searching meet: what a person types finds what a device wrote, accents and case aside.

Both sides must use these functions and nothing else, or words are filed where no search looks.
"""

import re
import unicodedata

# longer words are cut alike on both sides, so that a hostile value cannot swell the index
MAX_WORD_LENGTH = 64

# letters that Unicode does not decompose, though people type them on foreign keyboards as written here
_PLAIN_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th"})

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents and marks; width and compatibility forms made plain. fold(fold(x)) == fold(x)."""
    if text.isascii():
        return text.lower()
    # twice, because a decomposition can bring back letters that casefold changes
    once = unicodedata.normalize("NFKD", text.casefold())
    twice = unicodedata.normalize("NFKD", once.casefold())
    return "".join(char for char in twice if unicodedata.category(char)[0] not in "MC").translate(_PLAIN_LETTERS)


def words_of(*texts: str) -> tuple[str, ...]:
    """The folded words of some texts, each once, in order of appearance; a word is a run of letters and digits."""
    found: dict[str, None] = {}
    for text in texts:
        for match in _WORD.finditer(fold(text)):
            found[match.group()[:MAX_WORD_LENGTH]] = None
    return tuple(found)
