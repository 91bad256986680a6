"""Who clicks is not sent to a terminal: what the window has is named as it is called there."""

import re
from xml.etree import ElementTree

import pytest

from pacsdesk.desktop.kit.engine_words import ALL_SENTENCES, in_own_words
from pacsdesk.desktop.kit.window_terms import TERMS
from tests.house.tree import ROOT

CATALOGUE = ROOT / "resources" / "i18n" / "pacsdesk_de.ts"
IN_QUOTES = re.compile("[“„](.+?)[”“]")


def german_of() -> dict[str, set[str]]:
    """What each text of the window is called in German, wherever it stands."""
    found: dict[str, set[str]] = {}
    for message in ElementTree.parse(CATALOGUE).iter("message"):
        found.setdefault(message.findtext("source") or "", set()).add(message.findtext("translation") or "")
    return found


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "Ask as a title that it knows (`--calling AE`): if that is answered, it is about the title PACSDESK.",
            "Ask as a title that it knows (the field “Calling AE title”): if that is answered, it is about the title "
            "PACSDESK.",
        ),
        ("`pacsdesk peers change` sets another.", "“Change” in the Peers panel sets another."),
        ("Enter it: `pacsdesk peers change NAME --port PORT`.", "Enter it: “Change” in the Peers panel."),
        (
            "Fetch what is missing again, and no more (`--again`).",
            "Fetch what is missing again, and no more (“Fetch what is missing” in the retrieval).",
        ),
        (
            "Ask in the other information model: `--model patient-root`.",
            "Ask in the other information model: the field “Model”.",
        ),
        ("`--unfold` tells which leg broke.", "The button “Unfold” tells which leg broke."),
        ("`pacsdesk traces list` shows all.", "`pacsdesk traces list` shows all."),
    ],
)
def test_options_and_commands_are_told_as_buttons_and_fields(said: str, shown: str) -> None:
    assert in_own_words(said) == shown


def test_no_sentence_of_the_window_has_an_option_alone() -> None:
    assert [sentence for sentence in ALL_SENTENCES if "`--" in in_own_words(sentence)] == []


@pytest.mark.parametrize("term", TERMS.values())
def test_what_is_named_is_there_and_called_so_in_german_too(term: str) -> None:
    german = german_of()
    (told,) = german[term]
    for name, in_german in zip(IN_QUOTES.findall(term), IN_QUOTES.findall(told), strict=True):
        assert in_german in german[name], name
