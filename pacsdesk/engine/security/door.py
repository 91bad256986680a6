"""What a caller of the link can reach: services behind the guard, the byte route behind the guard, events."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.security import Actor, ActorKind
from pacsdesk.contract.services.catalog import Services
from pacsdesk.engine.runtime.events import EventBus
from pacsdesk.engine.security.guard import Guard
from pacsdesk.engine.security.sessions import Sessions
from pacsdesk.link.door import ByteReader, ByteWriter


@dataclass(frozen=True, slots=True)
class Readable:
    """A kind of bytes that can be fetched: who may, and how the thing named after the slash is opened."""

    permission: Permission
    open: Callable[[str], ByteReader]


@dataclass(frozen=True, slots=True)
class Writable:
    """A kind of upload: who may, and how a file with a name begins under the thing named after the slash."""

    permission: Permission
    open: Callable[[str, str], ByteWriter]


class EngineDoor:
    """Implements link.door.Door. readable, writable: kinds of the byte route by the word before the slash."""

    def __init__(
        self,
        guard: Guard,
        sessions: Sessions,
        bus: EventBus,
        readable: Mapping[str, Readable],
        writable: Mapping[str, Writable],
    ) -> None:
        self._guard = guard
        self._sessions = sessions
        self._bus = bus
        self.readable = readable
        self.writable = writable

    def enter(self, token: str, address: str) -> "EngineEntrance":
        """Whoever calls. Raises NotSignedIn for a token that is wrong or has ended."""
        if token:
            actor = self._sessions.actor_of(token, address)
        else:
            actor = Actor(ActorKind.NOBODY, "nobody", frozenset(), address)
        return EngineEntrance(self, self._guard, actor)

    def subscribe(self, listener: Callable[[object], None]) -> Callable[[], None]:
        """Have every event given to `listener`."""
        return self._bus.subscribe(listener)


class EngineEntrance:
    """Implements link.door.Entrance for one actor."""

    def __init__(self, door: EngineDoor, guard: Guard, actor: Actor) -> None:
        self._door = door
        self._guard = guard
        self._actor = actor
        self._services = guard.bind(actor)

    @property
    def services(self) -> Services:
        """Each call is checked and audited."""
        return self._services

    def open_reader(self, path: str) -> ByteReader:
        """Open what `kind/name` names."""
        kind, name = _split(path)
        readable = self._door.readable.get(kind)
        if readable is None:
            raise NotFound(f"There are no bytes of the kind {kind!r}.", f"Known: {', '.join(self._door.readable)}.")
        self._guard.admit(self._actor, readable.permission, f"bytes.{kind}", name)
        return readable.open(name)

    def open_writer(self, path: str, file_name: str) -> ByteWriter:
        """Begin a file under `kind/name`."""
        kind, name = _split(path)
        writable = self._door.writable.get(kind)
        if writable is None:
            raise NotFound(f"Nothing can be uploaded to {kind!r}.", f"Known: {', '.join(self._door.writable)}.")
        self._guard.admit(self._actor, writable.permission, f"bytes.{kind}", name)
        return writable.open(name, file_name)

    def check_events(self) -> None:
        """Events name studies and jobs: for whoever may see these."""
        self._guard.admit(self._actor, Permission.JOB_VIEW, "events", "")


def _split(path: str) -> tuple[str, str]:
    kind, _, name = path.strip("/").partition("/")
    return kind, name
