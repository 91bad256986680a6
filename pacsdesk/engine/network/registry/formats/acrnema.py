"""Conquest's acrnema.map: lines of title, host, port and compression. Titles and hosts may be patterns."""

import re
from collections.abc import Iterator

from pacsdesk.contract.records.peers import ANY_HOST
from pacsdesk.engine.network.registry.formats.given import Given, NotThisForm

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_LEAST_WORDS, _MOST_WORDS = 3, 4


def read(text: str) -> Iterator[Given]:
    """What is given. Raises NotThisForm."""
    kept_lines = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text.removeprefix("\ufeff"))
    is_any = False
    for number, line in enumerate(kept_lines.splitlines(), 1):
        words = line.split()
        if words and not words[0].startswith(("#", "//")):
            is_any = True
            yield _given(f"line {number}", words)
    if not is_any:
        raise NotThisForm("It has no line of title, host and port.")


def _given(place: str, words: list[str]) -> Given:
    name = words[0][:40]
    if not _LEAST_WORDS <= len(words) <= _MOST_WORDS:
        return Given(place, problem="It is not title, host, port and compression.", name=name)
    ae_title, host, port = words[:3]
    if "*" in ae_title or "?" in ae_title:
        return Given(place, problem="It stands for many titles; an entry of ours is one.", name=name)
    if host == "*":
        # whoever calls from anywhere, and is reached where it called from
        host = ANY_HOST
    elif "*" in host or "?" in host:
        return Given(place, problem="Its host is a pattern; enter a subnet such as 10.1.0.0/16.", name=name)
    return Given(place, {"name": ae_title, "ae_title": ae_title, "host": host, "port": port})
