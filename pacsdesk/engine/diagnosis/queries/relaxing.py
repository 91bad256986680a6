"""Which queries tell why one matched nothing: each changes one thing, the last two things at once, and still names
somebody or something. Pure.

A new kind of change: a function from a key to values that it might have had, in _VARIANTS.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from pacsdesk.contract.records.queries import QueryKey, QueryModel, QueryOrder, Relaxation
from pacsdesk.contract.types import QueryLevel
from pacsdesk.contract.worklists import MODALITY, STATION
from pacsdesk.engine.diagnosis.queries.pairs import pairs_of

MOST_QUERIES = 12
MOST_ANSWERS = 20
_KEPT_FOR_PAIRS = 4

_WILDCARDS = re.compile(r"[*?]")
_DAY = re.compile(r"(\d{4})(\d\d)(\d\d)")
_OTHER_DAYS = (
    (re.compile(r"(\d{4})[-./](\d\d?)[-./](\d\d?)"), (1, 2, 3)),
    (re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})"), (3, 2, 1)),
)
_IDS = frozenset({"PatientID", "AccessionNumber", "StudyID", "StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID"})
_DATES = frozenset({"StudyDate", "SeriesDate", "PatientBirthDate", "ScheduledProcedureStepStartDate"})
_SELECTIVE_DATES = _DATES - {"PatientBirthDate"}
_MOST_DAYS = 31
_AROUND = ((1, "a day before and after"), (7, "a week before and after"), (15, "two weeks before and after"))

# what to try, and how a person is told
_Variant = tuple[str, str]


def relaxations_of(order: QueryOrder) -> tuple[Relaxation, ...]:
    """In the order in which they are asked: first what narrows only, then other forms of what names somebody, then how
    it is asked, then without a name at all; last two keys at once."""
    valued = [key for key in order.keys if key.value.strip()]
    narrowing = [key for key in valued if not _names(key)]
    naming = [key for key in valued if _names(key)]
    alone = (
        *(_dropped(order, key) for key in narrowing),
        *(_variants(order, key) for key in naming),
        *(_variants(order, key) for key in narrowing),
        _asked_otherwise(order),
        *(_dropped(order, key) for key in naming),
    )
    singles = _askable(order, chain.from_iterable(alone))
    together = pairs_of(order, [(*_dropped(order, key), *_variants(order, key)) for key in (*narrowing, *naming)])
    pairs = {asked: pair for asked, pair in _askable(order, together).items() if asked not in singles}
    most_singles = MOST_QUERIES - min(len(pairs), _KEPT_FOR_PAIRS)
    return (*tuple(singles.values())[:most_singles], *pairs.values())[:MOST_QUERIES]


def _askable(order: QueryOrder, changes: Iterable[Relaxation]) -> dict[QueryOrder, Relaxation]:
    """Those that differ, and still ask for a part only."""
    found: dict[QueryOrder, Relaxation] = {}
    for change in changes:
        asked = replace(change.order, limit=MOST_ANSWERS, ticket="")
        if any(_is_selective(key, asked.model) for key in asked.keys) and asked != order:
            found.setdefault(asked, replace(change, order=asked))
    return found


def _is_selective(key: QueryKey, model: QueryModel) -> bool:
    """Whether a query with it asks for a part only: it names somebody, or in a worklist one station."""
    is_station = model is QueryModel.WORKLIST and key.name == STATION
    return _names(key) or (is_station and bool(_WILDCARDS.sub("", key.value).strip()))


def _names(key: QueryKey) -> bool:
    """Whether it names a patient, a study or a few days."""
    name = _last(key.name)
    core = _WILDCARDS.sub("", key.value).strip(" ^")
    if name in _IDS:
        return bool(core)
    if name == "PatientName":
        return len(core) >= 2
    return name in _SELECTIVE_DATES and 0 <= _days(key.value) <= _MOST_DAYS


def _dropped(order: QueryOrder, key: QueryKey) -> Iterator[Relaxation]:
    yield Relaxation(f"without {key.name} ({key.value})", key.name, _with(order, key, replace(key, value="")))


def _variants(order: QueryOrder, key: QueryKey) -> Iterator[Relaxation]:
    make = _VARIANTS.get(_last(key.name), _of_text)
    for value, why in make(key.value):
        if value and value != key.value:
            changed = f"{key.name} as {value} ({why})"
            yield Relaxation(changed, key.name, _with(order, key, replace(key, value=value)))
    if key.name == "Modality" and order.level is QueryLevel.STUDY:
        moved = QueryKey("ModalitiesInStudy", key.value)
        yield Relaxation("ModalitiesInStudy instead of Modality", moved.name, _with(order, key, moved))


def _asked_otherwise(order: QueryOrder) -> Iterator[Relaxation]:
    if order.level in (QueryLevel.SERIES, QueryLevel.IMAGE):
        yield Relaxation("at the level of studies", "", replace(order, level=QueryLevel.STUDY))
    other = {
        QueryModel.STUDY_ROOT: QueryModel.PATIENT_ROOT,
        QueryModel.PATIENT_ROOT: QueryModel.STUDY_ROOT,
    }.get(order.model)
    if other and not (other is QueryModel.STUDY_ROOT and order.level is QueryLevel.PATIENT):
        yield Relaxation(f"in the {other.value} model", "", replace(order, model=other))
    yield from _without_the_room(order)
    if not all(key.value.isascii() for key in order.keys):
        for name in ("ISO_IR 100", "ISO_IR 192"):
            if name != order.character_set:
                yield Relaxation(f"in the character set {name}", "", replace(order, character_set=name))


def _without_the_room(order: QueryOrder) -> Iterator[Relaxation]:
    """A worklist for everybody of these days: it may be planned for another station and another modality at once."""
    if order.model is not QueryModel.WORKLIST:
        return
    dropped = [key for key in order.keys if key.value and key.name in (STATION, MODALITY)]
    if len(dropped) == 2:
        keys = tuple(replace(key, value="") if key in dropped else key for key in order.keys)
        yield Relaxation("without station and modality", STATION, replace(order, keys=keys))


def _of_name(value: str) -> Iterator[_Variant]:
    """Person names: other separators, case, a wildcard, the family name alone; letters beside ASCII as wildcards."""
    plain = value.strip()
    if "^" not in plain and "," in plain:
        family, _, given = plain.partition(",")
        yield f"{family.strip()}^{given.strip()}*", "a caret between family and given name"
    elif "^" not in plain and " " in plain:
        given, _, family = plain.rpartition(" ")
        yield f"{family}^{given}*", "family name first"
    if not plain.endswith("*"):
        yield f"{plain}*", "with a wildcard at its end"
    if plain.upper() != plain:
        yield plain.upper(), "in capitals"
    family = plain.partition("^")[0].rstrip("*")
    if "^" in plain and len(family) >= 2:
        yield f"{family}*", "the family name alone"
    if not plain.isascii():
        yield (
            "".join(sign if sign.isascii() else "?" for sign in plain).rstrip("*") + "*",
            "any letter for those with marks",
        )


def _of_id(value: str) -> Iterator[_Variant]:
    """Identifiers: blanks and zeros in front, something around it, case."""
    plain = _WILDCARDS.sub("", value).strip()
    core = plain.lstrip("0")
    yield plain, "without blanks"
    if core:
        yield f"*{core}*", "with anything around it"
    if plain.upper() != plain:
        yield plain.upper(), "in capitals"


def _of_uid(value: str) -> Iterator[_Variant]:
    yield value.strip(), "without blanks"


def _of_date(value: str) -> Iterator[_Variant]:
    """Dates: the form of the standard, a day before and after."""
    plain = value.strip()
    for form, (year, month, day) in _OTHER_DAYS:
        if found := form.fullmatch(plain):
            yield f"{found[year]}{int(found[month]):02}{int(found[day]):02}", "as the standard writes dates"
            return
    day_asked = _day(plain)
    if day_asked:
        for days, why in _AROUND:
            around = timedelta(days=days)
            yield f"{day_asked - around:%Y%m%d}-{day_asked + around:%Y%m%d}", why


def _of_text(value: str) -> Iterator[_Variant]:
    plain = value.strip()
    yield plain.upper(), "in capitals"


_VARIANTS: dict[str, Callable[[str], Iterator[_Variant]]] = {
    "PatientName": _of_name,
    **dict.fromkeys(("PatientID", "AccessionNumber", "StudyID"), _of_id),
    **dict.fromkeys(("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID"), _of_uid),
    **dict.fromkeys(_DATES, _of_date),
}


def _with(order: QueryOrder, key: QueryKey, instead: QueryKey) -> QueryOrder:
    return replace(order, keys=tuple(instead if one is key else one for one in order.keys))


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _days(value: str) -> int:
    """How many days a date or a range covers, -1 for what is neither or has no end."""
    first, dash, last = value.strip().partition("-")
    begin, end = _day(first), _day(last if dash else first)
    return (end - begin).days if begin and end else -1


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    try:
        return date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None
