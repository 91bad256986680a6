"""Says an error of the tree to a person: what was seen and the next step, without what only a programmer reads."""

import re

from pacsdesk.contract.errors import PacsDeskError, Unavailable
from pacsdesk.desktop.kit.engine_words import in_own_words

_SYSTEM_NUMBER = re.compile(r"\[(?:Errno|WinError) -?\d+\]\s*")


def explain(error: PacsDeskError, separator: str = " ") -> str:
    """Detail and hint. Of a lost connection the detail is the system's own text, which names no next step: left out."""
    detail = _SYSTEM_NUMBER.sub("", error.detail)
    if isinstance(error, Unavailable) and detail != error.detail:
        detail = ""
    return separator.join(in_own_words(part) for part in (detail, error.hint) if part)


def title_of(error: PacsDeskError) -> str:
    """The first sentence."""
    return in_own_words(error.title)


def sentence_of(error: PacsDeskError) -> str:
    """All of it in one line."""
    return f"{title_of(error)} {explain(error)}".strip()
