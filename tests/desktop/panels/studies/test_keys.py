"""From the search to a study and back without the mouse."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.panel import Destination
from tests.desktop.panels.studies.building import make_study, study_uid
from tests.desktop.panels.studies.conftest import SetStage


def test_letters_typed_one_after_the_other_are_one_word(qapp: QApplication, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    qapp.setKeyboardInputInterval(60_000)
    stage.panel.setFocus()
    stage.table.select_row(1)
    QTest.keyClicks(stage.table, "smi")
    assert (stage.table.currentIndex().row(), stage.field.text()) == (6, "")


def test_typing_what_no_name_begins_with_goes_on_in_the_search(
    qapp: QApplication, qtbot: QtBot, set_stage: SetStage
) -> None:
    stage = set_stage(count=7)
    qapp.setKeyboardInputInterval(60_000)
    QTest.keyClicks(stage.table, "p1")
    QTest.keyClicks(stage.field, "0003")
    qtbot.waitUntil(lambda: stage.cells("patient_id") == ["P10003"])


def test_a_space_within_a_word_that_is_being_typed_is_part_of_it(
    qapp: QApplication, qtbot: QtBot, set_stage: SetStage
) -> None:
    stage = set_stage(count=7)
    qapp.setKeyboardInputInterval(60_000)
    stage.panel.activateWindow()
    qtbot.waitUntil(stage.panel.isActiveWindow)
    stage.panel.setFocus()
    stage.table.select_row(0)
    qtbot.waitUntil(stage.panel.studies.actions_of_studies.show_series.isEnabled)
    QTest.keyClicks(stage.table, "smith ")
    QTest.keyClicks(stage.field, "ct")
    assert (stage.field.text(), stage.studies.model.rowCount()) == ("smith ct", 7)


def test_a_space_by_itself_opens_the_study(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.panel.activateWindow()
    qtbot.waitUntil(stage.panel.isActiveWindow)
    stage.panel.setFocus()
    stage.table.select_row(0)
    qtbot.waitUntil(stage.panel.studies.actions_of_studies.show_series.isEnabled)
    QTest.keyClick(stage.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stage.studies.model.is_open(study_uid(0)))


def test_the_panel_gives_the_keyboard_to_its_list(set_stage: SetStage) -> None:
    assert set_stage(count=7).panel.focusProxy() is not None


def test_enter_in_the_search_opens_the_only_hit(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    QTest.keyClicks(stage.field, "p10003")
    QTest.keyClick(stage.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.navigator.visited == [Destination("viewer", study_uid(3))])


def test_enter_in_the_search_goes_to_the_first_of_several_hits(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    QTest.keyClicks(stage.field, "smith")
    QTest.keyClick(stage.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.cells("patient_id") == ["P10000", "P10006"] and stage.table.hasFocus())
    assert (stage.studies.chosen().study, stage.navigator.visited) == (make_study(0), [])


def test_arrow_down_in_the_search_selects_what_it_marks(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.field.setFocus()
    QTest.keyClick(stage.field, Qt.Key.Key_Down)
    open_study = stage.panel.studies.actions_of_studies.open
    assert open_study is not None
    qtbot.waitUntil(lambda: stage.studies.chosen().study == make_study(0) and open_study.isEnabled())
