"""What became of an attempt to reach a peer, as a value: each step with its time, for people who ask why it failed.

A refused association is a result here and never an exception: to explain it is what this program is for.
"""

from dataclasses import dataclass
from enum import StrEnum


class StepName(StrEnum):
    """The steps to an association, in their order."""

    RESOLVE = "resolve"
    CONNECT = "connect"
    ASSOCIATE = "associate"


class StepState(StrEnum):
    """How a step ended. REFUSED: the peer said no; FAILED: nothing came, or something that is no answer."""

    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """One step. detail: what was seen, in words, "" where there is nothing to say."""

    name: StepName
    state: StepState
    milliseconds: float
    detail: str = ""
