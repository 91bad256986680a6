"""The translations are whole: in step with the program, nothing waiting, and every value finds its place in them."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from pacsdesk.contract.resources import resources_path
from pacsdesk.desktop.kit.language import Language, LanguageChoice
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.shell.catalog import PANELS
from pacsdesk.desktop.shell.sheets import help_page
from tests.house.tree import ROOT

CATALOGUES = sorted((ROOT / "resources" / "i18n").glob("*.ts"))
TOOL_S = 120
PLACE = re.compile(r"\{\w*\}|%Ln?|%n")
MARKS = re.compile(r"^(#|- |\|)", re.MULTILINE)  # headings, points and table rows of a help page


def messages_of(catalogue: Path) -> list[ElementTree.Element]:
    return list(ElementTree.parse(catalogue).getroot().iter("message"))


def forms_of(message: ElementTree.Element) -> list[str]:
    """A translation in each of its plural forms."""
    translation = message.find("translation")
    assert translation is not None
    return [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]


def places_in(text: str) -> Counter[str]:
    return Counter(PLACE.findall(text))


def leaves_out_the_one(message: ElementTree.Element, form: str) -> bool:
    """The singular may say "once" for "1 times"; every other value stays."""
    is_singular = message.get("numerus") == "yes" and form == forms_of(message)[0]
    return is_singular and places_in(form) == places_in((message.findtext("source") or "").replace("%Ln", ""))


def test_catalogues_are_in_step_with_the_texts_of_the_program(tmp_path: Path) -> None:
    for catalogue in CATALOGUES:
        shutil.copy(catalogue, tmp_path)
    tool = ROOT / "packaging" / "i18n.py"
    subprocess.run([sys.executable, str(tool), str(tmp_path)], check=True, timeout=TOOL_S)
    kept = {file.name: file.read_bytes() for file in CATALOGUES[0].parent.iterdir()}
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert [name for name in kept | made if kept.get(name) != made.get(name)] == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda file: file.stem)
def test_no_text_waits_for_its_translation(catalogue: Path) -> None:
    waiting = [
        message.findtext("source")
        for message in messages_of(catalogue)
        if message.find("translation[@type]") is not None or not all(forms_of(message))
    ]
    assert waiting == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda file: file.stem)
def test_every_value_has_its_place_in_the_translation(catalogue: Path) -> None:
    lost = [
        (source, form)
        for message in messages_of(catalogue)
        for source in [message.findtext("source") or ""]
        for form in forms_of(message)
        if places_in(form) != places_in(source) and not leaves_out_the_one(message, form)
    ]
    assert lost == []


@pytest.mark.parametrize("page", [*(spec.panel_id for spec in PANELS), "command-line"])
def test_a_help_page_says_as_much_in_german(page: str) -> None:
    english, german = (
        (ROOT / "resources" / "help" / name).read_text("utf-8") for name in (f"{page}.md", f"de/{page}.md")
    )
    assert MARKS.findall(german) == MARKS.findall(english)


@pytest.mark.usefixtures("german")
def test_german_has_its_plural_forms() -> None:
    assert [counted("Home", "%Ln studies", number) for number in (1, 1_204)] == ["1 Studie", "1.204 Studien"]


@pytest.mark.usefixtures("german")
def test_help_shows_in_the_language_of_the_window(qtbot: QtBot) -> None:
    page = help_page("home")
    qtbot.addWidget(page)
    assert isinstance(page, QTextBrowser)
    assert "Ist alles in Ordnung?" in page.toPlainText()


def test_a_text_without_translation_stays_english(english: Language) -> None:
    english.choose(LanguageChoice.GERMAN)
    english.load()
    assert translate("Shell", "A text that no catalogue holds") == "A text that no catalogue holds"


def test_every_language_on_offer_has_its_catalogue() -> None:
    offered = [choice for choice in LanguageChoice if choice is not LanguageChoice.SYSTEM]
    assert [one for one in offered if not (resources_path() / "i18n" / f"pacsdesk_{one}.qm").is_file()] == []
