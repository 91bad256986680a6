"""Our own file of the whole registry: [[peers]] and [[aes]] with the contract's names. A field that is left out stays
as it is; an empty one is emptied."""

import tomllib
from collections.abc import Iterable, Iterator

import tomlkit

from pacsdesk.contract.records.registry import EntryKind
from pacsdesk.engine.network.registry.fields import BETWEEN_ALIASES, Entry, kind_of, texts_of
from pacsdesk.engine.network.registry.formats.given import Given, NotThisForm

_TABLES = {"peers": EntryKind.PEER, "aes": EntryKind.AE}
_LISTS = {"allow": " ", "uses": " ", "aliases": BETWEEN_ALIASES}
_NUMBERS = frozenset({"port", "connect_timeout", "associate_timeout", "answer_timeout"})


def write(entries: Iterable[Entry]) -> str:
    """The registry as TOML."""
    document = tomlkit.document()
    document.add(tomlkit.comment("PACSDesk: peers and our own further AE titles."))
    arrays = {kind: tomlkit.aot() for kind in EntryKind}
    for entry in entries:
        table = tomlkit.table()
        for field, text in texts_of(entry).items():
            if field in _LISTS:
                table.add(field, [one for one in text.split(_LISTS[field]) if one])
            else:
                table.add(field, int(text) if text and field in _NUMBERS else text)
        arrays[kind_of(entry)].append(table)
    for name, kind in _TABLES.items():
        if arrays[kind]:
            document.add(name, arrays[kind])
    return tomlkit.dumps(document)


def read(text: str) -> Iterator[Given]:
    """What is given. Raises NotThisForm."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotThisForm(f"It is no TOML: {error}.") from error
    except RecursionError as error:
        raise NotThisForm("It is nested too deep.") from error
    if unknown := [name for name in content if name not in _TABLES]:
        raise NotThisForm(f"It has a table {unknown[0]!r}; there are peers and aes.")
    for name, kind in _TABLES.items():
        tables = content.get(name, [])
        if not isinstance(tables, list):
            raise NotThisForm(f"{name} are tables of their own: [[{name}]].")
        for number, table in enumerate(tables, 1):
            yield _given(f"[[{name}]] {number}", kind, table)


def _given(place: str, kind: EntryKind, table: object) -> Given:
    if not isinstance(table, dict):
        return Given(place, kind=kind, problem="It is no table.")
    texts: dict[str, str] = {}
    for field, value in table.items():
        if isinstance(value, str):
            texts[field] = value
        elif isinstance(value, int) and not isinstance(value, bool):
            texts[field] = str(value)
        elif isinstance(value, list) and field in _LISTS and all(isinstance(one, str) for one in value):
            texts[field] = _LISTS[field].join(value)
        else:
            name = str(table.get("name", table.get("ae_title", "")))
            return Given(place, kind=kind, problem=f"{field} has a value of the wrong kind.", name=name)
    return Given(place, texts, kind)
