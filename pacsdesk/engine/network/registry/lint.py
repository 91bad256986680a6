"""What is noticed about entries: pure functions over what is typed and what is around it.

A new remark: a code in contract.records.remarks, a function here that yields it, its name in `lint_peer` or `lint_ae`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.engine import Listener
from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.peers import ANY_HOST, Peer, TlsMode
from pacsdesk.contract.records.remarks import EntryRemarks, OwnAEDraft, PeerDraft, Remark, RemarkCode
from pacsdesk.engine.network.admission import is_loopback
from pacsdesk.engine.network.hosts import is_host, is_single, plain_address
from pacsdesk.engine.network.registry.titles import title_remarks, twin_remarks

_LOCAL_NAMES = frozenset({"localhost", "localhost.localdomain"})
_WILDCARDS = frozenset({"0.0.0.0", "::"})


@dataclass(frozen=True, slots=True)
class Around:
    """What an entry is compared with. listeners: ours as they stand, the main one first. addresses: of this computer.

    certificate: why there is none to show and to trust with, "" when there is. port_problem: whether a port can be had
    at an address; what stands in the way, or None.
    """

    peers: tuple[Peer, ...]
    aes: tuple[OwnAE, ...]
    listeners: tuple[Listener, ...]
    addresses: frozenset[str]
    certificate: str
    port_problem: Callable[[str, int], tuple[RemarkCode, str] | None]


class _Neighbours:
    """Peers by what they can have in common, so that thousands are looked at in one go."""

    def __init__(self, peers: Iterable[Peer]) -> None:
        self.by_name: dict[str, Peer] = {}
        self.by_title: dict[str, list[Peer]] = defaultdict(list)
        for peer in peers:
            self.by_name[peer.name.casefold()] = peer
            self.by_title[peer.ae_title.casefold()].append(peer)


def lint_peer(draft: PeerDraft, around: Around) -> tuple[Remark, ...]:
    """All that is noticed about a peer."""
    return _lint_peer(draft, around, _Neighbours(around.peers))


def lint_peers(around: Around) -> tuple[EntryRemarks, ...]:
    """The peers about which something is noticed."""
    near = _Neighbours(around.peers)
    found = (EntryRemarks(peer.name, _lint_peer(draft_of_peer(peer), around, near)) for peer in around.peers)
    return tuple(one for one in found if one.remarks)


def _lint_peer(draft: PeerDraft, around: Around, near: _Neighbours) -> tuple[Remark, ...]:
    own_key, title = draft.replaces.strip().casefold(), draft.ae_title.strip(" ").casefold()
    others = tuple(peer for peer in near.by_title.get(title, ()) if peer.name.casefold() != own_key)
    namesake = near.by_name.get(draft.name.strip().casefold())
    own = ((one.ae_title, "Our own side") for one in around.listeners)
    return (
        *_name(draft, namesake if namesake and namesake.name.casefold() != own_key else None),
        *title_remarks(draft.ae_title, "ae_title"),
        *twin_remarks(draft.ae_title, (*((str(peer.ae_title), peer.name) for peer in others), *own), "ae_title"),
        *_host(draft),
        *_port(draft.port),
        *_same_place(draft, others),
        *_ourselves(draft, around),
        *_loopback_only(draft, around),
        *_certificate(draft, around),
    )


def lint_ae(draft: OwnAEDraft, around: Around) -> tuple[Remark, ...]:
    """All that is noticed about a further title of ours."""
    found = [*title_remarks(draft.ae_title, "ae_title")]
    for alias in draft.aliases:
        found += title_remarks(alias, "aliases")
    found += _titles_taken(draft, around)
    twins = [(str(peer.ae_title), peer.name) for peer in around.peers]
    found += twin_remarks(draft.ae_title, (*_own_titles(draft, around), *twins), "ae_title")
    return (*found, *_port(draft.port), *_port_to_be_had(draft, around))


def draft_of_peer(peer: Peer) -> PeerDraft:
    """An entry as it would be typed again."""
    port = "" if peer.port is None else str(peer.port)
    return PeerDraft(peer.name, str(peer.ae_title), peer.host, port, peer.tls, peer.allow, replaces=peer.name)


def draft_of_ae(ae: OwnAE) -> OwnAEDraft:
    """The same of a title of ours."""
    port = "" if ae.port is None else str(ae.port)
    return OwnAEDraft(str(ae.ae_title), port, ae.host, tuple(map(str, ae.aliases)), replaces=str(ae.ae_title))


def _name(draft: PeerDraft, taken: Peer | None) -> Iterator[Remark]:
    if draft.name.strip() and taken:
        yield Remark(RemarkCode.NAME_TAKEN, Severity.FAULT, f"There is already a peer {taken.name!r}.", "name")


def _host(draft: PeerDraft) -> Iterator[Remark]:
    if not is_host(draft.host.strip().lower()):
        told = 'It takes a host name, an address, a subnet such as 10.1.0.0/16, or "any".'
        yield Remark(RemarkCode.NO_HOST, Severity.FAULT, told, "host")


def _port(text: str) -> Iterator[Remark]:
    if text.strip() and _number(text) is None:
        yield Remark(RemarkCode.NO_PORT, Severity.FAULT, "A port is a number from 1 to 65535.", "port")


def _same_place(draft: PeerDraft, others: Iterable[Peer]) -> Iterator[Remark]:
    place = draft.ae_title.strip(" "), draft.host.strip().lower(), _number(draft.port)
    if not place[0] or (place[2] is None and draft.port.strip()):
        return
    for peer in others:
        if place == (peer.ae_title, peer.host, peer.port):
            told = f"{peer.name} has this AE title, host and port already: change that entry instead."
            yield Remark(RemarkCode.SAME_PLACE, Severity.FAULT, told, "ae_title")


def _ourselves(draft: PeerDraft, around: Around) -> Iterator[Remark]:
    host, port = draft.host.strip().lower(), _number(draft.port)
    if port is None or not _is_this_computer(host, around):
        return
    for one in around.listeners:
        if one.port == port:
            told = f"At this host and port listens {one.ae_title}: this peer is ourselves."
            yield Remark(RemarkCode.PEER_IS_OURSELVES, Severity.FAULT, told, "port")
            return


def _loopback_only(draft: PeerDraft, around: Around) -> Iterator[Remark]:
    host = draft.host.strip().lower()
    is_elsewhere = is_host(host) and is_single(host) and not _is_this_computer(host, around)
    if not (draft.allow and is_elsewhere and around.listeners):
        return
    if all(is_loopback(one.host) for one in around.listeners):
        main = around.listeners[0]
        told = (
            f"{main.ae_title} listens at {main.host} only, where {host} cannot reach it: set dicom.host to an "
            "address of this computer, or to 0.0.0.0 for all of them."
        )
        yield Remark(RemarkCode.LOOPBACK_ONLY, Severity.WARNING, told, "host")


def _certificate(draft: PeerDraft, around: Around) -> Iterator[Remark]:
    if draft.tls is not TlsMode.PLAIN and around.certificate:
        yield Remark(RemarkCode.NO_CERTIFICATE, Severity.FAULT, around.certificate, "tls")


def _own_titles(draft: OwnAEDraft, around: Around) -> tuple[tuple[str, str], ...]:
    """Each title of ours and the entry that has it, but those of the entry that is changed."""
    entered = [
        (str(title), str(ae.ae_title)) for ae in around.aes if ae.ae_title != draft.replaces for title in ae.titles
    ]
    main = [(one.ae_title, one.ae_title) for one in around.listeners[:1]]
    return (*main, *entered)


def _titles_taken(draft: OwnAEDraft, around: Around) -> Iterator[Remark]:
    holders = dict(_own_titles(draft, around))
    seen: set[str] = set()
    for field, text in (("ae_title", draft.ae_title), *(("aliases", alias) for alias in draft.aliases)):
        title = text.strip(" ")
        if title and (title in holders or title in seen):
            told = f"{title} is our own title already{f', of {holders[title]}' if title in holders else ''}."
            yield Remark(RemarkCode.TITLE_TAKEN, Severity.FAULT, told, field)
        seen.add(title)


def _port_to_be_had(draft: OwnAEDraft, around: Around) -> Iterator[Remark]:
    port = _number(draft.port)
    if port is None or not around.listeners:
        return
    host = draft.host.strip() or around.listeners[0].host
    if any((one.host, one.port) == (host, port) and not one.problem for one in around.listeners):
        return
    if problem := around.port_problem(host, port):
        code, told = problem
        yield Remark(code, Severity.FAULT, told, "host" if code is RemarkCode.ADDRESS_NOT_OURS else "port")


def _is_this_computer(host: str, around: Around) -> bool:
    address = plain_address(host)
    return host != ANY_HOST and (
        host in _LOCAL_NAMES or is_loopback(address) or address in _WILDCARDS or address in around.addresses
    )


def _number(text: str) -> int | None:
    """A port, None for what is none."""
    digits = text.strip()
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= len("65535")
    return int(digits) if is_number and 1 <= int(digits) <= 65535 else None
