"""What an explanation stands on: one entry of the journal, and what the registry and our own titles say beside it."""

from dataclasses import dataclass

from pydicom.config import IGNORE
from pydicom.uid import UID

from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationEnd,
    AssociationState,
    AssociationSummary,
    Direction,
)
from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.engine.diagnosis.evidence import KnownPeer


@dataclass(frozen=True, slots=True)
class JournalEvidence:
    """peers: all entries. fitting: the one that has the caller's title and address by now, "" for none; fits_tls: how
    that one is to call. own_titles: under which we are called."""

    detail: AssociationDetail
    peers: tuple[KnownPeer, ...] = ()
    own_titles: tuple[str, ...] = ()
    fitting: str = ""
    fits_tls: TlsMode = TlsMode.PLAIN

    @property
    def summary(self) -> AssociationSummary:
        """Its line."""
        return self.detail.summary

    @property
    def end(self) -> AssociationEnd:
        """What cut it short."""
        return self.detail.end

    @property
    def is_incoming(self) -> bool:
        """Whether the other side called."""
        return self.summary.direction is Direction.INCOMING

    @property
    def was_established(self) -> bool:
        """Whether there was an association at all."""
        is_call = not self.is_incoming and not any(item.accepted for item in self.detail.items)
        failed = self.end.no_connection or self.end.tls_problem or self.end.reject
        return (
            self.summary.state is not AssociationState.REFUSED and not failed and not (is_call and self.end.broken_off)
        )

    @property
    def title(self) -> str:
        """The other side's AE title."""
        return self.summary.calling_ae_title if self.is_incoming else self.summary.called_ae_title

    @property
    def other(self) -> str:
        """The other side, as a sentence begins with it."""
        return self.summary.peer_name or self.title or "A caller"

    @property
    def place(self) -> str:
        """The other side with its address."""
        return f"{self.other} ({self.summary.address})"


def name_of(uid: str) -> str:
    """The name that PS3.6 has for a UID, or the UID itself."""
    return str(UID(uid, validation_mode=IGNORE).name)
