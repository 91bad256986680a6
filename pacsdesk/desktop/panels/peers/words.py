"""What peers and the way to them say of themselves: states as shape and word, steps, services, addresses."""

from pacsdesk.contract.records.peers import Peer, PeerService, TlsMode, UsedService
from pacsdesk.contract.records.probes import NegotiatedContext, ProbeOutcome, ProbeState, StepOutcome
from pacsdesk.contract.runs import RunResult, result_of
from pacsdesk.desktop.kit.formatting import format_milliseconds, plain
from pacsdesk.desktop.kit.labels import StateShape
from pacsdesk.desktop.kit.translation import marked, translate

State = tuple[StateShape, str]

NOT_TRIED: State = StateShape.UNKNOWN, marked("Peers", "Not tried")
CONNECTING: State = StateShape.UNKNOWN, marked("Peers", "Connecting")
BLOCKED: State = StateShape.UNKNOWN, marked("Peers", "Blocked")
SENDS_ONLY: State = StateShape.UNKNOWN, marked("Peers", "Sends only")
_STOPPED: State = StateShape.UNKNOWN, marked("Peers", "Stopped")
_WORKS: State = StateShape.UP, marked("Peers", "Works")
_WARNS: State = StateShape.SLOW, marked("Peers", "Works in part")
_FAILS: State = StateShape.DOWN, marked("Peers", "Does not work")
UNTESTED: State = StateShape.UNKNOWN, marked("Peers", "Not tested")
RESULTS: dict[RunResult, State] = {
    RunResult.WORKS: _WORKS,
    RunResult.IN_PART: _WARNS,
    RunResult.FAILS: _FAILS,
    RunResult.UNTESTED: UNTESTED,
}

_STEP_STATES: dict[ProbeState, State] = {
    ProbeState.DONE: (StateShape.UP, marked("Peers", "Done")),
    ProbeState.WARNING: (StateShape.SLOW, marked("Peers", "Warning")),
    ProbeState.REFUSED: (StateShape.DOWN, marked("Peers", "Refused")),
    ProbeState.FAILED: (StateShape.DOWN, marked("Peers", "Failed")),
    ProbeState.NOT_REACHED: (StateShape.UNKNOWN, marked("Peers", "Not reached")),
}
_SERVICES = {
    PeerService.ECHO: marked("Peers", "Echo"),
    PeerService.STORE: marked("Peers", "Store"),
    PeerService.FIND: marked("Peers", "Find"),
    PeerService.MOVE: marked("Peers", "Move"),
    PeerService.GET: marked("Peers", "Get"),
    PeerService.COMMITMENT: marked("Peers", "Commitment"),
    UsedService.WORKLIST: marked("Peers", "Worklist"),
    UsedService.MPPS: marked("Peers", "MPPS"),
}
_TLS = {
    TlsMode.PLAIN: marked("Peers", "None"),
    TlsMode.TLS: marked("Peers", "TLS"),
    TlsMode.MUTUAL: marked("Peers", "TLS, both show certificates"),
}
# PS3.8 table 9-18
_RESULTS = {
    1: marked("Peers", "Refused by the peer's user"),
    2: marked("Peers", "Refused without a reason"),
    3: marked("Peers", "SOP class not supported"),
    4: marked("Peers", "No common transfer syntax"),
}


def state_of(outcome: ProbeOutcome) -> State:
    """What a ladder found, as shape and word (not translated)."""
    if outcome.is_stopped:
        return _STOPPED
    return RESULTS[result_of(outcome)]


def step_shape(state: ProbeState) -> StateShape:
    """How a step ended, as a shape."""
    return _STEP_STATES[state][0]


def step_word(state: ProbeState) -> str:
    """The same as a word."""
    return translate("Peers", _STEP_STATES[state][1])


def step_time(step: StepOutcome) -> str:
    """How long a step took, "" for one that was not taken or took no time of its own."""
    if step.state is ProbeState.NOT_REACHED or step.milliseconds <= 0:
        return ""
    return format_milliseconds(step.milliseconds)


def service_name(service: PeerService | UsedService) -> str:
    """The name of a service."""
    return translate("Peers", next(words for known, words in _SERVICES.items() if known.value == service.value))


def services_line(services: tuple[PeerService, ...] | tuple[UsedService, ...]) -> str:
    """Several of them on one line."""
    return ", ".join(service_name(one) for one in services)


def tls_words(mode: TlsMode) -> str:
    """How a peer is reached and recognised."""
    return translate("Peers", _TLS[mode])


def address_of(peer: Peer) -> str:
    """As "CT01 at 192.0.2.17 port 104"."""
    if peer.port is None:
        words = translate("Peers", "{ae_title} at {host}, sends only")
    else:
        words = translate("Peers", "{ae_title} at {host} port {port}")
    return words.format(ae_title=plain(peer.ae_title), host=plain(peer.host), port=peer.port)


def context_word(context: NegotiatedContext) -> str:
    """Whether a presentation context was accepted, or why not."""
    if context.is_accepted:
        return translate("Peers", "Accepted")
    if context.result is None:
        return translate("Peers", "Not answered")
    if context.result in _RESULTS:
        return translate("Peers", _RESULTS[context.result])
    return translate("Peers", "Result {number}").format(number=context.result)


def context_shape(context: NegotiatedContext) -> StateShape:
    """The same as a shape."""
    if context.is_accepted:
        return StateShape.UP
    return StateShape.UNKNOWN if context.result is None else StateShape.DOWN
