"""What a diagnosis stands on, gathered before any rule runs: the outcome, our registry, our own listeners."""

from collections.abc import Iterator
from dataclasses import dataclass

from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import Peer, TlsMode
from pacsdesk.contract.records.probes import ProbeOutcome, ProbeStep


@dataclass(frozen=True, slots=True)
class KnownPeer:
    """An entry of the registry. port: 0 when it only sends."""

    name: str
    ae_title: str
    host: str
    port: int


@dataclass(frozen=True, slots=True)
class TakenPort:
    """A listener of ours that could not start. owner: the program that has its port, "" when nobody says.

    ae: the entry of a further title, None for the main one. free_port: one that could be had instead, 0 for none.
    """

    ae_title: str
    host: str
    port: int
    owner: str
    ae: OwnAE | None = None
    free_port: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """peers: all entries, also the one that was probed. own_titles: under which we are called; own_hosts, own_ports:
    where. entry: of the peer that was probed.

    owner: the program that listens at the peer's port, when the peer is this computer and the system tells.
    """

    outcome: ProbeOutcome
    tls: TlsMode = TlsMode.PLAIN
    peers: tuple[KnownPeer, ...] = ()
    own_titles: tuple[str, ...] = ()
    taken_ports: tuple[TakenPort, ...] = ()
    owner: str = ""
    is_own_computer: bool = False
    entry: Peer | None = None
    own_hosts: tuple[str, ...] = ()
    own_ports: tuple[int, ...] = ()

    @property
    def peer(self) -> str:
        """Its name, as a sentence begins with it."""
        return self.outcome.peer

    @property
    def place(self) -> str:
        """Where it was called."""
        return f"{self.outcome.host} port {self.outcome.port}"

    @property
    def has_association(self) -> bool:
        """Whether the peer accepted one."""
        return self.outcome.theirs is not None

    def seen(self, step: ProbeStep) -> str:
        """What was seen at a step, as a sentence."""
        outcome = self.outcome.step(step)
        if not outcome.detail:
            return f"The step {step} took {outcome.milliseconds:.0f} ms."
        return f"The step {step} ended after {outcome.milliseconds:.0f} ms: {outcome.detail}."

    def is_used_for(self, step: ProbeStep) -> bool:
        """Whether somebody said so."""
        return step in self.outcome.uses

    def at_this_host(self) -> Iterator[KnownPeer]:
        """Other entries at the same host; none for this computer, on which anything may run."""
        outcome = self.outcome
        others = (one for one in self.peers if one.host == outcome.host and one.name != outcome.peer)
        return iter(()) if self.is_own_computer else others
