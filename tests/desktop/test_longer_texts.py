"""Another language has longer words: no text of any page is cut, be it English, German, or longer than both."""

import re
from collections.abc import Callable, Iterator
from math import ceil

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from pacsdesk.desktop.kit.language import Language, LanguageChoice
from tests.desktop.conftest import Views
from tests.desktop.cut_texts import cut_texts
from tests.support.fake_services import FakeSite
from tests.support.window_views import busy_site

PLACE_OR_WORD = re.compile(r"\{\w*\}|%Ln|\([^)]*\)|[^\W\d_]+")
LONGER_BY = 0.4


class LongerTexts(QTranslator):
    """A language whose words are all 40 % longer than in English."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, comment: str | None = None, number: int = -1) -> str:
        """Words grow, places of values and what stands in brackets stay."""
        return PLACE_OR_WORD.sub(lambda found: longer(found.group()), text)


def longer(word: str) -> str:
    return word if not word[0].isalpha() else word + word[-1] * ceil(len(word) * LONGER_BY)


@pytest.fixture(params=["english", "german", "longer"])
def words(request: pytest.FixtureRequest, qapp: QApplication, english: Language) -> Iterator[str]:
    """A language in force."""
    if request.param == "german":
        english.choose(LanguageChoice.GERMAN)
        english.load()
    longer_texts = LongerTexts(qapp) if request.param == "longer" else None
    if longer_texts is not None:
        qapp.installTranslator(longer_texts)
    yield request.param
    if longer_texts is not None:
        qapp.removeTranslator(longer_texts)


def test_words_grow_and_places_of_values_do_not() -> None:
    grown = LongerTexts().translate("Shell", "{done} of %Ln files (*.zip)")
    assert grown == "{done} off %Ln filesss (*.zip)"


@pytest.mark.parametrize("make_site", [busy_site, FakeSite])
@pytest.mark.usefixtures("words")
def test_no_text_of_any_page_is_cut(views: Views, make_site: Callable[[], FakeSite]) -> None:
    cut = {view.name: cut_texts(view.widget) for view in views(make_site())}
    assert {name: texts for name, texts in cut.items() if texts} == {}
