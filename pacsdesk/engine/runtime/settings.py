"""Every setting, declared once: type, default, title, help, limits and whether it needs a restart.

A new setting: one field below. File, command line, forms and checks follow from it.
"""

from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import StrEnum
from typing import Any, get_type_hints

from pacsdesk.contract.errors import InvalidInput, NotFound
from pacsdesk.contract.nearest import did_you_mean
from pacsdesk.contract.records.engine import Profile, SettingInfo, SettingKind
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.runtime.platform import usable_cores

Value = str | int | bool


@dataclass(frozen=True, slots=True)
class _About:
    """What a field's metadata says."""

    title: str
    help: str
    minimum: int | None
    maximum: int | None
    needs_restart: bool


# Any: dataclasses.field answers whatever type the attribute has
def _setting(
    default: Value,
    title: str,
    help: str,  # noqa: A002  the field's word in the contract
    *,
    limits: tuple[int, int] | None = None,
    needs_restart: bool = True,
) -> Any:
    minimum, maximum = limits or (None, None)
    return field(default=default, metadata={"about": _About(title, help, minimum, maximum, needs_restart)})


class LogLevel(StrEnum):
    """How much the log says."""

    WARNING = "warning"
    INFO = "info"
    DEBUG = "debug"


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """[site]"""

    name: str = _setting("PACSDesk", "Site name", "Shown in the window's title.", needs_restart=False)
    profile: Profile = _setting(
        Profile.CLINIC,
        "Profile",
        "What kind of site this is: clinic (real patients), bench (one administrator's workstation) or classroom "
        "(invented patients only). Chosen when the site is made.",
    )


@dataclass(frozen=True, slots=True)
class DicomSettings:
    """[dicom]"""

    ae_title: AETitle = _setting(AETitle("PACSDESK"), "AE title", "The name under which others call this archive.")
    host: str = _setting(
        "127.0.0.1",
        "Listening address",
        "127.0.0.1 is reached from this computer only; 0.0.0.0 from the whole network.",
    )
    port: int = _setting(
        11112, "Port", "TCP port for DICOM; 104 and 11112 are usual. 0 takes any free one.", limits=(0, 65535)
    )
    accept_unknown_callers: bool = _setting(
        False,
        "Accept unknown callers",
        "Lets AE titles that are not among the peers verify and send from this computer. Others stay refused.",
        needs_restart=False,
    )
    accept_unknown_sop_classes: bool = _setting(
        True,
        "Accept unknown and private SOP classes",
        "Stores objects of classes that the standard does not list, or not yet.",
    )
    find_limit: int = _setting(
        0,
        "Answers to one query",
        "A query that matches more ends with 'out of resources' after so many. 0 sets no limit.",
        limits=(0, 1_000_000),
        needs_restart=False,
    )
    receivers: int = _setting(
        max(usable_cores() - 1, 1),
        "Receiving processes",
        "Associations that only store are spread over so many processes, so that receiving uses more than one core.",
        limits=(0, 32),
    )
    maximum_associations: int = _setting(
        50, "Associations at once", "The next caller is refused with 'local limit exceeded'.", limits=(1, 1000)
    )
    maximum_associations_per_host: int = _setting(
        10, "Associations per host", "Keeps one device from taking all places.", limits=(1, 1000)
    )
    max_pdu_length: int = _setting(
        131072, "Maximum PDU length", "Largest PDU that we announce to receive, in bytes.", limits=(4096, 1 << 20)
    )
    acse_timeout: int = _setting(
        10, "Association time-out", "Seconds until a connection must have asked for an association.", limits=(1, 300)
    )
    dimse_timeout: int = _setting(
        30, "Message time-out", "Seconds within which a begun message must go on.", limits=(1, 3600)
    )
    network_timeout: int = _setting(
        900, "Idle time-out", "Seconds an established association may be silent.", limits=(5, 86400)
    )


@dataclass(frozen=True, slots=True)
class JournalSettings:
    """[journal]"""

    kept: int = _setting(
        100_000,
        "Associations kept in the journal",
        "The oldest are forgotten; the audit keeps who called and when.",
        limits=(1_000, 10_000_000),
        needs_restart=False,
    )


@dataclass(frozen=True, slots=True)
class TraceSettings:
    """[trace]"""

    file_mib: int = _setting(
        16,
        "Size of a trace (MiB)",
        "A trace of the wire ends when its file is that large.",
        limits=(1, 64),
        needs_restart=False,
    )
    dataset_kib: int = _setting(
        64,
        "Kept of each object in a trace (KiB)",
        "The beginning of each dataset is kept; what follows is counted and left out.",
        limits=(1, 1024),
        needs_restart=False,
    )
    kept_traces: int = _setting(
        50,
        "Traces kept",
        "The oldest are removed when a new one begins.",
        limits=(1, 1000),
        needs_restart=False,
    )


@dataclass(frozen=True, slots=True)
class HttpSettings:
    """[http]"""

    host: str = _setting("127.0.0.1", "Link address", "Where the desktop and the command line reach the engine.")
    port: int = _setting(8980, "Link port", "TCP port of the link. 0 takes any free one.", limits=(0, 65535))


@dataclass(frozen=True, slots=True)
class TlsSettings:
    """[tls]"""

    port: int = _setting(
        0,
        "Port for TLS",
        "TCP port for DICOM over TLS, beside the one without; 2762 is usual. 0 for none.",
        limits=(0, 65535),
    )
    certificate: str = _setting(
        "tls/certificate.pem",
        "Certificate",
        "File in PEM, in the data folder unless it is a full path: our certificate, then those up to its authority. "
        "Peers that want one are shown it, too. A new file is read without a restart.",
    )
    key: str = _setting("tls/key.pem", "Private key", "File in PEM, as above, with the certificate's key, no password.")
    trusted: str = _setting(
        "tls/trusted.pem",
        "Trusted certificates",
        "File in PEM, as above: authorities, or single peers, whose certificates are accepted. Without it no caller is "
        "asked for one, and no peer can be called with TLS.",
    )


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    """[archive]"""

    object_limit_mib: int = _setting(
        2048, "Largest object", "A larger one is refused with 'out of resources', in MiB.", limits=(1, 65536)
    )
    reserve_percent: int = _setting(2, "Room kept free, percent", "Below it nothing more is stored.", limits=(0, 50))
    reserve_mib: int = _setting(1024, "Room kept free, MiB", "Below it nothing more is stored.", limits=(0, 1 << 20))
    low_percent: int = _setting(10, "Room is low under, percent", "Home and `pacsdesk status` warn.", limits=(0, 90))
    low_mib: int = _setting(5120, "Room is low under, MiB", "Home and `pacsdesk status` warn.", limits=(0, 1 << 24))
    check_rate: int = _setting(
        8,
        "Comparison in the background, MiB/s",
        "How fast stored files are read anew and compared with the index, all the while the engine runs. 0 for never.",
        limits=(0, 10_000),
        needs_restart=False,
    )
    check_every_hours: int = _setting(
        168,
        "Comparison in the background, hours",
        "From the end of one comparison to the beginning of the next.",
        limits=(0, 8760),
        needs_restart=False,
    )
    ballast_mib: int = _setting(
        64,
        "Ballast, MiB",
        "A file that is given up when the disk is full, so that deleting and the audit still work; at most a sixteenth "
        "of the disk. 0 for none.",
        limits=(0, 4096),
    )


@dataclass(frozen=True, slots=True)
class JobSettings:
    """[jobs]"""

    archive_at_once: int = _setting(2, "Archive jobs at once", "Imports, exports, rebuilds.", limits=(1, 16))
    network_at_once: int = _setting(4, "Network jobs at once", "Sends and retrievals.", limits=(1, 32))
    backup_at_once: int = _setting(1, "Backup jobs at once", "Backups, restores, drills.", limits=(1, 4))


@dataclass(frozen=True, slots=True)
class SecuritySettings:
    """[security]"""

    session_hours: int = _setting(
        12, "Session length", "Hours until a sign-in ends.", limits=(1, 168), needs_restart=False
    )


@dataclass(frozen=True, slots=True)
class LogSettings:
    """[log]"""

    level: LogLevel = _setting(LogLevel.INFO, "Log level", "warning, info or debug; never patient data.")
    megabytes: int = _setting(8, "Size of a log file", "In MiB; then a new one begins.", limits=(1, 1024))
    files: int = _setting(8, "Log files kept", "Older ones are removed.", limits=(1, 100))


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; a section each."""

    site: SiteSettings = field(default_factory=SiteSettings)
    dicom: DicomSettings = field(default_factory=DicomSettings)
    journal: JournalSettings = field(default_factory=JournalSettings)
    trace: TraceSettings = field(default_factory=TraceSettings)
    http: HttpSettings = field(default_factory=HttpSettings)
    tls: TlsSettings = field(default_factory=TlsSettings)
    archive: ArchiveSettings = field(default_factory=ArchiveSettings)
    jobs: JobSettings = field(default_factory=JobSettings)
    security: SecuritySettings = field(default_factory=SecuritySettings)
    log: LogSettings = field(default_factory=LogSettings)


def section_types() -> dict[str, type]:
    """Each section's name and class."""
    return dict(get_type_hints(Settings))


@dataclass(frozen=True, slots=True)
class Declared:
    """One setting as declared."""

    name: str
    type: type
    default: Value
    about: _About

    def check(self, value: object) -> Value:
        """The value as its type, text converted. Raises InvalidInput with what would be right."""
        converted = _converted(self, value)
        if isinstance(converted, int) and not isinstance(converted, bool):
            low, high = self.about.minimum, self.about.maximum
            if low is not None and high is not None and not low <= converted <= high:
                raise _wrong(self, value, f"It takes a number from {low} to {high}.")
        return converted

    def info(self, value: Value) -> SettingInfo:
        """The setting with its present value, for forms and lists."""
        return SettingInfo(
            name=self.name,
            title=self.about.title,
            help=self.about.help,
            kind=_kind(self.type),
            value=value if isinstance(value, bool | int) else str(value),
            default=self.default if isinstance(self.default, bool | int) else str(self.default),
            minimum=self.about.minimum,
            maximum=self.about.maximum,
            choices=tuple(self.type) if issubclass(self.type, StrEnum) else (),
            needs_restart=self.about.needs_restart,
        )


def declared(name: str) -> Declared:
    """The declaration of `section.key`. Raises NotFound."""
    known = {candidate.name: candidate for candidate in all_declared()}
    if name not in known:
        raise NotFound(
            f"There is no setting {name!r}.", did_you_mean(name, known), "`pacsdesk settings list` shows all names."
        )
    return known[name]


def all_declared() -> Iterator[Declared]:
    """All settings in the order of the file."""
    for section, cls in section_types().items():
        types = get_type_hints(cls)
        for one in fields(cls):
            yield Declared(f"{section}.{one.name}", types[one.name], _default(one), one.metadata["about"])


def value_of(settings: Settings, name: str) -> Value:
    """The present value of `section.key`."""
    section, key = name.split(".")
    value: Value = getattr(getattr(settings, section), key)
    return value


def _default(one: "Field[Any]") -> Value:  # Any: a field of whatever type
    assert one.default is not MISSING
    value: Value = one.default
    return value


def _kind(cls: type) -> SettingKind:
    kinds = {bool: SettingKind.SWITCH, int: SettingKind.NUMBER, AETitle: SettingKind.AE_TITLE}
    return SettingKind.CHOICE if issubclass(cls, StrEnum) else kinds.get(cls, SettingKind.TEXT)


def _converted(setting: Declared, value: object) -> Value:
    if setting.type is bool:
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.lower() in ("true", "false"):
            return value.lower() == "true"
        raise _wrong(setting, value, "It takes true or false.")
    if setting.type is int:
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if isinstance(value, str) and value.strip().lstrip("-").isdecimal():
            return int(value)
        raise _wrong(setting, value, "It takes a whole number.")
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise _wrong(setting, value, "It takes text of printable characters.")
    try:
        text: str = setting.type(value)
    except ValueError as error:
        choices = ", ".join(setting.type) if issubclass(setting.type, StrEnum) else ""
        raise _wrong(setting, value, f"It takes one of: {choices}." if choices else f"{error}.") from error
    return text


def _wrong(setting: Declared, value: object, right: str) -> InvalidInput:
    return InvalidInput(f"{setting.name} cannot be {value!r}.", right, setting.about.help)
