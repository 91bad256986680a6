"""Exercises of a classroom: peers that have one fault each, whose cause is hidden until somebody asks for it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

MOST_EXERCISES_AT_ONCE = 8


class ExerciseLevel(StrEnum):
    """Where in the conversation it goes wrong, from the cable upwards."""

    CONNECTION = "connection"
    TLS = "tls"
    ASSOCIATION = "association"
    NEGOTIATION = "negotiation"
    DIMSE = "dimse"


@dataclass(frozen=True, slots=True)
class Exercise:
    """One situation. number: its name, from 1; seen: what a person sees of it.

    peer: the entry under which it is tested, "" when it does not run; ends_at: when it ends by itself.
    """

    number: int
    title: str
    level: ExerciseLevel
    seen: str
    peer: str = ""
    host: str = ""
    port: int | None = None
    ends_at: datetime | None = None

    @property
    def is_running(self) -> bool:
        """Whether its peer is there."""
        return bool(self.peer)


@dataclass(frozen=True, slots=True)
class Solution:
    """What is wrong with the peer of an exercise. code: of the finding that names it, "" where none does."""

    number: int
    title: str
    cause: str
    code: str = ""
