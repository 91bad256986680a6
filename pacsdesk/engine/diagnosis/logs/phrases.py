"""What programs say of an association, as data: phrases, each with the kind of event that it tells.

Groups that a pattern may have: calling, called, address, key (tells associations that run at the same time apart),
operation, status (hexadecimal). Patterns are searched for in a line without its time and take linear time.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pacsdesk.contract.records.logs import LogEventKind, LogFormat


@dataclass(frozen=True, slots=True)
class Phrase:
    """kind: None when it only tells more of the association. repeats: it may say again what stands just before."""

    pattern: re.Pattern[str]
    kind: LogEventKind | None = None
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one program writes. signs: what no other says. quick: no phrase is in a line in which this is not."""

    format: LogFormat
    signs: re.Pattern[str]
    quick: re.Pattern[str]
    phrases: tuple[Phrase, ...]


def phrase(pattern: str, kind: LogEventKind | None = None, *, repeats: bool = False) -> Phrase:
    """A phrase from its pattern."""
    return Phrase(re.compile(pattern), kind, repeats)


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """One of these words."""
    return re.compile("|".join(map(re.escape, words)))
