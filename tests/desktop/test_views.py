"""What holds for every view of the window: its language is one, the keyboard is seen, lists fit the smallest screen."""

from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.desktop.conftest import Views
from tests.house.tree import ROOT
from tests.support.fake_services import FakeSite
from tests.support.window_views import busy_site


def shown_in(window: QWidget) -> Iterator[QWidget]:
    return (one for one in window.findChildren(QWidget) if one.isVisible() and one.window() is window)


# one language


def english_texts_with_another_german() -> set[str]:
    """Texts of the catalogue that no German page may show."""
    catalogue = ElementTree.parse(ROOT / "resources" / "i18n" / "pacsdesk_de.ts")
    pairs = (
        (message.findtext("source") or "", message.findtext("translation")) for message in catalogue.iter("message")
    )
    german = {message.findtext("translation") for message in catalogue.iter("message")}
    return {source for source, translation in pairs if source != translation and source not in german}


def texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield widget.title()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(tab) for tab in range(widget.count()))
    elif isinstance(widget, QHeaderView) and widget.model() is not None:
        for section in range(widget.count()):
            yield str(widget.model().headerData(section, widget.orientation()) or "")
    for action in widget.actions():
        yield from (action.text(), action.toolTip())


@pytest.mark.parametrize("make_site", [busy_site, FakeSite])
@pytest.mark.usefixtures("german")
def test_a_walk_through_the_window_in_german_meets_no_english(views: Views, make_site: Callable[[], FakeSite]) -> None:
    forbidden = english_texts_with_another_german()
    english = {
        (view.name, text)
        for view in views(make_site())
        for widget in (view.widget, *shown_in(view.widget))
        for text in texts_of(widget)
        if text in forbidden
    }
    assert english == set()


# the keyboard reaches everything, and is seen


def test_tab_reaches_whatever_takes_the_keyboard(views: Views) -> None:
    """Qt can tear a page out of its order of Tab: setFocusProxy() on one that has a menu as its first child."""
    torn: set[tuple[str, str, str]] = set()
    for view in views(busy_site()):
        reached = in_order_of_tab(view.widget)
        torn |= {
            (view.name, type(widget).__name__, widget.accessibleName())
            for widget in shown_in(view.widget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget not in reached
        }
    assert torn == set()


def in_order_of_tab(window: QWidget) -> set[QWidget]:
    found: set[QWidget] = set()
    widget: QWidget | None = window
    while widget is not None and widget not in found:
        found.add(widget)
        widget = widget.nextInFocusChain()
    return found


def test_whatever_has_the_keyboard_shows_it(views: Views, qtbot: QtBot) -> None:
    seen: set[QWidget] = set()  # themselves: the number of one that is gone is given to another
    shown: set[str] = set()
    unseen: set[str] = set()
    for view in views(busy_site()):
        view.widget.activateWindow()
        qtbot.waitUntil(view.widget.isActiveWindow)
        for widget in shown_in(view.widget):
            takes_focus = widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if not takes_focus or widget in seen or widget.focusProxy() is not None:
                continue
            seen.add(widget)
            name = f"{view.name}: {type(widget).__name__} {widget.accessibleName()}"
            (shown if shows_the_keyboard(widget) else unseen).add(name)
    assert (unseen, len(shown) > 30) == (set(), True)


def shows_the_keyboard(widget: QWidget) -> bool:
    """Whether it looks otherwise with the keyboard than without."""
    widget.clearFocus()
    without = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return widget.hasFocus() and widget.grab().toImage() != without


# room


# a matrix has a column for each transfer syntax that is asked for, not for what a reader needs at a glance
MATRIX = ("send-accepts", "What it accepts")


def test_no_list_needs_scrolling_sideways_at_first(views: Views) -> None:
    wide = {
        (view.name, widget.accessibleName())
        for view in views(busy_site())
        if not view.name.endswith("-help")
        for widget in shown_in(view.widget)
        if isinstance(widget, QAbstractItemView) and widget.horizontalScrollBar().maximum() > 0
    }
    assert wide - {MATRIX} == set()
