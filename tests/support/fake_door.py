"""An engine's door in memory, for a real link server: services of FakeSite, objects and uploads to look into."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from pacsdesk.contract.errors import NotFound, NotSignedIn, PacsDeskError
from pacsdesk.contract.services.catalog import Services
from tests.support.fake_services import FakeSite

TOKEN = "token-of-ada"


@dataclass(slots=True)
class FakeObject:
    """An object that can be read. break_at: the first read from there on fails once; reads: where each began."""

    content: bytes
    entity_tag: str = "v1"
    media_type: str = "application/dicom"
    file_name: str = "object.dcm"
    break_at: int | None = None
    reads: list[int] = field(default_factory=list)
    closed: Event = field(default_factory=Event)
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = len(self.content)

    def read(self, start: int, length: int) -> bytes:
        self.reads.append(start)
        if self.break_at is not None and start >= self.break_at:
            self.break_at = None
            raise OSError("the disk is gone, with JOHN^DOE on it")
        return self.content[start : start + length]

    def close(self) -> None:
        self.closed.set()


@dataclass(slots=True)
class FakeUpload:
    """A file on its way in. failure: what the next write raises."""

    path: str
    file_name: str
    failure: PacsDeskError | None = None
    content: bytearray = field(default_factory=bytearray)
    begun: Event = field(default_factory=Event)
    committed: Event = field(default_factory=Event)
    abandoned: Event = field(default_factory=Event)

    def write(self, chunk: bytes) -> None:
        self.begun.set()
        if self.failure is not None:
            raise self.failure
        self.content += chunk

    def commit(self) -> None:
        self.committed.set()

    def abandon(self) -> None:
        self.abandoned.set()


class FakeDoor:
    """Lets `token` in, and callers without one as far as the services; remembers what was opened."""

    def __init__(self, site: FakeSite) -> None:
        self.site = site
        self.token = TOKEN
        self.objects: dict[str, FakeObject] = {}
        self.uploads: list[FakeUpload] = []
        self.upload_opened = Event()
        self.unsubscribed = Event()
        self.upload_failure: PacsDeskError | None = None
        self.addresses: set[str] = set()
        self._listeners: list[Callable[[object], None]] = []

    def enter(self, token: str, address: str) -> "FakeEntrance":
        self.addresses.add(address)
        if token not in ("", self.token):
            raise NotSignedIn("The session has ended.", hint="Sign in again.")
        return FakeEntrance(self, is_signed_in=token == self.token)

    def subscribe(self, listener: Callable[[object], None]) -> Callable[[], None]:
        self._listeners.append(listener)

        def end() -> None:
            self._listeners.remove(listener)
            self.unsubscribed.set()

        return end

    def publish(self, event: object) -> None:
        for listener in self._listeners:
            listener(event)


class FakeEntrance:
    """What one caller reaches."""

    def __init__(self, door: FakeDoor, is_signed_in: bool) -> None:
        self._door = door
        self._is_signed_in = is_signed_in

    @property
    def services(self) -> Services:
        return self._door.site.services

    def open_reader(self, path: str) -> FakeObject:
        self.check_events()
        if path not in self._door.objects:
            raise NotFound(f"There is nothing at {path}.")
        return self._door.objects[path]

    def open_writer(self, path: str, file_name: str) -> FakeUpload:
        self.check_events()
        upload = FakeUpload(path, file_name, self._door.upload_failure)
        self._door.uploads.append(upload)
        self._door.upload_opened.set()
        return upload

    def check_events(self) -> None:
        if not self._is_signed_in:
            raise NotSignedIn("Nobody is signed in.", hint="Sign in first.")
