"""An association that a caller opened, from the accepted connection to its end, on one thread.

Promises: whatever happens, its place is free afterwards, nothing half received stays, and its end is in the journal.
What is said may go on in another process; then this thread does for that one what has to be done here.
"""

import logging
import socket
from collections.abc import Callable
from dataclasses import dataclass
from threading import Thread
from typing import Protocol

from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.acceptor import Acceptor
from pacsdesk.engine.network.association import AssociationRequest, Caller, Ending, Rejection
from pacsdesk.engine.network.hosts import plain_address
from pacsdesk.engine.network.journal.book import Traffic
from pacsdesk.engine.network.limits import NetworkLimits
from pacsdesk.engine.network.session import Session
from pacsdesk.engine.network.wire.associate import AssociateAccept, AssociateRequest, ContextAnswer, encode_accept
from pacsdesk.engine.network.wire.channel import Channel
from pacsdesk.engine.network.wire.conversation import Agreement, Conversation
from pacsdesk.engine.network.wire.credentials import OurSide, subject_of
from pacsdesk.engine.network.wire.encrypted import TlsChannel
from pacsdesk.engine.network.wire.pdu import Reject
from pacsdesk.engine.network.wire.tap import NoTaps, Taps
from pacsdesk.engine.network.wire.tls_problems import OfCaller, TlsFailed, begins_handshake
from pacsdesk.engine.network.wire.user_information import UserInformation
from pacsdesk.engine.network.wire.watch import Watch

log = logging.getLogger(__name__)

ONE_AT_A_TIME = (1, 1)  # asynchronous operations, PS3.7 D.3.3.3


@dataclass(frozen=True, slots=True)
class OwnIdentity:
    """What we tell peers about ourselves (PS3.7 D.3.3.2)."""

    ae_title: AETitle
    implementation_class_uid: str
    implementation_version_name: str


class HeldElsewhere(Protocol):
    """An accepted association that goes on in another process."""

    def attend(self, free_place: Callable[[], None]) -> Ending | None:
        """Do for that process what must be done here, until the association is over; None when the process is gone."""
        ...

    @property
    def traffic(self) -> Traffic:
        """What passed in that process so far, as far as it is known here."""
        ...

    @property
    def complaint(self) -> str:
        """What the peer sent there that DICOM does not allow, "" for nothing."""
        ...

    def rest(self) -> None:
        """Wait until that process has let the connection go."""
        ...

    def leave(self) -> None:
        """Have it end as soon as nothing is under way; from any thread."""
        ...


# gives a connection, by its descriptor, away; None when it is to stay here
HandOver = Callable[[int, Agreement], HeldElsewhere | None]


@dataclass(frozen=True, slots=True)
class Serving:
    """What all associations of one listener share. tls: None where they come without it. taps: who listens in."""

    identity: OwnIdentity
    acceptor: Acceptor
    limits: NetworkLimits
    watch: Watch
    hand_over: HandOver
    tls: OurSide | None = None
    taps: Taps = NoTaps()


class ServedAssociation:
    """One connection that a caller opened. `start`, `leave`, `cut` and `join` may come from any thread."""

    def __init__(
        self,
        serving: Serving,
        accepted: socket.socket,
        address: str,
        has_ended: Callable[["ServedAssociation"], None],
    ) -> None:
        """has_ended: called last, on its own thread. Raises OSError when the connection is gone already."""
        self._serving = serving
        self._has_ended = has_ended
        self._address = plain_address(address)
        self._socket = accepted
        self._tls = TlsChannel(accepted) if serving.tls else None
        self._channel = self._tls or Channel(accepted)
        self._channel.tap = serving.taps.of_caller(self._address)
        self._conversation = Conversation(self._channel, serving.limits, self._free_place)
        self._session: Session | None = None
        self._held: HeldElsewhere | None = None
        self._must_leave = False
        self._thread = Thread(target=self._run, name=f"dicom-{self._address}", daemon=True)

    def start(self) -> None:
        """Live on a thread of its own. Raises RuntimeError when the system has none left."""
        self._serving.acceptor.places.enter(self, self.cut)
        self._serving.watch.add(self._channel)
        try:
            self._thread.start()
        except RuntimeError:
            self._close()
            raise

    def leave(self) -> None:
        """End as soon as nothing is under way."""
        self._must_leave = True
        held = self._held
        if held:
            held.leave()
        else:
            self._conversation.leave()

    def traffic(self) -> Traffic:
        """What passed so far."""
        elsewhere = self._held.traffic if self._held else Traffic(0, 0)
        return Traffic(self._channel.received + elsewhere.received, self._channel.sent + elsewhere.sent)

    def cut(self) -> None:
        """End at once."""
        self._channel.cut()

    def join(self, seconds: float) -> None:
        """Wait for the end."""
        self._thread.join(seconds)

    def _run(self) -> None:
        ending = Ending.ABORTED
        try:
            ending = self._live()
        except Exception:  # a listener's edge: one association that fails must not take others along
            log.exception("an association from %s failed", self._address)
            self._conversation.abort()
        finally:
            self._finish(ending)

    def _live(self) -> Ending:
        """Until the association is over."""
        conversation = self._conversation
        if self._tls and not self._shake_hands(self._tls):
            return Ending.BROKEN
        asked = conversation.request()
        if asked:
            self._decide(asked)
        if self._held:
            return self._attend(self._held)
        conversation.hold()
        return conversation.ending

    def _shake_hands(self, tls: TlsChannel) -> bool:
        """Have the connection encrypted; whoever brings that about neither is told about, unless it said nothing."""
        assert self._serving.tls is not None
        seconds = self._serving.limits.acse_timeout
        try:
            tls.shake_hands(self._serving.tls.context(), seconds, OfCaller())
        except TlsFailed as failed:
            self._serving.acceptor.places.linger(self, self.cut)
            if tls.first_bytes or tls.is_overdue:
                self._serving.acceptor.refuse(self._address, str(failed))
            tls.rest(seconds)
            return False
        return True

    def _attend(self, held: HeldElsewhere) -> Ending:
        if self._must_leave:
            held.leave()  # it was said before there was anybody to say it to
        ending = held.attend(self._free_place)
        if ending is not None:
            return ending
        log.error("the process that held an association of %s is gone", self._address)
        self._held = None
        self._conversation.abort()
        return Ending.BROKEN

    def _finish(self, ending: Ending) -> None:
        conversation = self._conversation
        conversation.end()
        if conversation.complaint:
            log.warning("%s sent what DICOM does not allow and is cut off: %s", self._address, conversation.complaint)
            if not self._tls and begins_handshake(conversation.first_bytes):
                self._serving.acceptor.refuse(self._address, "It began TLS on the port for DICOM without TLS.")
        self._serving.acceptor.places.linger(self, self.cut)
        if self._session:
            complaint = self._held.complaint if self._held else conversation.complaint
            self._serving.acceptor.ended(self._session, ending, complaint)
        (self._held or conversation).rest()
        self._close()

    def _close(self) -> None:
        self._serving.watch.remove(self._channel)
        self._free_place()
        self._channel.close()
        self._has_ended(self)

    def _free_place(self) -> None:
        self._serving.acceptor.places.leave(self)

    def _decide(self, asked: AssociateRequest) -> None:
        caller = Caller(
            asked.calling_ae_title,
            asked.called_ae_title,
            self._address,
            is_encrypted=self._tls is not None,
            certificate=subject_of(self._tls.certificate_says) if self._tls else "",
        )
        request = AssociationRequest(
            caller=caller,
            contexts=asked.contexts,
            roles=asked.user.roles,
            extended=asked.user.extended,
            claimed_user=asked.user.claimed_user,
            application_context=asked.application_context,
            protocol_version=asked.protocol_version,
            maximum_length=asked.user.maximum_length,
            implementation_class_uid=asked.user.implementation_class_uid,
            implementation_version_name=asked.user.implementation_version_name,
        )
        decision = self._serving.acceptor.decide(self, request)
        if isinstance(decision, Rejection):
            self._conversation.reject(Reject(decision.result, decision.source, decision.reason))
            return
        self._session = decision
        agreement = Agreement(decision, encode_accept(self._accept(asked, decision)), asked.user.maximum_length)
        # one alone is quickest here, and keeps no other from this process (docs/decisions/0100); TLS has its state here
        is_alone = self._serving.acceptor.places.associations == 1
        # and who listens in does so in this process (docs/decisions/0178)
        stays = is_alone or self._conversation.is_ahead or self._tls or self._is_traced()
        if not stays:
            self._held = self._serving.hand_over(self._socket.fileno(), agreement)
        if not self._held:
            self._conversation.accept(agreement)

    def _is_traced(self) -> bool:
        """Whether somebody listens in, who has heard the request by now."""
        channel = self._channel
        if channel.tap and not channel.tap.is_recording:
            channel.tap = None
        return channel.tap is not None

    def _accept(self, asked: AssociateRequest, session: Session) -> AssociateAccept:
        identity = self._serving.identity
        return AssociateAccept(
            called_ae_title=asked.called_ae_title,
            calling_ae_title=asked.calling_ae_title,
            contexts=tuple(
                ContextAnswer(answer.context.context_id, answer.result, answer.context.transfer_syntax)
                for answer in session.answers
            ),
            user=UserInformation(
                maximum_length=self._serving.limits.max_pdu_length,
                implementation_class_uid=identity.implementation_class_uid,
                implementation_version_name=identity.implementation_version_name,
                operations=ONE_AT_A_TIME if asked.user.operations else None,
                roles=session.roles,
                extended=session.extended,
            ),
        )
