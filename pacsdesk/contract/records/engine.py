"""The engine as seen from outside: state, listeners, room, settings."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Profile(StrEnum):
    """What kind of site a data folder is."""

    CLINIC = "clinic"
    BENCH = "bench"
    CLASSROOM = "classroom"


class EngineState(StrEnum):
    """Where the engine is in its life."""

    STARTING = "starting"
    RUNNING = "running"
    READ_ONLY = "read-only"
    DRAINING = "draining"


@dataclass(frozen=True, slots=True)
class Health:
    """What anybody may know, before sign-in.

    run_id: what the folder's lock file calls this run of its engine. site_id: the same for every run, another for every
    other site; "" where none could be written.
    """

    product: str
    version: str
    state: EngineState
    profile: Profile
    needs_administrator: bool
    run_id: str = ""
    site_id: str = ""
    site_name: str = ""


class RoomState(StrEnum):
    """Whether images still find room on the disk; the limits are settings."""

    ENOUGH = "enough"
    LOW = "low"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class BackgroundComparison:
    """How the comparison of index and files in the background stands.

    instances_checked: of the one under way, of 0 when none is. ended_at: of the last, None before the first.
    """

    is_under_way: bool
    instances_checked: int
    ended_at: datetime | None
    number_of_findings: int
    number_taken_in: int


class ListenerState(StrEnum):
    """Whether a listener takes callers."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True, slots=True)
class Listener:
    """One of our AE titles where it listens; several may share a place. aliases: further titles that count as it.

    problem: why it is down, or what hinders it while it is up; "" for nothing. is_encrypted:
    whether it is for DICOM over TLS.
    """

    ae_title: str
    host: str
    port: int
    state: ListenerState
    associations: int
    problem: str = ""
    is_encrypted: bool = False
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """What the Home panel and `pacsdesk status` show. room: full when images are refused."""

    version: str
    state: EngineState
    profile: Profile
    site_name: str
    data_dir: str
    process_id: int
    started_at: datetime
    listeners: tuple[Listener, ...]
    http_address: str
    free_bytes: int
    total_bytes: int
    memory_bytes: int
    room: RoomState = RoomState.ENOUGH
    comparison: BackgroundComparison | None = None


class SettingKind(StrEnum):
    """How a setting is edited."""

    TEXT = "text"
    NUMBER = "number"
    SWITCH = "switch"
    CHOICE = "choice"
    AE_TITLE = "ae_title"


@dataclass(frozen=True, slots=True)
class SettingInfo:
    """One setting with everything a form needs; name is `section.key`."""

    name: str
    title: str
    help: str
    kind: SettingKind
    value: str | int | bool
    default: str | int | bool
    minimum: int | None
    maximum: int | None
    choices: tuple[str, ...]
    needs_restart: bool
