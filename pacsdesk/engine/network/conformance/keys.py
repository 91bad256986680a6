"""Tables of the query's keys: which there are at which level, and how each value representation is matched.

Kinds of matching are found by trying a value of each kind, so that they are those of the query itself.
"""

from collections.abc import Iterable

from pacsdesk.contract.records.conformance import StatementTable
from pacsdesk.contract.types import QueryLevel
from pacsdesk.engine.archive.dataset.text import CODECS
from pacsdesk.engine.archive.matching.characters import CharacterEncoder
from pacsdesk.engine.archive.matching.keys import KEYS, LEVELS_OF_MODEL, UNIQUE_KEYS, Key
from pacsdesk.engine.archive.matching.values import BadValue, value_test
from pacsdesk.engine.network.scp.find import MODEL_OF_SOP_CLASS

# kinds of PS3.4 C.2.2.2 and a value of each, by value representation where it differs
_SINGLE = {"DA": "20260101", "TM": "10", "IS": "1", "US": "1", "UI": "1.2"}
_RANGES = {"DA": "20260101-20260102", "TM": "10-11"}
_SIGNS = "éżĦģΩاאЯğกŒア漢漢한汉"  # at least one of each character set


def model_table() -> StatementTable:
    """Information models with their levels."""
    rows = ((uid, model.value, ", ".join(LEVELS_OF_MODEL[model])) for uid, model in sorted(MODEL_OF_SOP_CLASS.items()))
    return StatementTable("Information models", ("SOP class UID", "Model", "Levels"), tuple(rows))


def key_tables() -> tuple[StatementTable, ...]:
    """The keys of each level."""
    columns = ("Tag", "Keyword", "VR", "Kind", "Matching")
    return tuple(
        StatementTable(f"Keys at the {level} level", columns, tuple(map(_row, _at(level)))) for level in QueryLevel
    )


def character_set_table() -> StatementTable:
    """Specific Character Sets that are read, and those in which answers are written."""
    rows = tuple((term or "(absent)", "yes", "yes" if _is_written(term) else "ASCII only") for term in CODECS)
    return StatementTable("Character sets", ("Defined term", "Read", "Written"), rows)


def _at(level: QueryLevel) -> Iterable[Key]:
    return (key for _, key in sorted(KEYS.items()) if level in key.levels)


def _row(key: Key) -> tuple[str, ...]:
    kind = "unique" if any(key is unique for unique in UNIQUE_KEYS.values()) else "optional"
    return (f"({key.tag >> 16:04X},{key.tag & 0xFFFF:04X})", key.keyword, key.vr, kind, ", ".join(_matching(key)))


def _matching(key: Key) -> Iterable[str]:
    if key.vr == "SQ":
        yield f"sequence ({', '.join(one.keyword for one in key.item_keys)})"
        return
    single = _SINGLE.get(key.vr, "A")
    if _is_taken(key.vr, single):
        yield "single value"
    if _is_taken(key.vr, f"{single}\\{single}"):
        yield "list of UID" if key.vr == "UI" else "several values"
    if _is_taken(key.vr, f"{single}*"):
        yield "wild card, names by component and without regard to case" if key.vr == "PN" else "wild card"
    if key.vr in _RANGES and _is_taken(key.vr, _RANGES[key.vr]):
        yield "range"
    yield "universal"
    if _is_taken(key.vr, '""'):
        yield "empty value (when negotiated)"


def _is_taken(vr: str, text: str) -> bool:
    try:
        return value_test(vr, text) is not None
    except BadValue:
        return False


def _is_written(term: str) -> bool:
    encoder = CharacterEncoder(term.encode("ascii"))
    for sign in _SIGNS:
        try:
            encoder.encode(sign)
        except UnicodeEncodeError:
            continue
        return True
    return False
