"""Next steps that the engine gives as options and commands of a terminal, in the window's terms: a person who clicks
reads which button or field it is. What has no place in the window stays a command.

A new one: how it begins between its backticks, and what it is here. A test sees to it that each name in quotes is one
that the window has.
"""

import re

from pacsdesk.desktop.kit.translation import marked, translate

TERMS = {
    "--calling": marked("Kit", "the field “Calling AE title”"),
    "--unfold": marked("Kit", "the button “Unfold”"),
    "--again": marked("Kit", "“Fetch what is missing” in the retrieval"),
    "--model": marked("Kit", "the field “Model”"),
    "pacsdesk peers change": marked("Kit", "“Change” in the Peers panel"),
    "pacsdesk peers unblock": marked("Kit", "“Unblock” on the page “Refused callers” of the Peers panel"),
    "pacsdesk aes add": marked("Kit", "“Add title” on the page “Our titles” of the Peers panel"),
}
_STEP = re.compile("`(" + "|".join(map(re.escape, TERMS)) + r")(?: [^`]*)?`")


def in_window_terms(text: str) -> str:
    """A text as it is shown, in whichever language."""
    shown = _STEP.sub(lambda step: translate("Kit", TERMS[step[1]]), text) if "`" in text else text
    begins_a_sentence = text.startswith("`") and text.endswith(".")
    return f"{shown[:1].upper()}{shown[1:]}" if begins_a_sentence else shown
