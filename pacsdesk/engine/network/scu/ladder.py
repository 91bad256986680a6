"""The ladder: from this computer step by step up to a peer's services, each step timed, its end a value.

Promises: nothing is stored, moved or changed at the peer; every step is bounded in time; a stop is heard at once.
Store, commitment and MPPS are tried by negotiation alone, queries and retrievals with the UID of a study that nobody
has.
"""

from collections.abc import Callable, Sequence
from uuid import UUID

from pacsdesk.contract.records.probes import NoConnection, ProbeOutcome, ProbeState, ProbeStep, StepOutcome
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.scu.identifiers import invented_uid
from pacsdesk.engine.network.scu.opening import Identity, Openings
from pacsdesk.engine.network.scu.pinging import Ping
from pacsdesk.engine.network.scu.proposing import offers_for
from pacsdesk.engine.network.scu.routing import way_to
from pacsdesk.engine.network.scu.seen import Seen
from pacsdesk.engine.network.scu.services import Services
from pacsdesk.engine.network.scu.steps import StepLog
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop, Stopped, UnderWay
from pacsdesk.engine.network.wire.connecting import Connected, connect
from pacsdesk.engine.network.wire.naming import Address, is_address, resolve
from pacsdesk.engine.network.wire.opened import OpenedAssociation
from pacsdesk.engine.network.wire.watch import Watch
from pacsdesk.engine.runtime.clock import Clock

_PING_SECONDS = 0.3  # beyond the time that the connection took
_NOBODY = AETitle("PACSDESK-NOBODY")


def _ignore(_step: StepOutcome) -> None:
    """Whoever waits for the end only."""


class Ladder:
    """Climbs on the thread that asks for it; safe from any number of them."""

    def __init__(
        self,
        identity: Identity,
        watch: Watch,
        clock: Clock,
        new_id: Callable[[], UUID],
        under_way: UnderWay,
    ) -> None:
        """watch: keeps the deadlines of what is opened. under_way: ends every climb when it is closed."""
        self._identity = identity
        self._watch = watch
        self._clock = clock
        self._new_id = new_id
        self._under_way = under_way

    def climb(self, target: Target, stop: Stop, on_step: Callable[[StepOutcome], object] = _ignore) -> ProbeOutcome:
        """Try everything, as far as it goes. on_step: hears of each step as it ends; one that is looked at again ends
        twice."""
        at, seen, log = self._clock(), Seen(), StepLog(target.limits.whole, on_step)
        openings = Openings(self._identity, self._watch, target, offers_for(target.uses))
        climb = _Climb(target, invented_uid(self._new_id()), openings, log, seen, stop)
        why_not = ""
        with self._under_way.holding(stop):
            try:
                climb.run()
            except Stopped:
                why_not = "it was stopped here"
        return ProbeOutcome(
            peer=target.peer,
            ae_title=target.called_ae_title,
            host=target.host,
            port=target.port,
            calling_ae_title=target.calling_ae_title,
            at=at,
            steps=log.all(why_not),
            uses=target.uses,
            address=seen.address,
            no_connection=seen.no_connection,
            broken_off=seen.broken_off,
            tls_problem=seen.tls_problem,
            speaks=seen.speaks,
            closes_at_once=seen.closes_at_once,
            first_bytes=seen.first_bytes.hex(),
            reject=seen.reject,
            abort=seen.abort,
            ours=seen.ours,
            theirs=seen.theirs,
            contexts=seen.contexts,
            answers=tuple(seen.answers),
            any_title_accepted=seen.any_title_accepted,
            is_stopped=bool(why_not),
        )


class _Climb:
    def __init__(self, target: Target, uid: str, openings: Openings, log: StepLog, seen: Seen, stop: Stop) -> None:
        self._target = target
        self._uid = uid
        self._openings = openings
        self._log = log
        self._seen = seen
        self._stop = stop

    def run(self) -> None:
        """Raises Stopped."""
        addresses = self._name()
        if not addresses or not self._way(addresses[0]):
            return
        connected = self._tcp(addresses)
        if connected is None:
            return
        association = self._openings.first(connected, self._log, self._seen, self._stop)
        if association is None:
            return
        Services(
            association,
            self._target,
            self._uid,
            self._log,
            self._seen,
            self._stop,
            reopen=lambda: self._open_again(connected.address),
        ).ask_all()
        if self._target.tries_wrong_title:
            self._try_wrong_title(connected.address)

    def _name(self) -> Sequence[Address]:
        target, log = self._target, self._log
        log.begin()
        resolved = resolve(target.host, target.port, target.limits.resolve, self._stop)
        if not resolved.addresses:
            log.add(ProbeStep.NAME, ProbeState.FAILED, f"{target.host} is not known: {resolved.problem}")
            self._seen.no_connection = NoConnection.NAME_UNKNOWN
            return ()
        texts = dict.fromkeys(address.text for address in resolved.addresses)
        log.add(ProbeStep.NAME, ProbeState.DONE, "" if is_address(target.host) else ", ".join(texts))
        return resolved.addresses

    def _way(self, address: Address) -> bool:
        log = self._log
        self._seen.address = address.text
        way = way_to(address)
        if way is None:
            log.add(ProbeStep.INTERFACE, ProbeState.FAILED, f"this computer knows no way to {address.text}")
            self._seen.no_connection = NoConnection.NO_ROUTE
            return False
        log.add(ProbeStep.INTERFACE, ProbeState.DONE, f"{way.local} ({way.interface or 'name not known'})")
        log.note(ProbeStep.ROUTE, ProbeState.DONE, way.route)
        return True

    def _tcp(self, addresses: Sequence[Address]) -> Connected | None:
        log = self._log
        log.begin()
        ping = Ping(addresses[0])
        try:
            connected = connect(addresses, min(self._target.limits.connect, log.seconds_left), self._stop)
            if isinstance(connected, Connected):
                self._seen.address = connected.address.text
                log.add(ProbeStep.TCP, ProbeState.DONE, f"connected to {connected.address.text}")
                self._note_ping(ping, 0.0)
                return connected
            self._seen.no_connection = connected.why
            is_no = connected.why is NoConnection.REFUSED
            log.add(ProbeStep.TCP, ProbeState.REFUSED if is_no else ProbeState.FAILED, connected.detail)
            self._note_ping(ping, 0.0 if is_no else _PING_SECONDS)
            return None
        finally:
            ping.close()

    def _note_ping(self, ping: Ping, seconds: float) -> None:
        if not ping.is_permitted:
            self._log.note(ProbeStep.PING, ProbeState.NOT_REACHED, "not permitted to programs on this computer")
        elif ping.is_answered(seconds):
            self._log.note(ProbeStep.PING, ProbeState.DONE, "answered")
        else:
            # many hosts answer no ping, which is no fault of theirs
            self._log.note(ProbeStep.PING, ProbeState.NOT_REACHED, "not answered")

    def _open_again(self, address: Address) -> OpenedAssociation | None:
        connected = self._connect_again(address)
        return self._openings.again(connected, self._log, self._stop) if connected else None

    def _try_wrong_title(self, address: Address) -> None:
        connected = self._connect_again(address)
        if connected:
            taken = self._openings.takes_title(connected, _NOBODY, self._log, self._stop)
            self._seen.any_title_accepted = taken

    def _connect_again(self, address: Address) -> Connected | None:
        connected = connect((address,), min(self._target.limits.connect, self._log.seconds_left), self._stop)
        return connected if isinstance(connected, Connected) else None
