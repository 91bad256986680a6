"""What an explanation stands on: one entry of the journal, and what the registry and our own titles say beside it."""

from dataclasses import dataclass

from pydicom.config import IGNORE
from pydicom.uid import UID

from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationEnd,
    AssociationState,
    AssociationSummary,
    CalledSide,
    Direction,
)
from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.engine.diagnosis.evidence import KnownPeer

ARCHIVE, _US, _SINK = "this archive", "us", "the sink"
_OPENING = {ARCHIVE: "This archive", _SINK: "The sink"}


@dataclass(frozen=True, slots=True)
class JournalEvidence:
    """peers: all entries. fitting: the one that has the caller's title and address by now, "" for none; fits_tls: how
    that one is to call. is_blocked: whether that one is to be refused. own_titles: under which we are called."""

    detail: AssociationDetail
    peers: tuple[KnownPeer, ...] = ()
    own_titles: tuple[str, ...] = ()
    fitting: str = ""
    fits_tls: TlsMode = TlsMode.PLAIN
    is_blocked: bool = False

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
    def is_call(self) -> bool:
        """Whether we called."""
        return self.summary.direction is Direction.OUTGOING

    @property
    def is_between_others(self) -> bool:
        """Whether a relay passed it on or a sink took it: it tells nothing of the archive."""
        return not (self.is_incoming or self.is_call)

    @property
    def was_established(self) -> bool:
        """Whether there was an association at all."""
        accepted = any(item.accepted for item in self.detail.items)
        if self.is_between_others:
            return accepted or self.detail.called != CalledSide()
        is_call = self.is_call and not accepted
        failed = self.end.no_connection or self.end.tls_problem or self.end.reject
        return (
            self.summary.state is not AssociationState.REFUSED and not failed and not (is_call and self.end.broken_off)
        )

    @property
    def title(self) -> str:
        """The other side's AE title."""
        return self.summary.called_ae_title if self.is_call else self.summary.calling_ae_title

    @property
    def other(self) -> str:
        """The other side, as a sentence begins with it."""
        return self.summary.peer_name or self.title or "A caller"

    @property
    def caller(self) -> str:
        """Who called, of one between others."""
        return self.fitting or self.summary.calling_ae_title or "A caller"

    @property
    def called(self) -> str:
        """Who was called, of one between others."""
        if self.summary.direction is Direction.SINK:
            return _SINK
        return self.summary.peer_name or self.summary.called_ae_title

    @property
    def asker(self) -> str:
        """Who asks on it, within a sentence."""
        if self.is_between_others:
            return self.caller
        return _US if self.is_call else self.other

    @property
    def answerer(self) -> str:
        """Who answers on it, within a sentence."""
        if self.is_between_others:
            return self.called
        return self.other if self.is_call else ARCHIVE

    @property
    def place(self) -> str:
        """The other side with its address."""
        return f"{self.other} ({self.summary.address})"


def opening(name: str) -> str:
    """A side as a sentence begins with it; what peers are called stays as it is."""
    return _OPENING.get(name, name)


def name_of(uid: str) -> str:
    """The name that PS3.6 has for a UID, or the UID itself."""
    return str(UID(uid, validation_mode=IGNORE).name)
