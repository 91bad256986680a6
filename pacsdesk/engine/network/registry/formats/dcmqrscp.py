"""The host table of DCMTK's dcmqrscp.cfg: `name = (TITLE, host, port)`, several of them, or names of others."""

import re
from collections.abc import Iterator

from pacsdesk.engine.network.registry.formats.given import Given, NotThisForm

_BEGIN = re.compile(r"\s*HostTable\s+BEGIN\s*", re.IGNORECASE)
_END = re.compile(r"\s*HostTable\s+END\s*", re.IGNORECASE)
_LINE = re.compile(r"\s*(?P<name>[^=\s]+)\s*=\s*(?P<value>.*\S)\s*")
_PEERS = re.compile(r"\([^()]*\)(?:\s*,\s*\([^()]*\))*")
_ONE = re.compile(r"\(([^()]*)\)")


def read(text: str) -> Iterator[Given]:
    """What is given. Raises NotThisForm."""
    lines = text.removeprefix("\ufeff").splitlines()
    begin = next((number for number, line in enumerate(lines) if _BEGIN.fullmatch(_bare(line))), None)
    if begin is None:
        raise NotThisForm("It has no line HostTable BEGIN.")
    for number, line in enumerate(lines[begin + 1 :], begin + 2):
        bare = _bare(line)
        if _END.fullmatch(bare):
            return
        if bare.strip():
            yield from _given(f"line {number}", bare)
    raise NotThisForm("It has no line HostTable END.")


def _bare(line: str) -> str:
    return line.partition("#")[0]


def _given(place: str, line: str) -> Iterator[Given]:
    found = _LINE.fullmatch(line)
    if found is None:
        yield Given(place, problem="It is not name = (TITLE, host, port).", name=line.strip()[:40])
        return
    name, value = found["name"], found["value"]
    if "(" not in value:
        yield Given(place, problem="It is a group of other entries; those are taken in by themselves.", name=name)
        return
    if not _PEERS.fullmatch(value):
        yield Given(place, problem="It is not (TITLE, host, port).", name=name)
        return
    for count, one in enumerate(_ONE.findall(value), 1):
        parts = [part.strip().strip('"').strip() for part in one.split(",")]
        called = name if count == 1 else f"{name} {count}"
        if len(parts) != len(("ae_title", "host", "port")):
            yield Given(place, problem="It is not (TITLE, host, port).", name=called)
            continue
        yield Given(place, {"name": called, "ae_title": parts[0], "host": parts[1], "port": parts[2]})
