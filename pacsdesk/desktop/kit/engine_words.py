"""Puts what engine and link say in English into the language of the window: whole sentences, with values in them or
without, and counts, alone or in a row. What is known is in engine_sentences; the rest is shown as it comes.
"""

import re
from collections.abc import Callable
from functools import cache

from pacsdesk.desktop.kit.engine_sentences import NUMBERS, SENTENCES
from pacsdesk.desktop.kit.engine_sentences_more import MORE_SENTENCES
from pacsdesk.desktop.kit.translation import counted, translate

ALL_SENTENCES = (*SENTENCES, *MORE_SENTENCES)
_PLACE = re.compile(r"\{(\w+)\}")
_NUMBER = r"([\d,]+)"
COUNTS: tuple[tuple[str, Callable[[int], str]], ...] = (
    (f"Export of {_NUMBER} stud(?:y|ies)", lambda n: counted("Engine", "Export of %Ln studies", n)),
    (f"{_NUMBER} instances? stored", lambda n: counted("Engine", "%Ln instances stored", n)),
    (
        f"{_NUMBER} of them not readable as a whole",
        lambda n: counted("Engine", "%Ln of them not readable as a whole", n),
    ),
    (f"{_NUMBER} already there", lambda n: counted("Engine", "%Ln already there", n)),
    (f"{_NUMBER} conflicts?", lambda n: counted("Engine", "%Ln conflicts", n)),
    (f"{_NUMBER} refused", lambda n: counted("Engine", "%Ln refused", n)),
    (f"{_NUMBER} files? passed over", lambda n: counted("Engine", "%Ln files passed over", n)),
    (f"{_NUMBER} instances? exported", lambda n: counted("Engine", "%Ln instances exported", n)),
    (f"{_NUMBER} findings?", lambda n: counted("Engine", "%Ln findings", n)),
    (f"{_NUMBER} left out", lambda n: counted("Engine", "%Ln left out", n)),
    (
        f"Wait {_NUMBER} seconds?, then try again\\.",
        lambda n: counted("Engine", "Wait %Ln seconds, then try again.", n),
    ),
)


def in_own_words(text: str) -> str:
    """A sentence of the engine in the language of the window, as it came where it has none."""
    if not text:
        return ""
    if text in _plain():
        return translate("Engine", text)
    known = recognise(text)
    if known is not None:
        sentence, values = known
        return translate("Engine", sentence).format(**{name: in_own_words(value) for name, value in values.items()})
    whole = _count_in_own_words(text)
    return whole if whole != text else ", ".join(_count_in_own_words(part) for part in text.split(", "))


def knows(text: str) -> bool:
    """Whether `in_own_words` has it."""
    return text in _plain() or recognise(text) is not None or _count_in_own_words(text) != text


def recognise(text: str) -> tuple[str, dict[str, str]] | None:
    """Which sentence with values a text is, and the values; None when it is none that is known."""
    for pattern, sentence in _with_values():
        found = pattern.fullmatch(text)
        if found is not None:
            return sentence, found.groupdict()
    return None


def pattern_of(sentence: str) -> re.Pattern[str]:
    """What a sentence is recognised by, each of its values in a group of its name."""
    parts = _PLACE.split(sentence)
    known = "".join(
        (rf"(?P<{part}>[\d,]+)" if part in NUMBERS else f"(?P<{part}>.+?)") if number % 2 else re.escape(part)
        for number, part in enumerate(parts)
    )
    return re.compile(known, re.DOTALL)


@cache
def _plain() -> frozenset[str]:
    return frozenset(sentence for sentence in ALL_SENTENCES if not _PLACE.search(sentence))


@cache
def _with_values() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((pattern_of(sentence), sentence) for sentence in ALL_SENTENCES if _PLACE.search(sentence))


def _count_in_own_words(text: str) -> str:
    for pattern, words in COUNTS:
        found = re.fullmatch(pattern, text)
        if found is not None:
            return words(int(found[1].replace(",", "") or 0))
    return text
