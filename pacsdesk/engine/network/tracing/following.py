"""Follows one connection from outside: its bytes become PDUs, facts, and lines for a trace. It never alters a byte.

Promises: nothing that passes can raise here or cost more memory than the bounds below; what cannot be read is said.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from pacsdesk.contract.records.associations import AssociationDetail, AssociationState
from pacsdesk.contract.records.traces import TracedKind
from pacsdesk.engine.network.command import MAXIMUM_COMMAND, Command, parse_command
from pacsdesk.engine.network.tracing.facts import Ended, Facts
from pacsdesk.engine.network.tracing.framing import Passed, PduStream
from pacsdesk.engine.network.tracing.identity import without_identity
from pacsdesk.engine.network.tracing.masking import MASK, DatasetMask
from pacsdesk.engine.network.tracing.names import reject_name
from pacsdesk.engine.network.tracing.saying import say_abort, say_accept, say_command, say_foreign, say_request
from pacsdesk.engine.network.wire.associate import decode_accept, decode_request
from pacsdesk.engine.network.wire.channel import Buffer
from pacsdesk.engine.network.wire.pdu import BrokenPdu, decode_abort, decode_reject
from pacsdesk.engine.network.wire.tls_problems import begins_handshake

_IS_COMMAND, _IS_LAST = 1, 2  # message control header, PS3.8 E.2
_FINGERPRINT = 8  # bytes of what is no DICOM that say what it is; the rest may be anything


@dataclass(frozen=True, slots=True)
class Keeping:
    """What a trace keeps. dataset_bytes: of each dataset from its beginning."""

    is_masked: bool
    dataset_bytes: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line for a trace. at: monotonic seconds. syntaxes: accepted transfer syntaxes by context, of a P-DATA-TF.

    follows: whether its first dataset fragment goes on from the line before of its direction.
    """

    at: float
    from_requestor: bool
    passed: Passed
    says: str
    syntaxes: tuple[tuple[int, str], ...] = ()
    follows: bool = False


NOTHING_KEPT = Keeping(is_masked=True, dataset_bytes=0)
LOST = Ended(AssociationState.BROKEN)


class Followed:
    """One connection. `feed` may come from two threads, one for each direction."""

    def __init__(
        self,
        keeping: Keeping = NOTHING_KEPT,
        note: Callable[[Line], None] | None = None,
        *,
        is_called_here: bool = False,
    ) -> None:
        """note: gets each line; called under the lock of this connection, must not raise. is_called_here: see Facts."""
        self._facts = Facts(is_called_here)
        self._note = note
        self._keeping = keeping
        self._lock = Lock()
        self._sides = {side: _Side(self._facts, keeping, side) for side in (True, False)}

    def feed(self, from_requestor: bool, content: Buffer) -> None:
        """Bytes passed."""
        with self._lock:
            self._count(from_requestor, len(content))
            side = self._sides[from_requestor]
            for passed in side.stream.feed(content):
                self._take(side, passed)

    def close(self, how: Ended = LOST) -> None:
        """The connection is over. how: it ended, unless what passed says so."""
        with self._lock:
            self._facts.closed(how)
            for side in self._sides.values():
                if rest := side.stream.unfinished():
                    self._write(side, rest, "the connection ended inside it")

    def look(self, begun: AssociationDetail) -> AssociationDetail:
        """What is known so far. begun: what is known without looking at what passes."""
        with self._lock:
            return self._facts.look(begun)

    def bytes(self) -> tuple[int, int]:
        """From and to the requestor."""
        with self._lock:
            return self._facts.bytes.from_requestor, self._facts.bytes.to_requestor

    @property
    def is_idle(self) -> bool:
        """Whether no request waits for its answer."""
        with self._lock:
            return self._facts.is_idle

    def lose(self, what: str) -> None:
        """What passes is no longer fed, but counted."""
        with self._lock:
            self._facts.lost(what)

    def count(self, from_requestor: bool, number: int) -> None:
        """So many bytes passed that were not fed."""
        with self._lock:
            self._count(from_requestor, number)

    def _count(self, from_requestor: bool, count: int) -> None:
        if from_requestor:
            self._facts.bytes.from_requestor += count
        else:
            self._facts.bytes.to_requestor += count

    def _take(self, side: "_Side", passed: Passed) -> None:
        says = ""
        try:
            says = self._say(side, passed)
        except BrokenPdu as broken:
            says = f"cannot be followed: {broken}"
            self._facts.unread(f"{passed.kind}: {broken}")
        self._write(side, passed, says)

    def _say(self, side: "_Side", passed: Passed) -> str:
        """Learn from a PDU; what it says in one line. Raises BrokenPdu."""
        match passed.kind:
            case TracedKind.ASSOCIATE_RQ:
                request = decode_request(passed.body())
                self._facts.requested(request)
                return say_request(request)
            case TracedKind.ASSOCIATE_AC:
                accept = decode_accept(passed.body())
                self._facts.accepted(accept)
                return say_accept(accept)
            case TracedKind.DATA:
                return side.messages.said()
            case TracedKind.OTHER:
                first = side.stream.first_bytes
                is_tls = begins_handshake(first)
                says = say_foreign(first[:_FINGERPRINT], is_tls)
                self._facts.foreign(says, side.from_requestor, is_tls=is_tls)
                return says
            case _:
                return self._say_end(side, passed)

    def _say_end(self, side: "_Side", passed: Passed) -> str:
        """The same of a PDU without content."""
        match passed.kind:
            case TracedKind.ASSOCIATE_RJ:
                reject = decode_reject(passed.body())
                self._facts.rejected(reject)
                return reject_name(reject.result, reject.source, reject.reason)
            case TracedKind.ABORT:
                abort = decode_abort(passed.body())
                self._facts.aborted(abort, side.from_requestor)
                return say_abort(abort, side.from_requestor)
            case TracedKind.RELEASE_RP:
                self._facts.released()
                return "the release is confirmed"
            case _:
                self._facts.asked_to_release(side.from_requestor)
                return "wants to release the association"

    def _write(self, side: "_Side", passed: Passed, says: str) -> None:
        if self._note is None:
            return
        if passed.kind is TracedKind.ASSOCIATE_RQ:
            passed.pieces = [(at, bytearray(without_identity(content))) for at, content in passed.pieces]
        if passed.kind is TracedKind.OTHER and self._keeping.is_masked:
            passed.pieces = [
                (at, content[:_FINGERPRINT] + MASK * (len(content) - _FINGERPRINT)) for at, content in passed.pieces
            ]
        syntaxes: tuple[tuple[int, str], ...] = ()
        follows = False
        if passed.kind is TracedKind.DATA:
            syntaxes, follows = side.messages.ended_pdu()
        self._note(Line(time.monotonic(), side.from_requestor, passed, says, syntaxes, follows))


class _Messages:
    """The messages of one direction: commands are read, datasets kept as far as they may be."""

    def __init__(self, facts: Facts, keeping: Keeping) -> None:
        self._facts = facts
        self._keeping = keeping
        self._command = bytearray()
        self._is_command_lost = False
        self._dataset_at = 0
        self._dataset_mask: DatasetMask | None = None
        self._said: list[str] = []
        self._contexts: dict[int, str] = {}
        self._follows = self._has_data = False

    def keep(self, context_id: int, control: int, content: bytes, ends_value: bool) -> bytes:
        """See framing.Keep."""
        if context_id not in self._contexts:
            self._contexts[context_id] = self._facts.transfer_syntax(context_id)
        is_last = bool(control & _IS_LAST) and ends_value
        if control & _IS_COMMAND:
            return self._keep_command(context_id, content, is_last)
        return self._keep_data(context_id, content, is_last)

    def said(self) -> str:
        """What the PDU that ends holds, in one line."""
        if self._said:
            return "; ".join(self._said[:4])
        return "part of a command" if self._command else "dataset"

    def ended_pdu(self) -> tuple[tuple[tuple[int, str], ...], bool]:
        """Its contexts with their transfer syntaxes, and whether its dataset began before it; the next PDU begins."""
        answer = tuple(self._contexts.items()), self._follows
        self._said.clear()
        self._contexts.clear()
        self._follows, self._has_data = self._dataset_at > 0, False
        return answer

    def _keep_command(self, context_id: int, content: bytes, is_last: bool) -> bytes:
        self._command += content[: MAXIMUM_COMMAND - len(self._command)]
        if is_last:
            self._finish_command(context_id)
        return content[:MAXIMUM_COMMAND]

    def _finish_command(self, context_id: int) -> None:
        try:
            command: Command | None = parse_command(bytes(self._command))
        except ValueError as error:
            self._said.append(f"a command that cannot be read: {error}")
            self._facts.unread(f"a command: {error}")
            command = None
        if command:
            self._facts.commanded(command)
            self._said.append(say_command(command, self._facts.abstract_syntax(context_id)))
        self._command.clear()
        self._dataset_at, self._dataset_mask = 0, None
        if not self._has_data:
            self._follows = False

    def _keep_data(self, context_id: int, content: bytes, is_last: bool) -> bytes:
        kept = content[: max(self._keeping.dataset_bytes - self._dataset_at, 0)]
        if kept and self._keeping.is_masked:
            if self._dataset_mask is None:
                self._dataset_mask = DatasetMask(self._facts.transfer_syntax(context_id))
            kept = self._dataset_mask.take(kept)
        self._has_data = True
        self._dataset_at += len(content)
        if is_last:
            self._said.append(f"end of a dataset of {self._dataset_at:,} bytes")
            self._dataset_at, self._dataset_mask = 0, None
        return kept


class _Side:
    """One direction."""

    def __init__(self, facts: Facts, keeping: Keeping, from_requestor: bool) -> None:
        self.from_requestor = from_requestor
        self.messages = _Messages(facts, keeping)
        self.stream = PduStream(self.messages.keep)
