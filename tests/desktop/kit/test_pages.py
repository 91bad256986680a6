"""Pages under tabs: one at a time with its own tools, what waits on the others, and where the keyboard goes."""

from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.pages import TabbedPages


def two_pages(qtbot: QtBot) -> tuple[TabbedPages, QLineEdit, QLineEdit, QLabel]:
    pages = TabbedPages("Letters or parcels")
    first, second, tools = QLineEdit(), QLineEdit(), QLabel("Weigh")
    pages.add("Letters", first)
    pages.add("Parcels", second, tools)
    qtbot.addWidget(pages)
    pages.show()
    return pages, first, second, tools


def test_one_page_shows_with_its_own_tools(qtbot: QtBot) -> None:
    pages, first, second, tools = two_pages(qtbot)
    assert (pages.number, first.isVisible(), second.isVisible(), tools.isVisible()) == (0, True, False, False)

    with qtbot.waitSignal(pages.chosen) as chosen:
        pages.choose(1)

    assert chosen.args == [1]
    assert (first.isVisible(), second.isVisible(), tools.isVisible()) == (False, True, True)
    assert pages.shows(second)
    assert not pages.shows(first)
    assert not pages.shows(None)


def test_a_title_says_how_much_waits_there(qtbot: QtBot) -> None:
    pages, *_ = two_pages(qtbot)

    pages.count(1, 1200)
    full = pages.switch.tabText(1)
    pages.count(1, 0)

    assert full.startswith("Parcels 1")
    assert pages.switch.tabText(1) == "Parcels"


def test_focus_goes_to_the_page_that_shows(qtbot: QtBot) -> None:
    pages, first, second, _tools = two_pages(qtbot)

    assert pages.focusProxy() is first
    pages.choose(1)
    assert pages.focusProxy() is second


def test_what_is_put_beside_stays_with_every_page(qtbot: QtBot) -> None:
    pages, _first, second, _tools = two_pages(qtbot)
    question, side = QLabel("Sure?"), QLabel("Details")
    pages.put_above(question)
    pages.put_beside(side, 100, (300, 100))
    qtbot.waitUntil(lambda: question.isVisible() and side.isVisible())

    pages.choose(1)

    assert (question.isVisible(), side.isVisible(), second.isVisible()) == (True, True, True)
    assert question.mapTo(pages, question.rect().topLeft()).y() < side.mapTo(pages, side.rect().topLeft()).y()
    assert side.mapTo(pages, side.rect().topLeft()).x() > second.mapTo(pages, second.rect().topLeft()).x()


def test_a_page_that_is_led_to_has_a_tab_only_while_it_shows(qtbot: QtBot) -> None:
    pages, *_ = two_pages(qtbot)
    number = pages.add("Opened letter", QLabel("Dear"), is_led_to=True)

    before = pages.switch.isTabVisible(number)
    pages.choose(number)
    while_it_shows = (pages.number, pages.switch.isTabVisible(number))
    pages.choose(0)

    assert (before, while_it_shows, pages.switch.isTabVisible(number)) == (False, (number, True), False)
