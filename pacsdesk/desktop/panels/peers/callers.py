"""Refused callers as entries: the one that would let a caller in, and the entered peer that it probably is."""

from dataclasses import dataclass, replace
from difflib import get_close_matches

from pacsdesk.contract.records.peers import ANY_HOST, Peer, RefusedCaller
from pacsdesk.contract.services.catalog import Services
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.kit.letting_in import own_ae_titles, peer_to_let_in


@dataclass(frozen=True, slots=True)
class Refused:
    """A caller and what stands in its way now. own_titles: ours, when it called another. is_entered: it is by now.

    entry: what would let it in, None when nothing would. blocked: the entry that keeps it out quietly. other_title: the
    one that it called and that could be ours as well.
    """

    caller: RefusedCaller
    own_titles: tuple[str, ...]
    is_entered: bool
    entry: Peer | None
    blocked: Peer | None = None
    other_title: AETitle | None = None


def read_refused(services: Services) -> tuple[Refused, ...]:
    """Blocks. Raises what the services raise."""
    own = own_ae_titles(services.engine.status())
    known = {(str(peer.ae_title), peer.host): peer for peer in services.peers.list()}

    def judged(caller: RefusedCaller) -> Refused:
        entries = {(caller.calling_ae_title, caller.address), (caller.calling_ae_title, ANY_HOST)}
        fitting = [known[entry] for entry in entries if entry in known]
        blocked = next((peer for peer in fitting if peer.is_blocked), None)
        is_entered = caller.an_entry_helps and bool(fitting) and blocked is None
        calls_us = caller.called_ae_title in own
        entry = None if is_entered or blocked else peer_to_let_in(caller, own)
        other_title = None if calls_us or blocked else title_or_none(caller.called_ae_title)
        return Refused(caller, () if calls_us else tuple(sorted(own)), is_entered, entry, blocked, other_title)

    return tuple(judged(caller) for caller in services.peers.refused_callers())


def title_or_none(text: str) -> AETitle | None:
    """An AE title, None for a text that is none."""
    try:
        return AETitle(text)
    except ValueError:
        return None


def entry_to_block(caller: RefusedCaller) -> Peer | None:
    """The entry that keeps a caller out quietly, None when its title is none."""
    title = title_or_none(caller.calling_ae_title)
    return None if title is None else Peer(f"{title} {caller.address}", title, caller.address, None, allow=())


def also_known(caller: Peer, known: Peer, names: frozenset[str]) -> Peer:
    """A second entry of a known peer under the title and address by which it calls; it sends only."""
    name = f"{known.name[:40]} ({caller.ae_title})"
    free = name if name not in names else f"{name[:44]} {caller.host}"[:64]
    return replace(known, name=free, ae_title=caller.ae_title, host=caller.host, port=None, uses=())


def most_like(entry: Peer, peers: tuple[Peer, ...]) -> Peer | None:
    """The peer at the same address, or any of them, whose title is nearest; None when there is no peer."""
    at_its_address = [peer for peer in peers if peer.host == entry.host]
    by_title = {peer.ae_title.casefold(): peer for peer in at_its_address or peers}
    nearest = get_close_matches(entry.ae_title.casefold(), by_title, n=1, cutoff=0.0)
    return by_title[nearest[0]] if nearest else None


def calling_as(peer: Peer, entry: Peer) -> Peer:
    """The same peer with the title and address under which it calls."""
    host = peer.host if peer.host == ANY_HOST else entry.host
    return replace(peer, ae_title=entry.ae_title, host=host)
