"""What became of an attempt to reach a peer, as a value: each step with its time, for people who ask why it failed.

A refused association is a result here and never an exception: to explain it is what this program is for.
"""

from dataclasses import dataclass
from enum import StrEnum


class StepName(StrEnum):
    """The steps to an association, in their order."""

    RESOLVE = "resolve"
    CONNECT = "connect"
    TLS = "tls"
    ASSOCIATE = "associate"


class StepState(StrEnum):
    """How a step ended. REFUSED: the peer said no; FAILED: nothing came, or something that is no answer."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


class TlsProblem(StrEnum):
    """Why there is no encrypted connection, as far as it can be told from our end.

    CLIENT_CERTIFICATE_REQUIRED: the peer wants a certificate of ours, or another than the one that it was shown.
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


@dataclass(frozen=True, slots=True)
class Step:
    """One step. detail: what was seen, in words, "" where there is nothing to say."""

    name: StepName
    state: StepState
    milliseconds: float
    detail: str = ""
