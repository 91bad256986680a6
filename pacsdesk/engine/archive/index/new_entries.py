"""New instances, each committed as one row, brought into the index's tables many at a time.

A new study changes some thirty pages of the index, most of them the same for the next one. Committed as it came it is
one or two (docs/decisions/0092). Whoever reads or writes the index has it brought in first, so nobody sees this.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from msgspec import MsgspecError
from msgspec.msgpack import Decoder, Encoder
from sqlalchemy import Connection, delete, select
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError

from pacsdesk.engine.archive.dataset.keys import IndexKeys
from pacsdesk.engine.archive.index import statements
from pacsdesk.engine.archive.index.entries import IndexEntry, add_entries
from pacsdesk.engine.archive.tables import NewEntryRow
from pacsdesk.engine.runtime.database import Database

log = logging.getLogger(__name__)

# so many share the index's pages; bringing them in keeps others waiting for some 30 ms
_MANY = 128

_UNINDEXED = "its values cannot be indexed"

_ENCODER = Encoder(enc_hook=str)  # of the types of ours that are text
_DECODER: "Decoder[IndexEntry]" = Decoder(IndexEntry, dec_hook=lambda kind, value: kind(value))


class NewEntries:
    """Implements runtime.database.Unsettled."""

    def __init__(self, database: Database) -> None:
        """Goes on with what the last run left."""
        self._entries: list[IndexEntry] = []
        self._uids: set[str] = set()
        self._adding: list[IndexEntry] = []
        self._settles = False
        with database.read() as connection:
            rows = connection.execute(select(NewEntryRow.row_id, NewEntryRow.entry)).all()
        self._keep([entry for row in rows if (entry := _decoded(row))])
        self._is_unreadable = len(self._entries) < len(rows)
        database.unsettled = self

    @property
    def is_any(self) -> bool:
        """Whether the index lacks something."""
        return bool(self._entries) or self._is_unreadable

    @property
    def are_many(self) -> bool:
        """Whether it is time to bring them in."""
        return len(self._entries) >= _MANY

    def hold(self, uids: Sequence[str]) -> bool:
        """Whether one of these SOP Instance UIDs is among them."""
        return not self._uids.isdisjoint(uids)

    def add(self, connection: Connection, entries: Sequence[IndexEntry]) -> None:
        """Commit with this transaction entries whose UIDs are neither here nor in the index."""
        statements.ADD_NEW_ENTRY.run_many(connection, [{"entry": _ENCODER.encode(entry)} for entry in entries])
        self._adding.extend(entries)

    def settle(self, connection: Connection) -> None:
        """Bring all of them into the tables, as the first part of this transaction."""
        try:
            add_entries(connection, self._entries)  # not in a savepoint, for which SQLite copies each page that changes
        except Exception as error:
            _raise_if_of_the_disk(error)
            log.exception("new instances could not be indexed together, each is tried alone")
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            for entry in self._entries:
                _add_alone(connection, entry)
        connection.execute(delete(NewEntryRow))
        self._settles = True

    def committed(self) -> None:
        """What was added is kept, what was brought in is not needed any more."""
        if self._settles:
            self._entries, self._uids, self._is_unreadable = [], set(), False
        self._keep(self._adding)
        self.rolled_back()

    def rolled_back(self) -> None:
        """All is as before."""
        self._adding, self._settles = [], False

    def _keep(self, entries: Sequence[IndexEntry]) -> None:
        self._entries.extend(entries)
        self._uids.update(entry.filing.sop_instance_uid for entry in entries)


def _decoded(row: Any) -> IndexEntry | None:  # Any: a row
    try:
        return _DECODER.decode(row.entry)
    except (MsgspecError, ValueError) as error:  # of another version, perhaps
        log.error("a new entry of the index cannot be read, its file is indexed by the next comparison: %s", error)
        return None


def _add_alone(connection: Connection, entry: IndexEntry) -> None:
    """Bring one in, with its UIDs alone if its values are what stands in the way."""
    reduced = replace(
        entry,
        keys=IndexKeys(unreadable=_UNINDEXED),
        filing=replace(entry.filing, unreadable=entry.filing.unreadable or _UNINDEXED),
    )
    for attempt in (entry, reduced):
        try:
            with connection.begin_nested():
                add_entries(connection, [attempt])
        except Exception as error:  # whatever it is, everybody else must be able to read and write
            _raise_if_of_the_disk(error)
            log.exception("an instance could not be indexed as it is")
        else:
            return


def _raise_if_of_the_disk(error: Exception) -> None:
    """What the disk or a lock is the reason of concerns the whole transaction, the rest one entry."""
    if isinstance(error, DatabaseError) and not isinstance(error, (DataError, IntegrityError)):
        raise error
