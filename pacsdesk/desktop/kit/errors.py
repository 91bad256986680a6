"""Says an error of the tree to a person: what was seen and the next step, without what only a programmer reads."""

import re

from pacsdesk.contract.errors import PacsDeskError, Unavailable

_SYSTEM_NUMBER = re.compile(r"\[(?:Errno|WinError) -?\d+\]\s*")


def explain(error: PacsDeskError, separator: str = " ") -> str:
    """Detail and hint. Of a lost connection the detail is the system's own text, which names no next step: left out."""
    detail = _SYSTEM_NUMBER.sub("", error.detail)
    if isinstance(error, Unavailable) and detail != error.detail:
        detail = ""
    return separator.join(part for part in (detail, error.hint) if part)
