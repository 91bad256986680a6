"""Reads attributes for showing: a frame's own ones in enhanced objects, and any value without ever failing.

PS3.3 C.7.6.16: a functional group stands in Per-frame Functional Groups, else in Shared Functional Groups; classic
objects have the same attributes at the top.
"""

import re
from collections.abc import Iterator

from pydicom.dataset import Dataset

from pacsdesk.imaging.undisplayable import DAMAGE

# Control and direction-changing characters could rearrange or hide what stands beside them
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def scopes(ds: Dataset, index: int, group: str) -> Iterator[Dataset]:
    """Datasets that may hold attributes of functional group `group` (its keyword) for frame `index`, nearest first."""
    for outer, number in (("PerFrameFunctionalGroupsSequence", index), ("SharedFunctionalGroupsSequence", 0)):
        frame_groups = item(ds, outer, number)
        inner = item(frame_groups, group, 0) if frame_groups is not None else None
        if inner is not None:
            yield inner
    yield ds


def item(ds: Dataset, sequence: str, number: int) -> Dataset | None:
    """Item `number` of a sequence; None when it is not there or cannot be read."""
    try:
        items = ds.get(sequence)
        if items is None or number >= len(items):
            return None
        found = items[number]
    except DAMAGE:
        return None
    return found if isinstance(found, Dataset) else None


def number(ds: Dataset, keyword: str) -> float | None:
    """A single number; None when it is absent, empty or no number."""
    found = numbers(ds, keyword)
    return found[0] if found else None


def numbers(ds: Dataset, keyword: str) -> tuple[float, ...]:
    """A value's numbers; () when it is absent, empty or not made of finite numbers."""
    try:
        value = ds.get(keyword)
        if value is None or value == "":
            return ()
        parts = value if hasattr(value, "__iter__") and not isinstance(value, str) else (value,)
        found = tuple(float(part) for part in parts)
    except DAMAGE:
        return ()
    return found if all(abs(part) < float("inf") for part in found) else ()


def text(ds: Dataset, keyword: str) -> str:
    """A value as text, several values joined by a backslash; "" when it is absent or cannot be read."""
    try:
        value = ds.get(keyword)
        if value is None:
            return ""
        is_many = hasattr(value, "__iter__") and not isinstance(value, (str, bytes))
        if is_many and not hasattr(value, "components"):
            return "\\".join(str(part) for part in value).strip()
        return str(value).strip("\0 ")
    except DAMAGE:
        return ""


def one_line(value: str, longest: int) -> str:
    """A foreign text as one harmless line of at most `longest` characters."""
    clean = _UNPRINTABLE.sub(" ", value[: longest + 1]).strip()
    return clean if len(clean) <= longest else clean[: longest - 1] + "…"
