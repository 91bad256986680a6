"""Peers of the registry as targets of what the bench asks them."""

from dataclasses import replace
from typing import Protocol

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import ProbeStep
from pacsdesk.contract.records.security import Actor
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.scu.target import HURRIED, LadderLimits, Target


class Registry(Protocol):
    """What the bench needs to know of peers."""

    def list(self, actor: Actor) -> tuple[Peer, ...]:
        """All of them."""
        ...

    def get(self, actor: Actor, name: str) -> Peer:
        """One. Raises NotFound."""
        ...


def target_of(
    peer: Peer, calling_ae_title: AETitle, limits: LadderLimits, *, tries_wrong_title: bool = False
) -> Target:
    """Raises InvalidInput for a peer that only sends."""
    if peer.port is None or not peer.can_be_called:
        raise InvalidInput(
            f"{peer.name} cannot be called.",
            "It is entered without a port, or without a single host: it only sends.",
            "Enter both: `pacsdesk peers change NAME --host HOST --port PORT`.",
        )
    return Target(
        peer=peer.name,
        host=peer.host,
        port=peer.port,
        called_ae_title=peer.ae_title,
        calling_ae_title=calling_ae_title,
        tls=peer.tls,
        uses=tuple(ProbeStep(one.value) for one in peer.uses),
        limits=limits if limits is HURRIED else _with_timeouts(limits, peer),
        tries_wrong_title=tries_wrong_title,
    )


def _with_timeouts(limits: LadderLimits, peer: Peer) -> LadderLimits:
    """A peer's own, as far as the whole allows."""
    own = peer.timeouts
    return replace(
        limits,
        connect=min(own.connect or limits.connect, limits.whole),
        associate=min(own.associate or limits.associate, limits.whole),
        answer=min(own.answer or limits.answer, limits.whole),
    )
