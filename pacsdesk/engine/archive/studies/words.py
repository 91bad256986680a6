"""Understands the one search field: any text becomes criteria that must all hold; no text is ever an error.

What a person may type, parts separated by spaces, each narrowing the search:
    smith muell        words, folded, found by their beginnings; digits too ("20260311", "2026")
    "smith"            quoted: the word as a whole
    sm?th  *son        wildcards: ? one character, * any number; then the word must match as a whole
    2026-03-11  2026-03  11.03.2026  today  yesterday
    2026-03-11..2026-03-20  2026-03..  ..2025  20260311-20260320
    1.2.840.10008...   the UID of a study, or of a series or an instance in it
    id:123  acc:A-1*   a field by name, see FIELDS; as a whole unless it holds wildcards

A new date form: one line in _DATE_FORMS. A new field: one line in FIELDS and its column in search.py.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from pacsdesk.contract.types import UID
from pacsdesk.engine.archive.folding import MAX_WORD_LENGTH, fold, words_of

MAX_TEXT_LENGTH = 1000
MAX_TERMS = 16


class WordMatch(StrEnum):
    """How a folded word must agree with one in the index."""

    PREFIX = "prefix"
    WHOLE = "whole"
    WILDCARD = "wildcard"  # ? and * stand for themselves nowhere else: folded words hold only letters and digits


class SearchField(StrEnum):
    """What can be asked for by name."""

    PATIENT_ID = "patient_id"
    ACCESSION_NUMBER = "accession_number"
    SENDING_AE_TITLE = "sending_ae_title"


FIELDS = {
    "id": SearchField.PATIENT_ID,
    "acc": SearchField.ACCESSION_NUMBER,
    "ae": SearchField.SENDING_AE_TITLE,
}


@dataclass(frozen=True, slots=True)
class Word:
    """One folded word that the study must have."""

    text: str
    match: WordMatch = WordMatch.PREFIX


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days of the study, both ends included, in DICOM form (YYYYMMDD); "" leaves an end open, never both."""

    first: str
    last: str


@dataclass(frozen=True, slots=True)
class FieldTerm:
    """The text of one field, case aside; may hold wildcards."""

    field: SearchField
    text: str


@dataclass(frozen=True, slots=True)
class Criteria:
    """What a study must meet, all of it; empty criteria are met by every study."""

    words: tuple[Word, ...] = ()
    dates: tuple[DateRange, ...] = ()
    uids: tuple[UID, ...] = ()
    fields: tuple[FieldTerm, ...] = ()


@dataclass(slots=True)
class _Found:
    # collects in order, each once
    words: dict[Word, None] = field(default_factory=dict)
    dates: dict[DateRange, None] = field(default_factory=dict)
    uids: dict[UID, None] = field(default_factory=dict)
    fields: dict[FieldTerm, None] = field(default_factory=dict)

    def frozen(self) -> Criteria:
        return Criteria(
            tuple(self.words)[:MAX_TERMS],
            tuple(self.dates)[:MAX_TERMS],
            tuple(self.uids)[:MAX_TERMS],
            tuple(self.fields)[:MAX_TERMS],
        )


_PART = re.compile(r'(?:(?P<name>[A-Za-z]+):\s*)?(?:"(?P<phrase>[^"]*)"?|(?P<plain>[^\s"]+))')
_WILD_RUN = re.compile(r"(?:[^\W_]|[*?])+")
_WILDCARD = re.compile(r"[*?]")
# at least four components, so that a version number or a network address of three is a word
_UID_LIKE = re.compile(r"[0-2](?:\.[0-9]+){3,}")
_DICOM_RANGE = re.compile(r"(?P<first>[0-9]{8})?-(?P<last>[0-9]{8})?")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


def criteria_of(text: str, today: date) -> Criteria:
    """The criteria in a search field's text. today: what "today" means to the person who asks."""
    found = _Found()
    for part in _PART.finditer(_UNPRINTABLE.sub(" ", text[:MAX_TEXT_LENGTH])):
        name, phrase, plain = part.group("name", "phrase", "plain")
        named = FIELDS.get(name.lower()) if name else None
        if named:
            _add_field(found, named, phrase if phrase is not None else plain)
            continue
        if name:
            _add_words(found, name)
        if phrase is not None:
            found.words.update((Word(word, WordMatch.WHOLE), None) for word in words_of(phrase))
        elif plain.removesuffix(":").lower() not in FIELDS or not plain.endswith(":"):
            _add_plain(found, plain, today)
    return found.frozen()


def _add_field(found: _Found, named: SearchField, text: str) -> None:
    wanted = text.strip()[:MAX_WORD_LENGTH]
    if wanted.strip("*"):
        found.fields[FieldTerm(named, wanted)] = None


def _add_plain(found: _Found, plain: str, today: date) -> None:
    days = _days_of(plain, today)
    if days:
        found.dates[days] = None
    elif _UID_LIKE.fullmatch(plain) and len(plain) <= 64:
        found.uids[UID(plain)] = None
    else:
        _add_words(found, plain)


def _add_words(found: _Found, plain: str) -> None:
    if not _WILDCARD.search(fold(plain)):
        found.words.update((Word(word), None) for word in words_of(plain))
        return
    for run in _WILD_RUN.findall(fold(plain)):
        if _WILDCARD.search(run) is None:
            found.words[Word(run[:MAX_WORD_LENGTH])] = None
        elif run.strip("*?"):
            found.words[Word(re.sub(r"\*+", "*", run)[:MAX_WORD_LENGTH], WordMatch.WILDCARD)] = None


def _days_of(plain: str, today: date) -> DateRange | None:
    """The days that a part names, None when it is no date or range."""
    dicom_range = _DICOM_RANGE.fullmatch(plain)
    if dicom_range:
        return _range_between(dicom_range["first"] or "", dicom_range["last"] or "", today)
    first, dots, last = plain.partition("..")
    if dots:
        return _range_between(first, last, today)
    # without separators digits are a word: an ID, or the beginning of a date, which words find as well
    return None if plain.isdigit() else _span_of(plain, today)


def _range_between(first: str, last: str, today: date) -> DateRange | None:
    spans = [_span_of(end, today) if end else None for end in (first, last)]
    if not (first or last) or (first and not spans[0]) or (last and not spans[1]):
        return None
    early, late = spans
    if early and late and early.first > late.first:
        early, late = late, early
    return DateRange(early.first if early else "", late.last if late else "")


def _span_of(text: str, today: date) -> DateRange | None:
    """The days of one date, month or year."""
    if text.lower() in _NAMED_DAYS:
        day = f"{today - timedelta(days=_NAMED_DAYS[text.lower()]):%Y%m%d}"
        return DateRange(day, day)
    for form, read in _DATE_FORMS:
        match = form.fullmatch(text)
        if match:
            return read(*(int(number) for number in match.groups()))
    return None


def _day(year: int, month: int, day: int) -> DateRange | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    text = f"{year:04}{month:02}{day:02}"
    return DateRange(text, text)


def _month(year: int, month: int) -> DateRange | None:
    if not (year and 1 <= month <= 12):
        return None
    return DateRange(f"{year:04}{month:02}01", f"{year:04}{month:02}{monthrange(year, month)[1]:02}")


def _year(year: int) -> DateRange | None:
    return DateRange(f"{year:04}0101", f"{year:04}1231") if year else None


_NAMED_DAYS = {"today": 0, "yesterday": 1}

_DATE_FORMS: tuple[tuple[re.Pattern[str], Callable[..., DateRange | None]], ...] = (
    (re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})"), _day),
    (re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"), lambda day, month, year: _day(year, month, day)),
    (re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"), _day),
    (re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})"), _month),
    (re.compile(r"([0-9]{4})([0-9]{2})"), _month),
    (re.compile(r"([0-9]{4})"), _year),
)


def narrowing_words(term: FieldTerm) -> Iterator[Word]:
    """Words of every study that meets the term: by them the index finds few candidates whose fields are compared."""
    head = _WILDCARD.split(term.text, maxsplit=1)[0]
    words = tuple(words_of(head))
    is_cut = len(head) < len(term.text)
    for position, word in enumerate(words, start=1):
        yield Word(word, WordMatch.PREFIX if is_cut and position == len(words) else WordMatch.WHOLE)
