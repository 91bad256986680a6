"""The state machine at work on one connection: PDUs and wishes become events, the table says what is done.

Promises: every PDU that is broken or comes at the wrong time is answered by the A-ABORT of PS3.8 9.3.8, and nothing
that a peer does or leaves undone holds a thread for longer than the limits say.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from threading import Lock

from pacsdesk.engine.network.wire.associate import (
    LARGEST_ASSOCIATE,
    AssociateAccept,
    AssociateRequest,
    decode_accept,
    decode_request,
)
from pacsdesk.engine.network.wire.channel import NEVER, Buffer, Channel
from pacsdesk.engine.network.wire.pdu import (
    KINDS,
    Abort,
    AbortReason,
    AbortSource,
    BrokenPdu,
    PduKind,
    Reject,
    check_release,
    decode_abort,
    decode_reject,
    encode_abort,
)
from pacsdesk.engine.network.wire.reading import InputEnded, PduReader, Piece
from pacsdesk.engine.network.wire.states import Action, Effect, Event, Role, State, transition

_EVENTS = {
    PduKind.ASSOCIATE_RQ: Event.REQUEST_CAME,
    PduKind.ASSOCIATE_AC: Event.ACCEPT_CAME,
    PduKind.ASSOCIATE_RJ: Event.REJECT_CAME,
    PduKind.DATA: Event.DATA_CAME,
    PduKind.RELEASE_RQ: Event.RELEASE_REQUEST_CAME,
    PduKind.RELEASE_RP: Event.RELEASE_REPLY_CAME,
    PduKind.ABORT: Event.ABORT_CAME,
}
_OVER = (State.IDLE, State.AWAITING_CLOSE)
# buffers that go in one write: half a megabyte in PDUs of 16 KiB, and of the largest that we send (data.py) no more
# than a slow peer takes in the time that one PDU has
_GATHERED = 72

Pdu = AssociateRequest | AssociateAccept | Reject | Abort | None


@dataclass(frozen=True, slots=True)
class LayerLimits:
    """Sizes in bytes, times in seconds. artim: for a request to come and for a peer to close; pdu: for one PDU."""

    artim: float
    pdu: float
    largest_data: int


@dataclass(frozen=True, slots=True)
class Received:
    """What came and what the machine made of it. pdu: the record that goes with AE-3, AE-4, AE-6 and AA-3."""

    action: Action
    pdu: Pdu = None


class UpperLayer:
    """One side of one association. One thread receives; any may ask."""

    def __init__(self, channel: Channel, role: Role, limits: LayerLimits, take: Callable[[Piece], None]) -> None:
        """take: gets the pieces of P-DATA while they are good; it may raise BrokenPdu."""
        self.state = State.IDLE
        self.complaint = ""
        self._channel = channel
        self._role = role
        self._limits = limits
        self._take = take
        self._reader = PduReader(channel)
        self._artim = NEVER
        self._wants_end = False
        self._changing = Lock()

    @property
    def is_over(self) -> bool:
        """Whether there is no association any more, and none can come of it."""
        return self.state in _OVER

    @property
    def is_ahead(self) -> bool:
        """Whether bytes are here that nobody has taken yet."""
        return self._reader.is_ahead

    def has_input(self, seconds: float) -> bool:
        """Whether there is something to receive, waiting so long for it."""
        return self.is_ahead or self._channel.has_input(seconds)

    @property
    def first_bytes(self) -> bytes:
        """How what came began, at most 64 bytes; asked for after the first PDU, or when none came."""
        return self._reader.first_bytes

    def ask(self, event: Event, buffers: Iterable[Buffer] = ()) -> bool:
        """Have something of ours happen; False when it cannot, as the association went another way or the peer away."""
        return self._happen(event, buffers) is not None

    def receive(self, silent_seconds: float) -> Received:
        """The next PDU, the end of the connection, or a silence that is too long, with what was done about it."""
        pdu: Pdu = None
        reason = AbortReason.UNEXPECTED_PDU
        try:
            event, pdu, length = self._read(time.monotonic() + silent_seconds)
        except InputEnded:
            event, length = self._end_of_input(), 0
        except BrokenPdu as broken:
            event, length, reason = Event.BROKEN_PDU_CAME, 0, broken.reason
            self.complaint = str(broken)
        action = self._happen(event, (), reason)
        assert action is not None, "whatever comes from outside has its cell in every state that receives"
        if action in (Action.DT_2, Action.AR_6):
            action = self._take_data(length) or action
        elif action is Action.AA_8 and not self.complaint:
            self.complaint = f"{event.name.lower()} in state {self.state.name.lower()}"
        return Received(action, pdu)

    def end_soon(self) -> None:
        """Stop waiting for the peer; from any thread."""
        self._wants_end = True
        self._channel.shut_input()

    def rest(self) -> None:
        """After the last PDU: let the peer close, as long as ARTIM runs, so that it reads what was sent; then close.

        What it sends meanwhile is passed over unread, as the stream may be out of step: AA-6, and AA-7 without its PDU.
        """
        if self.state is State.AWAITING_CLOSE:
            try:
                self._reader.pass_over(self._artim)
            except InputEnded:
                self._happen(Event.ARTIM_EXPIRED if self._channel.is_overdue else Event.CLOSED)
        self._channel.close()

    def _read(self, first_by: float) -> tuple[Event, Pdu, int]:
        """The event of the next PDU, its record, and for P-DATA the length of what is still to be read."""
        # the answer to our request must have come whole by then, however many bytes it takes its time with
        by = first_by if self.state is State.AWAITING_ANSWER else self._artim
        number, length = self._reader.header(first_by, self._limits.pdu, by)
        kind = KINDS.get(number)
        if kind is None:
            raise BrokenPdu(f"a PDU of the unknown type {number:02X}", AbortReason.UNRECOGNIZED_PDU)
        if length > (self._limits.largest_data if kind is PduKind.DATA else LARGEST_ASSOCIATE):
            raise BrokenPdu(f"a PDU of type {number:02X} that claims {length} bytes")
        if kind is PduKind.DATA:
            return Event.DATA_CAME, None, length
        return _EVENTS[kind], _decode(kind, self._reader.body(length)), 0

    def _take_data(self, length: int) -> Action | None:
        """Pass the fragments on; answers what was done when they broke off."""
        try:
            for piece in self._reader.pieces(length):
                self._take(piece)
        except InputEnded:
            return self._happen(self._end_of_input())
        except BrokenPdu as broken:
            self.complaint = str(broken)
            return self._happen(Event.BROKEN_PDU_CAME, (), broken.reason)
        return None

    def _end_of_input(self) -> Event:
        if not (self._channel.is_overdue or self._wants_end):
            return Event.CLOSED
        is_timed = self.state in (State.AWAITING_REQUEST, State.AWAITING_CLOSE)
        return Event.ARTIM_EXPIRED if is_timed else Event.ABORT_ASKED

    def _happen(
        self, event: Event, buffers: Iterable[Buffer] = (), reason: AbortReason = AbortReason.NOT_SPECIFIED
    ) -> Action | None:
        with self._changing:
            cell = transition(self.state, event, self._role)
            if cell is None:
                return None
            self.state = cell.state
            for effect in cell.effects:
                if not self._carry_out(effect, buffers, reason):
                    return None
        return cell.action

    def _carry_out(self, effect: Effect, buffers: Iterable[Buffer], reason: AbortReason) -> bool:
        match effect:
            case Effect.SEND:
                return self._write(buffers)
            case Effect.SEND_ABORT:
                return self._write([encode_abort(Abort(AbortSource.USER, AbortReason.NOT_SPECIFIED))]) or True
            case Effect.SEND_PROVIDER_ABORT:
                return self._write([encode_abort(Abort(AbortSource.PROVIDER, reason))]) or True
            case Effect.START_ARTIM:
                self._artim = time.monotonic() + self._limits.artim
            case Effect.STOP_ARTIM:
                self._artim = NEVER
            case Effect.CLOSE:
                self._channel.cut()
            case Effect.CONNECT:
                pass  # whoever asks brings the connection along
        return True

    def _write(self, buffers: Iterable[Buffer]) -> bool:
        waiting = iter(buffers)
        try:
            while batch := list(islice(waiting, _GATHERED)):
                self._channel.write(batch, self._limits.pdu)
        except OSError:
            self._channel.cut()  # the reading thread finds the end and says so to the machine
            return False
        return True


def _decode(kind: PduKind, body: bytes) -> Pdu:
    match kind:
        case PduKind.ASSOCIATE_RQ:
            return decode_request(body)
        case PduKind.ASSOCIATE_AC:
            return decode_accept(body)
        case PduKind.ASSOCIATE_RJ:
            return decode_reject(body)
        case PduKind.ABORT:
            return decode_abort(body)
        case _:
            check_release(body)
            return None
