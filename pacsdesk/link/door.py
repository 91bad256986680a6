"""What the HTTP door needs from an engine, stated by the link and connected in engine/compose/."""

from collections.abc import Callable
from typing import Protocol

from pacsdesk.contract.services.catalog import Services


class ByteReader(Protocol):
    """An object opened for reading at random. entity_tag changes whenever the bytes would."""

    size: int
    entity_tag: str
    media_type: str
    file_name: str

    def read(self, start: int, length: int) -> bytes:
        """Bytes from `start`, fewer than `length` only at the end. Called from worker threads, one call at a time."""
        ...

    def close(self) -> None:
        """Let the object go."""
        ...


class ByteWriter(Protocol):
    """A file being uploaded; nothing is kept unless `commit` returns."""

    def write(self, chunk: bytes) -> None:
        """Append. Raises StorageFull, TooLarge."""
        ...

    def commit(self) -> None:
        """All has come: keep it."""
        ...

    def abandon(self) -> None:
        """The sender went away: remove what came."""
        ...


class Entrance(Protocol):
    """Everything that one caller can reach, already bound to the guard."""

    @property
    def services(self) -> Services:
        """The services as the Protocols of the contract; each call is checked and audited."""
        ...

    def open_reader(self, path: str) -> ByteReader:
        """Open what `path` names: `instance/<sop_instance_uid>`, `conflict/<conflict_id>`, `export/<job_id>`.

        Raises NotSignedIn, NotPermitted, NotFound.
        """
        ...

    def open_writer(self, path: str, file_name: str) -> ByteWriter:
        """Begin a file under `uploads/<batch_id>`, or another kind's `<kind>/<id>`.

        Raises NotSignedIn, NotPermitted, NotFound, InvalidInput.
        """
        ...

    def check_events(self) -> None:
        """Raises NotSignedIn or NotPermitted unless the caller may listen to events."""
        ...


class Door(Protocol):
    """An engine as the link sees it."""

    def enter(self, token: str, address: str) -> Entrance:
        """Whoever calls with this token from this address; "" is a caller before sign-in, for whom only @public methods
        work. Raises NotSignedIn for a token that is wrong or has ended."""
        ...

    def subscribe(self, listener: Callable[[object], None]) -> Callable[[], None]:
        """Have every event record given to `listener` (on any thread, must not block); answers how to end that."""
        ...
