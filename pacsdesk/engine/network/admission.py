"""Who may open an association: rules over plain records, so that they outlive any wire.

RELIABILITY 7.3: the called title must match, the caller must be a known peer at its address. Titles alone prove
nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from ipaddress import ip_address

from pacsdesk.contract.records.peers import Peer, PeerService, TlsMode
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.association import (
    APPLICATION_CONTEXT,
    PROTOCOL_VERSION,
    AssociationRequest,
    Caller,
    Rejection,
)
from pacsdesk.engine.network.negotiation import ContextResult, NegotiatedContext

# what a caller may do that is let in without being known
STRANGERS_MAY = frozenset({PeerService.ECHO, PeerService.STORE})

_PERMANENT, _TRANSIENT = 1, 2
_USER, _ACSE, _PRESENTATION = 1, 2, 3


@dataclass(frozen=True, slots=True)
class OwnTitle:
    """One of our application entities at a listener: the titles that it is called by, what it provides."""

    ae_title: AETitle
    aliases: tuple[AETitle, ...] = ()
    provides: frozenset[PeerService] = frozenset(PeerService)

    @property
    def names(self) -> tuple[AETitle, ...]:
        """All of its titles."""
        return self.ae_title, *self.aliases


def title_called(called_ae_title: str, own: Iterable[OwnTitle]) -> OwnTitle | None:
    """Which of our titles is meant."""
    return next((title for title in own if called_ae_title in title.names), None)


@dataclass(frozen=True, slots=True)
class Admitted:
    """A caller that may come in. peer: None when let in without being known. provides: what the title that it called
    has for anybody."""

    peer: Peer | None
    allowed: frozenset[PeerService]
    provides: frozenset[PeerService] = frozenset(PeerService)


def admit(
    caller: Caller, own: tuple[OwnTitle, ...], peer: Peer | None, title_is_known: bool, accept_unknown: bool
) -> Admitted | Rejection:
    """Decide about a caller. own: our titles where it called; peer: the entry that fits title and address;
    title_is_known: some entry has the title."""
    if peer is not None and peer.is_blocked:
        return replace(_unknown_calling(f"{peer.name} is blocked."), is_quiet=True)
    called = title_called(caller.called_ae_title, own)
    if called is None:
        return _unknown_called(caller, own)
    if peer is not None:
        if peer.tls is not TlsMode.PLAIN and not caller.is_encrypted:
            return _unknown_calling(f"{peer.name} is entered for TLS and called without.")
        if peer.tls is TlsMode.MUTUAL and not caller.certificate:
            return _unknown_calling(f"{peer.name} is entered for mutual TLS and showed no certificate.")
        return Admitted(peer, frozenset(peer.allow), called.provides)
    if accept_unknown and is_loopback(caller.address):
        return Admitted(None, STRANGERS_MAY, called.provides)
    if title_is_known:
        return _not_entered(f"No peer with this AE title is entered for the address {caller.address}.")
    return _not_entered("No peer with this AE title is entered.")


def rejection_of_protocol(request: AssociationRequest) -> Rejection | None:
    """Turn away what speaks another protocol than DICOM's upper layer, version 1 (PS3.8 table 9-21)."""
    if not request.protocol_version & PROTOCOL_VERSION:
        return Rejection(_PERMANENT, _ACSE, 2, "It does not speak version 1 of the DICOM upper layer.")
    if request.application_context != APPLICATION_CONTEXT:
        return Rejection(_PERMANENT, _USER, 2, "It asked for another application context than DICOM's.")
    return None


def rejection_of_contexts(answers: Iterable[NegotiatedContext]) -> Rejection | None:
    """Turn the caller away when all that it could have had is not allowed to it; else the association stands."""
    results = tuple(answers)
    if any(answer.result is ContextResult.ACCEPTED for answer in results):
        return None
    denied = denied_services(results)
    return _unknown_calling(f"The peer is not allowed to {', '.join(denied)}.") if denied else None


def denied_services(answers: Iterable[NegotiatedContext]) -> tuple[PeerService, ...]:
    """The services that were asked for and are not allowed, each once."""
    asked = (
        answer.service.name for answer in answers if answer.service and answer.result is ContextResult.USER_REJECTION
    )
    return tuple(dict.fromkeys(asked))


def no_place_left() -> Rejection:
    """All places are taken: temporary congestion."""
    return Rejection(_TRANSIENT, _PRESENTATION, 1, "All places for associations are taken.")


def no_place_for_host() -> Rejection:
    """One host has as many associations as it may: local limit exceeded."""
    return Rejection(_TRANSIENT, _PRESENTATION, 2, "This host has as many associations as one may have.")


def stopping() -> Rejection:
    """The engine drains."""
    return Rejection(_TRANSIENT, _PRESENTATION, 1, "The engine is stopping.")


def is_loopback(address: str) -> bool:
    """Whether an address is this computer's own."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _unknown_called(caller: Caller, own: tuple[OwnTitle, ...]) -> Rejection:
    titles = " or ".join(repr(str(title.ae_title)) for title in own)
    return Rejection(
        _PERMANENT,
        _USER,
        7,
        f"It called {caller.called_ae_title!r}, this archive is called {titles}: "
        "change the called AE title at the sender.",
    )


def _unknown_calling(why: str) -> Rejection:
    return Rejection(_PERMANENT, _USER, 3, why)


def _not_entered(why: str) -> Rejection:
    return replace(_unknown_calling(why), an_entry_helps=True)
