"""Finds the files that a DICOMDIR refers to, without trusting anything it says about lengths, offsets or places.

Only Referenced File ID (0004,1500) matters here; it is looked for by its bytes, so a broken directory still gives the
files that it names.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

# a directory of a million files has about 300 MB; no disc holds so many
_MAX_BYTES = 512 << 20
_MAX_COMPONENTS = 8
_MAX_LENGTH = 256
# Media Storage SOP Class UID (0002,0002), which follows the meta information's length and version
_HEAD_BYTES = 256
_IS_A_DIRECTORY = b"\x02\x00\x02\x00UI\x14\x001.2.840.10008.1.3.10"


def is_directory_file(path: Path) -> bool:
    """Whether a file says of itself that it is a DICOMDIR, under whatever name it was saved."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
    except OSError:
        return False
    return head[128:132] == b"DICM" and _IS_A_DIRECTORY in head


def referenced_files(directory_file: Path) -> Iterator[Path]:
    """The files below the DICOMDIR's folder that it names and that exist, in its order, each once.

    Names are compared without case: media are written in capitals and read on systems that change them. Nothing comes
    for a file that is no DICOMDIR.
    """
    try:
        with directory_file.open("rb") as stream:
            content = stream.read(_MAX_BYTES)
    except OSError:
        return
    if content[128:132] != b"DICM":
        return
    folder = directory_file.parent.resolve()
    listings: dict[Path, dict[str, Path]] = {}
    found: set[Path] = set()
    for components in _file_ids(content):
        path = _look_up(folder, components, listings)
        if path is not None and path not in found and path.resolve().is_relative_to(folder):
            found.add(path)
            yield directory_file.parent / path.relative_to(folder)


def _file_ids(content: bytes) -> Iterator[list[str]]:
    """File ids in the order of the file; of a big endian directory, which PS3.10 forbids and some discs have, too."""
    for order, tag in (("<", b"\x04\x00\x00\x15"), (">", b"\x00\x04\x15\x00")):
        place = content.find(tag)
        while place >= 0 and place + 8 <= len(content):
            # explicit as the standard wants it, or implicit as some writers do
            is_explicit = content[place + 4 : place + 6] == b"CS"
            at, form = (place + 6, "H") if is_explicit else (place + 4, "L")
            length = struct.unpack_from(order + form, content, at)[0]
            if 0 < length <= _MAX_LENGTH:
                text = content[place + 8 : place + 8 + length].decode("ascii", "replace")
                components = [component.strip("\0 ") for component in text.split("\\")]
                if len(components) <= _MAX_COMPONENTS:
                    yield components
            place = content.find(tag, place + 4)


def _look_up(folder: Path, components: list[str], listings: dict[Path, dict[str, Path]]) -> Path | None:
    """Follow names of what is there; a component is only ever compared, never joined to a path."""
    path = folder
    for component in components:
        if path not in listings:
            listings[path] = {entry.name.lower(): entry for entry in path.iterdir()} if path.is_dir() else {}
        entry = listings[path].get(component.lower())
        if entry is None:
            return None
        path = entry
    return path if path.is_file() else None
