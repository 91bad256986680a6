"""Sequence matching (PS3.4 C.2.2.2.6): an item must pass every test, and only items that do are returned.

The index keeps a sequence as text: its items separated by line feeds, the attributes that are held by tabs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pacsdesk.engine.archive.matching.values import Value, ValueTest


@dataclass(frozen=True, slots=True)
class ItemKey:
    """An attribute of a sequence's items that can be matched and returned."""

    tag: int
    keyword: str
    vr: str

    def __str__(self) -> str:
        return self.keyword


@dataclass(frozen=True, slots=True)
class ReturnedAttribute:
    """What an answered item shows. place: among the attributes that are held; None for one that is not."""

    tag: int
    vr: str
    place: int | None


@dataclass(frozen=True, slots=True)
class ItemQuery:
    """What of a sequence is asked: items that pass each test, given by the place of its attribute."""

    tests: tuple[tuple[int, ValueTest], ...]
    returned: tuple[ReturnedAttribute, ...]

    @property
    def has_unsupported_keys(self) -> bool:
        """Whether an attribute is asked for that is not held."""
        return any(attribute.place is None for attribute in self.returned)

    def holds(self, value: Value) -> bool:
        """Whether at least one item matches."""
        return next(self.matching(value), None) is not None

    def matching(self, value: Value) -> Iterator[tuple[str, ...]]:
        """The held attributes of each item that matches."""
        for item in items_of(str(value or "")):
            if all(test.holds(item[place]) for place, test in self.tests):
                yield item


def items_of(text: str) -> list[tuple[str, ...]]:
    """The items that the index keeps, "" for none."""
    return [tuple(item.split("\t")) for item in text.split("\n")] if text else []
