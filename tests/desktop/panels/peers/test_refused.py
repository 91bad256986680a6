"""Refused callers: shown with the reason, let in by an entry that is looked over, or known by another title."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from pacsdesk.contract.events import CallerRefused
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import Peer, RefusedCaller
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.panels.peers.callers import calling_as, most_like, read_refused
from pacsdesk.desktop.panels.peers.panel import REFUSED, PeersPanel
from tests.desktop.panels.peers.conftest import Open, names, results
from tests.desktop.shell.pages import button, press
from tests.support.demo_peers import CT, MR
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

STRANGER = RefusedCaller("CT02", "PACSDESK", "192.0.2.18", "No peer with this AE title is entered.", 3, NOW)


@pytest.fixture
def turned_away(site: FakeSite) -> RefusedCaller:
    """Somebody whom nobody knows."""
    site.refused = [STRANGER]
    return STRANGER


def show(panel: PeersPanel, site: FakeSite, qtbot: QtBot) -> None:
    panel.pages.choose(REFUSED)
    table = panel.refused.list.table
    qtbot.waitUntil(lambda: table.model().rowCount() == len(site.refused))
    table.setCurrentIndex(table.model().index(0, 0))


def row(panel: PeersPanel) -> list[str]:
    model = panel.refused.list.table.model()
    return [str(model.index(0, column).data()) for column in range(model.columnCount())]


@pytest.mark.thorough
@pytest.mark.usefixtures("turned_away")
def test_a_caller_is_let_in_by_an_entry_that_is_looked_over(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    show(panel, site, qtbot)
    press(panel, "Let in")
    assert (panel.peers.form.isVisible(), panel.peers.form.fields.ae_title.text()) == (True, "CT02")
    press(panel.peers.form, "Save")
    qtbot.waitUntil(lambda: "CT02 192.0.2.18" in names(panel))
    qtbot.waitUntil(lambda: row(panel)[0] == "Entered since")


@pytest.mark.thorough
def test_a_caller_that_comes_shows_by_itself(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    site.refused = [STRANGER]
    site.publish(CallerRefused(STRANGER))
    qtbot.waitUntil(lambda: panel.pages.switch.tabText(REFUSED) == "Refused callers 1")


@pytest.mark.usefixtures("turned_away")
def test_a_known_peer_gets_the_title_and_address_under_which_it_calls(
    opened: Open, site: FakeSite, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    show(panel, site, qtbot)
    press(panel, "It is a known peer")
    press(panel.peers.form, "Save")
    changed = replace(CT, ae_title=AETitle("CT02"), host="192.0.2.18")
    qtbot.waitUntil(lambda: changed in [one.peer for one in panel.peers.rows()])


@pytest.mark.usefixtures("turned_away")
def test_a_caller_is_blocked_and_unblocked(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    show(panel, site, qtbot)
    press(panel, "Block")
    qtbot.waitUntil(lambda: row(panel)[0] == "Blocked")
    assert [one.name for one in site.peers if one.is_blocked] == ["CT02 192.0.2.18"]
    qtbot.waitUntil(lambda: "Blocked" in results(panel))
    assert not button(panel, "Let in").isEnabled()
    press(panel, "Unblock")
    qtbot.waitUntil(lambda: row(panel)[0] == "Refused")
    assert not any(one.is_blocked for one in site.peers)


@pytest.mark.usefixtures("turned_away")
def test_a_known_peer_gets_a_second_entry_under_a_further_title(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    show(panel, site, qtbot)
    panel.refused.further.trigger()
    press(panel.peers.form, "Save")
    qtbot.waitUntil(lambda: "CT room 1 (CT02)" in names(panel))
    assert {CT, replace(CT, name="CT room 1 (CT02)", ae_title=AETitle("CT02"), host="192.0.2.18")} <= set(site.peers)


def test_the_title_that_was_called_becomes_ours_as_well(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.refused = [replace(STRANGER, called_ae_title="OLDNAME")]
    panel, workspace = opened(site)
    show(panel, site, qtbot)
    panel.refused.answer.trigger()
    qtbot.waitUntil(lambda: site.aes == [OwnAE(AETitle("OLDNAME"))])
    qtbot.waitUntil(
        lambda: any(one.text() == "Undo" for one in workspace.findChildren(QAbstractButton) if one.isVisible())
    )
    press(workspace, "Undo")
    qtbot.waitUntil(lambda: site.aes == [])


def test_who_calls_another_title_is_told_what_to_change_and_not_let_in(
    opened: Open, site: FakeSite, qtbot: QtBot
) -> None:
    site.refused = [replace(STRANGER, called_ae_title="WRONG")]
    panel, _ = opened(site)
    show(panel, site, qtbot)
    assert "It called WRONG; this archive is PACSDESK." in row(panel)[-1]
    assert not button(panel, "Let in").isEnabled()


@pytest.mark.usefixtures("turned_away")
def test_who_may_not_change_peers_is_not_offered_to(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.permissions = tuple(one for one in Permission if one is not Permission.PEER_CHANGE)
    panel, _ = opened(site)
    show(panel, site, qtbot)
    panel.refused.list.table.activated.emit(panel.refused.list.table.model().index(0, 0))
    assert not panel.peers.form.isVisible()


def test_the_peer_at_the_same_address_is_meant_before_one_of_a_nearer_title() -> None:
    entry = Peer("?", AETitle("CT01"), MR.host, None)
    assert most_like(entry, (CT, MR)) == MR


def test_no_peer_is_like_a_caller_where_there_is_none() -> None:
    assert most_like(CT, ()) is None


def test_a_peer_from_any_host_stays_so() -> None:
    assert calling_as(replace(CT, host="any"), Peer("?", AETitle("CT9"), "192.0.2.99", None)).host == "any"


@pytest.mark.parametrize("caller", [replace(STRANGER, an_entry_helps=False), replace(STRANGER, calling_ae_title="")])
def test_no_entry_is_proposed_that_would_not_help(site: FakeSite, caller: RefusedCaller) -> None:
    site.refused = [caller]
    assert [one.entry for one in read_refused(site.services)] == [None]
