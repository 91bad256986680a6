"""Who is connected now: followed by itself, looked into, ended after one question."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import NotPermitted, Unavailable
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.associations import AssociationState
from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.panels.associations.live_model import Rates
from pacsdesk.desktop.panels.associations.panel import NOW, PAST
from tests.desktop.panels.associations.conftest import Open, cells, choose, message
from tests.desktop.shell.pages import press
from tests.support.demo_associations import association
from tests.support.fake_services import FakeSite

WARD, CT, ARCHIVE = range(3)


def test_each_has_its_other_side_what_it_did_and_what_failed(opened: Open, site: FakeSite) -> None:
    table = opened(site)[0].live.table
    assert cells(table, "With") == ["WARD_VIEWER", "CT01", "ARCHIVE2"]
    assert cells(table, "Direction") == ["Calls us", "Calls us", "We call"]
    assert cells(table, "Requests") == ["12 C-FIND, 1 C-MOVE", "409 C-STORE", "1 C-ECHO"]
    assert cells(table, "Failed") == ["1", "", ""]


def test_who_comes_and_goes_shows_by_itself_and_what_is_chosen_stays(
    opened: Open, site: FakeSite, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    choose(panel.live.table, ARCHIVE)
    site.open_associations[:] = [*site.open_associations[1:], association("live-4", AssociationState.OPEN)]
    qtbot.waitUntil(lambda: cells(panel.live.table, "With") == ["CT01", "ARCHIVE2", "CT01"])
    assert [row.detail.summary.association_id for row in panel.live.chosen()] == ["live-3"]


def test_what_is_chosen_is_followed_beside_the_list(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel.live.table, CT)
    qtbot.waitUntil(lambda: "OFFIS_DCMTK_369" in panel.details.text())
    ct = site.open_associations[CT]
    site.open_associations[CT] = replace(ct, summary=replace(ct.summary, bytes_received=300_000_000))
    qtbot.waitUntil(lambda: "Received: 300 MB" in panel.details.text())


def test_sop_classes_and_transfer_syntaxes_have_their_names(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel.live.table, CT)
    agreed = panel.details.agreed
    qtbot.waitUntil(lambda: "CT Image Storage" in cells(agreed, "SOP class"))
    assert cells(agreed, "Agreed")[0] == "Implicit VR Little Endian"
    assert cells(agreed, "Agreed")[2] == "SOP class not supported"
    assert cells(agreed, "SOP class UID")[1] == "1.2.840.10008.5.1.4.1.1.2"


def test_the_chosen_one_that_ends_stays_beside_the_list_with_its_end(
    opened: Open, site: FakeSite, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    choose(panel.live.table, CT)
    ended = site.open_associations.pop(CT)
    site.past_associations.insert(0, replace(ended, summary=replace(ended.summary, state=AssociationState.ABORTED)))
    qtbot.waitUntil(lambda: panel.details.story.text() == "One side gave it up before its end.")
    assert panel.live.chosen() == ()


def test_ending_one_asks_first(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel.live.table, CT)
    press(panel, "End")
    assert panel.live.question.isVisible()
    assert panel.window().focusWidget() is panel.live.question.keep
    assert site.calls["associations.end"] == 0
    panel.live.question.confirm.click()
    qtbot.waitUntil(lambda: cells(panel.live.table, "With") == ["WARD_VIEWER", "ARCHIVE2"])


def test_escape_ends_nothing_and_leads_back_to_the_list(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel.live.table, CT)
    panel.window().activateWindow()
    qtbot.waitUntil(panel.window().isActiveWindow)
    panel.live.table.setFocus()
    QTest.keyClick(panel.live.table, Qt.Key.Key_Delete)
    assert panel.live.question.isVisible()
    QTest.keyClick(panel.live.question.keep, Qt.Key.Key_Escape)
    assert panel.window().focusWidget() is panel.live.table
    assert (panel.live.question.isVisible(), site.calls["associations.end"]) == (False, 0)


def test_several_are_ended_together(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, workspace = opened(site)
    choose(panel.live.table, WARD, CT)
    panel.live.end.trigger()
    panel.live.question.confirm.click()
    said = "2 associations end once nothing is under way in them."
    qtbot.waitUntil(lambda: workspace.status_line.text() == said)
    qtbot.waitUntil(lambda: cells(panel.live.table, "With") == ["ARCHIVE2"])


def test_the_question_goes_when_what_it_is_about_ends_by_itself(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel.live.table, CT)
    panel.live.end.trigger()
    ended = site.open_associations.pop(CT)
    site.past_associations.insert(0, ended)
    qtbot.waitUntil(lambda: not panel.live.question.isVisible())


def test_one_that_ended_meanwhile_is_told_as_that(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, workspace = opened(site)
    choose(panel.live.table, CT)
    panel.live.end.trigger()
    site.past_associations.insert(0, site.open_associations.pop(CT))
    panel.live.question.confirm.click()
    qtbot.waitUntil(lambda: workspace.status_line.text() == "It had ended by itself.")


def test_who_may_not_end_is_not_offered_it(opened: Open, site: FakeSite) -> None:
    site.permissions = (Permission.ASSOCIATION_VIEW,)
    panel, _ = opened(site)
    choose(panel.live.table, CT)
    panel.live.end.trigger()
    assert [action.text() for action in panel.panel_actions()] == ["Save the journal", "Copy as text"]
    assert not panel.live.question.isVisible()


def test_a_refusal_to_end_is_told(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, workspace = opened(site)
    choose(panel.live.table, CT)
    site.fail["associations.end"] = NotPermitted("Ada may not do this.")
    panel.live.end.trigger()
    panel.live.question.confirm.click()
    qtbot.waitUntil(lambda: len(workspace.notice_area.bars()) == 1)


def test_nobody_connected_says_what_would_be_here(opened: Open, qtbot: QtBot) -> None:
    panel, _ = opened(FakeSite())
    qtbot.waitUntil(lambda: "Nobody is connected" in message(panel.live))
    assert not panel.details.isVisible()


def test_the_empty_page_stays_while_nobody_comes(opened: Open, qtbot: QtBot) -> None:
    site = FakeSite()
    panel, _ = opened(site)
    qtbot.waitUntil(lambda: isinstance(panel.live.states.currentWidget(), MessagePage))
    page = panel.live.states.currentWidget()
    looks = site.calls["associations.live"]
    qtbot.waitUntil(lambda: site.calls["associations.live"] > looks + 2)
    assert panel.live.states.currentWidget() is page


def test_an_engine_that_does_not_answer_leaves_nobody_as_connected(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    site.fail["associations.live"] = Unavailable("The engine is busy.")
    qtbot.waitUntil(lambda: "The engine is busy." in message(panel.live))
    assert panel.live.model.rowCount() == 0
    press(panel.live, "Retry")
    qtbot.waitUntil(lambda: panel.live.model.rowCount() == 3)


def test_nothing_is_asked_while_nobody_looks(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    panel.pages.choose(PAST)
    qtbot.waitUntil(lambda: site.calls["associations.past"] > 0)
    looks, past_looks = site.calls["associations.live"], site.calls["associations.past"]
    qtbot.waitUntil(lambda: site.calls["associations.past"] > past_looks + 2)
    assert site.calls["associations.live"] <= looks + 1  # one may have been on its way
    panel.pages.choose(NOW)
    qtbot.waitUntil(lambda: site.calls["associations.live"] > looks + 1)


def test_all_that_is_known_is_copied_as_text(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel.live.table, WARD)
    qtbot.waitUntil(panel.copy.isEnabled)
    panel.copy.trigger()
    text = QGuiApplication.clipboard().text()
    assert "WARD_VIEWER \u2192 PACSDESK: With failures" in text
    assert "  1 C-MOVE: Move destination unknown (A801)" in text


@pytest.mark.parametrize(("received", "expected"), [(3_000, 1_000.0), (0, 0.0)])
def test_a_rate_is_what_came_between_two_looks(received: int, expected: float) -> None:
    rates = Rates()
    first, second = (association("1", AssociationState.OPEN, bytes_received=count) for count in (500, 500 + received))
    assert [row.received_per_second for row in rates.rows([first], 7.0)] == [None]
    assert [row.received_per_second for row in rates.rows([second], 10.0)] == [expected]
