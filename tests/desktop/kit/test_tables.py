"""A list is used with keys and mouse: copied, searched by typing, its columns chosen and remembered."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.tables import Table

NAMES = ("ADAMS, Ann", "BAKER, Bob", "CLARK, Cy\nevil", "COOK, <b>Di</b>")


def make_model() -> QStandardItemModel:
    model = QStandardItemModel(0, 3)
    model.setHorizontalHeaderLabels(["Patient", "ID", "Images"])
    for number, name in enumerate(NAMES):
        model.appendRow([QStandardItem(name), QStandardItem(f"P{number}"), QStandardItem(str(number * 100))])
    return model


def make_table(qtbot: QtBot, preferences: QSettings) -> Table:
    table = Table(preferences, "test", name="Rows")
    qtbot.addWidget(table)
    model = make_model()
    model.setParent(table)
    table.set_default_columns({0: 180, 1: 90}, frozenset({2}))
    table.set_model(model)
    table.resize(500, 300)
    table.show()
    return table


def shown_columns(table: Table) -> list[int]:
    return [column for column in range(3) if not table.isColumnHidden(column)]


def toggle(table: Table, title: str) -> None:
    menu = table.columns_menu()
    (action,) = [action for action in menu.actions() if action.text() == title]
    action.trigger()
    menu.deleteLater()


def test_selected_rows_are_copied_as_text(qtbot: QtBot, preferences: QSettings) -> None:
    table = make_table(qtbot, preferences)
    table.setCurrentIndex(table.model().index(0, 0))
    table.selectionModel().select(
        table.model().index(2, 0), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    )
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Patient\tID\nADAMS, Ann\tP0\nCLARK, Cy evil\tP2"


def test_typing_goes_to_the_row_that_begins_so(qtbot: QtBot, preferences: QSettings) -> None:
    table = make_table(qtbot, preferences)
    QTest.keyClicks(table, "co")
    assert table.currentIndex().data() == NAMES[3]


def test_typing_what_is_not_there_stays(qtbot: QtBot, preferences: QSettings) -> None:
    table = make_table(qtbot, preferences)
    table.setCurrentIndex(table.model().index(1, 0))
    table.keyboardSearch("zz")
    assert table.currentIndex().row() == 1


def test_a_column_can_wait_in_the_menu(qtbot: QtBot, preferences: QSettings) -> None:
    assert shown_columns(make_table(qtbot, preferences)) == [0, 1]


def test_a_column_is_shown_from_the_menu(qtbot: QtBot, preferences: QSettings) -> None:
    table = make_table(qtbot, preferences)
    toggle(table, "Images")
    assert shown_columns(table) == [0, 1, 2]


def test_a_filling_column_gives_way_before_the_list_scrolls_sideways(qtbot: QtBot, preferences: QSettings) -> None:
    table = Table(preferences, "narrow", name="Rows")
    qtbot.addWidget(table)
    model = make_model()
    model.setParent(table)
    table.set_default_columns({0: 180, 1: 90}, frozenset({2}), filling=(0,))
    table.set_model(model)
    table.resize(220, 300)
    table.show()
    qtbot.waitUntil(lambda: table.header().length() <= table.viewport().width())
    assert table.columnWidth(1) == 90


def test_the_choice_of_columns_is_remembered(qtbot: QtBot, preferences: QSettings) -> None:
    table = make_table(qtbot, preferences)
    toggle(table, "Images")
    assert shown_columns(make_table(qtbot, preferences)) == [0, 1, 2]


def test_a_width_is_remembered(qtbot: QtBot, preferences: QSettings) -> None:
    table = make_table(qtbot, preferences)
    table.header().resizeSection(0, 233)
    again = make_table(qtbot, preferences)
    assert again.columnWidth(0) == 233


def test_the_order_of_columns_is_remembered(qtbot: QtBot, preferences: QSettings) -> None:
    table = make_table(qtbot, preferences)
    table.header().moveSection(0, 1)
    again = make_table(qtbot, preferences)
    assert again.header().visualIndex(0) == 1


def test_columns_can_be_reset(qtbot: QtBot, preferences: QSettings) -> None:
    table = make_table(qtbot, preferences)
    table.header().moveSection(0, 1)
    toggle(table, "Images")
    table.reset_columns()
    assert (shown_columns(table), table.header().visualIndex(0)) == ([0, 1], 0)


def test_the_last_column_cannot_be_hidden(qtbot: QtBot, preferences: QSettings) -> None:
    table = make_table(qtbot, preferences)
    toggle(table, "ID")
    toggle(table, "Patient")
    assert shown_columns(table) == [0]


@pytest.mark.parametrize("garbage", ["", "x", 7])
def test_a_broken_memory_of_columns_is_passed_over(qtbot: QtBot, preferences: QSettings, garbage: object) -> None:
    preferences.setValue("columns/test", garbage)
    assert shown_columns(make_table(qtbot, preferences)) == [0, 1]
