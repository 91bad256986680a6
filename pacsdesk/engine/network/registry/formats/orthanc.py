"""`DicomModalities` of Orthanc's configuration: "name": ["AET", "host", port, "manufacturer"], or an object.

JSON with comments; also `DicomModalities` alone, as the answer to /modalities?expand.
"""

import json
import re
from collections.abc import Iterator, Mapping

from pacsdesk.engine.network.registry.formats.given import Given, NotThisForm

# a string, which may hold what looks like a comment, or a comment
_STRING_OR_COMMENT = re.compile(r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/', re.DOTALL)
_ALLOWED = {
    "AllowEcho": "echo",
    "AllowStore": "store",
    "AllowFind": "find",
    "AllowMove": "move",
    "AllowGet": "get",
    "AllowStorageCommitment": "commitment",
}

_Pairs = list[tuple[str, object]]


class _Object:
    """An object of the file with all its members, the same name twice too."""

    def __init__(self, pairs: _Pairs) -> None:
        self.pairs = pairs

    def get(self, name: str) -> object:
        """The last member of this name."""
        return dict(self.pairs).get(name)


def read(text: str) -> Iterator[Given]:
    """What is given. Raises NotThisForm."""
    plain = _STRING_OR_COMMENT.sub(lambda found: found[0] if found[0][0] == '"' else " ", text.removeprefix("\ufeff"))
    try:
        root = json.loads(plain, object_pairs_hook=_Object)
    except ValueError as error:
        raise NotThisForm(f"It is no JSON: {error}.") from error
    except RecursionError as error:
        raise NotThisForm("It is nested too deep.") from error
    if not isinstance(root, _Object):
        raise NotThisForm("It is no JSON object.")
    modalities = root.get("DicomModalities")
    if modalities is None and root.pairs and all(_is_modality(value) for _, value in root.pairs):
        modalities = root
    if not isinstance(modalities, _Object):
        raise NotThisForm("It has no DicomModalities.")
    seen: set[str] = set()
    for name, value in modalities.pairs:
        if name in seen:
            yield Given(f'"{name}"', problem="It is there twice.", name=name)
            continue
        seen.add(name)
        yield _given(name, value)


def _is_modality(value: object) -> bool:
    return isinstance(value, list) or (isinstance(value, _Object) and value.get("AET") is not None)


def _given(name: str, value: object) -> Given:
    place = f'"{name}"'
    if isinstance(value, list):
        if len(value) not in (3, 4):
            return Given(place, problem="It is not [title, host, port].", name=name)
        ae_title, host, port = value[:3]
        more: Mapping[str, str] = {}
    elif isinstance(value, _Object):
        ae_title, host, port = (value.get(key) for key in ("AET", "Host", "Port"))
        more = _more(value)
    else:
        return Given(place, problem="It is neither a list nor an object.", name=name)
    if isinstance(port, int) and not isinstance(port, bool):
        port = str(port)
    if not all(isinstance(one, str) for one in (ae_title, host, port)):
        return Given(place, problem="Title, host and port are needed.", name=name)
    return Given(place, {"name": name, "ae_title": str(ae_title), "host": str(host), "port": str(port), **more})


def _more(value: _Object) -> dict[str, str]:
    """What only the object form says: what is allowed (all, where one is said to be or not), TLS, the time-out."""
    found: dict[str, str] = {}
    if any(isinstance(value.get(key), bool) for key in _ALLOWED):
        found["allow"] = " ".join(service for key, service in _ALLOWED.items() if value.get(key) is not False)
    if isinstance(value.get("UseDicomTls"), bool):
        found["tls"] = "tls" if value.get("UseDicomTls") else "plain"
    timeout = value.get("Timeout")
    if isinstance(timeout, int) and not isinstance(timeout, bool) and timeout > 0:
        found["answer_timeout"] = str(timeout)
    return found
