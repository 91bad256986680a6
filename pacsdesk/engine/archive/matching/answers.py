"""Encodes rows as the identifiers of answers (PS3.4 C.4.1.1.3.2), tens of thousands a second.

What was encoded before is not encoded again: dates, modalities, names of procedures repeat.
"""

import struct
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from pacsdesk.engine.archive.dataset.writing import encode_element, encode_items
from pacsdesk.engine.archive.matching.characters import UTF_8, CharacterEncoder
from pacsdesk.engine.archive.matching.keys import (
    QUERY_RETRIEVE_LEVEL,
    RETRIEVE_AE_TITLE,
    SPECIFIC_CHARACTER_SET,
    Key,
)
from pacsdesk.engine.archive.matching.query import Query, ReturnKey
from pacsdesk.engine.archive.matching.sequences import ItemQuery
from pacsdesk.engine.archive.matching.values import Value

# PS3.5 6.1.2.3: their text is in the Specific Character Set; so is that in the items of a sequence
_TEXT_VRS = frozenset({"LO", "LT", "PN", "SH"})
_WITH_TEXT = _TEXT_VRS | {"SQ"}
# so many values of one key are kept
_KEPT = 1024


@dataclass(frozen=True, slots=True)
class AnswerFormat:
    """How answers look: with or without value representations, and who can be asked for the objects."""

    is_explicit: bool
    retrieve_ae_title: str


class AnswerEncoder:
    """Makes the identifiers of one query's answers from rows whose columns are those of `keys`."""

    def __init__(self, query: Query, keys: Sequence[Key], form: AnswerFormat) -> None:
        self._query = query
        self._form = form
        self._positions = {key.tag: position for position, key in enumerate(keys)}
        self._texts = [
            self._positions[asked.tag] for asked in query.return_keys if asked.key and asked.vr in _WITH_TEXT
        ]

    @cached_property
    def _plain(self) -> "_Layout":
        return self._layout(CharacterEncoder(b""), b"")

    @cached_property
    def _own(self) -> "_Layout":
        return self._layout(CharacterEncoder(self._query.character_set), self._query.character_set)

    @cached_property
    def _unicode(self) -> "_Layout":
        return self._layout(CharacterEncoder(UTF_8), UTF_8)

    def _layout(self, characters: CharacterEncoder, declared: bytes) -> "_Layout":
        constants = {
            QUERY_RETRIEVE_LEVEL: ("CS", self._query.level.encode("ascii")),
            RETRIEVE_AE_TITLE: ("AE", self._form.retrieve_ae_title.encode("ascii", "replace")),
        }
        if declared:
            constants[SPECIFIC_CHARACTER_SET] = ("CS", declared)
        is_explicit = self._form.is_explicit
        elements = {tag: encode_element(tag, vr, value, is_explicit) for tag, (vr, value) in constants.items()}
        return _Layout(self._query, self._positions, elements, characters, is_explicit)

    def encode(self, row: Sequence[Value]) -> bytes:
        """One identifier: in ASCII when that does, else in the caller's character set when that does, else in UTF-8."""
        if "".join([str(row[position]) for position in self._texts]).isascii():
            return self._plain.encode(row)
        try:
            return self._own.encode(row)
        except UnicodeEncodeError:
            return self._unicode.encode(row)


class _Layout:
    """The elements of an identifier in the order of their tags; those that are always the same are put together."""

    def __init__(
        self,
        query: Query,
        positions: Mapping[int, int],
        constants: Mapping[int, bytes],
        characters: CharacterEncoder,
        is_explicit: bool,
    ) -> None:
        elements = dict(constants)
        varying: dict[int, ReturnKey] = {}
        for asked in query.return_keys:
            if asked.key:
                varying[asked.tag] = asked
            else:
                elements[asked.tag] = encode_element(asked.tag, asked.vr, b"", is_explicit)
        self._columns: list[tuple[_Remembered, int]] = []
        before = b""
        for tag in sorted({*elements, *varying}):
            if tag in elements:
                before += elements[tag]
                continue
            asked = varying[tag]
            encode = _value_encoder(asked.vr, characters)
            if asked.items:
                encode = partial(_encode_items, asked.items, characters, is_explicit)
            self._columns.append((_Remembered(before, tag, asked.vr, encode, is_explicit), positions[tag]))
            before = b""
        self._rest = before

    def encode(self, row: Sequence[Value]) -> bytes:
        """The identifier. Raises UnicodeEncodeError when the character set cannot carry a text."""
        return b"".join([remembered[row[position]] for remembered, position in self._columns]) + self._rest


class _Remembered(dict[Value, bytes]):
    """The encoded element of each value of one key, with the constant elements that stand before it."""

    def __init__(self, before: bytes, tag: int, vr: str, encode: Callable[[Value], bytes], is_explicit: bool) -> None:
        super().__init__()
        self._before = before
        self._tag, self._vr = tag, vr
        self._encode = encode
        self._is_explicit = is_explicit

    def __missing__(self, value: Value) -> bytes:
        element = self._before + encode_element(self._tag, self._vr, self._encode(value), self._is_explicit)
        if len(self) < _KEPT:
            self[value] = element
        return element


def _value_encoder(vr: str, characters: CharacterEncoder) -> Callable[[Value], bytes]:
    if vr == "US":
        return lambda value: b"" if value is None else struct.pack("<H", min(max(int(value), 0), 0xFFFF))
    if vr in _TEXT_VRS:
        return lambda value: characters.encode(str(value))
    return lambda value: b"" if value is None else str(value).encode("ascii", "replace")


def _encode_items(items: ItemQuery, characters: CharacterEncoder, is_explicit: bool, value: Value) -> bytes:
    """The items of a sequence that match, each with the attributes that were asked for."""
    return encode_items(_encode_item(items, characters, is_explicit, item) for item in items.matching(value))


def _encode_item(items: ItemQuery, characters: CharacterEncoder, is_explicit: bool, item: tuple[str, ...]) -> bytes:
    return b"".join(
        encode_element(one.tag, one.vr, characters.encode("" if one.place is None else item[one.place]), is_explicit)
        for one in items.returned
    )
