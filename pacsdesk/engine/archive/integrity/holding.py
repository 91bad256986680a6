"""Whether an instance is held whole: its row, and its bytes read anew from the disk against the stored digest."""

import logging
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from pacsdesk.engine.archive.files.objects import digest_of
from pacsdesk.engine.archive.tables import ConflictRow, InstanceRow
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import forget_cached

log = logging.getLogger(__name__)


class Holding(StrEnum):
    """How an instance is held. IN_CONFLICT: whether it is what this sender sent is for a person to decide."""

    HELD = "held"
    NOT_HELD = "not held"
    OTHER_CLASS = "of another class"
    IN_CONFLICT = "in conflict"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class _Kept:
    object_name: str
    sop_class_uid: str
    dataset_offset: int
    size_bytes: int
    digest: str
    sending_ae_title: str


class Holdings:
    """Answers for one instance at a time; safe from any thread."""

    def __init__(self, database: Database, folder: DataFolder) -> None:
        self._database = database
        self._folder = folder

    def holding(self, sop_class_uid: str, sop_instance_uid: str, sender: str) -> Holding:
        """How the archive holds what `sender` (an AE title) sent under this UID.

        While two objects share a UID, only who sent the first and none of the others has it held: anybody else may mean
        the second. Reads the whole object. Raises StorageFull, StorageBroken.
        """
        kept, seconds_from = self._found(sop_instance_uid)
        if seconds_from and (kept is None or sender in seconds_from or sender != kept.sending_ae_title):
            return Holding.IN_CONFLICT
        while kept is not None:
            if kept.sop_class_uid != sop_class_uid:
                return Holding.OTHER_CLASS
            if self._is_whole(kept):
                return Holding.HELD
            before, (kept, _) = kept, self._found(sop_instance_uid)
            if kept == before:
                log.error("objects/%s is missing or does not have the bytes that were stored", kept.object_name)
                return Holding.DAMAGED
        return Holding.NOT_HELD

    def _found(self, sop_instance_uid: str) -> tuple[_Kept | None, frozenset[str]]:
        """The row, and who sent further objects under its UID."""
        columns = (getattr(InstanceRow, name) for name in _Kept.__slots__)
        with self._database.read() as connection:
            row = connection.execute(
                select(*columns).where(InstanceRow.sop_instance_uid == sop_instance_uid)
            ).one_or_none()
            titles = connection.scalars(
                select(ConflictRow.sending_ae_title).where(ConflictRow.sop_instance_uid == sop_instance_uid)
            )
            return (_Kept(*row) if row else None), frozenset(titles)

    def _is_whole(self, kept: _Kept) -> bool:
        path = self._folder.objects / kept.object_name
        try:
            forget_cached(path)
            return digest_of(path, kept.dataset_offset) == (kept.size_bytes, kept.digest)
        except OSError as error:
            log.warning("objects/%s cannot be read: %s", kept.object_name, error.strerror)
            return False
