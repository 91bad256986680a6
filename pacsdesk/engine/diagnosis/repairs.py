"""Changes of our own entries and settings that rules propose. Pure; nothing is changed here.

A new one: a function here that yields proposals, its call in the rule that finds the cause.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from pacsdesk.contract.nearest import nearest_of
from pacsdesk.contract.records.peers import Peer, TlsMode
from pacsdesk.contract.records.proposals import AeChange, PeerChange, Proposal, ProposalKind
from pacsdesk.contract.records.registry import FieldChange
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.diagnosis.evidence import Evidence, TakenPort
from pacsdesk.engine.network.registry.fields import changes_between, texts_of

_MOST = 3  # of one finding
_EVERYWHERE = "0.0.0.0"
_USUAL, _USUAL_TLS = (104, 11112), (2762,)


def other_titles(evidence: Evidence) -> tuple[Proposal, ...]:
    """The peer under a title that is known at its host, or the nearest to what was called."""
    entry = evidence.entry
    if entry is None:
        return ()

    def found() -> Iterator[Proposal]:
        for one in evidence.at_this_host():
            yield _as(entry, one.ae_title, f"{one.name} is entered with it for the same host")
        near = nearest_of(entry.ae_title, {one.ae_title for one in evidence.peers} - {entry.ae_title})
        if near:
            yield _as(entry, near, "it is the nearest title that is entered here")

    return _few(evidence, found())


def other_ports(evidence: Evidence) -> tuple[Proposal, ...]:
    """The peer at a port that is known for its host, or at a usual one."""
    entry = evidence.entry
    if entry is None:
        return ()

    def found() -> Iterator[Proposal]:
        for one in evidence.at_this_host():
            if one.port:
                yield _at(entry, one.port, f"{one.name} is entered with it for the same host")
        for port in _USUAL if entry.tls is TlsMode.PLAIN else _USUAL_TLS:
            if not (evidence.is_own_computer and port in evidence.own_ports):
                yield _at(entry, port, "it is a usual one; this is a guess")

    return _few(evidence, found())


def other_host(evidence: Evidence) -> tuple[Proposal, ...]:
    """The peer at the host of another entry whose name is nearly the same."""
    entry = evidence.entry
    near = nearest_of(entry.host, {one.host for one in evidence.peers} - {entry.host}) if entry else ""
    if entry is None or not near:
        return ()
    told = f"Call {entry.name} at {near}: it is the nearest host that is entered here."
    return _few(evidence, [_of_peer(entry, replace(entry, host=near), told)])


def with_tls(evidence: Evidence) -> tuple[Proposal, ...]:
    """The peer called with TLS; one that is so already, with our certificate as well."""
    entry = evidence.entry
    if entry is None or entry.tls is TlsMode.MUTUAL:
        return ()
    if entry.tls is TlsMode.TLS:
        told = f"Call {entry.name} with mutual TLS: it is shown our certificate, and must show one when it calls us."
        return (_of_peer(entry, replace(entry, tls=TlsMode.MUTUAL), told),)
    told = f"Call {entry.name} with TLS: it expects that at this port. When it calls us, it must use TLS as well."
    return (_of_peer(entry, replace(entry, tls=TlsMode.TLS), told),)


def without_tls(evidence: Evidence) -> tuple[Proposal, ...]:
    """The peer at the usual port for TLS; or called without."""
    entry = evidence.entry
    if entry is None or entry.tls is TlsMode.PLAIN:
        return ()
    told = f"Call {entry.name} without TLS. Whoever is on the way can read what is sent: only if your rules allow that."
    plain = _of_peer(entry, replace(entry, tls=TlsMode.PLAIN), told)
    usual = (_at(entry, port, "it is the usual one for TLS; this is a guess") for port in _USUAL_TLS)
    return _few(evidence, (*usual, plain))


def free_port(taken: TakenPort) -> tuple[Proposal, ...]:
    """A further title of ours at a port that was free a moment ago."""
    ae = taken.ae
    if ae is None or not taken.free_port:
        return ()
    after = replace(ae, port=taken.free_port)
    told = f"Have {ae.ae_title} listen at port {taken.free_port}, which is free. Tell everybody who sends to it."
    changes = changes_between(texts_of(ae), texts_of(after))
    return (Proposal(ProposalKind.AE, str(ae.ae_title), told, changes, ae=AeChange(ae, after)),)


def listening_everywhere(host: str) -> tuple[Proposal, ...]:
    """Our main title at all addresses of this computer. host: its only one now."""
    told = "Listen at all addresses of this computer, from the next start of the engine on."
    changes = (FieldChange("dicom.host", host, _EVERYWHERE),)
    return (Proposal(ProposalKind.SETTING, "dicom.host", told, changes, needs_restart=True),)


def _as(entry: Peer, title: str, why: str) -> Proposal:
    return _of_peer(entry, replace(entry, ae_title=AETitle(title)), f"Call {entry.name} as {title}: {why}.")


def _at(entry: Peer, port: int, why: str) -> Proposal:
    return _of_peer(entry, replace(entry, port=port), f"Call {entry.name} at port {port}: {why}.")


def _of_peer(entry: Peer, after: Peer, text: str) -> Proposal:
    changes = changes_between(texts_of(entry), texts_of(after))
    return Proposal(ProposalKind.PEER, entry.name, text, changes, peer=PeerChange(entry, after))


def _few(evidence: Evidence, found: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Each change once; not what is so already, nor what would make the entry the same as another."""
    taken = {(one.ae_title, one.host, one.port) for one in evidence.peers if one.name != evidence.peer}
    by_change: dict[tuple[FieldChange, ...], Proposal] = {}
    for one in found:
        after = one.peer.after if one.peer else None
        if one.changes and after and (after.ae_title, after.host, after.port or 0) not in taken:
            by_change.setdefault(one.changes, one)
    return tuple(islice(by_change.values(), _MOST))
