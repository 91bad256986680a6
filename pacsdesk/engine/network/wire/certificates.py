"""A peer's verified certificate in words: whose it is, for which names, how long it is good."""

import ssl
import time

from pacsdesk.engine.network.wire.credentials import subject_of

_DAY_SECONDS = 86400
_MOST_NAMES = 5


def in_words(says: dict[str, object]) -> str:
    """As "certificate of ARCHIVE for archive.example, 41 days left"; "" when there is none. says: as Python has it."""
    if not says:
        return ""
    names = says.get("subjectAltName", ())
    assert isinstance(names, tuple)
    shown = ", ".join(_printable(str(value)) for _, value in names[:_MOST_NAMES])
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    days = int((ssl.cert_time_to_seconds(str(says["notAfter"])) - time.time()) // _DAY_SECONDS)
    left = "one day left" if days == 1 else f"{days} days left"
    return f"certificate of {subject_of(says) or 'nobody'}{f' for {shown}{more}' if shown else ''}, {left}"


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else "?" for sign in text)
