"""What leaves the journal by this window: a list as a file, an evidence pack that was seen; and a log that comes."""

import csv
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.evidence_view import EvidenceView
from pacsdesk.desktop.panels.associations.panel import LOG, PACK, PAST, AssociationsPanel
from tests.desktop.panels.associations.conftest import Open, cells, choose
from tests.support.fake_services import FakeSite

REFUSED = 1


def packed(panel: AssociationsPanel, qtbot: QtBot) -> EvidenceView:
    """The pack of the refused caller, as it shows."""
    choose(panel.past.list.table, REFUSED)
    qtbot.waitUntil(panel.pack.isEnabled)
    panel.pack.trigger()
    qtbot.waitUntil(panel.evidence.save.isEnabled)
    return panel.evidence


def test_a_pack_is_seen_before_it_leaves(past: Open, site: FakeSite, qtbot: QtBot, tmp_path: Path) -> None:
    panel, _ = past(site)
    view = packed(panel, qtbot)
    assert panel.pages.number == PACK and not panel.details.isVisible()
    assert "Evidence about past-2, UIDs replaced" in view.text.toPlainText()
    view.files.item(1).setCheckState(Qt.CheckState.Unchecked)
    view._needs = replace(view._needs, ask=lambda *_: tmp_path / "pack.zip")  # the system's window is the door
    view.save.click()
    qtbot.waitUntil((tmp_path / "pack.zip").exists)
    with ZipFile(tmp_path / "pack.zip") as opened:
        assert opened.namelist() == ["README.txt", "journal.json", "versions.json"]


def test_a_picture_of_the_association_shows_before_it_leaves(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = past(site)
    view = packed(panel, qtbot)
    asked = site.calls["associations.get"]
    view.add_picture.click()
    qtbot.waitUntil(view.shown_picture.isVisible)
    assert view.files.currentItem().text().startswith("picture-01.png")
    assert not view.shown_picture.pixmap().isNull()
    assert site.calls["associations.get"] == asked + 2  # by the records of the fake; the page asks nobody


def test_what_is_replaced_can_be_chosen(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = past(site)
    view = packed(panel, qtbot)
    view.keep_uids.click()
    qtbot.waitUntil(lambda: "UIDs kept" in view.text.toPlainText())
    view.back.click()
    assert panel.pages.number == PAST


def test_who_may_not_export_sees_the_pack_and_saves_none(past: Open, site: FakeSite, qtbot: QtBot) -> None:
    site.permissions = (Permission.ASSOCIATION_VIEW, Permission.PEER_PROBE)
    panel, _ = past(site)
    assert not packed(panel, qtbot).save.isVisible()


def test_the_list_is_saved_as_it_is_narrowed(past: Open, site: FakeSite, qtbot: QtBot, tmp_path: Path) -> None:
    panel, _ = past(site)
    panel.search.search_for("ct_room_2")
    panel.past.search("ct_room_2")
    panel.past.export.write(tmp_path / "journal.csv")
    qtbot.waitUntil((tmp_path / "journal.csv").exists)
    with (tmp_path / "journal.csv").open(newline="", encoding="utf-8") as stream:
        assert [row["calling_ae_title"] for row in csv.DictReader(stream)] == ["CT_ROOM_2"]


def test_a_log_stands_beside_the_journal_at_our_clock(past: Open, site: FakeSite, qtbot: QtBot, tmp_path: Path) -> None:
    panel, _ = past(site)
    (tmp_path / "storescu.log").write_text("I: Association Received", encoding="utf-8")
    panel.pages.choose(LOG)
    panel.log.read(tmp_path / "storescu.log")
    qtbot.waitUntil(lambda: panel.log.table.isVisible() and panel.log.model.rowCount() > 0)
    assert panel.log.offset.value() == 3600.0
    there = [cell for cell in cells(panel.log.table, "In the log of the other side") if cell]
    assert there[0] == "1  Asks for an association  CT01 \u2192 PACSDESK"
    assert there[3] == "1  Answer  C-STORE  Success (0000)"
    assert any("calls us" in cell for cell in cells(panel.log.table, "In our journal"))
    panel.log.offset.setValue(10.0)
    panel.log.again.click()
    qtbot.waitUntil(lambda: site.calls["logs.read"] == 2 and panel.log.again.isEnabled())
    assert site.calls["logs.drop"] >= 1
