"""The kinds of matching of PS3.4 C.2.2.2 as tests of one stored value: exact, pure, each made from a key's text.

A statement may narrow what it reads as far as it likes; these decide. Universal matching has no test.
"""

import re
from dataclasses import dataclass
from typing import Protocol

from pacsdesk.engine.archive.matching.patterns import Glob, NamePattern

# as the index gives it; None is a number that an object does not have
Value = str | int | None

MAX_VALUES = 10_000  # of all lists of a query: databases have a limit for what a statement may carry

_DATE = re.compile(r"([0-9]{4})\.?([0-9]{2})\.?([0-9]{2})")  # with dots as ACR-NEMA wrote it
_TIME = re.compile(r"([0-9]{2})(?::?([0-9]{2})(?::?([0-9]{2})(?:\.([0-9]{1,6}))?)?)?")
_NUMBER = re.compile(r"[+-]?[0-9]{1,12}")
_FIRST_DATE, _LAST_DATE = "", "99999999"
_DAY = 24 * 3600 * 10**6  # microseconds
_EMPTY = '""'


class BadValue(ValueError):
    """A key's value that its value representation and matching do not allow; the text says what would be right."""


class ValueTest(Protocol):
    """Whether a stored value matches."""

    def holds(self, value: Value) -> bool:
        """True when it does; "" and None are what an object does not say."""
        ...


@dataclass(frozen=True, slots=True)
class TextTest:
    """Single value and wild card matching, and lists of values, of which any may match. Case counts."""

    exact: frozenset[str]
    wild: tuple[Glob, ...] = ()

    def holds(self, value: Value) -> bool:
        """As the protocol has it."""
        return value in self.exact or any(glob.matches(str(value)) for glob in self.wild)


@dataclass(frozen=True, slots=True)
class NameTest:
    """Names of persons, see patterns.py; of several values any may match."""

    patterns: tuple[NamePattern, ...]

    def holds(self, value: Value) -> bool:
        """As the protocol has it."""
        return any(pattern.matches(str(value)) for pattern in self.patterns)


@dataclass(frozen=True, slots=True)
class NumberTest:
    """Whole numbers, whatever zeros and signs they are written with."""

    numbers: frozenset[int]

    def holds(self, value: Value) -> bool:
        """As the protocol has it."""
        return value in self.numbers


@dataclass(frozen=True, slots=True)
class DateTest:
    """Days in the form YYYYMMDD, both ends included."""

    first: str
    last: str

    def holds(self, value: Value) -> bool:
        """As the protocol has it; what is no date is in no range."""
        date = _DATE.fullmatch(str(value))
        return date is not None and self.first <= "".join(date.groups()) <= self.last


@dataclass(frozen=True, slots=True)
class TimeTest:
    """Times of the day in microseconds since midnight, both ends included."""

    first: int
    last: int

    def holds(self, value: Value) -> bool:
        """As the protocol has it. A stored time without seconds is the beginning of its minute."""
        span = time_span(str(value))
        return span is not None and self.first <= span[0] <= self.last


@dataclass(frozen=True, slots=True)
class EmptyTest:
    """Empty value matching, PS3.4 C.2.2.2.8."""

    def holds(self, value: Value) -> bool:
        """True for what an object does not say."""
        return value in ("", None)


@dataclass(frozen=True, slots=True)
class MomentTest:
    """Date and time matched as one (PS3.4 C.2.2.2.5): a point in time is in the range or not."""

    first: tuple[str, int]
    last: tuple[str, int]

    def holds_both(self, date: Value, time: Value) -> bool:
        """A day without a time matches when any of its times does."""
        if not DateTest(self.first[0], self.last[0]).holds(date):
            return False
        day = str(date).replace(".", "")
        span = time_span(str(time)) if time else (0, _DAY - 1)
        if span is None:
            return False
        begin, end = (span[0], span[0]) if time else span
        return (day, end) >= self.first and (day, begin) <= self.last


def value_test(vr: str, text: str) -> ValueTest | None:
    """The test that a key's text asks for, None for universal matching. Raises BadValue."""
    text = text.replace("\0", "")
    values = [value.strip() for value in ([text] if vr in _UNDIVIDED else text.split("\\"))]
    values = [value for value in values if value]
    if values == [_EMPTY]:
        return EmptyTest()
    if not values or any(not value.strip("*") for value in values):
        return None
    return _TESTS.get(vr, _text_test)(values)


def combined(dates: DateTest, times: TimeTest) -> MomentTest:
    """Ranges of dates and times as one; an open end of the times is that of its day."""
    return MomentTest((dates.first, times.first), (dates.last, times.last))


def time_span(text: str) -> tuple[int, int] | None:
    """First and last microsecond of the day that a TM value means: "10" is an hour. None for what is no time."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds, fraction = match.groups()
    parts = [(hours, 3600 * 10**6), (minutes, 60 * 10**6), (seconds, 10**6)]
    first = sum(int(part or 0) * unit for part, unit in parts) + int((fraction or "").ljust(6, "0"))
    unit = min(unit for part, unit in parts if part)
    return first, first + (unit // 10 ** len(fraction) if fraction else unit) - 1


def _text_test(values: list[str]) -> ValueTest:
    globs = [Glob(value) for value in values]
    return TextTest(
        frozenset(glob.text for glob in globs if not glob.is_wild), tuple(glob for glob in globs if glob.is_wild)
    )


def _name_test(values: list[str]) -> ValueTest | None:
    patterns = tuple(map(NamePattern.of, values))
    return None if any(pattern.is_universal for pattern in patterns) else NameTest(patterns)


def _exact_test(values: list[str]) -> ValueTest:
    if any(sign in value for value in values for sign in "*?"):
        raise BadValue("takes no wild cards")
    return TextTest(frozenset(values))


def _number_test(values: list[str]) -> ValueTest:
    if not all(map(_NUMBER.fullmatch, values)):
        raise BadValue("takes whole numbers")
    return NumberTest(frozenset(map(int, values)))


def _date_test(values: list[str]) -> ValueTest:
    first, last = _ends(values, "takes YYYYMMDD or a range of two")
    dates = [_DATE.fullmatch(end) if end else None for end in (first, last)]
    if any(end and not date for end, date in zip((first, last), dates, strict=True)):
        raise BadValue("takes YYYYMMDD or a range of two")
    early, late = ("".join(date.groups()) if date else "" for date in dates)
    return DateTest(early or _FIRST_DATE, late or _LAST_DATE)


def _time_test(values: list[str]) -> ValueTest:
    first, last = _ends(values, "takes HHMMSS or a range of two")
    spans = [time_span(end) if end else (0, _DAY - 1) for end in (first, last)]
    early, late = spans
    if early is None or late is None:
        raise BadValue("takes HHMMSS or a range of two")
    return TimeTest(early[0], late[1])


def _ends(values: list[str], right: str) -> tuple[str, str]:
    """First and last of a range, "" for an open end, the same twice for a single value."""
    ends = [end.strip() for end in values[0].split("-")]
    if len(values) > 1 or len(ends) > 2 or not any(ends):
        raise BadValue(right)
    return ends[0], ends[-1]


# PS3.5 6.2: a backslash is a character of these
_UNDIVIDED = frozenset({"LT", "ST", "UT", "UR"})

_TESTS = {
    "PN": _name_test,
    "UI": _exact_test,
    "AS": _exact_test,
    "DA": _date_test,
    "TM": _time_test,
    "IS": _number_test,
    "US": _number_test,
}
