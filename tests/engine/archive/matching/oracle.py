"""PS3.4 C.2.2.2 once more, as naively as it can be written and without a look at how the archive does it."""

import unicodedata
from collections.abc import Iterable

_LOWEST, _HIGHEST = "000000000000", "235959999999"


def matches(keyword: str, held: object, wanted: str) -> bool:
    """Whether an answered value (as pydicom gives it) matches what was asked for."""
    if wanted == "*":
        return True
    values = (
        [str(one) for one in held] if isinstance(held, Iterable) and not isinstance(held, str) else [str(held or "")]
    )
    if "Name" in keyword:
        values = [str(held or "")]
    compare = {"PatientName": name, "ReferringPhysicianName": name, "StudyDate": date, "StudyTime": time}.get(
        keyword, wild
    )
    return any(compare(one, value) for one in wanted.split("\\") for value in values or [""])


def wild(pattern: str, text: str) -> bool:
    """Wild cards by trying everything."""
    if not pattern:
        return not text
    if pattern[0] == "*":
        return any(wild(pattern[1:], text[start:]) for start in range(len(text) + 1))
    return bool(text) and pattern[0] in (text[0], "?") and wild(pattern[1:], text[1:])


def name(pattern: str, text: str) -> bool:
    """Of one group: any group or the whole; of several: each in its place."""
    asked, held = groups(pattern), groups(text)
    if len(asked) == 1:
        return any(wild(asked[0], one) for one in [*held, "=".join(held)])
    return all(not one or wild(one, [*held, "", ""][place]) for place, one in enumerate(asked))


def groups(text: str) -> list[str]:
    """Component groups without case, accents and delimiters at their ends."""
    folded = "".join(one for one in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(one))
    found = [one.strip().rstrip("^ ") for one in unicodedata.normalize("NFC", folded).split("=")]
    while len(found) > 1 and not found[-1]:
        found.pop()
    return found


def date(wanted: str, text: str) -> bool:
    """A day or a range of days, in which only whole days are."""
    first, _, last = wanted.partition("-") if "-" in wanted else (wanted, "", wanted)
    return len(text) == 8 and (first or "0") <= text <= (last or "9")


def time(wanted: str, text: str) -> bool:
    """A time or a range of times; the end of one that is not written out is the end of what it names."""
    first, _, last = wanted.partition("-") if "-" in wanted else (wanted, "", wanted)
    held = text.replace(".", "").ljust(12, "0")
    end = last.replace(".", "")
    return bool(text) and first.replace(".", "").ljust(12, "0") <= held <= (end + _HIGHEST[len(end) :])
