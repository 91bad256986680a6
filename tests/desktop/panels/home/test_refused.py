"""Who was refused shows on Home with the reason; letting in is two presses on a line that stays where it is."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from pacsdesk.contract.events import CallerRefused
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.peers import Peer, RefusedCaller
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.kit.letting_in import peer_to_let_in
from pacsdesk.desktop.panels.home import PANEL
from pacsdesk.desktop.panels.home.panel import HomePanel
from pacsdesk.desktop.shell.main_window import MainWindow
from tests.desktop.panels.home.conftest import shown, words
from tests.desktop.shell.pages import button, press
from tests.support.desktop_window import desktop_window
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW


@pytest.fixture
def turned_away(site: FakeSite) -> RefusedCaller:
    """A scanner that was refused twice."""
    caller = RefusedCaller("CT01", "PACSDESK", "10.0.0.7", "No peer with this AE title is entered.", 2, NOW)
    site.refused = [caller]
    return caller


def refuse(site: FakeSite, caller: RefusedCaller) -> None:
    """Another caller is refused, and told."""
    site.refused.insert(0, caller)
    site.publish(CallerRefused(caller))


def test_a_refused_caller_is_shown_with_the_reason(
    window: MainWindow, site: FakeSite, qtbot: QtBot, turned_away: RefusedCaller
) -> None:
    panel = shown(window, site, qtbot, "Refused", "CT01", turned_away.reason)
    assert "from 10.0.0.7, 2 times" in words(panel)


def test_who_did_not_come_as_far_as_a_title_is_shown_with_the_reason_and_no_button(
    window: MainWindow, site: FakeSite, qtbot: QtBot
) -> None:
    why = "It spoke DICOM without TLS on the port for TLS."
    site.refused = [RefusedCaller("", "", "10.0.0.7", why, 1, NOW, an_entry_helps=False)]
    panel = shown(window, site, qtbot, "Refused", "10.0.0.7", why)
    assert not [one for one in panel.refused.findChildren(QAbstractButton) if one.isVisible()]


def test_two_presses_let_a_refused_caller_in_and_can_be_taken_back(
    window: MainWindow, site: FakeSite, qtbot: QtBot, turned_away: RefusedCaller
) -> None:
    panel = shown(window, site, qtbot, "CT01")
    press(panel.refused, "Let in")
    press(panel.refused, "Let CT01 in")
    qtbot.waitUntil(lambda: not panel.refused.isVisible())
    (peer,) = (peer for peer in site.peers if peer.ae_title == "CT01")
    assert (peer.host, peer.port) == (turned_away.address, None)
    press(window, "Undo")
    qtbot.waitUntil(panel.refused.isVisible)
    assert peer not in site.peers


def test_one_press_says_what_letting_in_means_and_changes_nothing(
    window: MainWindow, site: FakeSite, qtbot: QtBot, turned_away: RefusedCaller
) -> None:
    panel = shown(window, site, qtbot, "CT01")
    press(panel.refused, "Let in")
    assert "echo and store from 10.0.0.7" in words(panel)
    press(panel.refused, "Cancel")
    assert (button(panel.refused, "Let in").isVisible(), site.calls["peers.add"]) == (True, 0)


def test_cancel_stands_where_a_second_click_of_a_double_click_lands(
    window: MainWindow, site: FakeSite, qtbot: QtBot, turned_away: RefusedCaller
) -> None:
    panel = shown(window, site, qtbot, "CT01")
    right_edge = button(panel.refused, "Let in").geometry().right()
    press(panel.refused, "Let in")
    qtbot.waitUntil(lambda: button(panel.refused, "Cancel").geometry().right() == right_edge)


def test_a_newer_caller_comes_below_the_one_that_shows(
    window: MainWindow, site: FakeSite, qtbot: QtBot, turned_away: RefusedCaller
) -> None:
    panel = shown(window, site, qtbot, "CT01")
    before = button(panel.refused.lines()[0], "Let in")
    refuse(site, replace(turned_away, calling_ae_title="MR02"))
    qtbot.waitUntil(lambda: "MR02" in words(panel), timeout=10_000)
    assert button(panel.refused.lines()[0], "Let in") is before


def test_no_line_gives_way_while_its_question_is_open(
    window: MainWindow, site: FakeSite, qtbot: QtBot, turned_away: RefusedCaller
) -> None:
    panel = shown(window, site, qtbot, "CT01")
    press(panel.refused, "Let in")
    for number in range(3):
        refuse(site, replace(turned_away, calling_ae_title=f"MR{number}"))
    qtbot.waitUntil(lambda: "and 1 more" in words(panel), timeout=10_000)
    assert button(panel.refused, "Let CT01 in").isVisible()


def test_who_may_not_change_peers_is_not_offered_to(
    window: MainWindow, site: FakeSite, qtbot: QtBot, turned_away: RefusedCaller
) -> None:
    site.permissions = tuple(one for one in Permission if one is not Permission.PEER_CHANGE)
    panel = shown(window, site, qtbot, "CT01")
    assert not [one for one in panel.refused.findChildren(QPushButton) if one.isVisible()]


def test_a_caller_of_another_title_is_told_what_to_change_and_not_let_in(
    window: MainWindow, site: FakeSite, qtbot: QtBot, turned_away: RefusedCaller
) -> None:
    site.refused = [replace(turned_away, called_ae_title="WRONG")]
    site.peers = [Peer("CT", AETitle("CT01"), turned_away.address, None)]
    panel = shown(window, site, qtbot, "It called WRONG; this archive is PACSDESK.")
    assert not [one for one in panel.refused.findChildren(QPushButton) if one.isVisible()]


def test_repeated_refusals_are_counted_on(
    qtbot: QtBot, site: FakeSite, tmp_path: Path, turned_away: RefusedCaller
) -> None:
    hasty = replace(PANEL, build=lambda context: HomePanel(context, reload_after_ms=50))
    with desktop_window(site, tmp_path, (hasty,)) as window:
        panel = shown(window, site, qtbot, "2 times")
        site.refused = [replace(turned_away, times=7)]
        qtbot.waitUntil(lambda: "7 times" in words(panel))


def test_a_refusal_does_not_wait_for_the_next_round(
    qtbot: QtBot, site: FakeSite, tmp_path: Path, turned_away: RefusedCaller
) -> None:
    patient = replace(PANEL, build=lambda context: HomePanel(context, reload_after_ms=600_000))
    site.refused = []
    with desktop_window(site, tmp_path, (patient,)) as window:
        panel = shown(window, site, qtbot, "20 studies")
        refuse(site, turned_away)
        qtbot.waitUntil(lambda: "CT01" in words(panel))


def test_who_is_refused_for_what_no_entry_changes_is_not_let_in() -> None:
    busy = RefusedCaller("CT01", "PACSDESK", "10.0.0.7", "All places are taken.", 1, NOW, an_entry_helps=False)
    assert peer_to_let_in(busy, frozenset({"PACSDESK"})) is None
