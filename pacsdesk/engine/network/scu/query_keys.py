"""Keys of a query made an identifier, and an answer's identifier made a row of texts. Pure.

Nothing here raises for what a peer sent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydicom.datadict import dictionary_VR, keyword_for_tag, tag_for_keyword

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.records.queries import QueryKey, QueryModel, QueryOrder
from pacsdesk.contract.types import QueryLevel
from pacsdesk.contract.usual_keys import USUAL_KEYS
from pacsdesk.engine.archive.dataset.encoding import EXPLICIT_LITTLE_ENDIAN
from pacsdesk.engine.archive.dataset.reading import Element, Elements, UnreadableDataset, read_dataset
from pacsdesk.engine.archive.dataset.text import CharacterSet
from pacsdesk.engine.archive.dataset.writing import encode_element, encode_items
from pacsdesk.engine.archive.matching.characters import CharacterEncoder

_CHARACTER_SET, _LEVEL = 0x00080005, 0x00080052
_UNKNOWN_VR = "LO"  # private keys are text, mostly
_BINARY = {"US": 2, "SS": 2, "UL": 4, "SL": 4}
_LONGEST_CELL = 1024
_COMMON_KEYWORDS = tuple(sorted({part for names in USUAL_KEYS.values() for name in names for part in name.split(".")}))


@dataclass(frozen=True, slots=True)
class Key:
    """A key whose names are known: its tags from outside in, and the value that is asked for."""

    path: tuple[int, ...]
    value: str

    @property
    def name(self) -> str:
        """By keywords where there are some."""
        return ".".join(keyword_for_tag(tag) or f"{tag:08X}" for tag in self.path)


def keys_of(order: QueryOrder) -> tuple[Key, ...]:
    """The keys of an order, with the usual ones behind them unless they are not wanted. Raises InvalidInput."""
    found = {(key := _key(given)).path: key for given in order.keys}
    if order.adds_usual_keys:
        for name in USUAL_KEYS[order.level]:
            usual = _key(QueryKey(name))
            found.setdefault(usual.path, usual)
    if not found:
        raise InvalidInput("The query has no key.", "", "Name at least one, as in PatientID=4711.")
    return tuple(found.values())


def name_of(given: QueryKey) -> str:
    """By keywords, however it was given. Raises InvalidInput."""
    return _key(given).name


def character_set_for(keys: Iterable[Key], wanted: str) -> str:
    """What the keys' text is written in: what is wanted, else UTF-8 where ASCII is not enough."""
    return wanted or ("" if all(key.value.isascii() for key in keys) else "ISO_IR 192")


def identifier_of(
    keys: Sequence[Key], model: QueryModel, level: QueryLevel | None, character_set: str, transfer_syntax: str
) -> bytes:
    """The identifier (PS3.4 C.2.2.1). Raises InvalidInput for text that the character set cannot carry."""
    is_explicit = transfer_syntax == EXPLICIT_LITTLE_ENDIAN
    encoder = CharacterEncoder(character_set.encode("ascii", "replace"))
    asked = list(keys)
    if level:
        asked.append(Key((_LEVEL,), level.value))
    if character_set:
        asked.append(Key((_CHARACTER_SET,), character_set))
    try:
        return _encoded([(key.path, key.value) for key in asked], encoder, is_explicit)
    except UnicodeEncodeError as error:
        raise InvalidInput(
            "A key cannot be written in this character set.",
            f"The character set {character_set or 'ASCII'} has no {error.object[error.start : error.end]!r}.",
            "Choose another one, as ISO_IR 192 (UTF-8).",
        ) from error


def row_of(identifier: bytes, keys: Sequence[Key], transfer_syntax: str) -> tuple[str, ...]:
    """What an answer says to each key, "" where it says nothing; "?" for all of what is no dataset. What cannot be
    decoded has the replacement character."""
    try:
        elements = read_dataset(identifier, transfer_syntax == EXPLICIT_LITTLE_ENDIAN)
    except UnreadableDataset:
        return tuple("?" for _ in keys)
    declared = elements.get(_CHARACTER_SET)
    characters = CharacterSet(declared.value if declared else b"")
    return tuple(_text(elements, key.path, characters) for key in keys)


def _key(given: QueryKey) -> Key:
    path = tuple(_tag(part.strip()) for part in given.name.split("."))
    if any(_vr(tag) != "SQ" for tag in path[:-1]):
        raise InvalidInput(f"{given.name} is no key.", "What stands before a dot must be a sequence.", "")
    if _vr(path[-1]) == "SQ" and given.value:
        raise InvalidInput(f"{given.name} is a sequence.", "", f"Ask for what is in it: {given.name}.Modality=CT.")
    if path[-1] in (_LEVEL, _CHARACTER_SET):
        raise InvalidInput(f"{given.name} is not given as a key.", "", "Choose the level or the character set instead.")
    return Key(path, given.value)


def _tag(name: str) -> int:
    plain = name.strip("()").replace(",", "").removesuffix("[0]")
    tag = tag_for_keyword(name.removesuffix("[0]"))
    if tag is not None:
        return int(tag)
    if len(plain) == 8:
        try:
            return int(plain, 16)
        except ValueError:
            pass
    raise InvalidInput(
        f"{name!r} is no key.",
        "It is neither a keyword of the standard nor a tag.",
        did_you_mean(name, _COMMON_KEYWORDS) or "Write it as PatientID or as 0010,0020.",
    )


def _vr(tag: int) -> str:
    try:
        return dictionary_VR(tag).split(" or ")[0]
    except KeyError:
        return _UNKNOWN_VR


def _encoded(asked: Iterable[tuple[tuple[int, ...], str]], encoder: CharacterEncoder, is_explicit: bool) -> bytes:
    """Elements in the order of their tags; those of one sequence in one item (PS3.4 C.2.2.2.6)."""
    by_tag: dict[int, list[tuple[tuple[int, ...], str]]] = {}
    for path, value in asked:
        by_tag.setdefault(path[0], []).append((path[1:], value))
    parts = []
    for tag, inner in sorted(by_tag.items()):
        vr = _vr(tag)
        if vr == "SQ":
            within = [one for one in inner if one[0]]
            content = encode_items([_encoded(within, encoder, is_explicit)])
        else:
            content = _value(vr, inner[-1][1], encoder)
        parts.append(encode_element(tag, vr, content, is_explicit))
    return b"".join(parts)


def _value(vr: str, text: str, encoder: CharacterEncoder) -> bytes:
    if vr not in _BINARY:
        return encoder.encode(text)
    try:
        numbers = [int(part) for part in text.split("\\")] if text else []
        return b"".join(number.to_bytes(_BINARY[vr], "little", signed=vr[0] == "S") for number in numbers)
    except (ValueError, OverflowError) as error:
        raise InvalidInput(f"{text!r} is no value of this key.", f"It takes whole numbers ({vr}).", "") from error


def _text(elements: Elements, path: Sequence[int], characters: CharacterSet) -> str:
    element: Element | None = None
    for tag in path:
        element = elements.get(tag)
        if element is None:
            return ""
        elements = element.items[0] if element.items else {}
    if element is None:
        return ""
    if element.items:
        return f"{len(element.items)} items" if len(element.items) != 1 else "1 item"
    size = _BINARY.get(element.vr)
    if size:
        numbers = (element.value[at : at + size] for at in range(0, len(element.value), size))
        return "\\".join(str(int.from_bytes(one, "little", signed=element.vr[0] == "S")) for one in numbers)
    text, _ = characters.decode(element.value[:_LONGEST_CELL])
    return "".join(sign if sign.isprintable() else " " for sign in text).strip()
