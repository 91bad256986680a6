"""How tests of commands ask: the words in, the exit code and what was said out."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left behind."""

    exit_code: int
    output: str
    complaint: str


Ask = Callable[..., Said]
