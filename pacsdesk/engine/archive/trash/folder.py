"""What lies in trash/: a folder for each deleted study, holding its files and one that says what it was.

trash/<trash_id>/ is a deletion; while it is being undone its name ends in ".returning", so that a start after a crash
knows without opening anything. Everything the list shows is in entry.json, so the list can be made anew.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from pacsdesk.contract.records.archive import TrashEntry
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.engine.archive.files.objects import SUFFIX
from pacsdesk.engine.archive.index.entries import stored_time
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import make_private_folder, sync_folder, write_privately

RETURNING = ".returning"
_NOTE = "entry.json"


@dataclass(frozen=True, slots=True)
class TrashNote:
    """One deletion: the names of its files within the folder; seconds are those of conflicts with them."""

    entry: TrashEntry
    files: tuple[str, ...]
    seconds: tuple[str, ...] = ()


class TrashFolder:
    """The folder's names and notes. Every method raises OSError."""

    def __init__(self, folder: DataFolder) -> None:
        self._root = folder.trash

    def path_of(self, trash_id: str) -> Path:
        """Where a deletion's files are now; the folder may be on its way back."""
        returning = self._root / f"{trash_id}{RETURNING}"
        return returning if returning.is_dir() else self._root / trash_id

    def ids(self) -> dict[str, bool]:
        """All deletions, each with whether it is on its way back."""
        names = [path.name for path in self._root.iterdir() if path.is_dir()]
        return {name.removesuffix(RETURNING): name.endswith(RETURNING) for name in names}

    def begin(self, note: TrashNote) -> Path:
        """Make a deletion's folder and note durable, before anything is moved into it."""
        path = self._root / note.entry.trash_id
        make_private_folder(path)
        fields = asdict(note.entry) | {
            "deleted_at": note.entry.deleted_at.isoformat(),
            "files": note.files,
            "seconds": note.seconds,
        }
        write_privately(path / _NOTE, json.dumps(fields, indent=1, ensure_ascii=False).encode("utf-8", "replace"))
        sync_folder(self._root)
        return path

    def read(self, trash_id: str) -> TrashNote:
        """The note of a deletion. Raises ValueError when it is damaged."""
        fields = json.loads((self.path_of(trash_id) / _NOTE).read_bytes())
        try:
            files, seconds = (tuple(map(str, fields.pop(name))) for name in ("files", "seconds"))
            deleted_at = datetime.fromisoformat(fields.pop("deleted_at"))
            uid = StudyInstanceUID(fields.pop("study_instance_uid"))
            entry = TrashEntry(study_instance_uid=uid, deleted_at=deleted_at, **fields)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"the note of {trash_id} is damaged: {error}") from error
        return TrashNote(entry, files, seconds)

    def has_files(self, trash_id: str) -> bool:
        """Whether anything was moved in: then the deletion happened."""
        return any(path.suffix == SUFFIX for path in self.path_of(trash_id).iterdir())

    def has_note(self, trash_id: str) -> bool:
        """Whether the note is there; without it only the folder's own removal is left to do."""
        return (self.path_of(trash_id) / _NOTE).is_file()

    def set_returning(self, trash_id: str) -> None:
        """Write down that a deletion is being undone."""
        path = self.path_of(trash_id)
        if not path.name.endswith(RETURNING):
            path.rename(path.with_name(f"{trash_id}{RETURNING}"))
            sync_folder(self._root)

    def remove(self, trash_id: str) -> None:
        """Remove a deletion's folder with what is left in it: a note, and files that are elsewhere by now."""
        path = self.path_of(trash_id)
        # the note last: as long as it is there, this can be done again after a crash
        for left in sorted(path.iterdir(), key=lambda left: left.name == _NOTE):
            left.unlink()
        path.rmdir()


def trash_values(entry: TrashEntry) -> dict[str, object]:
    """The row of an entry."""
    return asdict(entry) | {
        "study_instance_uid": str(entry.study_instance_uid),
        "deleted_at": stored_time(entry.deleted_at),
    }
