"""What engine and link say in English and people meet every day: marked here for translation, for neither knows Qt.

In the context "Engine": whole sentences, and counts, alone or in a row. What is not here is shown as it comes.
A new one: a line below, a sentence exactly as in the source; a test finds the one that nobody says any more.
"""

import re
from collections.abc import Callable

from pacsdesk.desktop.kit.translation import counted, marked, translate

SENTENCES = (
    marked("Engine", "The name or the password is wrong."),
    marked("Engine", "Check the keyboard's capitals and layout. An administrator can set a new password."),
    marked("Engine", "The folder's secret does not open a session here."),
    marked("Engine", "Sign in with name and password."),
    marked("Engine", "This session has ended."),
    marked("Engine", "Sign in again."),
    marked("Engine", "Nobody is signed in."),
    marked("Engine", "The connection to the engine was closed."),
    marked("Engine", "Look whether the engine still runs, then try again."),
    marked("Engine", "The engine has too many connections."),
    marked("Engine", "Try again in a moment."),
    marked("Engine", "No peer with this AE title is entered."),
    marked("Engine", "All places for associations are taken."),
    marked("Engine", "This host has as many associations as one may have."),
    marked("Engine", "It does not speak version 1 of the DICOM upper layer."),
    marked("Engine", "It asked for another application context than DICOM's."),
    marked("Engine", "It is empty."),
    marked("Engine", "It is no DICOM file: it does not begin like one."),
    marked("Engine", "Its file meta information names no transfer syntax."),
    marked("Engine", "It is a ZIP within a ZIP: unpack the outer one first."),
    marked("Engine", "It has the form of a ZIP and another name: no images are expected."),
    marked("Engine", "There is not enough room for this export."),
    marked("Engine", "Export fewer studies at once, or make room on the disk of the data folder."),
    marked("Engine", "The archive does not hold this study."),
    marked("Engine", "It may have been deleted meanwhile: look at the list of studies."),
)
_NUMBER = r"([\d,]+)"
COUNTS: tuple[tuple[str, Callable[[int], str]], ...] = (
    (f"Export of {_NUMBER} stud(?:y|ies)", lambda n: counted("Engine", "Export of %Ln studies", n)),
    (f"{_NUMBER} instances? stored", lambda n: counted("Engine", "%Ln instances stored", n)),
    (
        f"{_NUMBER} of them not readable as a whole",
        lambda n: counted("Engine", "%Ln of them not readable as a whole", n),
    ),
    (f"{_NUMBER} already there", lambda n: counted("Engine", "%Ln already there", n)),
    (f"{_NUMBER} conflicts?", lambda n: counted("Engine", "%Ln conflicts", n)),
    (f"{_NUMBER} refused", lambda n: counted("Engine", "%Ln refused", n)),
    (f"{_NUMBER} files? passed over", lambda n: counted("Engine", "%Ln files passed over", n)),
    (f"{_NUMBER} instances? exported", lambda n: counted("Engine", "%Ln instances exported", n)),
    (f"{_NUMBER} left out", lambda n: counted("Engine", "%Ln left out", n)),
)


def in_own_words(text: str) -> str:
    """A sentence of the engine in the language of the window, as it came where it has none."""
    if text in SENTENCES:
        return translate("Engine", text)
    return ", ".join(_count_in_own_words(part) for part in text.split(", "))


def _count_in_own_words(text: str) -> str:
    for pattern, words in COUNTS:
        found = re.fullmatch(pattern, text)
        if found is not None:
            return words(int(found[1].replace(",", "") or 0))
    return text
