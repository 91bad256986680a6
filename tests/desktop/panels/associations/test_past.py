"""The journal: newest first, searched, narrowed to what failed; a refused caller is let in from here."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import NotFound, Unavailable
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.associations import Direction
from pacsdesk.contract.records.peers import RefusedCaller
from pacsdesk.desktop.panel import Destination
from tests.desktop.panels.associations.conftest import Open, cells, choose, message
from tests.desktop.shell.pages import press
from tests.support.demo_associations import ITEMS, NOT_ENTERED, association
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

RELEASED, REFUSED, WITH_FAILURES, ABORTED, LOST, ELSEWHERE, NOT_REACHED = range(7)


def refuse(site: FakeSite, *, an_entry_helps: bool = True) -> RefusedCaller:
    """The engine still counts the caller that the journal has as refused."""
    caller = RefusedCaller("CT_ROOM_2", "PACSDESK", "192.0.2.18", NOT_ENTERED, 1, NOW, an_entry_helps)
    site.refused = [caller]
    return caller


def test_states_stand_in_words(past: Open, site: FakeSite) -> None:
    panel, _ = past(site)
    assert cells(panel.past.list.table, "State")[:5] == [
        "Released",
        "Refused",
        "With failures",
        "Aborted",
        "Connection lost",
    ]


def test_a_failure_is_told_with_its_number_and_status(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = past(site)
    choose(panel.past.list.table, WITH_FAILURES)
    qtbot.waitUntil(lambda: panel.details.story.text() == "It ended as it should. 3 of 64 requests failed.")
    assert "  3 C-STORE: Out of resources (A700)" in panel.details.text()


def test_words_find_what_they_are_in(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = past(site)
    panel.focus_search()
    QTest.keyClicks(panel.search, "xa_old")
    qtbot.waitUntil(lambda: cells(panel.past.list.table, "With") == ["XA_OLD"])


def test_words_typed_while_looking_at_now_lead_to_the_past(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    panel.search.search_for("xa_old")
    qtbot.waitUntil(lambda: cells(panel.past.list.table, "With") == ["XA_OLD"])
    assert panel.past.isVisible()


def test_another_panel_can_lead_here_with_words(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    panel.show_destination(Destination("associations", words="us_portable"))
    qtbot.waitUntil(lambda: cells(panel.past.list.table, "With") == ["US_PORTABLE"])


def test_only_what_failed_leaves_out_what_was_released(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = past(site)
    panel.past.only_failed.setChecked(True)
    qtbot.waitUntil(lambda: "Released" not in cells(panel.past.list.table, "State"))
    assert "Refused" in cells(panel.past.list.table, "State")


def test_a_direction_leaves_out_the_others(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.past_associations.append(association("relayed", direction=Direction.RELAYED, calling="CT_ROOM_1"))
    panel, _ = past(site)
    panel.past.direction.setCurrentIndex(panel.past.direction.findText("Passed on by relays"))
    qtbot.waitUntil(lambda: cells(panel.past.list.table, "With") == ["CT_ROOM_1 → PACSDESK"])
    assert cells(panel.past.list.table, "Direction") == ["Relayed"]


def test_a_search_without_a_match_offers_to_clear_it(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = past(site)
    panel.past.only_failed.setChecked(True)
    panel.search.search_for("nowhere")
    qtbot.waitUntil(lambda: "No past association matches" in message(panel.past))
    press(panel.past, "Clear search")
    qtbot.waitUntil(lambda: panel.past.list.table.model().rowCount() == len(site.past_associations))
    assert (panel.search.text(), panel.past.only_failed.isChecked()) == ("", False)


def test_an_empty_journal_says_what_will_be_here(past: Open, qtbot: QtBot) -> None:
    panel, _ = past(FakeSite())
    qtbot.waitUntil(lambda: "No association yet" in message(panel.past))


def test_what_ends_meanwhile_shows_by_itself(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = past(site)
    site.past_associations.insert(0, association("new", calling="NEWCOMER"))
    qtbot.waitUntil(lambda: cells(panel.past.list.table, "With")[0] == "NEWCOMER")


def test_a_refused_caller_is_let_in_after_one_question_and_shut_out_by_undo(
    past: Open, site: FakeSite, qtbot: QtBot
) -> None:
    refuse(site)
    panel, workspace = past(site)
    choose(panel.past.list.table, REFUSED)
    qtbot.waitUntil(panel.let_in.isEnabled)
    panel.let_in.trigger()
    assert site.peers == []
    panel.past.question.confirm.click()
    qtbot.waitUntil(lambda: [(peer.ae_title, peer.host) for peer in site.peers] == [("CT_ROOM_2", "192.0.2.18")])
    qtbot.waitUntil(lambda: not panel.let_in.isEnabled())
    press(workspace, "Undo")
    qtbot.waitUntil(lambda: site.peers == [] and panel.let_in.isEnabled())


def test_a_caller_that_no_entry_would_let_in_is_not_offered_one(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    refuse(site, an_entry_helps=False)
    panel, _ = past(site)
    choose(panel.past.list.table, REFUSED)
    qtbot.waitUntil(lambda: "turned the caller away" in panel.details.story.text())
    assert not panel.let_in.isEnabled()


def test_who_may_not_change_peers_is_not_offered_to_let_in(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    refuse(site)
    site.permissions = (Permission.ASSOCIATION_VIEW,)
    panel, _ = past(site)
    choose(panel.past.list.table, REFUSED)
    qtbot.waitUntil(lambda: "turned the caller away" in panel.details.story.text())
    assert (panel.let_in.isVisible(), site.calls["peers.refused_callers"]) == (False, 0)


def test_one_that_the_journal_forgot_says_so_and_can_be_asked_for_again(
    past: Open, site: FakeSite, qtbot: QtBot
) -> None:
    panel, _ = past(site)
    site.fail["associations.get"] = NotFound("There is no such association.")
    choose(panel.past.list.table, LOST)
    qtbot.waitUntil(lambda: "There is no such association." in message(panel.details))
    press(panel.details, "Retry")
    qtbot.waitUntil(lambda: "The connection was lost" in panel.details.story.text())


def test_a_journal_that_cannot_be_read_offers_another_try(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    kept, site.past_associations = site.past_associations, []
    panel, _ = past(site)
    qtbot.waitUntil(lambda: "No association yet" in message(panel.past))
    site.fail["associations.past"] = Unavailable("The engine is busy.")
    qtbot.waitUntil(lambda: "The engine is busy." in message(panel.past))
    site.past_associations = kept
    qtbot.waitUntil(lambda: panel.past.list.table.model().rowCount() == len(kept))


def test_rows_are_copied_as_text(past: Open, site: FakeSite) -> None:
    panel, _ = past(site)
    choose(panel.past.list.table, ABORTED)
    QTest.keyClick(panel.past.list.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "US_PORTABLE" in QGuiApplication.clipboard().text()


def test_several_chosen_are_counted(past: Open, site: FakeSite) -> None:
    panel, _ = past(site)
    choose(panel.past.list.table, ABORTED, LOST)
    assert "2 associations chosen" in message(panel.details)
    assert not panel.copy.isEnabled()


def test_a_long_journal_is_read_by_key_as_it_is_scrolled(past: Open, qtbot: QtBot) -> None:
    site = FakeSite()
    site.past_associations = [association(str(number)) for number in range(450)]
    panel, _ = past(site)
    model = panel.past.list.table.model()
    for rows in (400, 450):
        with qtbot.waitSignal(model.rowsInserted):
            panel.past.list.table.scrollToBottom()
        assert model.rowCount() == rows


def test_another_search_while_more_is_read_shows_only_what_matches(past: Open, qtbot: QtBot) -> None:
    site = FakeSite()
    site.past_associations = [association(str(number), calling=f"CT{number % 2}") for number in range(450)]
    panel, _ = past(site)
    panel.past.list.table.scrollToBottom()
    panel.search.search_for("ct1")
    qtbot.waitUntil(lambda: set(cells(panel.past.list.table, "With")) == {"CT1"})


def test_one_that_went_wrong_is_explained_beside_the_list(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = past(site)
    choose(panel.past.list.table, REFUSED)
    qtbot.waitUntil(lambda: bool(panel.details.facts.cards))
    (card,) = panel.details.facts.cards
    assert "CT_ROOM_2 (192.0.2.18) was turned away" in card.accessibleName()
    assert "  1. If it may come in, enter it" in panel.details.text()


def test_a_well_one_has_nothing_to_explain(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.past_associations[RELEASED] = replace(site.past_associations[RELEASED], items=ITEMS[:2])
    panel, _ = past(site)
    choose(panel.past.list.table, RELEASED)
    qtbot.waitUntil(lambda: "Released" in panel.details.text())
    assert panel.details.facts.cards == ()
