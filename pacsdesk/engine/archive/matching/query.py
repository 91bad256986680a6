"""Turns the identifier of a request into a query by the rules of the hierarchy; what breaks them is refused by name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pacsdesk.contract.types import ProvidedModel, QueryLevel
from pacsdesk.engine.archive.dataset.reading import Element, Elements
from pacsdesk.engine.archive.dataset.text import CharacterSet
from pacsdesk.engine.archive.matching.keys import (
    KEYS,
    LEVELS_OF_MODEL,
    QUERY_RETRIEVE_LEVEL,
    RETRIEVE_AE_TITLE,
    SPECIFIC_CHARACTER_SET,
    TIME_OF_DATE,
    UNIQUE_KEYS,
    Key,
    is_above,
)
from pacsdesk.engine.archive.matching.sequences import ItemKey, ItemQuery, ReturnedAttribute
from pacsdesk.engine.archive.matching.values import (
    MAX_VALUES,
    BadValue,
    DateTest,
    EmptyTest,
    MomentTest,
    NameTest,
    NumberTest,
    TextTest,
    TimeTest,
    Value,
    ValueTest,
    combined,
    value_test,
)

_NOT_MATCHED = frozenset({SPECIFIC_CHARACTER_SET, QUERY_RETRIEVE_LEVEL, RETRIEVE_AE_TITLE})


class IdentifierRefused(Exception):
    """The identifier does not fit the SOP class (A900). tag: the offending element; comment: at most 64 characters."""

    def __init__(self, tag: int, comment: str) -> None:
        super().__init__(comment)
        self.tag = tag
        self.comment = comment


@dataclass(frozen=True, slots=True)
class Negotiated:
    """What was agreed for the SOP class (PS3.4 table C.5-2): nothing, unless the caller proposed it."""

    relational: bool = False
    combined_date_time: bool = False
    empty_values: bool = False


@dataclass(frozen=True, slots=True)
class Criterion:
    """A key whose value must pass a test."""

    key: Key
    test: ValueTest

    def holds(self, value: Value) -> bool:
        """Whether a stored value passes; of several values any may."""
        if self.key.is_multiple and isinstance(value, str):
            return any(map(self.test.holds, value.split("\\")))
        return self.test.holds(value)


@dataclass(frozen=True, slots=True)
class MomentCriterion:
    """A date and its time, matched as one."""

    date: Key
    time: Key
    test: MomentTest


@dataclass(frozen=True, slots=True)
class ReturnKey:
    """What an answer shows of one attribute. key: None for what we do not hold; it is answered with zero length.

    items: what of a sequence's items.
    """

    tag: int
    vr: str
    key: Key | None
    items: ItemQuery | None = None

    @property
    def is_held(self) -> bool:
        """Whether we hold all of it."""
        return self.key is not None and not (self.items and self.items.has_unsupported_keys)


@dataclass(frozen=True, slots=True)
class Query:
    """A request that can be answered. All criteria and moments must hold. return_keys: in the order of their tags.

    character_set: (0008,0005) as sent. has_unsupported_keys: whether some of what is asked for is not held.
    """

    level: QueryLevel
    criteria: tuple[Criterion, ...]
    moments: tuple[MomentCriterion, ...]
    return_keys: tuple[ReturnKey, ...]
    character_set: bytes = b""
    has_unsupported_keys: bool = False


def query_of(identifier: Elements, model: ProvidedModel, negotiated: Negotiated) -> Query:
    """The query that an identifier asks. Raises IdentifierRefused."""
    level = _level_of(identifier, model)
    texts = _Texts(identifier)
    values = _Values(texts, negotiated)
    items = {tag: values.items_of(KEYS[tag], identifier[tag]) for tag in identifier if _has_items(tag)}
    criteria = tuple(_criteria(identifier, values, items))
    if not negotiated.relational:
        _check_hierarchy(criteria, model, level)
    for criterion in criteria:
        if criterion.key.column_at(level) is None:
            raise _of_lower_level(criterion.key, model, level)
    single, moments = _with_moments(criteria) if negotiated.combined_date_time else (criteria, ())
    if sum(_number_of_values(criterion.test) for criterion in criteria) > MAX_VALUES:
        raise IdentifierRefused(criteria[0].key.tag, f"More than {MAX_VALUES} values in all")
    return_keys = tuple(_return_keys(identifier, items, model, level))
    return Query(
        level=level,
        criteria=single,
        moments=moments,
        return_keys=return_keys,
        character_set=texts.declared,
        has_unsupported_keys=not all(asked.is_held for asked in return_keys),
    )


def _level_of(identifier: Elements, model: ProvidedModel) -> QueryLevel:
    element = identifier.get(QUERY_RETRIEVE_LEVEL)
    named = element.value.decode("ascii", "replace").strip(" \0") if element else ""
    levels = LEVELS_OF_MODEL[model]
    if not named:
        raise IdentifierRefused(QUERY_RETRIEVE_LEVEL, f"QueryRetrieveLevel is missing; one of {_listed(levels)}")
    if named not in levels:
        raise IdentifierRefused(QUERY_RETRIEVE_LEVEL, f"QueryRetrieveLevel must be one of {_listed(levels)}")
    return QueryLevel(named)


def _number_of_values(test: ValueTest) -> int:
    match test:
        case TextTest():
            return len(test.exact) + len(test.wild)
        case NumberTest():
            return len(test.numbers)
        case NameTest():
            return len(test.patterns)
        case ItemQuery():
            return sum(_number_of_values(one) for _, one in test.tests)
        case _:
            return 1


def _listed(levels: Sequence[QueryLevel]) -> str:
    return " ".join(levels)


class _Texts:
    """The values of an identifier as text, by its own Specific Character Set."""

    def __init__(self, identifier: Elements) -> None:
        element = identifier.get(SPECIFIC_CHARACTER_SET)
        self.declared = element.value.strip(b" \0") if element else b""
        self._character_set = CharacterSet(self.declared)

    def of(self, key: Key | ItemKey, element: Element) -> str:
        """The value of a key. Raises IdentifierRefused when it cannot be read."""
        raw = element.value
        if raw.isascii() and b"\x1b" not in raw:
            return raw.decode("ascii")
        if self._character_set.unknown:
            raise IdentifierRefused(SPECIFIC_CHARACTER_SET, "SpecificCharacterSet names a set that is not known")
        if not self.declared:
            # nothing but ASCII may come without a declared set; what terminals and scripts send then is UTF-8
            try:
                return raw.decode("utf-8")
            except UnicodeDecodeError:
                pass
        text, is_clean = self._character_set.decode(raw)
        if not is_clean:
            raise IdentifierRefused(element.tag, f"{key} is not in its character set")
        return text


class _Values:
    """What the values of an identifier ask for."""

    def __init__(self, texts: _Texts, negotiated: Negotiated) -> None:
        self._texts = texts
        self._negotiated = negotiated

    def test_of(self, key: Key | ItemKey, element: Element) -> ValueTest | None:
        """The test of one key; None for universal matching. Raises IdentifierRefused."""
        text = _numbers(element.value) if key.vr == "US" else self._texts.of(key, element)
        try:
            test = value_test(key.vr, text)
        except BadValue as error:
            raise IdentifierRefused(key.tag, f"{key} {error}") from error
        if isinstance(test, EmptyTest) and not self._negotiated.empty_values:
            return TextTest(frozenset({text.strip()}))
        return test

    def items_of(self, key: Key, element: Element) -> ItemQuery:
        """What is asked of a sequence; all that is held where no item says what. Raises IdentifierRefused."""
        if len(element.items) > 1:
            raise IdentifierRefused(key.tag, f"{key} takes one item")
        places = {one.tag: place for place, one in enumerate(key.item_keys)}
        asked = element.items[0] if element.items and element.items[0] else {}
        wanted = {tag: one.vr for tag, one in asked.items()} or {one.tag: one.vr for one in key.item_keys}
        tests = [(places[tag], self.test_of(key.item_keys[places[tag]], asked[tag])) for tag in asked if tag in places]
        return ItemQuery(
            tests=tuple((place, test) for place, test in tests if test),
            returned=tuple(ReturnedAttribute(tag, vr, places.get(tag)) for tag, vr in sorted(wanted.items())),
        )


def _has_items(tag: int) -> bool:
    return tag in KEYS and bool(KEYS[tag].item_keys)


def _criteria(identifier: Elements, values: _Values, items: Mapping[int, ItemQuery]) -> Iterator[Criterion]:
    for tag, element in identifier.items():
        key = KEYS.get(tag)
        if key is None or tag in _NOT_MATCHED:
            continue
        test: ValueTest | None
        if tag in items:
            test = items[tag] if items[tag].tests else None
        else:
            test = values.test_of(key, element)
        if test:
            yield Criterion(key, test)


def _numbers(value: bytes) -> str:
    """Binary numbers as text; some callers send the text itself."""
    if value.isdigit():
        return value.decode("ascii")
    return "\\".join(str(int.from_bytes(value[at : at + 2], "little")) for at in range(0, len(value), 2))


def _check_hierarchy(criteria: Sequence[Criterion], model: ProvidedModel, level: QueryLevel) -> None:
    """PS3.4 C.4.1.2.1: above the level of the query a single value of each unique key, and no other key."""
    asked = {criterion.key.tag: criterion for criterion in criteria}
    for above in LEVELS_OF_MODEL[model]:
        if not is_above(above, level):
            break
        unique = UNIQUE_KEYS[above]
        if unique.tag not in asked:
            raise IdentifierRefused(unique.tag, f"{unique} must be given at {level} level")
        if not _is_single(asked[unique.tag]):
            raise IdentifierRefused(unique.tag, f"{unique} takes one value at {level} level")
    # callers of the study root repeat the patient whom they know: his unique key is understood there too
    known = {unique.tag for unique in UNIQUE_KEYS.values()}
    for criterion in criteria:
        of_level = criterion.key.level_in(model, level)
        is_unique = criterion.key.tag in known and _is_single(criterion)
        if is_above(of_level, level) and not is_unique:
            raise IdentifierRefused(criterion.key.tag, f"{criterion.key} is a key of {of_level} level")


def _is_single(criterion: Criterion) -> bool:
    test = criterion.test
    return isinstance(test, TextTest) and len(test.exact) == 1 and not test.wild


def _of_lower_level(key: Key, model: ProvidedModel, level: QueryLevel) -> IdentifierRefused:
    return IdentifierRefused(key.tag, f"{key} is a key of {key.level_in(model, level)} level")


def _with_moments(criteria: Sequence[Criterion]) -> tuple[tuple[Criterion, ...], tuple[MomentCriterion, ...]]:
    """Criteria with those ranges of dates and times put together that belong to each other."""
    asked = {criterion.key.tag: criterion for criterion in criteria}
    moments: list[MomentCriterion] = []
    for date_tag, time_tag in TIME_OF_DATE.items():
        date, time = asked.get(date_tag), asked.get(time_tag)
        if date and time and isinstance(date.test, DateTest) and isinstance(time.test, TimeTest):
            moments.append(MomentCriterion(date.key, time.key, combined(date.test, time.test)))
            del asked[time_tag]  # the days alone stay a criterion, by which the index finds them
    return tuple(asked.values()), tuple(moments)


def _return_keys(
    identifier: Elements, items: Mapping[int, ItemQuery], model: ProvidedModel, level: QueryLevel
) -> Iterator[ReturnKey]:
    """Everything that was asked for and the unique keys down to the level, which tell the answers apart."""
    asked = {element.tag: element.vr for element in identifier.values() if element.tag not in _NOT_MATCHED}
    for above in LEVELS_OF_MODEL[model]:
        if not is_above(level, above):
            asked.setdefault(UNIQUE_KEYS[above].tag, UNIQUE_KEYS[above].vr)
    for tag, vr in sorted(asked.items()):
        key = KEYS.get(tag)
        is_held = key is not None and key.column_at(level) is not None
        yield ReturnKey(tag, key.vr if key else vr, key if is_held else None, items.get(tag))
