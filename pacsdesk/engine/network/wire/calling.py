"""Opens an association to a peer. What stands in its way is a value with the steps up to it, never an exception."""

import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Protocol

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.peers import PeerTimeouts
from pacsdesk.contract.records.probes import NoConnection
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.association import AcceptedContext, ExtendedNegotiation, ProposedContext, RoleSelection
from pacsdesk.engine.network.hosts import plain_address
from pacsdesk.engine.network.outcome import StepName, StepState, TlsProblem
from pacsdesk.engine.network.stopping import Stop, Stopped
from pacsdesk.engine.network.wire.associate import AssociateAccept, AssociateRequest, encode_request
from pacsdesk.engine.network.wire.certificates import in_words
from pacsdesk.engine.network.wire.channel import Channel
from pacsdesk.engine.network.wire.connecting import NotConnected, connect
from pacsdesk.engine.network.wire.credentials import CallingSide, TlsFiles
from pacsdesk.engine.network.wire.encrypted import TlsChannel
from pacsdesk.engine.network.wire.inbox import Inbox
from pacsdesk.engine.network.wire.naming import resolve
from pacsdesk.engine.network.wire.opened import NoAnswer, OpenedAssociation, how_it_ended, kind_of_end
from pacsdesk.engine.network.wire.opening_steps import Opening, Steps
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
    """Whom to call, as whom, and what to propose. is_encrypted: with TLS. timeouts: the peer's own, before ours."""

    host: str
    port: int
    called_ae_title: AETitle
    calling_ae_title: AETitle
    contexts: tuple[ProposedContext, ...]
    roles: tuple[RoleSelection, ...] = ()
    extended: tuple[ExtendedNegotiation, ...] = ()
    is_encrypted: bool = False
    timeouts: PeerTimeouts = PeerTimeouts()


@dataclass(frozen=True, slots=True)
class CallerLimits:
    """Seconds, and bytes of a PDU. answer: how long a peer may take for the next answer to a request. resolve: for the
    name servers."""

    connect: float = 10.0
    associate: float = 10.0
    pdu: float = 30.0
    answer: float = 60.0
    max_pdu_length: int = 131072
    tls: float = 10.0
    resolve: float = 5.0

    def with_own_of(self, call: Call) -> "CallerLimits":
        """These, but for what is said of the peer that is called."""
        own = call.timeouts
        return replace(
            self,
            connect=own.connect or self.connect,
            associate=own.associate or self.associate,
            answer=own.answer or self.answer,
        )


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

    def open_association(self, call: Call, stop: Stop) -> Opening:
        """Connect and associate. Raises Stopped, at once when it is asked for meanwhile."""
        steps = Steps()
        resolved = resolve(call.host, call.port, self._limits.resolve, stop)
        if not resolved.addresses:
            failed = steps.failed(StepName.RESOLVE, f"{call.host} is not known: {resolved.problem}")
            return self._noted(call, replace(failed, no_connection=NoConnection.NAME_UNKNOWN))
        steps.done(StepName.RESOLVE, ", ".join(dict.fromkeys(address.text for address in resolved.addresses)))
        connected = connect(resolved.addresses, self._limits.with_own_of(call).connect, stop)
        if isinstance(connected, NotConnected):
            failed = steps.failed(StepName.CONNECT, connected.detail)
            return self._noted(call, replace(failed, no_connection=connected.why))
        steps.done(StepName.CONNECT)
        return self._open_until(stop, connected.socket, call, steps)

    def open_on(self, connected: socket.socket, call: Call, stop: Stop) -> Opening:
        """Associate on a connection that stands already; from now on it is this method's to close. Raises Stopped."""
        return self._open_until(stop, connected, call, Steps())

    def _open_until(self, stop: Stop, connected: socket.socket, call: Call, steps: Steps) -> Opening:
        try:
            with stop.cutting(_cutting(connected)):
                opening = self._noted(call, self._open_on(connected, call, steps))
        except Stopped:  # before it began
            connected.close()
            raise
        if stop.is_asked:
            if opening.association:
                opening.association.close()
            raise Stopped
        return opening

    def _noted(self, call: Call, opening: Opening) -> Opening:
        self._notes.called(call, opening)
        return opening

    def _open_on(self, connected: socket.socket, call: Call, steps: Steps) -> Opening:
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

    def _associate(self, call: Call, channel: Channel, steps: Steps) -> Opening:
        limits, inbox = self._limits.with_own_of(call), Inbox()
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


def _cutting(connected: socket.socket) -> Callable[[], None]:
    """What ends everything on a connection at once, from any thread."""

    def cut() -> None:
        with suppress(OSError):  # the peer was quicker
            connected.shutdown(socket.SHUT_RDWR)

    return cut


def _accepted(call: Call, answer: AssociateAccept) -> Iterable[AcceptedContext]:
    """The proposed contexts that the peer took. One that was not proposed, or in another syntax, is passed over."""
    proposed = {context.context_id: context for context in call.contexts}
    extended = {item.sop_class_uid: item.application_information for item in answer.user.extended}
    for context in answer.contexts:
        asked = proposed.get(context.context_id)
        if asked and context.result == 0 and context.transfer_syntax in asked.transfer_syntaxes:
            agreed = extended.get(asked.abstract_syntax, b"")
            yield AcceptedContext(asked.context_id, asked.abstract_syntax, context.transfer_syntax, agreed)
