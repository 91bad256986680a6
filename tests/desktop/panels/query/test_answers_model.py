"""The table of answers: sorted by size and by letters, filtered, and safe with whatever a peer sends."""

from dataclasses import replace

from PySide6.QtCore import QPersistentModelIndex, Qt

from pacsdesk.contract.records.queries import QueryKey, QueryOrder
from pacsdesk.desktop.panels.query.answers_model import AnswersModel, filling_of, hidden_of, spare_of
from pacsdesk.desktop.panels.query.dictionary import USUAL_DICTIONARY
from tests.support.demo_queries import answers, series_answers, study_rows

NAME, DATE, IMAGES = 0, 2, 7
DOWN = Qt.SortOrder.DescendingOrder


def model_of(rows: tuple[tuple[str, ...], ...]) -> AnswersModel:
    model = AnswersModel()
    model.show_answers(answers(rows), USUAL_DICTIONARY)
    return model


def shown(model: AnswersModel, column: int) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_values_are_shown_as_people_write_them() -> None:
    model = model_of(study_rows())
    first = [model.index(0, column).data() for column in range(4)]
    assert first == ["DOE, JANE", "4711", "2026-11-24", "09:12"]


def test_numbers_are_sorted_by_their_size_and_stand_on_the_right() -> None:
    model = model_of(study_rows())
    model.sort(IMAGES, DOWN)
    assert [one for one in shown(model, IMAGES) if one] == ["1204", "412", "220", "31", "2"]
    alignment = model.index(0, IMAGES).data(Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & Qt.AlignmentFlag.AlignRight


def test_without_a_sort_they_stand_as_they_came() -> None:
    model = model_of(study_rows())
    before = shown(model, NAME)
    model.sort(DATE)
    model.sort(-1)
    assert shown(model, NAME) == before


def test_what_is_chosen_stays_chosen_when_the_list_is_sorted() -> None:
    model = model_of(study_rows())
    kept = QPersistentModelIndex(model.index(0, NAME))
    model.sort(DATE)
    assert (kept.row(), model.index(kept.row(), NAME).data()) == (5, "DOE, JANE")


def test_all_words_of_the_filter_must_be_there_as_shown_or_as_sent() -> None:
    model = model_of(study_rows())
    for words, names in (
        ("doe ct", 2),
        ("2026-11-22", 1),
        ("20261122", 1),
        ("\u5c71\u7530", 1),
        ("DOE, JANE", 1),
        ("09:12", 1),
        ("doe mr", 0),
    ):
        model.filter(words)
        assert model.rowCount() == names, words
    model.filter("")
    assert model.rowCount() == len(study_rows())


def test_hostile_values_stay_on_their_line() -> None:
    bad = ("EVIL\n\x1b[31m^\u202eNAME", "1\t2", "no date", "?", "\x00", "A" * 5000, "<b>x</b>", "many", "1.2")
    model = model_of((bad,))
    cells = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert all(sign.isprintable() for cell in cells for sign in cell)
    assert max(map(len, cells)) <= 400
    model.sort(IMAGES)
    assert cells[6] == "<b>x</b>"


def test_ten_thousand_answers_are_sorted_and_filtered_whole() -> None:
    model = model_of(study_rows(10_000))
    model.sort(IMAGES, DOWN)
    model.filter("doe")
    assert (model.rowCount(), model.number_of_answers) == (3334, 10_000)


def test_a_column_in_which_all_say_what_was_asked_for_waits_in_the_menu() -> None:
    outcome = series_answers()
    model = AnswersModel()
    asked = QueryOrder((QueryKey("StudyInstanceUID", outcome.rows[0][0]),), level=outcome.order.level)
    model.show_answers(replace(outcome, order=asked), USUAL_DICTIONARY)
    assert hidden_of(model.columns) == {0}
    assert (filling_of(model.columns), 1 in spare_of(model.columns)) == ((3,), False)
