"""Entries are written, changed and removed; each is taken back; what is wrong is told while one types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import AlreadyExists, Unavailable
from pacsdesk.contract.events import PeersChanged
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.peers import Peer, PeerService, PeerTimeouts
from pacsdesk.contract.records.registry import ChangeKind, EntryKind, FieldChange, RegistryVersion
from pacsdesk.contract.records.remarks import Remark, RemarkCode
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.panels.peers.entry_form import EntryForm
from tests.desktop.panels.peers.conftest import MAIN, MR, Open, WaitingBench, choose, names, results, type_over
from tests.desktop.shell.pages import button, press
from tests.support.demo_peers import ARCHIVE
from tests.support.demo_peers import MR as MR_PEER
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW


def write(form: EntryForm, **values: str) -> None:
    """Type into fields by their names."""
    for name, text in values.items():
        type_over(getattr(form.fields, name), text)


def words_in(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def told(form: EntryForm) -> list[str]:
    return [label.text() for label in form.findChildren(QLabel) if label.isVisible() and label.text()]


def test_a_peer_is_added_and_taken_back(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, workspace = opened(site)
    press(panel, "Add peer")
    write(panel.peers.form, name="XA", ae_title="XA01", host="192.0.2.77", port="4242")
    QTest.keyClick(panel.peers.form.fields.port, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "XA" in names(panel))
    assert site.peers[-1] == Peer("XA", AETitle("XA01"), "192.0.2.77", 4242)
    assert [row.peer.name for row in panel.peers.list.chosen()] == ["XA"]
    press(workspace, "Undo")
    qtbot.waitUntil(lambda: "XA" not in names(panel))


def test_an_entry_is_changed_with_all_else_kept_and_taken_back(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, workspace = opened(site)
    choose(panel, MAIN)
    press(panel, "Change")
    write(panel.peers.form, port="11113", connect="3")
    next(box for box in panel.peers.form.fields.allow.findChildren(QCheckBox) if box.text() == "Move").click()
    press(panel.peers.form, "Save")
    qtbot.waitUntil(lambda: panel.peers.rows()[MAIN].peer.port == 11113)
    changed = panel.peers.rows()[MAIN].peer
    assert (changed.contact, changed.timeouts) == (ARCHIVE.contact, PeerTimeouts(connect=3))
    assert PeerService.MOVE not in changed.allow
    press(workspace, "Undo")
    qtbot.waitUntil(lambda: panel.peers.rows()[MAIN].peer == ARCHIVE)


@pytest.mark.thorough
def test_several_are_removed_and_taken_back(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, workspace = opened(site)
    before = names(panel)
    choose(panel, MAIN, MR)
    panel.peers.list.table.setFocus()
    QTest.keyClick(panel.peers.list.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(panel.peers.rows()) == 3)
    press(workspace, "Undo")
    qtbot.waitUntil(lambda: names(panel) == before)


def test_what_is_wrong_stands_at_its_field(opened: Open, site: FakeSite) -> None:
    panel, _ = opened(site)
    press(panel, "Add peer")
    form = panel.peers.form
    write(form, name="Archive 1", ae_title="A_TITLE_OVER_16_LONG", host="two words", port="70000", answer="0")
    wanted = (
        "There is already a peer of this name.",
        "An AE title has at most 16 characters, this has 20.",
        "A host has no spaces.",
        "A port is a number from 1 to 65535.",
        "Whole seconds from 1 to 3600",
    )
    assert [part for part in wanted if not any(part in line for line in told(form))] == []
    assert not button(form, "Save").isEnabled()


@pytest.mark.thorough
def test_what_the_engine_notices_stands_at_its_field(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.noticed["XA"] = (
        Remark(RemarkCode.CASE_TWIN, Severity.WARNING, "It differs from ARCHIVE1 in capitals only.", "ae_title"),
        Remark(RemarkCode.NO_PORT, Severity.FAULT, "A port is a number.", "port"),
    )
    panel, _ = opened(site)
    press(panel, "Add peer")
    write(panel.peers.form, name="XA", ae_title="archive1")
    qtbot.waitUntil(lambda: "It differs from ARCHIVE1 in capitals only." in told(panel.peers.form))
    assert "A port is a number." not in told(panel.peers.form)  # nothing is typed there yet
    write(panel.peers.form, name="XB")
    qtbot.waitUntil(lambda: "It differs from ARCHIVE1 in capitals only." not in told(panel.peers.form))


def test_the_reason_goes_into_the_history(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, MAIN)
    press(panel, "Change")
    write(panel.peers.form, port="11113", reason="moved to the new server")
    press(panel.peers.form, "Save")
    qtbot.waitUntil(lambda: panel.peers.rows()[MAIN].peer.port == 11113)
    assert "moved to the new server" in site.reasons


def test_the_history_says_who_changed_what_and_why_and_leads_back(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    moved = (FieldChange("port", "104", "11112"),)
    site.versions = [
        RegistryVersion(7, NOW, "bob", EntryKind.PEER, "Archive 1", ChangeKind.CHANGED, "moved", moved),
        RegistryVersion(3, NOW, "ada", EntryKind.PEER, "Archive 1", ChangeKind.ADDED, "", ()),
    ]
    panel, workspace = opened(site)
    choose(panel, MAIN)
    panel.peers.view.switch.setCurrentIndex(3)
    wanted = ("Changed by bob", "moved", "104 \u2192 11112")
    qtbot.waitUntil(lambda: all(part in words_in(panel.peers.view.history) for part in wanted))
    qtbot.waitUntil(lambda: any(one.isVisible() for one in panel.peers.view.history.findChildren(QAbstractButton)))
    press(panel.peers.view.history, "Go back to this")
    qtbot.waitUntil(lambda: workspace.status_line.text() == "The entry is what it was.")


def test_nothing_is_told_before_something_is_typed(opened: Open, site: FakeSite) -> None:
    panel, _ = opened(site)
    press(panel, "Add peer")
    form = panel.peers.form
    assert ([line for line in told(form) if line.startswith("Enter")], button(form, "Save").isEnabled()) == ([], False)


def test_a_refusal_of_the_engine_stands_in_the_form_and_all_stays(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    press(panel, "Add peer")
    write(panel.peers.form, name="XA", ae_title="XA01", host="192.0.2.77")
    site.fail["peers.add"] = AlreadyExists("CT already has the AE title XA01 at 192.0.2.77.")
    press(panel.peers.form, "Save")
    qtbot.waitUntil(lambda: any("CT already has" in line for line in told(panel.peers.form)))
    assert (panel.peers.form.fields.name.text(), button(panel.peers.form, "Save").isEnabled()) == ("XA", True)


def test_escape_backs_out_and_what_was_typed_comes_back(opened: Open, site: FakeSite) -> None:
    panel, workspace = opened(site)
    press(panel, "Add peer")
    write(panel.peers.form, name="XA")
    QTest.keyClick(panel.peers.form.fields.name, Qt.Key.Key_Escape)
    assert not panel.peers.form.isVisible()
    press(workspace, "Undo")
    assert (panel.peers.form.isVisible(), panel.peers.form.fields.name.text()) == (True, "XA")


def test_what_is_being_written_is_not_written_over(opened: Open, site: FakeSite) -> None:
    panel, workspace = opened(site)
    choose(panel, MAIN)
    press(panel, "Add peer")
    write(panel.peers.form, name="XA")
    press(panel, "Change")
    words = workspace.status_line.text()
    assert (panel.peers.form.fields.name.text(), words) == ("XA", "Save this entry first, or cancel it.")


@pytest.mark.thorough
def test_a_changed_entry_has_not_been_tried(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, MR)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: results(panel)[MR] == "Does not work")
    site.services.peers.change("MR room 2", Peer(MR_PEER.name, MR_PEER.ae_title, MR_PEER.host, 104))
    qtbot.waitUntil(lambda: results(panel)[MR] == "Not tried")


@pytest.mark.thorough
def test_a_peer_that_comes_from_elsewhere_shows_by_itself(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    site.peers.append(Peer("XA", AETitle("XA01"), "192.0.2.77", None))
    site.publish(PeersChanged("XA"))
    qtbot.waitUntil(lambda: "XA" in names(panel))


def test_rows_are_copied_as_text(opened: Open, site: FakeSite) -> None:
    panel, _ = opened(site)
    choose(panel, MAIN)
    panel.peers.list.table.setFocus()
    QTest.keyClick(panel.peers.list.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "ARCHIVE1" in QGuiApplication.clipboard().text()


def test_no_peer_yet_leads_to_the_form(opened: Open, qtbot: QtBot) -> None:
    panel, _ = opened(FakeSite())

    qtbot.waitUntil(lambda: [one.isVisible() for one in panel.peers.list.findChildren(MessagePage)] == [True])
    press(panel.peers.list, "Add peer")
    assert panel.peers.form.isVisible()
    QTest.keyClick(panel.peers.form.fields.name, Qt.Key.Key_Escape)
    assert not panel.peers.form.isVisible()


def test_who_may_not_change_peers_only_looks(opened: Open, site: FakeSite) -> None:
    site.permissions = (Permission.PEER_VIEW,)
    panel, _ = opened(site)
    choose(panel, MAIN)
    panel.peers.list.table.setFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        QTest.keyClick(panel.peers.list.table, key)
    assert (panel.peers.form.isVisible(), site.calls["peers.remove"]) == (False, 0)


def test_a_list_that_cannot_be_read_offers_another_try(opened: Open, qtbot: QtBot) -> None:
    site = FakeSite()
    site.fail["peers.list"] = Unavailable("The engine is busy.")
    panel, _ = opened(site)
    site.peers = [ARCHIVE]
    qtbot.waitUntil(lambda: any(one.isVisible() for one in panel.peers.list.findChildren(MessagePage)))
    panel.refresh()
    qtbot.waitUntil(lambda: names(panel) == ["Archive 1"])
