"""The Studies panel in the hands of a person: typing, sorting, opening rows, scrolling, watching arrivals."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Unavailable
from pacsdesk.contract.events import StudiesChanged
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.archive import StudySort
from pacsdesk.desktop.kit.labels import TextLabel
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.studies.columns import COLUMNS, column_number
from pacsdesk.desktop.panels.studies.models import RowKind
from tests.desktop.panels.studies.building import (
    CountlessStudies,
    make_site,
    make_study,
    study_uid,
)
from tests.desktop.panels.studies.conftest import SetStage, Stage


def click_opener(qtbot: QtBot, stage: Stage, row: int) -> None:
    rect = stage.table.visualRect(stage.studies.model.index(row, 0))
    QTest.mouseClick(stage.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def words_on(stage: Stage) -> str:
    return " ".join(label.text() for label in stage.panel.findChildren(TextLabel) if label.isVisible())


def test_typing_filters_the_list(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    QTest.keyClicks(stage.field, "p10003")
    qtbot.waitUntil(lambda: stage.cells("patient_id") == ["P10003"])


def test_typing_quickly_asks_once(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.site.calls.clear()
    QTest.keyClicks(stage.field, "p10003")
    qtbot.waitUntil(lambda: stage.cells("patient_id") == ["P10003"])
    assert stage.site.calls["studies.search"] == 1


def test_escape_clears_the_search(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.field.search_for("P10003")
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 1)
    QTest.keyClick(stage.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 7)


def test_a_search_that_hides_everything_offers_to_clear(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.field.search_for("nobody")
    qtbot.waitUntil(lambda: "No study matches" in words_on(stage))
    stage.studies.search_cleared.emit()
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 7)


def test_an_empty_archive_says_how_studies_come(set_stage: SetStage) -> None:
    assert "No studies yet" in words_on(set_stage(count=0))


def test_a_failed_search_says_why_and_retries(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.site.fail["studies.search"] = Unavailable("No engine answers.", "", "Start the engine.")
    stage.field.search_for("P10003")
    qtbot.waitUntil(lambda: "No engine answers." in words_on(stage))
    stage.panel.refresh()
    qtbot.waitUntil(lambda: stage.cells("patient_id") == ["P10003"])


def test_a_click_on_the_chevron_shows_the_series(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    click_opener(qtbot, stage, 1)
    qtbot.waitUntil(lambda: stage.cells("patient_name")[2:4] == ["Series 1", "Series 2"])


def test_arrow_keys_open_and_close_a_study(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.table.select_row(1)
    QTest.keyClick(stage.table, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: stage.studies.model.kind_at(2) is RowKind.SERIES)
    QTest.keyClick(stage.table, Qt.Key.Key_Left)
    assert stage.studies.model.rowCount() == 7


def test_left_on_a_series_goes_up_to_its_study(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    click_opener(qtbot, stage, 1)
    qtbot.waitUntil(lambda: stage.studies.model.kind_at(2) is RowKind.SERIES)
    stage.table.select_row(3)
    QTest.keyClick(stage.table, Qt.Key.Key_Left)
    assert stage.table.currentIndex().row() == 1


def test_a_double_click_opens_the_study_in_the_viewer(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    place = stage.table.visualRect(stage.studies.model.index(2, column_number("patient_name"))).center()
    QTest.mouseDClick(stage.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stage.navigator.visited == [Destination("viewer", study_uid(2))]


def test_enter_on_a_series_opens_that_series(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    click_opener(qtbot, stage, 1)
    qtbot.waitUntil(lambda: stage.studies.model.kind_at(3) is RowKind.SERIES)
    stage.table.select_row(3)
    QTest.keyClick(stage.table, Qt.Key.Key_Return)
    series = stage.studies.model.series_at(3)
    assert series is not None
    assert stage.navigator.visited == [Destination("viewer", study_uid(1), series.series_instance_uid)]


def test_a_click_on_a_title_sorts(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    header = stage.table.horizontalHeader()
    column = column_number("patient_id")
    place = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: stage.studies.loader.is_loaded)
    assert stage.cells("patient_id") == sorted(stage.cells("patient_id"))


def test_a_title_that_the_engine_cannot_sort_by_leaves_the_order(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    header = stage.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column_number("modalities")) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (stage.studies.loader.query.sort, header.sortIndicatorSection()) == (
        StudySort.RECEIVED,
        column_number("received"),
    )


def test_the_chosen_order_is_remembered(set_stage: SetStage) -> None:
    first = set_stage(count=7)
    first.table.horizontalHeader().setSortIndicator(column_number("size"), Qt.SortOrder.AscendingOrder)
    second = set_stage(count=7)
    assert (second.studies.loader.query.sort, second.studies.loader.query.descending) == (StudySort.SIZE, False)


def test_chosen_columns_are_remembered(set_stage: SetStage) -> None:
    column = column_number("accession_number")
    stage = set_stage(count=7)
    menu = stage.table.columns_header.columns_menu()
    next(action for action in menu.actions() if action.text() == "Accession").trigger()
    assert not set_stage(count=7).table.isColumnHidden(column)


def test_the_middle_of_a_million_studies_is_shown_after_one_jump(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(countless=1_000_000)
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 1_000_000)
    bar = stage.table.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    middle = stage.table.shown_rows()[10]
    qtbot.waitUntil(lambda: stage.studies.model.kind_at(middle) is RowKind.STUDY)
    assert stage.studies.model.study_at(middle) == make_study(middle)


def test_a_jump_through_a_million_studies_asks_for_what_is_shown_only(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(countless=1_000_000)
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 1_000_000)
    studies = stage.context.services.studies
    assert isinstance(studies, CountlessStudies)
    studies.queries.clear()
    bar = stage.table.verticalScrollBar()
    for step in range(1, 101):
        bar.setValue(bar.maximum() // 100 * step)
    last = stage.table.shown_rows()[-1]
    qtbot.waitUntil(lambda: stage.studies.model.kind_at(last) is RowKind.STUDY)
    assert len(studies.queries) <= 4


def test_a_new_study_appears_by_itself_at_the_top(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    arrived = make_study(-1)
    stage.site.studies.append(arrived)
    stage.site.publish(StudiesChanged((arrived.study_instance_uid,)))
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 8)
    assert stage.studies.model.study_at(0) == arrived


def test_an_arrival_keeps_selection_and_open_series(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    click_opener(qtbot, stage, 1)
    qtbot.waitUntil(lambda: stage.studies.model.kind_at(3) is RowKind.SERIES)
    stage.table.select_row(3)
    selected = stage.studies.model.series_at(3)
    arrived = make_study(-1)
    stage.site.studies.append(arrived)
    stage.site.publish(StudiesChanged((arrived.study_instance_uid,)))
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 10)
    assert stage.studies.chosen().series == selected


def test_further_down_an_arrival_moves_nothing_and_is_counted(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=600)
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 600)
    stage.table.verticalScrollBar().setValue(3000)
    before = stage.studies.model.study_at(stage.table.shown_rows()[0])
    stage.site.studies += [make_study(-1), make_study(-2)]
    stage.site.publish(StudiesChanged((study_uid(-1), study_uid(-2))))
    qtbot.waitUntil(lambda: stage.studies.newer.isVisible())
    assert (stage.studies.newer.text(), stage.studies.model.study_at(stage.table.shown_rows()[0])) == (
        "2 new studies",
        before,
    )


def test_the_counter_of_new_studies_jumps_to_them(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=600)
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 600)
    stage.table.verticalScrollBar().setValue(3000)
    stage.site.studies.append(make_study(-1))
    stage.site.publish(StudiesChanged((study_uid(-1),)))
    qtbot.waitUntil(lambda: stage.studies.newer.isVisible())
    QTest.mouseClick(stage.studies.newer, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stage.studies.model.study_at(0) == make_study(-1))


def test_further_down_a_growing_study_shows_its_new_count_in_place(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=600)
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 600)
    stage.table.verticalScrollBar().setValue(3000)
    row = stage.table.shown_rows()[4]
    grown = make_study(row, number_of_instances=9999)
    stage.site.studies[row] = grown
    stage.site.publish(StudiesChanged((grown.study_instance_uid,)))
    qtbot.waitUntil(lambda: stage.studies.model.study_at(row) == grown)


def test_a_thousand_arrivals_cause_a_handful_of_calls(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=50)
    stage.site.calls.clear()
    for _ in range(1000):
        stage.site.publish(StudiesChanged((study_uid(3),)))
    stage.site.studies.append(make_study(-1))
    stage.site.publish(StudiesChanged((study_uid(-1),)))
    qtbot.waitUntil(lambda: stage.studies.model.study_at(0) == make_study(-1))
    assert sum(stage.site.calls.values()) <= 6


def test_an_answer_to_an_older_search_is_dropped(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.field.search_for("P10003")
    stage.field.search_for("P10005")
    qtbot.waitUntil(lambda: stage.studies.loader.is_loaded)
    qtbot.waitUntil(lambda: stage.site.calls["studies.search"] >= 3)
    qtbot.waitUntil(lambda: stage.cells("patient_id") == ["P10005"])


def test_selected_rows_are_copied_as_text(set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.table.select_row(0)
    stage.table.copy_selection()
    titles, row = QGuiApplication.clipboard().text().split("\n")
    assert (titles.split("\t")[:2], row.split("\t")[:2]) == (["Patient name", "Patient ID"], ["SMITH, Anna", "P10000"])


def test_the_details_show_the_selected_study_and_its_series(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.table.select_row(3)
    qtbot.waitUntil(lambda: "GARCÍA LÓPEZ, María José" in words_on(stage) and "14 images" in words_on(stage))


def test_the_details_of_several_studies_say_how_much_that_is(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=3)
    stage.table.selectAll()
    qtbot.waitUntil(lambda: "3 studies, 87 images" in words_on(stage))


def test_type_ahead_finds_the_next_name(set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.table.keyboardSearch("oka")
    assert stage.table.currentIndex().row() == 5


def test_a_destination_selects_its_study(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.panel.show_destination(Destination("studies", study_uid(4)))
    qtbot.waitUntil(lambda: stage.studies.chosen().study == make_study(4))


def test_a_destination_with_words_searches(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    stage.panel.show_destination(Destination("studies", words="P10002"))
    qtbot.waitUntil(lambda: stage.cells("patient_id") == ["P10002"])


@pytest.mark.parametrize(
    ("missing", "text"),
    [
        (Permission.STUDY_VIEW, "Open"),
        (Permission.STUDY_IMPORT, "Import files..."),
        (Permission.STUDY_EXPORT, "Export to ZIP..."),
        (Permission.STUDY_DELETE, "Delete..."),
    ],
)
def test_an_action_without_its_permission_is_not_offered(set_stage: SetStage, missing: Permission, text: str) -> None:
    site = make_site(1)
    site.permissions = tuple(permission for permission in Permission if permission is not missing)
    stage = set_stage(site)
    assert text not in [action.text() for action in stage.panel.panel_actions()]


def test_too_many_selected_rows_cannot_be_deleted(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(countless=1_000_000)
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 1_000_000)
    stage.table.selectAll()
    qtbot.waitUntil(lambda: "1,000,000 rows selected" in words_on(stage))
    delete = stage.panel.studies.actions_of_studies.delete
    assert delete is not None
    assert not delete.isEnabled()


def test_column_names_are_told_apart(tmp_path: Path) -> None:
    assert len({column.column_id for column in COLUMNS}) == len(COLUMNS)


def test_one_study_is_taken_to_the_request_for_commitment(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    action = next(one for one in stage.panel.panel_actions() if one.text() == "Ask for storage commitment...")
    stage.table.selectAll()
    qtbot.waitUntil(lambda: not action.isEnabled())
    stage.table.select_row(2)
    qtbot.waitUntil(action.isEnabled)
    action.trigger()
    assert stage.navigator.visited == [Destination("workflow", study_uid(2))]
