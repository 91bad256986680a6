"""Opens an association to a peer. What stands in its way is a value with the steps up to it, never an exception."""

import errno
import socket
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.association import AcceptedContext, ExtendedNegotiation, ProposedContext, RoleSelection
from pacsdesk.engine.network.hosts import plain_address
from pacsdesk.engine.network.outcome import Step, StepName, StepState, TlsProblem
from pacsdesk.engine.network.wire.associate import AssociateAccept, AssociateRequest, encode_request
from pacsdesk.engine.network.wire.certificates import in_words
from pacsdesk.engine.network.wire.channel import Channel
from pacsdesk.engine.network.wire.credentials import CallingSide, TlsFiles
from pacsdesk.engine.network.wire.encrypted import TlsChannel
from pacsdesk.engine.network.wire.inbox import Inbox
from pacsdesk.engine.network.wire.opened import NoAnswer, OpenedAssociation, how_it_ended, kind_of_end
from pacsdesk.engine.network.wire.pdu import Abort, Reject
from pacsdesk.engine.network.wire.states import Event, Role
from pacsdesk.engine.network.wire.tap import Tap
from pacsdesk.engine.network.wire.tls_problems import TlsFailed
from pacsdesk.engine.network.wire.upper_layer import LayerLimits, UpperLayer
from pacsdesk.engine.network.wire.user_information import UserInformation
from pacsdesk.engine.network.wire.watch import Watch

_LARGEST_DATA = 2 << 20


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to call, as whom, and what to propose. is_encrypted: with TLS."""

    host: str
    port: int
    called_ae_title: AETitle
    calling_ae_title: AETitle
    contexts: tuple[ProposedContext, ...]
    roles: tuple[RoleSelection, ...] = ()
    extended: tuple[ExtendedNegotiation, ...] = ()
    is_encrypted: bool = False


@dataclass(frozen=True, slots=True)
class CallerLimits:
    """Seconds, and bytes of a PDU. answer: how long a peer may take for the next answer to a request."""

    connect: float = 10.0
    associate: float = 10.0
    pdu: float = 30.0
    answer: float = 60.0
    max_pdu_length: int = 131072
    tls: float = 10.0


@dataclass(frozen=True, slots=True)
class Opening:
    """What became of a call. reject: the numbers of the A-ASSOCIATE-RJ when that is what came.

    association: the caller's to release or close; None when the last step is not done. accept: all that an accepting
    peer said. no_answer, abort: how it ended when the peer neither accepted nor rejected. first_bytes: at most 64 of
    what came, b"" when nothing did; in the clear, so of a failed handshake those of TLS. tls_problem: why there is no
    encrypted connection; with TLS 1.3 a peer may say so only after the handshake. error: the system's number of why
    there is no connection, 0 for another reason.
    """

    steps: tuple[Step, ...]
    association: OpenedAssociation | None = None
    reject: Reject | None = None
    accept: AssociateAccept | None = None
    no_answer: NoAnswer | None = None
    abort: Abort | None = None
    first_bytes: bytes = b""
    tls_problem: TlsProblem | None = None
    error: int = 0


class NotesCalls(Protocol):
    """Hears of every call; from any thread."""

    def connected(self, call: Call, address: str) -> Tap | None:
        """A connection stands, to this address: who listens in on it, None for nobody."""
        ...

    def called(self, call: Call, opening: Opening) -> None:
        """What became of one. Of an association that is open it sets its id, and `has_ended`, to hear of its end."""
        ...


class _NobodyNotes:
    def connected(self, call: Call, address: str) -> Tap | None:
        """Nobody listens in."""
        return None

    def called(self, call: Call, opening: Opening) -> None:
        """It leaves nothing behind."""


class Caller:
    """Opens associations in our name; safe from any thread."""

    def __init__(
        self,
        implementation_class_uid: str,
        implementation_version_name: str,
        watch: Watch,
        limits: CallerLimits | None = None,
        tls: TlsFiles | None = None,
        notes: NotesCalls | None = None,
    ) -> None:
        """watch: keeps the deadlines of what is opened. tls: our certificate and whom we trust; None for neither."""
        self._notes = notes or _NobodyNotes()
        self._implementation = implementation_class_uid, implementation_version_name
        self._watch = watch
        self._limits = limits or CallerLimits()
        self._tls = tls

    def open_association(self, call: Call) -> Opening:
        """Connect and associate."""
        opening = self._open(call)
        self._notes.called(call, opening)
        return opening

    def _open(self, call: Call) -> Opening:
        steps = _Steps()
        try:
            addresses = socket.getaddrinfo(call.host, call.port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            return steps.failed(StepName.RESOLVE, f"{call.host} is not known: {error}")
        steps.done(StepName.RESOLVE, ", ".join(dict.fromkeys(str(entry[4][0]) for entry in addresses)))
        try:
            connected = socket.create_connection((call.host, call.port), self._limits.connect)
        except OSError as error:
            failed = steps.failed(StepName.CONNECT, f"{call.host} port {call.port}: {error.strerror or error}")
            return replace(failed, error=errno.ETIMEDOUT if isinstance(error, TimeoutError) else error.errno or 0)
        steps.done(StepName.CONNECT)
        return self._open_on(connected, call, steps)

    def open_on(self, connected: socket.socket, call: Call) -> Opening:
        """Associate on a connection that stands already; from now on it is this method's to close."""
        opening = self._open_on(connected, call, _Steps())
        self._notes.called(call, opening)
        return opening

    def _open_on(self, connected: socket.socket, call: Call, steps: "_Steps") -> Opening:
        name = StepName.TLS if call.is_encrypted else StepName.ASSOCIATE
        try:
            channel = TlsChannel(connected) if call.is_encrypted else Channel(connected)
        except OSError as error:  # the peer was quicker
            connected.close()
            failed = steps.failed(name, f"{call.host} port {call.port}: {error.strerror or error}")
            return replace(failed, no_answer=NoAnswer.CLOSED)
        channel.tap = self._notes.connected(call, _address_of(connected))
        self._watch.add(channel)
        if isinstance(channel, TlsChannel):
            try:
                steps.done(StepName.TLS, self._shake_hands(call, channel))
            except TlsFailed as failed:
                self._watch.remove(channel)
                channel.close()
                return replace(steps.of_tls(failed), first_bytes=channel.first_bytes)
        return self._associate(call, channel, steps)

    def _shake_hands(self, call: Call, channel: TlsChannel) -> str:
        """What was agreed. Raises TlsFailed."""
        try:
            side = CallingSide(self._tls)
        except InvalidInput as error:
            raise TlsFailed(TlsProblem.OTHER, f"we cannot call with TLS: {error.detail}") from error
        channel.shake_hands(side.context, self._limits.tls, side.explains, call.host)
        side.check(channel.certificate, channel.certificate_says, call.host)
        return ", ".join(filter(None, (channel.agreed, in_words(channel.certificate_says))))

    def _associate(self, call: Call, channel: Channel, steps: "_Steps") -> Opening:
        limits, inbox = self._limits, Inbox()
        layer = UpperLayer(
            channel, Role.REQUESTOR, LayerLimits(limits.associate, limits.pdu, _LARGEST_DATA), inbox.take
        )
        layer.ask(Event.ASSOCIATE_ASKED)
        layer.ask(Event.CONNECTED, [encode_request(self._request(call))])
        received = layer.receive(limits.associate)
        answer = received.pdu
        if isinstance(answer, AssociateAccept) and not layer.is_over:
            inbox.contexts = {context.context_id: context for context in _accepted(call, answer)}
            steps.done(StepName.ASSOCIATE)
            maximum = answer.user.maximum_length
            association = OpenedAssociation(layer, channel, self._watch, inbox, maximum, limits.answer)
            return Opening(steps.taken, association, accept=answer, first_bytes=layer.first_bytes)
        self._watch.remove(channel)
        channel.close()
        if isinstance(channel, TlsChannel) and channel.failure:
            return replace(steps.of_tls(channel.failure), first_bytes=channel.first_bytes)
        if isinstance(answer, Reject):
            numbers = f"result {answer.result}, source {answer.source}, reason {answer.reason}"
            failed = steps.failed(StepName.ASSOCIATE, f"rejected: {numbers}", StepState.REFUSED)
            return replace(failed, reject=answer, first_bytes=layer.first_bytes)
        return replace(
            steps.failed(StepName.ASSOCIATE, how_it_ended(received, channel, layer.complaint)),
            no_answer=kind_of_end(received, channel, layer.complaint),
            abort=answer if isinstance(answer, Abort) else None,
            first_bytes=layer.first_bytes,
        )

    def _request(self, call: Call) -> AssociateRequest:
        class_uid, version_name = self._implementation
        return AssociateRequest(
            called_ae_title=call.called_ae_title,
            calling_ae_title=call.calling_ae_title,
            contexts=call.contexts,
            user=UserInformation(
                maximum_length=self._limits.max_pdu_length,
                implementation_class_uid=class_uid,
                implementation_version_name=version_name,
                roles=call.roles,
                extended=call.extended,
            ),
        )


def _address_of(connected: socket.socket) -> str:
    """Whom a socket reaches, "" when it is gone already."""
    try:
        return plain_address(str(connected.getpeername()[0]))
    except OSError:
        return ""


class _Steps:
    """Steps as they are taken, each timed from the end of the one before."""

    def __init__(self) -> None:
        self.taken: tuple[Step, ...] = ()
        self._begin = time.perf_counter()

    def done(self, name: StepName, detail: str = "") -> None:
        self._add(name, StepState.DONE, detail)

    def of_tls(self, failed: TlsFailed) -> Opening:
        """The handshake failed, or it comes out now that it had."""
        while self.taken and self.taken[-1].name is StepName.TLS:
            self._begin -= self.taken[-1].milliseconds / 1000
            self.taken = self.taken[:-1]
        return replace(self.failed(StepName.TLS, str(failed)), tls_problem=failed.problem)

    def failed(self, name: StepName, detail: str, state: StepState = StepState.FAILED) -> Opening:
        self._add(name, state, detail)
        return Opening(self.taken)

    def _add(self, name: StepName, state: StepState, detail: str) -> None:
        now = time.perf_counter()
        self.taken = (*self.taken, Step(name, state, (now - self._begin) * 1000, detail))
        self._begin = now


def _accepted(call: Call, answer: AssociateAccept) -> Iterable[AcceptedContext]:
    """The proposed contexts that the peer took. One that was not proposed, or in another syntax, is passed over."""
    proposed = {context.context_id: context for context in call.contexts}
    extended = {item.sop_class_uid: item.application_information for item in answer.user.extended}
    for context in answer.contexts:
        asked = proposed.get(context.context_id)
        if asked and context.result == 0 and context.transfer_syntax in asked.transfer_syntaxes:
            agreed = extended.get(asked.abstract_syntax, b"")
            yield AcceptedContext(asked.context_id, asked.abstract_syntax, context.transfer_syntax, agreed)
