"""A send by hand: chosen, planned, confirmed, followed, made again."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Refused, Unavailable
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.sends import SendOrder, TestObjectUids
from pacsdesk.contract.types import SeriesInstanceUID, SOPInstanceUID, StudyInstanceUID
from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.send.choosing import Choosing
from pacsdesk.desktop.panels.send.panel import SendPanel
from tests.desktop.panels.send.conftest import Open, sends_of
from tests.support.demo_sends import demo_outcome
from tests.support.desktop_window import open_test_preferences
from tests.support.fake_services import FakeSite

STUDY = StudyInstanceUID("1.2.3")


def planned(panel: SendPanel, qtbot: QtBot) -> None:
    panel.show_destination(Destination("send", study_instance_uids=(STUDY,)))
    qtbot.waitUntil(lambda: panel.page.send.isEnabled())


def column(panel: SendPanel, number: int) -> list[str]:
    model = panel.page.table.model()
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_only_peers_that_can_be_called_are_offered(opened: Open, site: FakeSite) -> None:
    panel, _ = opened(site)
    box = panel.page.choosing.peer
    assert [box.itemText(number) for number in range(box.count())] == ["Archive  (ARCHIVE)", "Backup  (BACKUP)"]


def test_without_a_peer_it_says_how_there_is_one(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    panel.page.show_peers(())
    shown = [page.accessibleName() for page in panel.page.findChildren(MessagePage) if page.isVisible()]
    assert shown == ["No peer to send to Enter one with its host and port in the Peers panel."]


def test_studies_that_are_handed_over_are_planned_and_nothing_is_sent(
    opened: Open, site: FakeSite, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    assert not panel.page.send.isEnabled()
    planned(panel, qtbot)
    assert column(panel, 0) == ["As it is", "Converted", "Not at all"]
    assert panel.page.summary.text() == "40 of 41 objects would go, 22 MB. Nothing was sent."
    assert site.calls["sends.start"] == 0
    assert [card.accessibleName() for card in panel.page.findings.cards] == ["Archive does not take Comprehensive SR."]


def test_the_send_confirms_the_destination_that_stood_there(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    planned(panel, qtbot)
    panel.page.send.trigger()
    qtbot.waitUntil(lambda: panel.page.sending.outcome is not None)
    order = sends_of(site).orders[-1]
    assert (order.study_instance_uids, order.confirmed, order.looks_again) == ((STUDY,), "192.0.2.7:11112", False)


def test_the_peer_is_asked_afterwards_when_that_is_ticked(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    assert not panel.page.choosing.look_again.isVisible()  # there is no destination yet
    planned(panel, qtbot)
    panel.page.choosing.look_again.click()
    panel.page.send.trigger()
    qtbot.waitUntil(lambda: panel.page.sending.outcome is not None)
    assert sends_of(site).orders[-1].looks_again


def test_whether_the_peer_is_asked_afterwards_is_remembered(qapp: QApplication, tmp_path: Path) -> None:
    preferences = open_test_preferences(tmp_path)
    first = Choosing(preferences)
    assert not first.look_again.isChecked()
    first.look_again.click()
    assert Choosing(preferences).look_again.isChecked()
    first.look_again.click()
    assert not Choosing(preferences).look_again.isChecked()


def test_what_became_of_it_shows_object_by_object_and_what_failed_goes_again(
    opened: Open, site: FakeSite, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    sends_of(site).next_outcome = demo_outcome(SendOrder((STUDY,)))
    planned(panel, qtbot)
    panel.page.send.trigger()
    lines = panel.page.lines.table.model()
    qtbot.waitUntil(lambda: lines.rowCount() == 3)
    assert [lines.index(row, 0).data() for row in range(3)] == ["Sent", "Sent, with a warning", "Not sent"]
    assert "40 of 41 objects sent to Archive" in panel.page.summary.text()
    panel.page.only_failed.setChecked(True)
    qtbot.waitUntil(lambda: lines.rowCount() == 1)
    assert panel.page.send_failed.isEnabled()
    panel.page.send_failed.trigger()
    qtbot.waitUntil(lambda: site.calls["sends.start_failed"] == 1)


def test_a_test_object_tells_how_it_is_removed(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    uids = TestObjectUids("T", StudyInstanceUID("2.25.1"), SeriesInstanceUID("2.25.2"), SOPInstanceUID("2.25.3"))
    outcome = replace(demo_outcome(SendOrder(is_test_object=True)), test_object=uids)
    sends_of(site).next_outcome = outcome
    panel.page.choosing.test_object.click()
    qtbot.waitUntil(lambda: panel.page.send.isEnabled())
    panel.page.send.trigger()
    qtbot.waitUntil(lambda: "2.25.3" in panel.page.detail.text())
    assert sends_of(site).orders[-1].is_test_object


def test_files_that_are_dropped_are_uploaded_once_and_planned(
    opened: Open, site: FakeSite, qtbot: QtBot, tmp_path: Path
) -> None:
    panel, _ = opened(site)
    file = tmp_path / "a.dcm"
    file.write_bytes(b"DICM")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    none = Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
    panel.page.dropEvent(event)
    qtbot.waitUntil(lambda: panel.page.send.isEnabled())
    panel.page.again.trigger()
    qtbot.waitUntil(lambda: site.calls["sends.plan"] == 2)
    qtbot.waitUntil(lambda: panel.page.send.isEnabled())
    assert len(site.uploads) == 1
    assert sends_of(site).orders[-1].batch_id


def test_a_title_that_is_none_asks_nobody(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    planned(panel, qtbot)
    asked = site.calls["sends.plan"]
    panel.page.choosing.calling.setText("A" * 17)
    panel.page.plan()
    assert site.calls["sends.plan"] == asked
    assert panel.page.choosing.calling.problem_label.isVisible()


def test_a_failed_plan_says_why_and_a_refused_send_leaves_the_plan(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    site.fail["sends.plan"] = Unavailable("The disk is gone.")
    panel.show_destination(Destination("send", study_instance_uid=STUDY))
    qtbot.waitUntil(lambda: not panel.page.sending.is_busy)
    assert not panel.page.send.isEnabled()
    panel.page.again.trigger()
    qtbot.waitUntil(lambda: panel.page.send.isEnabled())
    site.fail["sends.start"] = Refused("Nothing was sent.")
    panel.page.send.trigger()
    qtbot.waitUntil(lambda: panel.page.send.isEnabled() and site.calls["sends.start"] == 1)


def test_who_may_not_take_data_out_has_no_send(opened: Open, site: FakeSite) -> None:
    site.permissions = tuple(one for one in Permission if one is not Permission.STUDY_EXPORT)
    panel, _ = opened(site)
    assert not panel.page.send.isVisible()
    assert panel.page.send not in panel.panel_actions()
