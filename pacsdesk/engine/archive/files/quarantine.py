"""Keeps what came and could not be identified, with a note that says what it was and why; nothing refers to it."""

import json
import logging
from collections.abc import Mapping
from pathlib import Path

from pacsdesk.engine.archive.files.disk import MayBreak, translated
from pacsdesk.engine.archive.files.objects import SUFFIX
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import sync_folder, write_privately

log = logging.getLogger(__name__)


class Quarantine:
    """The folder of the unidentified."""

    def __init__(self, folder: DataFolder, database: MayBreak) -> None:
        self._folder = folder.quarantine
        self._database = database

    def take(self, path: Path, reason: str, facts: Mapping[str, str]) -> Path:
        """Move a file in, its note first. Answers where it is. Raises StorageFull, StorageBroken."""
        target = self.explain(path, reason, facts)
        with translated(self._database, "An object could not be put into quarantine."):
            path.replace(target)
            sync_folder(self._folder)
        log.warning("%s went into quarantine", target.name)
        return target

    def explain(self, path: Path, reason: str, facts: Mapping[str, str]) -> Path:
        """Write the note for a file that somebody else moves in, and answer where to. Raises like `take`."""
        target = self._folder / f"{path.stem}{SUFFIX}"
        note = json.dumps({"reason": reason, **facts}, indent=2, ensure_ascii=False)
        with translated(self._database, "An object could not be put into quarantine."):
            write_privately(target.with_suffix(".json"), note.encode("utf-8", "replace"))
        return target
