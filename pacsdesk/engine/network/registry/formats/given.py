"""What a file gives of one entry."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pacsdesk.contract.records.registry import EntryKind


@dataclass(frozen=True, slots=True)
class Given:
    """Fields of an entry as text, those that the file has. place: where in it, for people. problem: why it is none."""

    place: str
    texts: Mapping[str, str] = field(default_factory=dict)
    kind: EntryKind = EntryKind.PEER
    problem: str = ""
    name: str = ""  # of what has a problem


class NotThisForm(Exception):
    """The whole text cannot be read as this form; the message says why, for people."""
