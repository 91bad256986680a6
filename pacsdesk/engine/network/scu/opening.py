"""The steps from a connection to an association, and what is said there instead of DICOM."""

import socket
from dataclasses import dataclass

from pacsdesk.contract.records.peers import TlsMode
from pacsdesk.contract.records.probes import (
    AbortNumbers,
    AssociationSide,
    BrokenOff,
    NoTls,
    ProbeState,
    ProbeStep,
    RejectNumbers,
    Speaks,
    StepOutcome,
)
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.outcome import StepName
from pacsdesk.engine.network.scu import words
from pacsdesk.engine.network.scu.fingerprint import speaks
from pacsdesk.engine.network.scu.proposing import OFFERS, Offer, negotiated, proposed, roles
from pacsdesk.engine.network.scu.second_look import look_again
from pacsdesk.engine.network.scu.seen import Seen
from pacsdesk.engine.network.scu.steps import StepLog
from pacsdesk.engine.network.scu.target import Target
from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.network.wire.associate import AssociateRequest, encode_request
from pacsdesk.engine.network.wire.calling import Call, Caller, CallerLimits, NotesCalls
from pacsdesk.engine.network.wire.connecting import Connected
from pacsdesk.engine.network.wire.credentials import TlsFiles
from pacsdesk.engine.network.wire.opened import OpenedAssociation
from pacsdesk.engine.network.wire.opening_steps import Opening
from pacsdesk.engine.network.wire.user_information import UserInformation
from pacsdesk.engine.network.wire.watch import Watch


@dataclass(frozen=True, slots=True)
class Identity:
    """Who we say we are. tls: our certificate and whom we trust, None for neither. notes: hears of each association."""

    implementation_class_uid: str
    implementation_version_name: str
    tls: TlsFiles | None = None
    notes: NotesCalls | None = None

    def caller(self, watch: Watch, limits: CallerLimits) -> Caller:
        """Opens associations in this name."""
        return Caller(
            self.implementation_class_uid, self.implementation_version_name, watch, limits, self.tls, self.notes
        )


class Openings:
    """Opens the associations of one climb."""

    def __init__(self, identity: Identity, watch: Watch, target: Target, offers: tuple[Offer, ...]) -> None:
        self._identity = identity
        self._watch = watch
        self._target = target
        self._offers = offers

    def first(self, connected: Connected, log: StepLog, seen: Seen, stop: Stop) -> OpenedAssociation | None:
        """Take the steps; None when they do not end in an association."""
        limits = self._limits(log.seconds_left)
        seen.ours = AssociationSide(
            limits.max_pdu_length,
            self._identity.implementation_class_uid,
            self._identity.implementation_version_name,
        )
        opening = self._open(connected.socket, self._target.called_ae_title, limits, stop)
        seen.first_bytes, seen.speaks = opening.first_bytes, speaks(opening.first_bytes)
        seen.broken_off = BrokenOff(opening.no_answer.value) if opening.no_answer else None
        seen.tls_problem = NoTls(opening.tls_problem.value) if opening.tls_problem else None
        _note_numbers(opening, seen)
        _note_tls(opening, log)
        if opening.accept and opening.association:
            self._note_accepted(opening, log, seen)
            return opening.association
        if not opening.tls_problem:
            said = opening.steps[-1].detail
            log.add(ProbeStep.ASSOCIATION, ProbeState.REFUSED if opening.reject else ProbeState.FAILED, said)
        self._look_again(connected, log, seen, stop)
        return None

    def _look_again(self, connected: Connected, log: StepLog, seen: Seen, stop: Stop) -> None:
        is_encrypted = self._target.tls is not TlsMode.PLAIN
        if not seen.first_bytes:
            log.begin()
            hello = encode_request(self._plain_request()) if is_encrypted else b""
            again = look_again(connected.address, min(self._target.limits.look, log.seconds_left), stop, hello)
            seen.speaks, seen.first_bytes = again.speaks, again.first_bytes
            seen.closes_at_once = again.closes_at_once
        is_right = seen.speaks is (Speaks.TLS if is_encrypted else Speaks.DICOM)
        log.add(
            ProbeStep.FIRST_BYTES,
            ProbeState.DONE if is_right else ProbeState.FAILED,
            words.of_first_bytes(seen.speaks, seen.first_bytes),
        )

    def _plain_request(self) -> AssociateRequest:
        """An association for an echo, to hear whether somebody speaks DICOM without TLS there."""
        target = self._target
        return AssociateRequest(
            target.called_ae_title,
            target.calling_ae_title,
            proposed(OFFERS[:1]),
            UserInformation(CallerLimits().max_pdu_length, self._identity.implementation_class_uid),
        )

    def again(self, connected: Connected, log: StepLog, stop: Stop) -> OpenedAssociation | None:
        """Another association like the first, of which nothing is noted."""
        return self._open(
            connected.socket, self._target.called_ae_title, self._limits(log.seconds_left), stop
        ).association

    def takes_title(self, connected: Connected, title: AETitle, log: StepLog, stop: Stop) -> bool:
        """Whether the peer accepts an association under another title than its own; it is released at once."""
        association = self._open(connected.socket, title, self._limits(log.seconds_left), stop).association
        if association is None:
            return False
        association.hurry(self._target.limits.answer)
        return association.release() or True

    def _note_accepted(self, opening: Opening, log: StepLog, seen: Seen) -> None:
        assert opening.accept, "there is no association without it"
        user = opening.accept.user
        seen.theirs = AssociationSide(
            user.maximum_length, user.implementation_class_uid, user.implementation_version_name
        )
        seen.contexts = tuple(negotiated(self._offers, opening.accept))
        accepted = sum(context.is_accepted for context in seen.contexts)
        detail = f"accepted, {accepted} of {len(seen.contexts)} contexts, PDUs up to {user.maximum_length} bytes"
        if user.implementation_version_name:
            detail = f"{detail}, {user.implementation_version_name}"
        log.add(ProbeStep.ASSOCIATION, ProbeState.DONE if accepted else ProbeState.WARNING, detail)
        log.note(ProbeStep.FIRST_BYTES, ProbeState.DONE, words.of_first_bytes(seen.speaks, seen.first_bytes[:6]))

    def _open(self, connected: socket.socket, title: AETitle, limits: CallerLimits, stop: Stop) -> Opening:
        target = self._target
        call = Call(
            target.host,
            target.port,
            title,
            target.calling_ae_title,
            proposed(self._offers),
            roles(self._offers),
            is_encrypted=target.tls is not TlsMode.PLAIN,
        )
        return self._identity.caller(self._watch, limits).open_on(connected, call, stop)

    def _limits(self, seconds_left: float) -> CallerLimits:
        limits = self._target.limits
        seconds = max(min(limits.associate, seconds_left), 0.1)
        return CallerLimits(limits.connect, seconds, seconds, limits.answer, tls=seconds)


def _note_tls(opening: Opening, log: StepLog) -> None:
    step = next((one for one in opening.steps if one.name is StepName.TLS), None)
    if step:
        state = ProbeState.FAILED if opening.tls_problem else ProbeState.DONE
        log.take(StepOutcome(ProbeStep.TLS, state, step.milliseconds, step.detail))


def _note_numbers(opening: Opening, seen: Seen) -> None:
    if opening.reject:
        seen.reject = RejectNumbers(opening.reject.result, opening.reject.source, opening.reject.reason)
    if opening.abort:
        seen.abort = AbortNumbers(opening.abort.source, opening.abort.reason)
