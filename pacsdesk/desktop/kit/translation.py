"""The one way in which a text comes to a person: written in English where it is used, translated when it is shown.

`translate("Studies", "Delete")` shows a text at once, `counted("Studies", "%Ln studies", number)` one with a number in
it. `marked("Studies", "Delete")` in a table at the head of a module leaves it to `translate("Studies", entry)` when the
table is shown, for modules load before a language is chosen. Texts are literals, so that `make i18n` finds them; values
go in by name with `.format(name=...)`, so that a translation may put them elsewhere. Contexts: "Kit", "Shell", "Panels"
(titles), "Imaging" and "Engine" (what they say in English), "Bridge" (which stands below the kit and asks Qt itself),
and one for each panel.
"""

from PySide6.QtCore import QCoreApplication


def translate(context: str, text: str, comment: str = "") -> str:
    """The text in the language of the window, in English where it has none. comment: tells two uses of a word apart."""
    return QCoreApplication.translate(context, text, comment or None)


def counted(context: str, text: str, number: int) -> str:
    """The same in the plural form that `number` asks for, the number in place of "%Ln" with its thousands set apart."""
    return QCoreApplication.translate(context, text, None, number)


def marked(_context: str, text: str) -> str:
    """The English text itself; whoever shows it translates it in the same context."""
    return text
