"""Our titles: the main one stands beside further ones, which are entered, noticed about, changed and removed."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Refused
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.remarks import Remark, RemarkCode
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.panels.peers.panel import TITLES, PeersPanel
from tests.desktop.panels.peers.conftest import Open, type_over
from tests.desktop.shell.pages import button, press
from tests.support.fake_services import FakeSite

STUDY = OwnAE(AETitle("STUDY"), 4242, aliases=(AETitle("OLD"),))


def shown(panel: PeersPanel) -> list[str]:
    model = panel.titles.list.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def show(panel: PeersPanel, qtbot: QtBot, *titles: str) -> None:
    panel.pages.choose(TITLES)
    qtbot.waitUntil(lambda: set(titles) <= set(shown(panel)))
    if titles:
        model = panel.titles.list.table.model()
        panel.titles.list.table.setCurrentIndex(model.index(shown(panel).index(titles[0]), 0))


def write(panel: PeersPanel, action: str) -> None:
    """Open the form and have it laid out, so that a click meets its button."""
    press(panel, action)
    QApplication.processEvents()


def test_a_title_is_entered(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    show(panel, qtbot)
    write(panel, "Add title")
    form = panel.titles.form
    type_over(form.ae_title, "RESEARCH")
    type_over(form.port, "4243")
    form.aliases.setPlainText("TEACHING\nSTUDENTS")
    press(form, "Save")
    qtbot.waitUntil(lambda: "RESEARCH" in shown(panel))
    assert site.aes == [OwnAE(AETitle("RESEARCH"), 4243, aliases=(AETitle("TEACHING"), AETitle("STUDENTS")))]
    assert not form.isVisible()


def test_one_is_changed(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.aes = [STUDY]
    panel, _ = opened(site)
    show(panel, qtbot, "STUDY")
    write(panel, "Change title")
    assert panel.titles.form.aliases.toPlainText() == "OLD"
    type_over(panel.titles.form.port, "4299")
    press(panel.titles.form, "Save")
    qtbot.waitUntil(lambda: [one.port for one in site.aes] == [4299])


def test_one_is_removed(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.aes = [STUDY]
    panel, _ = opened(site)
    show(panel, qtbot, "STUDY")
    press(panel, "Remove title")
    qtbot.waitUntil(lambda: "STUDY" not in shown(panel))


def test_the_main_title_is_shown_and_left_to_the_settings(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    show(panel, qtbot, "PACSDESK")
    assert not panel.titles.change.isEnabled()


def test_what_the_engine_notices_stands_at_the_field(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.noticed["STUDY"] = (Remark(RemarkCode.PORT_TAKEN, Severity.FAULT, "Port 80 is taken.", "port"),)
    panel, _ = opened(site)
    show(panel, qtbot)
    write(panel, "Add title")
    type_over(panel.titles.form.port, "80")
    type_over(panel.titles.form.ae_title, "STUDY")
    field = panel.titles.form._fields["port"][0]
    qtbot.waitUntil(lambda: field._help.text() == "Port 80 is taken.")


def test_what_cannot_be_is_not_saved(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    show(panel, qtbot)
    write(panel, "Add title")
    form = panel.titles.form
    type_over(form.ae_title, "STUDY")
    type_over(form.host, "192.0.2.5")
    assert not button(form, "Save").isEnabled()
    type_over(form.port, "4242")
    form.aliases.setPlainText("A_TITLE_TOO_LONG_")
    assert not button(form, "Save").isEnabled()


def test_a_port_that_cannot_be_had_is_told_and_what_is_typed_stays(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.fail["aes.add"] = Refused("DICOM cannot listen: port 4242 is taken.")
    panel, _ = opened(site)
    show(panel, qtbot)
    write(panel, "Add title")
    form = panel.titles.form
    type_over(form.ae_title, "STUDY")
    press(form, "Save")
    qtbot.waitUntil(lambda: form._failure.isVisible())
    assert (form.isVisible(), form.ae_title.text()) == (True, "STUDY")


def test_who_may_not_change_is_not_offered_to(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.aes = [STUDY]
    site.permissions = (Permission.PEER_VIEW, Permission.ENGINE_VIEW)
    panel, _ = opened(site)
    show(panel, qtbot, "STUDY")
    panel.titles.list.table.activated.emit(panel.titles.list.table.currentIndex())
    assert not panel.titles.form.isVisible()
