"""What engine and link say in English and people meet every day: marked here for translation, for neither knows Qt.

Whole sentences, in the context "Engine"; a sentence that is not here, or has a name or a number in it, is shown as it
comes. A new one: a line below, exactly as in the source; a test finds the line that says what nobody says any more.
"""

from pacsdesk.desktop.kit.translation import marked, translate

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
)


def in_own_words(text: str) -> str:
    """A sentence of the engine in the language of the window, as it came where it has none."""
    return translate("Engine", text) if text else ""
