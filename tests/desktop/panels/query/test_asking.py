"""A person asks a peer: by fields or by text, as another title, stops it, goes down and back, copies and saves."""

import shlex
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.events import PeersChanged
from pacsdesk.contract.records.queries import QueryKey, QueryModel
from pacsdesk.contract.types import AETitle, QueryLevel
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.query.panel import QueryPanel
from pacsdesk.desktop.panels.query.query_form import IDENTIFIER, OPTIONS
from tests.desktop.panels.query.conftest import Open, WaitingQueries, ask, column, edit_of, type_over
from tests.desktop.shell.pages import press
from tests.support.demo_queries import ARCHIVE, answers, refused, series_answers, study_rows
from tests.support.fake_services import FakeSite


def test_return_in_a_field_asks_and_the_answers_take_the_keyboard(
    panel: QueryPanel, queries: WaitingQueries, qtbot: QtBot
) -> None:
    type_over(edit_of(panel, "PatientName"), "DOE^J*")
    QTest.keyClick(edit_of(panel, "PatientName"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.query.table.model.rowCount() == len(study_rows()))
    assert queries.asked[0][0] == ARCHIVE
    assert (queries.last.keys, queries.last.level) == ((QueryKey("PatientName", "DOE^J*"),), QueryLevel.STUDY)
    assert column(panel, "PatientName")[0] == "DOE, JANE"
    assert panel.query.answers.status().startswith("6 answers in 41 ms")
    assert panel.query.table.table.hasFocus()


def test_what_may_match_nothing_is_said_while_one_types(panel: QueryPanel) -> None:
    type_over(edit_of(panel, "ModalitiesInStudy"), "ct")
    field = panel.query.form.keys.fields["ModalitiesInStudy"]
    assert "Write CT" in field.help_words()
    type_over(edit_of(panel, "ModalitiesInStudy"), "CT")
    assert "wildcards" in field.help_words()


def test_fields_and_text_are_the_same_query(panel: QueryPanel) -> None:
    form = panel.query.form
    type_over(edit_of(panel, "PatientID"), "4711")
    form.switch.setCurrentIndex(IDENTIFIER)
    assert form.identifier.text_edit.toPlainText() == "PatientID=4711"
    form.identifier.text_edit.setPlainText("PatientID=0815\n0008,0090=HOUSE*")
    assert edit_of(panel, "PatientID").text() == "0815"
    form.identifier.text_edit.setPlainText("no key")
    assert not panel.query.actions_of_query.ask.isEnabled()


def test_any_key_of_the_dictionary_is_added_explained_and_dropped(panel: QueryPanel, qtbot: QtBot) -> None:
    keys = panel.query.form.keys
    qtbot.waitUntil(lambda: bool(keys.completions()))
    keys.add_edit.setText("0008,0090")  # typed, it would open a list, which needs a screen
    QTest.keyClick(keys.add_edit, Qt.Key.Key_Return)
    assert keys.fields["ReferringPhysicianName"].edit.hasFocus()
    assert "Family^Given" in keys.fields["ReferringPhysicianName"].help_words()
    assert panel.query.form.draft().order.keys == (QueryKey("ReferringPhysicianName"),)
    keys.fields["ReferringPhysicianName"].dropped.emit()
    assert panel.query.form.draft().order.keys == ()


@pytest.mark.thorough
def test_what_is_no_key_is_not_added(panel: QueryPanel, qtbot: QtBot) -> None:
    keys = panel.query.form.keys
    qtbot.waitUntil(lambda: bool(keys.completions()))
    before = list(keys.fields)
    keys.add_edit.setText("PatientsName")
    QTest.keyClick(keys.add_edit, Qt.Key.Key_Return)
    assert list(keys.fields) == before


def test_each_model_has_its_levels_and_each_level_its_keys(panel: QueryPanel) -> None:
    form = panel.query.form
    form.model.setCurrentIndex(form.model.findData(QueryModel.PATIENT_ROOT))
    form.level.setCurrentIndex(form.level.findData(QueryLevel.SERIES))
    assert list(form.keys.fields)[:2] == ["PatientID", "StudyInstanceUID"]
    form.model.setCurrentIndex(form.model.findData(QueryModel.WORKLIST))
    order = form.draft().order
    assert (order.level, form.level.isVisible()) == (None, False)
    assert "ScheduledProcedureStepSequence.Modality" in form.keys.fields


def test_it_is_asked_as_another_title_for_so_many_answers(
    panel: QueryPanel, queries: WaitingQueries, qtbot: QtBot
) -> None:
    options = panel.query.form.options
    options.calling.setText("CT01")
    options.limit.setValue(20)
    options.adds_usual.setChecked(False)
    options.character_set.setCurrentText("ISO_IR 100")
    ask(panel, qtbot)
    asked = queries.last
    assert (asked.calling_ae_title, asked.limit, asked.adds_usual_keys) == (AETitle("CT01"), 20, False)
    assert asked.character_set == "ISO_IR 100"
    assert "asked as CT01" in panel.query.answers.status()


@pytest.mark.thorough
def test_a_wrong_title_is_not_asked_under_and_shows_where_it_stands(panel: QueryPanel, queries: WaitingQueries) -> None:
    panel.query.form.options.calling.setText("A TITLE THAT IS TOO LONG")
    panel.query.actions_of_query.ask.trigger()
    assert (queries.asked, panel.query.form.switch.currentIndex()) == ([], OPTIONS)


def test_a_query_is_stopped_at_once_and_what_came_stays(
    panel: QueryPanel, queries: WaitingQueries, qtbot: QtBot
) -> None:
    queries.may_end.clear()
    panel.query.actions_of_query.ask.trigger()
    qtbot.waitUntil(lambda: bool(queries.asked))
    QTest.keyClick(panel.query, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not panel.query.asking.is_running)
    assert panel.query.table.model.rowCount() == len(study_rows())
    assert "stopped" in panel.query.answers.status()


@pytest.mark.thorough
def test_an_answer_to_a_query_that_was_asked_before_another_is_forgotten(
    panel: QueryPanel, queries: WaitingQueries, site: FakeSite, qtbot: QtBot
) -> None:
    queries.may_end.clear()
    panel.query.actions_of_query.ask.trigger()
    qtbot.waitUntil(lambda: len(queries.asked) == 1)
    site.query_outcomes[ARCHIVE] = answers(study_rows(2))
    ask(panel, qtbot)
    assert panel.query.table.model.rowCount() == 2


@pytest.mark.thorough
def test_what_was_cut_says_so(panel: QueryPanel, site: FakeSite, qtbot: QtBot) -> None:
    site.query_outcomes[ARCHIVE] = replace(answers(study_rows()), is_cut=True)
    ask(panel, qtbot)
    assert "cut at the limit of 1,000" in panel.query.answers.status()


def test_enter_goes_down_and_back_without_asking_again(
    panel: QueryPanel, queries: WaitingQueries, site: FakeSite, qtbot: QtBot
) -> None:
    ask(panel, qtbot)
    panel.query.table.choose(2)
    site.query_outcomes[ARCHIVE] = series_answers()
    QTest.keyClick(panel.query.table.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.query.table.model.rowCount() == 3)
    assert queries.last.level is QueryLevel.SERIES
    assert queries.last.keys == (QueryKey("StudyInstanceUID", study_rows()[2][-1]),)
    assert edit_of(panel, "StudyInstanceUID").text() == study_rows()[2][-1]
    QTest.keyClick(panel.query.table.table, Qt.Key.Key_Backspace)
    assert panel.query.table.chosen() == (study_rows()[2],)
    assert (len(queries.asked), panel.query.answers.trail.isVisible()) == (2, False)


def test_who_does_not_get_down_stays_where_it_was(panel: QueryPanel, site: FakeSite, qtbot: QtBot) -> None:
    ask(panel, qtbot)
    panel.query.table.choose(1)
    site.fail["queries.find"] = InvalidInput("It is no key.")
    panel.query.go_below()
    qtbot.waitUntil(lambda: not panel.query.asking.is_running)
    assert panel.query.table.chosen() == (study_rows()[1],)
    assert (panel.query.answers.trail.isVisible(), panel.query.form.draft().order.level) == (False, QueryLevel.STUDY)


def test_all_of_an_answer_stands_beside_the_list(panel: QueryPanel, qtbot: QtBot) -> None:
    ask(panel, qtbot)
    panel.query.table.choose(2)
    text = panel.query.view.text()
    assert "PatientName: YAMADA, Tarou (\u5c71\u7530 \u592a\u90ce)" in text
    assert f"StudyInstanceUID: {study_rows()[2][-1]}" in text


def test_the_filter_hides_answers_and_offers_to_be_cleared(panel: QueryPanel, qtbot: QtBot) -> None:
    ask(panel, qtbot)
    panel.search.search_for("doe")
    assert column(panel, "PatientName") == ["DOE, JANE", "DOE, JOHN Q"]
    assert panel.query.answers.status().startswith("2 of 6 answers")
    panel.search.search_for("nowhere")
    press(panel.query.answers, "Clear search")
    assert panel.query.table.model.rowCount() == 6


def test_a_refusal_is_told_with_its_findings_and_asked_again_under_another_title(
    panel: QueryPanel, site: FakeSite, qtbot: QtBot
) -> None:
    site.query_outcomes[ARCHIVE] = refused()
    ask(panel, qtbot)
    assert panel.query.answers.shown_page() is panel.query.answers.findings
    press(panel.query.answers.findings, "Ask as another title")
    assert panel.query.form.options.calling.hasFocus()


@pytest.mark.thorough
def test_what_the_engine_does_not_take_is_told_and_the_form_stays(
    panel: QueryPanel, site: FakeSite, qtbot: QtBot
) -> None:
    site.fail["queries.find"] = InvalidInput("'X' is no key.")
    type_over(edit_of(panel, "PatientID"), "4711")
    ask(panel, qtbot)
    assert edit_of(panel, "PatientID").text() == "4711"


def test_the_query_is_copied_as_a_command(panel: QueryPanel) -> None:
    type_over(edit_of(panel, "PatientName"), "O'NEIL*")
    actions, clipboard = panel.query.actions_of_query, QGuiApplication.clipboard()
    actions.copy_findscu.trigger()
    words = shlex.split(clipboard.text())
    assert (words[0], "PatientName=O'NEIL*" in words, words[-1]) == ("findscu", True, "104")
    actions.copy_pacsdesk.trigger()
    assert "find 'Archive 1' 'PatientName=O'\"'\"'NEIL*'" in clipboard.text()


@pytest.mark.thorough
def test_a_saved_query_is_written_into_the_form_again(panel: QueryPanel) -> None:
    type_over(edit_of(panel, "PatientID"), "4711")
    panel.query.queries.naming_wanted.emit()
    type_over(panel.query.naming.name, "Mine")
    QTest.keyClick(panel.query.naming.name, Qt.Key.Key_Return)
    type_over(edit_of(panel, "PatientID"), "0815")
    panel.query.queries.fill()
    next(one for one in panel.query.queries.actions() if one.text() == "Mine").trigger()
    assert edit_of(panel, "PatientID").text() == "4711"


@pytest.mark.thorough
def test_the_last_query_stands_in_the_form_of_the_next_window(
    opened: Open, site: FakeSite, queries: WaitingQueries, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    type_over(edit_of(panel, "AccessionNumber"), "A1001")
    ask(panel, qtbot)
    again, _ = opened(site)
    assert edit_of(again, "AccessionNumber").text() == "A1001"
    assert len(queries.asked) == 1


@pytest.mark.thorough
def test_without_a_peer_it_leads_to_the_peers(opened: Open, qtbot: QtBot) -> None:
    panel, _ = opened(FakeSite())
    qtbot.waitUntil(lambda: not panel.query.actions_of_query.ask.isEnabled())
    assert panel.query.form.problem() == "There is no peer that can be asked."


@pytest.mark.thorough
def test_a_peer_that_comes_can_be_asked_and_is_chosen_from_elsewhere(
    panel: QueryPanel, site: FakeSite, qtbot: QtBot
) -> None:
    site.peers = [*site.peers, replace(site.peers[0], name="Newcomer")]
    site.publish(PeersChanged("Newcomer"))
    qtbot.waitUntil(lambda: panel.query.form.peer.findData("Newcomer") >= 0)
    panel.show_destination(Destination("query", words="Newcomer"))
    assert panel.query.form.draft().peer == "Newcomer"


@pytest.mark.thorough
def test_ten_thousand_answers_are_shown(panel: QueryPanel, site: FakeSite, qtbot: QtBot) -> None:
    site.query_outcomes[ARCHIVE] = answers(study_rows(10_000))
    ask(panel, qtbot)
    panel.query.table.table.sortByColumn(7, Qt.SortOrder.DescendingOrder)
    assert column(panel, "NumberOfStudyRelatedInstances")[0] == "1204"
