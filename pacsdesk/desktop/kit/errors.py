"""Says an error of the tree to a person: what was seen and the next step, without what only a programmer reads."""

import re

from pacsdesk.contract.errors import PacsDeskError, Unavailable
from pacsdesk.desktop.kit.commands import as_typed
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.translation import marked, translate

# next steps of a terminal, and what is the next step here: the window has buttons for them, or does it by itself
_HERE = {
    "Start one with `pacsdesk serve`, or check address and port.": marked(
        "Kit", "The page loads by itself once it answers."
    ),
}
_SYSTEM_NUMBER = re.compile(r"\[(?:Errno|WinError) -?\d+\]\s*")


def explain(error: PacsDeskError, separator: str = " ") -> str:
    """Detail and hint. Of a lost connection the detail is the system's own text, which names no next step: left out."""
    detail = _SYSTEM_NUMBER.sub("", error.detail)
    if isinstance(error, Unavailable) and detail != error.detail:
        detail = ""
    hint = translate("Kit", _HERE[error.hint]) if error.hint in _HERE else in_own_words(error.hint)
    return as_typed(separator.join(part for part in (in_own_words(detail), hint) if part))


def title_of(error: PacsDeskError) -> str:
    """The first sentence."""
    return in_own_words(error.title)


def sentence_of(error: PacsDeskError) -> str:
    """All of it in one line."""
    return f"{title_of(error)} {explain(error)}".strip()
