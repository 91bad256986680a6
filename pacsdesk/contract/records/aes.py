"""Our own further AE titles; the main one is the settings `dicom.ae_title`, `dicom.host` and `dicom.port`."""

from dataclasses import dataclass

from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import AETitle

MOST_ALIASES = 16


@dataclass(frozen=True, slots=True)
class OwnAE:
    """A further application entity of ours: another title, port or set of services for some of those who call.

    port: None for the main listener's, which it then shares, address included. host: where to listen, "" for the main
    listener's address. allow: the services that it provides; a caller must be allowed them as well. aliases: further
    titles that count as this one.
    """

    ae_title: AETitle
    port: int | None = None
    host: str = ""
    allow: tuple[PeerService, ...] = tuple(PeerService)
    aliases: tuple[AETitle, ...] = ()
    notes: str = ""

    def __post_init__(self) -> None:
        if self.port is not None and not 1 <= self.port <= 65535:
            raise ValueError(f"a port is 1 to 65535, not {self.port}")
        if self.host and self.port is None:
            raise ValueError("an address to listen on needs a port")
        if len(self.aliases) > MOST_ALIASES:
            raise ValueError(f"an AE title has at most {MOST_ALIASES} aliases")

    @property
    def titles(self) -> tuple[AETitle, ...]:
        """All titles under which it is called."""
        return self.ae_title, *self.aliases
