"""What a peer accepts as a grid, beside another, narrowed and copied."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Unavailable
from pacsdesk.desktop.panels.send.accepts_page import AcceptsPage
from pacsdesk.desktop.panels.send.panel import ACCEPTS
from tests.desktop.panels.send.conftest import Open, sends_of
from tests.support.demo_sends import JPEG, demo_matrix
from tests.support.fake_services import FakeSite


@pytest.fixture
def page(opened: Open, site: FakeSite, qtbot: QtBot) -> AcceptsPage:
    """Of two peers that differ in a compression."""
    sends = sends_of(site)
    sends.matrices = {"Archive": demo_matrix(), "Backup": demo_matrix("Backup", JPEG)}
    panel, _ = opened(site)
    panel.pages.choose(ACCEPTS)
    return panel.accepts


def cells(page: AcceptsPage) -> list[list[str]]:
    model = page.model
    columns = range(model.columnCount())
    return [[str(model.index(row, one).data()) for one in columns] for row in range(model.rowCount())]


def ask(page: AcceptsPage, qtbot: QtBot) -> None:
    page.ask.trigger()
    qtbot.waitUntil(lambda: page.ask.isEnabled())


def test_each_pair_has_a_word_and_the_peer_is_told_in_a_line(page: AcceptsPage, qtbot: QtBot) -> None:
    ask(page, qtbot)
    assert cells(page)[0] == ["Cross sections", "CT Image", "Yes", "Yes", "Yes"]
    header = page.model.headerData(4, Qt.Orientation.Horizontal)
    assert header == "JPEG Lossless"
    assert "takes 6 of 6 pairs" in page.summary.text()
    assert "OFFIS_DCMTK_367" in page.summary.text()


def test_two_peers_stand_side_by_side_and_what_differs_can_be_singled_out(page: AcceptsPage, qtbot: QtBot) -> None:
    page.other.setCurrentIndex(page.other.findData("Backup"))
    ask(page, qtbot)
    assert cells(page)[0][2:] == ["Yes / Yes", "Yes / Yes", "Yes / No"]
    assert "They differ in 2 pairs." in page.summary.text()
    page.only_notable.setChecked(True)
    assert len(cells(page)) == 2


def test_the_filter_narrows_the_kinds_and_the_copy_has_what_shows(page: AcceptsPage, qtbot: QtBot) -> None:
    ask(page, qtbot)
    page.filter.setText("report")
    assert [row[1] for row in cells(page)] == ["Comprehensive SR"]
    page.copy.trigger()
    copied = QGuiApplication.clipboard().text()
    assert "Comprehensive SR\tYes\tYes\tYes" in copied
    assert "CT Image" not in copied


def test_a_failure_can_be_tried_again(page: AcceptsPage, site: FakeSite, qtbot: QtBot) -> None:
    site.fail["sends.matrix"] = Unavailable("The engine is gone.")
    ask(page, qtbot)
    assert page.model.rowCount() == 0
    ask(page, qtbot)
    assert page.model.rowCount() == 2
