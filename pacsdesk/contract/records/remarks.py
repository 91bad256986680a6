"""What is noticed about an entry of the registry, while it is typed and afterwards."""

from dataclasses import dataclass
from enum import StrEnum

from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.peers import ANY_HOST, PeerService, TlsMode


class RemarkCode(StrEnum):
    """What is noticed; for scripts and forms."""

    TITLE_MISSING = "title-missing"
    TITLE_TOO_LONG = "title-too-long"
    TITLE_CHARACTERS = "title-characters"
    TITLE_OUTER_BLANK = "title-outer-blank"
    TITLE_INNER_BLANK = "title-inner-blank"
    TITLE_TAKEN = "title-taken"
    CASE_TWIN = "case-twin"
    NAME_TAKEN = "name-taken"
    SAME_PLACE = "same-place"
    NO_HOST = "no-host"
    NO_PORT = "no-port"
    PORT_TAKEN = "port-taken"
    PORT_PRIVILEGED = "port-privileged"
    ADDRESS_NOT_OURS = "address-not-ours"
    LOOPBACK_ONLY = "loopback-only"
    PEER_IS_OURSELVES = "peer-is-ourselves"
    NO_CERTIFICATE = "no-certificate"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is noticed. text: for people, with the next step; field: of the entry, where a form shows it."""

    code: RemarkCode
    severity: Severity
    text: str
    field: str


@dataclass(frozen=True, slots=True)
class PeerDraft:
    """A peer as far as it is typed: text that need not be right yet. replaces: the entry's name when one is changed."""

    name: str = ""
    ae_title: str = ""
    host: str = ANY_HOST
    port: str = ""
    tls: TlsMode = TlsMode.PLAIN
    allow: tuple[PeerService, ...] = (PeerService.ECHO, PeerService.STORE)
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class OwnAEDraft:
    """A further title of ours as far as it is typed. replaces: the title of the entry that is changed."""

    ae_title: str = ""
    port: str = ""
    host: str = ""
    aliases: tuple[str, ...] = ()
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class EntryRemarks:
    """What is noticed about an entry. name: of the peer, or the AE title."""

    name: str
    remarks: tuple[Remark, ...]
