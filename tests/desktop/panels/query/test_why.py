"""Nothing matched: the queries that tell why stand there before they run, and the one that is answered is taken."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.queries import Explanation
from pacsdesk.desktop.panels.query.panel import QueryPanel
from tests.desktop.panels.query.conftest import WaitingQueries, ask, edit_of, type_over
from tests.desktop.shell.pages import press
from tests.support.demo_queries import ANSWERED, ARCHIVE, answers, demo_explanation, study_rows
from tests.support.fake_services import FakeSite


def in_vain(panel: QueryPanel, site: FakeSite, qtbot: QtBot) -> None:
    """Ask for what is not there, and why."""
    site.query_outcomes[ARCHIVE] = answers(())
    type_over(edit_of(panel, "PatientName"), "DOE^JANE")
    type_over(edit_of(panel, "ModalitiesInStudy"), "MR")
    ask(panel, qtbot)
    press(panel.query.answers, "Ask why")
    qtbot.waitUntil(lambda: panel.query.answers.shown_page() is panel.query.answers.why)


def test_nothing_is_asked_before_the_list_was_seen(
    panel: QueryPanel, queries: WaitingQueries, site: FakeSite, qtbot: QtBot
) -> None:
    in_vain(panel, site, qtbot)
    assert len(queries.asked) == 1
    assert "without ModalitiesInStudy (MR)" in panel.query.answers.why.lines()
    press(panel.query.answers.why, "Not now")
    assert len(queries.asked) == 1


def test_the_key_that_hid_it_is_named_and_the_way_taken(
    panel: QueryPanel, queries: WaitingQueries, site: FakeSite, qtbot: QtBot
) -> None:
    in_vain(panel, site, qtbot)
    press(panel.query.answers.why, "Ask these 3 queries")
    qtbot.waitUntil(lambda: len(panel.query.answers.why.cards) == 1)
    site.query_outcomes[ARCHIVE] = answers(study_rows(1))
    press(panel.query.answers.why, "Use this")
    qtbot.waitUntil(lambda: panel.query.table.model.rowCount() == 1)
    assert [key.value for key in queries.last.keys if key.value] == ["DOE^JANE"]
    assert edit_of(panel, "ModalitiesInStudy").text() == ""
    assert queries.last.limit == ANSWERED.limit


@pytest.mark.thorough
def test_where_nothing_helped_there_is_nothing_to_take(panel: QueryPanel, site: FakeSite, qtbot: QtBot) -> None:
    site.explanation = replace(demo_explanation(), ways=())
    in_vain(panel, site, qtbot)
    press(panel.query.answers.why, "Ask these 3 queries")
    qtbot.waitUntil(lambda: len(panel.query.answers.why.cards) == 1)
    assert panel.query.answers.why.heading() == f"Nothing that was tried is answered by {ARCHIVE}"


@pytest.mark.thorough
def test_where_nothing_can_be_changed_it_says_what_to_name(panel: QueryPanel, site: FakeSite, qtbot: QtBot) -> None:
    site.relaxations, site.explanation = (), Explanation((), ())
    in_vain(panel, site, qtbot)
    assert panel.query.answers.why.heading() == "There is nothing to change one at a time"
    assert not panel.query.answers.why.run_button.isVisible()


def test_the_keyboard_alone_is_enough(panel: QueryPanel, site: FakeSite, qtbot: QtBot) -> None:
    site.query_outcomes[ARCHIVE] = answers(())
    panel.window().activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    type_over(edit_of(panel, "PatientName"), "DOE^JANE")
    type_over(edit_of(panel, "ModalitiesInStudy"), "MR")
    ask(panel, qtbot)
    why = panel.query.answers.why
    buttons = panel.query.answers.findChildren(QAbstractButton)
    ask_why = next(one for one in buttons if one.text() == "Ask why" and one.isVisible())
    ask_why.setFocus()
    QTest.keyClick(ask_why, Qt.Key.Key_Space)
    qtbot.waitUntil(why.run_button.hasFocus)
    QTest.keyClick(why.run_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(why.cards) == 1)
    assert isinstance(used := panel.window().focusWidget(), QAbstractButton)
    assert used.text() == "Use this"
