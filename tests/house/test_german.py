"""The German of the window keeps to one word for each word of the field: docs/decisions/0191-german-of-the-field.md."""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree

from tests.house.tree import ROOT

DECISION = ROOT / "docs" / "decisions" / "0191-german-of-the-field.md"
CATALOGUE = ROOT / "resources" / "i18n" / "pacsdesk_de.ts"
HELP = ROOT / "resources" / "help" / "de"
_CODE = re.compile(r"`[^`]*`")


def rows() -> list[list[str]]:
    """The cells of the table, without its head."""
    lines = [line for line in DECISION.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[1:]]


def german_texts() -> Iterator[tuple[str, str]]:
    """Where, and the text, commands and names of settings left out."""
    for message in ElementTree.parse(CATALOGUE).iter("message"):
        source = message.findtext("source") or ""
        for text in "\n".join(message.find("translation").itertext()).split("\n"):  # type: ignore[union-attr]
            yield source, _CODE.sub("", text.strip())
    for page in sorted(HELP.glob("*.md")):
        for number, line in enumerate(page.read_text("utf-8").splitlines(), 1):
            yield f"{page.name}:{number}", _CODE.sub("", line)


def pattern_of(word: str) -> re.Pattern[str]:
    """What finds a word of the last column."""
    if word.startswith('"'):
        return re.compile("^" + re.escape(word.strip('"')) + "$")
    end = r"\w*" if word.endswith("*") else r"(?!\w)"
    return re.compile(r"(?<![\w-])" + re.escape(word.rstrip("*")) + end)


@cache
def unwanted() -> dict[str, re.Pattern[str]]:
    """The words of the last column, and what finds each."""
    words = [word.strip() for _, _, words in rows() for word in words.split(",")]
    return {word: pattern_of(word) for word in words if word}


def said_otherwise(text: str) -> list[str]:
    """The unwanted words that a text has."""
    return [word for word, pattern in unwanted().items() if pattern.search(text)]


def test_no_german_text_has_a_word_beside_the_one_of_the_table() -> None:
    found = [f"{where}: {words} in {text[:90]}" for where, text in german_texts() if (words := said_otherwise(text))]
    assert found == []


def test_every_word_of_the_table_is_used() -> None:
    said = " ".join(text for _, text in german_texts()).lower()
    words = [word.strip() for _, german, _ in rows() for word in re.split(r"[,;/]", german)]
    stems = {word: word.lower().split()[-1].removesuffix("er") for word in words}
    assert [word for word, stem in stems.items() if stem not in said] == []


def test_an_unwanted_word_is_found() -> None:
    assert said_otherwise("Die Association wird angehalten.") == ["Association*", "angehalten"]
    assert said_otherwise("Nach") == ['"Nach"']
    assert said_otherwise("Nach dem Senden an den Absender") == []
