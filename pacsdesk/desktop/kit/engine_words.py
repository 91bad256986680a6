"""Puts what engine and link say in English into the language of the window: whole sentences, with values in them or
without, several after each other, and counts and phrases in a row. What is known is in the lists of sentences; the rest
is shown as it comes. With values, what has the most words of its own is tried first.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from pacsdesk.desktop.kit.association_sentences import ASSOCIATION_SENTENCES
from pacsdesk.desktop.kit.engine_sentences import NUMBERS, SENTENCES
from pacsdesk.desktop.kit.engine_sentences_more import MORE_SENTENCES
from pacsdesk.desktop.kit.entry_sentences import ENTRY_SENTENCES
from pacsdesk.desktop.kit.exercise_answer_sentences import ANSWER_EXERCISES
from pacsdesk.desktop.kit.exercise_object_sentences import OBJECT_EXERCISES
from pacsdesk.desktop.kit.exercise_way_sentences import WAY_EXERCISES
from pacsdesk.desktop.kit.finding_sentences import FINDING_SENTENCES
from pacsdesk.desktop.kit.found_sentences import FOUND_SENTENCES
from pacsdesk.desktop.kit.journal_sentences import JOURNAL_SENTENCES
from pacsdesk.desktop.kit.ladder_steps import STEP_PLACES, step_names
from pacsdesk.desktop.kit.leg_sentences import LEG_SENTENCES
from pacsdesk.desktop.kit.query_sentences import QUERY_SENTENCES
from pacsdesk.desktop.kit.relay_sentences import RELAY_SENTENCES
from pacsdesk.desktop.kit.request_sentences import REQUEST_SENTENCES
from pacsdesk.desktop.kit.retrieve_sentences import RETRIEVE_SENTENCES
from pacsdesk.desktop.kit.send_sentences import SEND_SENTENCES
from pacsdesk.desktop.kit.service_sentences import SERVICE_SENTENCES
from pacsdesk.desktop.kit.step_sentences import STEP_SENTENCES
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.kit.window_terms import in_window_terms
from pacsdesk.desktop.kit.wire_sentences import WIRE_SENTENCES

ALL_SENTENCES = (
    *SENTENCES,
    *MORE_SENTENCES,
    *FINDING_SENTENCES,
    *ASSOCIATION_SENTENCES,
    *SERVICE_SENTENCES,
    *STEP_SENTENCES,
    *JOURNAL_SENTENCES,
    *RELAY_SENTENCES,
    *FOUND_SENTENCES,
    *REQUEST_SENTENCES,
    *LEG_SENTENCES,
    *RETRIEVE_SENTENCES,
    *SEND_SENTENCES,
    *QUERY_SENTENCES,
    *ENTRY_SENTENCES,
    *WIRE_SENTENCES,
    *WAY_EXERCISES,
    *OBJECT_EXERCISES,
    *ANSWER_EXERCISES,
)
_PLACE = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_END = re.compile(r"(?<=[.?]) (?=\S)")  # between one sentence and the next
_NUMBER = r"([\d,]+)"
_REMEMBERED = 4096
Recognised = tuple[str, dict[str, str]]
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
    """What the engine says in the language and the terms of the window, as it came where it has none."""
    return in_window_terms(_translated(text)) if text else ""


def _translated(text: str) -> str:
    if text in _plain():
        return translate("Engine", text)
    known = recognise(text)
    if (known is None or _holds_sentences(known)) and (parts := _sentences_in(text)):
        return " ".join(map(in_own_words, parts))
    if known is not None:
        sentence, values = known
        return translate("Engine", sentence).format(**{name: _value(name, value) for name, value in values.items()})
    counted_words = _count_in_own_words(text)
    if counted_words != text:
        return counted_words
    if phrase := _phrase_of(text):
        told = in_own_words(phrase)
        return f"{told[:1].upper()}{told[1:]}."
    between = "; " if "; " in text else ", "
    phrases = text.split(between)
    return between.join(map(in_own_words, phrases)) if len(phrases) > 1 else text


def knows(text: str) -> bool:
    """Whether `in_own_words` has the whole of it, but for the values in it."""
    is_one = text in _plain() or recognise(text) is not None or _count_in_own_words(text) != text
    return is_one or bool(_sentences_in(text) or _phrase_of(text))


@lru_cache(_REMEMBERED)
def recognise(text: str) -> Recognised | None:
    """Which sentence with values a text is, and the values; None when it is none that is known."""
    words = frozenset(_WORD.findall(text))
    near = [entry for word in (*words, "") for entry in _by_word().get(word, ())]
    for _, sentence in sorted(near):
        found = pattern_of(sentence).fullmatch(text)
        if found is not None:
            return sentence, found.groupdict()
    return None


def _value(name: str, value: str) -> str:
    return step_names(value) if name in STEP_PLACES else in_own_words(value)


@lru_cache(_REMEMBERED)
def _sentences_in(text: str) -> tuple[str, ...]:
    """The sentences that a text is made of, the longest that is known first; () when not all of them are known."""
    for end in reversed([found.start() for found in _END.finditer(text)]):
        first, rest = text[:end], text[end + 1 :]
        if _is_one(first) and (parts := (rest,) if _is_one(rest) else _sentences_in(rest)):
            return (first, *parts)
    return ()


def _is_one(text: str) -> bool:
    known = recognise(text)
    return text in _plain() or (known is not None and not _holds_sentences(known)) or bool(_phrase_of(text))


def _phrase_of(text: str) -> str:
    """What is known as a phrase and stands as a sentence, "" when it is none: "It closed the connection."."""
    if not (text[:1].isupper() and text.endswith(".")):
        return ""
    phrase = f"{text[:1].lower()}{text[1:-1]}"
    known = recognise(phrase)
    return phrase if phrase in _plain() or (known is not None and not _holds_sentences(known)) else ""


def _holds_sentences(known: Recognised) -> bool:
    """Whether a value has the end of a sentence in it: then it may have swallowed the next one."""
    return any(_END.search(value) for value in known[1].values())


@cache
def pattern_of(sentence: str) -> re.Pattern[str]:
    """What a sentence is recognised by, each of its values in a group of its name; the same name is the same value."""
    known = ""
    for number, part in enumerate(_PLACE.split(sentence)):
        if number % 2 == 0:
            known += re.escape(part)
        elif f"(?P<{part}>" in known:
            known += f"(?P={part})"
        else:
            known += rf"(?P<{part}>[\d,]+)" if part in NUMBERS else f"(?P<{part}>.+?)"
    return re.compile(known, re.DOTALL)


@cache
def _plain() -> frozenset[str]:
    return frozenset(sentence for sentence in ALL_SENTENCES if not _PLACE.search(sentence))


@cache
def _by_word() -> dict[str, list[tuple[int, str]]]:
    """Sentences with values by a word that they share with the fewest others, "" for those of no word of their own;
    each with its place in the order in which they are tried."""
    ordered = sorted((one for one in ALL_SENTENCES if _PLACE.search(one)), key=lambda one: -len(_PLACE.sub("", one)))
    own = {sentence: tuple(_own_words(sentence)) for sentence in ordered}
    often = Counter(word for words in own.values() for word in set(words))
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, sentence in enumerate(ordered):
        rarest = min(own[sentence], key=often.__getitem__, default="")
        found[rarest].append((place, sentence))
    return dict(found)


def _own_words(sentence: str) -> Iterator[str]:
    """Its words, but those that a value could lengthen."""
    bare = _PLACE.sub("0", sentence)
    for found in re.finditer(r"(?<![A-Za-z0])[A-Za-z]{2,}(?![A-Za-z0])", bare):
        yield found[0]


def _count_in_own_words(text: str) -> str:
    for pattern, words in COUNTS:
        found = re.fullmatch(pattern, text)
        if found is not None:
            return words(int(found[1].replace(",", "") or 0))
    return text
