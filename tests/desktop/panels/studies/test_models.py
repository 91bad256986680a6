"""The list's model: rows change place, and what was selected or open goes with its study."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.archive import Study
from pacsdesk.contract.records.paging import Page
from pacsdesk.desktop.panels.studies.columns import COLUMNS, column_number
from pacsdesk.desktop.panels.studies.models import RowKind, StudyModel
from pacsdesk.desktop.panels.studies.pages import PAGE_ROWS
from tests.desktop.panels.studies.building import make_series, make_study

NAME = column_number("patient_name")


def page(*numbers: int, next_key: str = "") -> Page[Study]:
    return Page(tuple(make_study(number) for number in numbers), next_key)


@pytest.fixture
def model(qtbot: QtBot) -> StudyModel:
    made = StudyModel(COLUMNS)
    made.start_over(page(*range(10)))
    return made


def numbers_of(model: StudyModel) -> list[str]:
    return [str(model.index(row, column_number("patient_id")).data()) for row in range(model.rowCount())]


def test_the_model_keeps_qts_rules_while_rows_come_go_and_move(model: StudyModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.open_study(make_study(2).study_instance_uid, (make_series(make_study(2), 1),))
    model.replace({0: page(12, 11, 2, 0)})
    model.close_study(make_study(2).study_instance_uid)
    model.set_total(300)
    model.replace({0: page(1)})
    assert tester.model() is model  # what it finds comes as a warning, and that fails the test


def test_an_opened_study_has_its_series_in_the_rows_below(model: StudyModel) -> None:
    study = make_study(3)
    model.open_study(study.study_instance_uid, (make_series(study, 1), make_series(study, 2)))
    kinds = [model.kind_at(row) for row in range(3, 7)]
    assert kinds == [RowKind.STUDY, RowKind.SERIES, RowKind.SERIES, RowKind.STUDY]


def test_a_study_opened_before_its_series_are_known_says_so(model: StudyModel) -> None:
    model.open_study(make_study(3).study_instance_uid, None)
    assert model.index(4, NAME).data() == "Loading series"


def test_a_selected_study_is_found_at_its_new_row_when_others_arrive_above(model: StudyModel) -> None:
    kept = QPersistentModelIndex(model.index(4, NAME))
    model.replace({0: page(21, 20, *range(10))})
    assert kept.row() == 6


def test_a_study_that_is_gone_is_not_another_one_selected(model: StudyModel) -> None:
    kept = QPersistentModelIndex(model.index(4, NAME))
    model.replace({0: page(0, 1, 2, 3, 5, 6, 7, 8, 9)})
    assert not kept.isValid()


def test_a_study_whose_place_is_unknown_after_a_refresh_is_not_another_one_selected(qtbot: QtBot) -> None:
    model = StudyModel(COLUMNS)
    model.start_over(page(*range(PAGE_ROWS), next_key="x"))
    model.put_page(1, page(*range(PAGE_ROWS, 2 * PAGE_ROWS), next_key="y"))
    kept = QPersistentModelIndex(model.index(PAGE_ROWS + 7, NAME))
    model.replace({0: page(5000, *range(PAGE_ROWS - 1), next_key="x")})
    assert not kept.isValid()


def test_a_selected_series_goes_with_its_study(model: StudyModel) -> None:
    study = make_study(1)
    model.open_study(study.study_instance_uid, (make_series(study, 1), make_series(study, 2)))
    kept = QPersistentModelIndex(model.index(3, NAME))
    model.replace({0: page(30, 31, 1, 0)})
    assert (kept.row(), model.series_at(kept.row())) == (4, make_series(study, 2))


def test_a_selection_of_all_rows_survives_a_study_more(model: StudyModel) -> None:
    selection = QItemSelectionModel(model)
    for row in (2, 5):
        selection.select(
            model.index(row, 0), QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        )
    model.replace({0: page(40, *range(10))})
    assert sorted(index.row() for index in selection.selectedRows()) == [3, 6]


def test_an_opened_study_is_open_again_when_its_page_comes_back(model: StudyModel) -> None:
    model.open_study(make_study(3).study_instance_uid, (make_series(make_study(3), 1),))
    model.start_over(page(90, 91))
    model.start_over(page(2, 3))
    assert [model.kind_at(row) for row in range(3)] == [RowKind.STUDY, RowKind.STUDY, RowKind.SERIES]


def test_rows_of_pages_not_loaded_are_there_and_say_nothing(model: StudyModel) -> None:
    model.set_total(1_000_000)
    assert (model.rowCount(), model.kind_at(999_999), model.index(999_999, NAME).data()) == (
        1_000_000,
        RowKind.AWAITED_STUDY,
        "",
    )


def test_new_values_of_a_study_show_at_its_place(model: StudyModel) -> None:
    model.update_study(make_study(4, patient_id="CHANGED"))
    assert numbers_of(model)[4] == "CHANGED"


def test_markup_in_a_description_stays_text(model: StudyModel) -> None:
    model.start_over(Page((make_study(0, study_description="<b>bold</b>\nsecond\u202e line"),)))
    assert model.index(0, column_number("study_description")).data() == "<b>bold</b> second line"
