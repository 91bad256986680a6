"""A move taken apart into its two legs: we to the archive, the archive to the destination; which one broke, and why."""

from dataclasses import dataclass

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import LadderOrder, ProbeOutcome
from pacsdesk.contract.records.retrieves import LegState, MoveLeg, RetrieveOutcome, Unfolded
from pacsdesk.contract.records.security import Actor
from pacsdesk.engine.diagnosis.retrieves.second_leg import SecondLeg, leg_to_us
from pacsdesk.engine.diagnosis.service import Bench
from pacsdesk.engine.diagnosis.targets import Registry
from pacsdesk.engine.diagnosis.way_back import WayBack
from pacsdesk.engine.network.stopping import Stop

# what a peer says of the way onwards, or of what it has: the way to it works
_BEYOND = frozenset(
    {
        FindingCode.MOVE_DESTINATION_UNKNOWN,
        FindingCode.MOVE_CANNOT_DELIVER,
        FindingCode.MOVE_PARTLY_DELIVERED,
        FindingCode.MOVE_NOTHING_SENT,
    }
)


@dataclass(frozen=True, slots=True)
class Unfolding:
    """What it stands on."""

    bench: Bench
    registry: Registry
    way_back: WayBack

    def unfold(self, actor: Actor, peer: Peer, outcome: RetrieveOutcome, stop: Stop) -> Unfolded:
        """Both legs of a move that is over. Calls the destination, unless it is us, under the archive's AE title, so
        that it answers as it would the archive."""
        first = _first(peer, outcome)
        second = self._second(actor, peer, outcome, first, stop)
        return Unfolded(_verdict(outcome, first, second), (first, second), stop.is_asked)

    def _second(self, actor: Actor, peer: Peer, outcome: RetrieveOutcome, first: MoveLeg, stop: Stop) -> MoveLeg:
        way = f"from {peer.name} to {outcome.destination}"
        unknown = [one for one in outcome.findings if one.code is FindingCode.MOVE_DESTINATION_UNKNOWN]
        if first.state is LegState.BROKEN:
            return MoveLeg(
                way, LegState.UNKNOWN, (f"The order did not get as far as that: see the way to {peer.name}.",)
            )
        if outcome.is_to_us:
            seen = self.way_back.seen(peer.name, peer.host, outcome.destination, outcome.at, 0.0)
            leg = leg_to_us(SecondLeg(outcome, seen))
            return _with(leg, unknown) if unknown else leg
        third = self._entry(actor, outcome.destination)
        if third is None or not third.can_be_called:
            told = (
                f"{outcome.destination} is not entered among our peers, so the way to it cannot be tested from here.",
                "Enter it with its host and port, then take the move apart again.",
            )
            return MoveLeg(way, LegState.BROKEN if unknown else LegState.UNKNOWN, told, tuple(unknown))
        order = LadderOrder(calling_ae_title=peer.ae_title)
        return _climbed(way, peer, third, self.bench.climb(actor, third.name, order, stop), unknown)

    def _entry(self, actor: Actor, title: str) -> Peer | None:
        found = [one for one in self.registry.list(actor) if one.ae_title == title]
        return next((one for one in found if one.can_be_called), next(iter(found), None))


def _first(peer: Peer, outcome: RetrieveOutcome) -> MoveLeg:
    way = f"from {outcome.calling_ae_title} (this archive) to {peer.name}"
    is_beyond = bool(outcome.findings) and outcome.findings[0].code in _BEYOND
    against = () if is_beyond else tuple(one for one in outcome.findings if one.severity is Severity.FAULT)
    if outcome.status is None or against:
        seen = outcome.problem or f"it answered with status {outcome.status or 0:04X}"
        return MoveLeg(way, LegState.BROKEN, (f"{seen[0].upper()}{seen[1:]}.",), against)
    return MoveLeg(way, LegState.WORKS, (f"{peer.name} took the order and answered with status {outcome.status:04X}.",))


def _climbed(way: str, peer: Peer, third: Peer, outcome: ProbeOutcome, unknown: list[Finding]) -> MoveLeg:
    called = f"We called {third.name} at {outcome.host} port {outcome.port} from this computer, as {peer.ae_title}."
    faults = tuple(one for one in outcome.findings if one.severity is Severity.FAULT)
    if outcome.is_stopped:
        return MoveLeg(way, LegState.UNKNOWN, (called, "It was stopped before its end."), tuple(unknown))
    if faults or unknown:
        is_certain = any(one.confidence is Confidence.CERTAIN for one in unknown)
        found = (*unknown, *faults) if is_certain else (*faults, *unknown)
        return MoveLeg(way, LegState.BROKEN, (called,), found)
    further = (
        f"It answers from here. From the computer of {peer.name} it may be otherwise: compare what {peer.name} has "
        f"entered for it with {outcome.host} port {outcome.port}, and look for a firewall between the two."
    )
    return MoveLeg(way, LegState.WORKS, (called, further))


def _with(leg: MoveLeg, findings: list[Finding]) -> MoveLeg:
    return MoveLeg(leg.way, LegState.BROKEN, leg.seen, tuple(findings))


def _verdict(outcome: RetrieveOutcome, first: MoveLeg, second: MoveLeg) -> str:
    for leg in (first, second):
        if leg.state is LegState.BROKEN:
            cause = leg.findings[0].cause if leg.findings else ""
            told = f"The first leg is broken, {leg.way}." if leg is first else f"The second leg is broken, {leg.way}."
            return f"{told} {cause}".strip()
    if second.state is LegState.UNKNOWN:
        return f"The first leg works; the second, {second.way}, cannot be seen from here."
    is_well = outcome.status == 0 and not outcome.has_faults
    return (
        "Both legs work." if is_well else "Both legs work, as far as can be seen from here; see what was seen of each."
    )
