"""Keeps audit entries while the database takes none: in a file when that can be written, else in the log alone.

Who may read images must be able to when the disk has just failed; what they read is written down as well as it can be.
"""

import json
import logging
import os
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from pacsdesk.engine.runtime.platform import open_private, sync_file, sync_folder

log = logging.getLogger(__name__)

# the values of a row, each of its column's type
Values = Mapping[str, Any]


class EntriesAside:
    """One line of JSON for each entry; safe from any thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()

    def add(self, values: Values) -> None:
        """Append an entry, durably where the disk allows it. Never raises."""
        line = _line(values)
        log.error(
            "an audit entry is put aside: %s by %s, %s", values["action"], values["actor_name"], values["outcome"]
        )
        try:
            self._append(line)
        except OSError as error:
            log.critical("an audit entry is in this log alone, the disk takes no other: %s (%s)", line, error.strerror)

    def note(self, values: Values) -> None:
        """Append an entry of what happens while no engine runs. Raises OSError: then it must not happen."""
        self._append(_line(values))

    def entries(self) -> list[dict[str, Any]]:
        """All of them in their order; a line that a crash cut is left out."""
        try:
            lines = self._path.read_bytes().splitlines()
        except OSError:
            return []
        found = []
        for line in lines:
            try:
                values = json.loads(line)
                found.append({**values, "at": datetime.fromisoformat(values["at"])})
            except (ValueError, KeyError, TypeError):
                log.error("a line of %s cannot be read", self._path.name)
        return found

    def clear(self) -> None:
        """Forget them: they are in the audit. Raises OSError."""
        self._path.unlink(missing_ok=True)
        sync_folder(self._path.parent)

    def _append(self, line: str) -> None:
        with self._lock:
            self._append_bytes(f"{line}\n".encode())

    def _append_bytes(self, line: bytes) -> None:
        is_new = not self._path.exists()
        descriptor = open_private(self._path) if is_new else os.open(self._path, os.O_WRONLY | os.O_APPEND)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(line)
            stream.flush()
            sync_file(stream.fileno())
        if is_new:
            sync_folder(self._path.parent)


def _line(values: Values) -> str:
    return json.dumps({**values, "at": values["at"].isoformat()}, ensure_ascii=True)
