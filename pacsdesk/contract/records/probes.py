"""What became of an attempt to reach a peer: each step with its time, all that was agreed, and what that means.

A refused association is a result here and never an error: to explain it is what this program is for.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pacsdesk.contract.records.findings import Finding, Severity
from pacsdesk.contract.types import AETitle


@dataclass(frozen=True, slots=True)
class LadderOrder:
    """How a ladder is climbed. calling_ae_title: as whom, None for our own main title.

    tries_wrong_title: whether a second association is asked for under a title that nobody has; the peer's log will show
    that as an alarm. ticket: under which it can be stopped.
    """

    calling_ae_title: AETitle | None = None
    tries_wrong_title: bool = False
    ticket: str = ""


AS_USUAL = LadderOrder()


class ProbeStep(StrEnum):
    """The steps of the ladder, in their order: from this computer to the peer's services."""

    NAME = "name"
    INTERFACE = "interface"
    ROUTE = "route"
    PING = "ping"
    TCP = "tcp"
    FIRST_BYTES = "first-bytes"
    TLS = "tls"
    ASSOCIATION = "association"
    ECHO = "echo"
    STORE = "store"
    COMMITMENT = "commitment"
    MPPS = "mpps"
    FIND = "find"
    WORKLIST = "worklist"
    MOVE = "move"
    GET = "get"


# which of them are services that a peer can be used for
SERVICE_STEPS = tuple(ProbeStep)[tuple(ProbeStep).index(ProbeStep.ECHO) :]


class ProbeState(StrEnum):
    """How a step ended. warning: done, yet not as it should be. refused: the peer said no. failed: nothing came, or
    what is no answer. not-reached: not tried, as a step before it failed, it is not permitted here, or the peer does
    not offer it and nobody said that it is used for it."""

    DONE = "done"
    WARNING = "warning"
    REFUSED = "refused"
    FAILED = "failed"
    NOT_REACHED = "not-reached"


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """One step. detail: what was seen, in words, "" where there is nothing to say."""

    name: ProbeStep
    state: ProbeState
    milliseconds: float = 0.0
    detail: str = ""


class NoConnection(StrEnum):
    """Why there is no connection. no-answer: silence. reset: it was made and broken off at once. other: what the system
    said stands in the step."""

    NAME_UNKNOWN = "name-unknown"
    NO_ROUTE = "no-route"
    REFUSED = "refused"
    NO_ANSWER = "no-answer"
    RESET = "reset"
    OTHER = "other"


class NoTls(StrEnum):
    """Why there is no encrypted connection, as far as it can be told from our end.

    client-certificate-required: the peer wants a certificate of ours, or another than the one that it was shown.
    """

    UNTRUSTED = "untrusted"
    EXPIRED = "expired"
    NOT_YET_VALID = "not-yet-valid"
    NAME_MISMATCH = "name-mismatch"
    CLIENT_CERTIFICATE_REQUIRED = "client-certificate-required"
    NO_COMMON_VERSION = "no-common-version"
    PEER_IS_PLAIN = "peer-is-plain"
    CLOSED = "closed"
    NO_ANSWER = "no-answer"
    OTHER = "other"


class BrokenOff(StrEnum):
    """What came instead of an answer. broken: bytes that are none, or the answer to something else."""

    CLOSED = "closed"
    OVERDUE = "overdue"
    BROKEN = "broken"
    ABORTED = "aborted"
    RELEASED = "released"


class Speaks(StrEnum):
    """What the first bytes of a peer show it to speak."""

    NOTHING = "nothing"
    DICOM = "dicom"
    TLS = "tls"
    HTTP = "http"
    SSH = "ssh"
    MAIL_OR_FILES = "mail-or-files"  # SMTP, FTP: a greeting that begins with three digits
    HL7 = "hl7"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class NegotiatedContext:
    """A presentation context as we proposed it and as the peer answered. step: the service that it is for.

    result: PS3.8 table 9-18, None without an answer. transfer_syntax: the accepted one, else "". as_scp: whether we
    asked to be its SCP (PS3.7 D.3.3.4), and is_scp whether the peer agreed.
    """

    context_id: int
    step: ProbeStep
    abstract_syntax: str
    name: str
    transfer_syntaxes: tuple[str, ...]
    result: int | None = None
    transfer_syntax: str = ""
    as_scp: bool = False
    is_scp: bool = False

    @property
    def is_accepted(self) -> bool:
        """Whether it can be used; not when it was accepted in a transfer syntax that was never proposed."""
        return self.result == 0 and self.transfer_syntax in self.transfer_syntaxes

    @property
    def is_usual(self) -> bool:
        """Whether it says that the service is there: not a role, nor a syntax that a peer may well do without."""
        return not self.as_scp and len(self.transfer_syntaxes) > 1


@dataclass(frozen=True, slots=True)
class AssociationSide:
    """What one side says about itself. max_pdu_length: bytes that it takes, 0 for no limit."""

    max_pdu_length: int
    implementation_class_uid: str
    implementation_version_name: str


@dataclass(frozen=True, slots=True)
class RejectNumbers:
    """An A-ASSOCIATE-RJ (PS3.8 9.3.4); also numbers that the standard does not list."""

    result: int
    source: int
    reason: int


@dataclass(frozen=True, slots=True)
class AbortNumbers:
    """An A-ABORT (PS3.8 9.3.8); also numbers that the standard does not list."""

    source: int
    reason: int


@dataclass(frozen=True, slots=True)
class ServiceAnswer:
    """What a service answered. status: the final one, None when none came, and then broken_off says what came instead.

    pending: answers before it. comment: the peer's own words (0000,0902).
    """

    step: ProbeStep
    status: int | None = None
    comment: str = ""
    pending: int = 0
    broken_off: BrokenOff | None = None


@dataclass(frozen=True, slots=True)
class ProbeOutcome:
    """A ladder's result. The steps are all there and in their order, whatever became of them.

    uses: the services that the peer is known to be used for; empty when nobody said so and all were tried. address: the
    one of the host that was called. no_connection, tls_problem, broken_off, reject, abort: what stood in the way.
    speaks: what the peer turned out to be. closes_at_once: it ends connections without having heard a word.
    first_bytes: hexadecimal, at most 64 bytes, of what came first. any_title_accepted: whether it also takes
    associations for a title that is not its own, None when not tried. is_stopped: a person ended it.
    """

    peer: str
    ae_title: AETitle
    host: str
    port: int
    calling_ae_title: AETitle
    at: datetime
    steps: tuple[StepOutcome, ...]
    uses: tuple[ProbeStep, ...] = ()
    address: str = ""
    no_connection: NoConnection | None = None
    broken_off: BrokenOff | None = None
    tls_problem: NoTls | None = None
    speaks: Speaks = Speaks.NOTHING
    closes_at_once: bool = False
    first_bytes: str = ""
    reject: RejectNumbers | None = None
    abort: AbortNumbers | None = None
    ours: AssociationSide | None = None
    theirs: AssociationSide | None = None
    contexts: tuple[NegotiatedContext, ...] = ()
    answers: tuple[ServiceAnswer, ...] = ()
    any_title_accepted: bool | None = None
    is_stopped: bool = False
    findings: tuple[Finding, ...] = ()

    def step(self, name: ProbeStep) -> StepOutcome:
        """The step of this name."""
        return next((one for one in self.steps if one.name is name), StepOutcome(name, ProbeState.NOT_REACHED))

    def answer(self, name: ProbeStep) -> ServiceAnswer | None:
        """What a service answered, None when it was not asked."""
        return next((one for one in self.answers if one.step is name), None)

    @property
    def has_faults(self) -> bool:
        """Whether a finding is a fault."""
        return any(one.severity is Severity.FAULT for one in self.findings)
