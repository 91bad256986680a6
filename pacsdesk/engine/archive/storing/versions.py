"""What storing needs of the trash: what gives way to a newer object under its UID is kept there."""

from typing import Protocol

from sqlalchemy import Connection

from pacsdesk.engine.archive.index.entries import IndexEntry
from pacsdesk.engine.archive.index.held import HeldInstance


class Version(Protocol):
    """A version that is prepared: its note is durable, its file still in its place."""

    def record(self, connection: Connection) -> None:
        """Make it true when the caller's transaction commits; the file follows with the next moves."""
        ...

    def forget(self) -> None:
        """Undo the preparation of a change that did not happen. Raises OSError."""
        ...


class KeepsVersions(Protocol):
    """The trash, as ingest sees it."""

    def prepare(self, held: HeldInstance, newer: IndexEntry) -> Version:
        """Write down what gives way to what. Raises StorageFull, StorageBroken."""
        ...
