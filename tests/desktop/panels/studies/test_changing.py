"""Changing what the archive holds: deleting and undoing, the trash, conflicts, files in and out."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import InvalidInput, JobCancelled, NotPermitted
from pacsdesk.contract.events import StudiesChanged
from pacsdesk.contract.records.archive import ConflictResolution
from pacsdesk.contract.records.jobs import JobProblem, JobResult, JobState
from pacsdesk.desktop.panels.studies.transfers import export_name
from tests.desktop.panels.studies.building import make_conflict, make_site, make_study
from tests.desktop.panels.studies.conftest import SetStage, Stage


def press_delete(qtbot: QtBot, stage: Stage) -> None:
    """Select the first two studies and press the Delete key."""
    stage.table.select_row(0)
    stage.table.setFocus()
    QTest.keyClick(stage.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    delete = stage.panel.studies.actions_of_studies.delete
    assert delete is not None
    qtbot.waitUntil(delete.isEnabled)
    delete.trigger()


def button(parent: QWidget, text: str) -> QPushButton:
    return next(one for one in parent.findChildren(QPushButton) if one.text() == text and one.isVisible())


def reason_field(parent: QWidget) -> QLineEdit:
    return next(one for one in parent.findChildren(QLineEdit) if one.accessibleName() == "Reason" and one.isVisible())


def give_reason(qtbot: QtBot, parent: QWidget, reason: str) -> None:
    QTest.keyClicks(reason_field(parent), reason)


def go_to_page(stage: Stage, number: int) -> None:
    stage.panel.findChildren(QTabBar)[0].setCurrentIndex(number)


def test_deleting_says_what_will_happen(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    press_delete(qtbot, stage)
    assert (
        stage.panel.studies.sheet.question()
        == "Delete SMITH, Anna (P10000) and 1 more patient: 2 studies, 57 images, to trash"
    )


def test_deleting_needs_a_reason(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    press_delete(qtbot, stage)
    give_reason(qtbot, stage.panel, "   ")
    assert not button(stage.panel, "Delete to trash").isEnabled()


def test_the_question_goes_when_another_study_is_selected(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    press_delete(qtbot, stage)
    give_reason(qtbot, stage.panel, "wrong patient")
    stage.table.select_row(5)
    qtbot.waitUntil(lambda: not stage.panel.studies.sheet.isVisible())


def test_a_study_that_grows_keeps_the_question_and_the_reason(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    press_delete(qtbot, stage)
    give_reason(qtbot, stage.panel, "wrong patient")
    stage.site.studies[0] = replace(stage.site.studies[0], number_of_instances=1028)
    stage.site.publish(StudiesChanged((stage.site.studies[0].study_instance_uid,)))
    qtbot.waitUntil(lambda: "1,057 images" in stage.panel.studies.sheet.question())
    assert reason_field(stage.panel).text() == "wrong patient"


def test_delete_again_in_the_list_goes_on_with_the_reason(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    press_delete(qtbot, stage)
    give_reason(qtbot, stage.panel, "wrong")
    stage.table.setFocus()
    QTest.keyClick(stage.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(reason_field(stage.panel).hasFocus)
    assert reason_field(stage.panel).text() == "wrong"


def test_delete_on_another_study_asks_anew_with_the_keyboard_in_the_reason(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    press_delete(qtbot, stage)
    give_reason(qtbot, stage.panel, "wrong")
    stage.table.setFocus()
    stage.table.select_row(2)
    QTest.keyClick(stage.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "P10002" in stage.panel.studies.sheet.question())
    assert (reason_field(stage.panel).hasFocus(), reason_field(stage.panel).text()) == (True, "")


def test_a_reason_deletes_what_was_asked_about(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    press_delete(qtbot, stage)
    give_reason(qtbot, stage.panel, "wrong patient")
    QTest.mouseClick(button(stage.panel, "Delete to trash"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stage.cells("patient_id") == ["P10002", "P10003", "P10004", "P10005", "P10006"])
    assert {entry.reason for entry, _study in stage.site.trashed} == {"wrong patient"}


def test_one_enter_in_the_reason_deletes_nothing(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    press_delete(qtbot, stage)
    give_reason(qtbot, stage.panel, "wrong patient")
    reason = stage.panel.studies.sheet.findChildren(QLineEdit)[0]
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert stage.site.calls["trash.delete"] == 0


def test_escape_backs_out_of_deleting(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    press_delete(qtbot, stage)
    QTest.keyClick(stage.panel.studies.sheet.findChildren(QLineEdit)[0], Qt.Key.Key_Escape)
    assert not stage.panel.studies.sheet.isVisible()


def test_a_deletion_is_undone_with_one_click(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    press_delete(qtbot, stage)
    give_reason(qtbot, stage.panel, "wrong patient")
    QTest.mouseClick(button(stage.panel, "Delete to trash"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(stage.notices.undos))
    stage.notices.undos[0]()
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 7 and not stage.site.trashed)


def test_a_refused_deletion_says_why(qtbot: QtBot, set_stage: SetStage) -> None:
    stage = set_stage(count=7)
    refusal = NotPermitted("You may not delete studies.")
    stage.site.fail["trash.delete"] = refusal
    press_delete(qtbot, stage)
    give_reason(qtbot, stage.panel, "wrong patient")
    QTest.mouseClick(button(stage.panel, "Delete to trash"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stage.notices.failures == [refusal])


def test_the_trash_gives_back_what_is_selected(qtbot: QtBot, set_stage: SetStage) -> None:
    site = make_site(7)
    site.services.trash.delete((make_study(2).study_instance_uid,), "wrong patient")
    stage = set_stage(site)
    go_to_page(stage, 2)
    trash = stage.panel.trash
    assert trash is not None
    qtbot.waitUntil(lambda: trash.list.table.model().rowCount() == 1)
    trash.list.table.setCurrentIndex(trash.list.table.model().index(0, 0))
    trash.take_back.trigger()
    qtbot.waitUntil(lambda: stage.studies.model.rowCount() == 7 and trash.list.table.model().rowCount() == 0)


def test_conflicts_are_counted_on_their_tab(qtbot: QtBot, set_stage: SetStage) -> None:
    site = make_site(7)
    site.conflicts = [make_conflict(number, make_study(number)) for number in range(3)]
    stage = set_stage(site)
    qtbot.waitUntil(lambda: stage.panel.findChildren(QTabBar)[0].tabText(1) == "Conflicts 3")


def test_a_conflict_is_decided_with_a_reason(qtbot: QtBot, set_stage: SetStage) -> None:
    site = make_site(7)
    site.conflicts = [make_conflict(number, make_study(number)) for number in range(2)]
    decided: list[tuple[str, ConflictResolution, str]] = []
    original = site.services.conflicts.resolve

    class Watched(type(site.services.conflicts)):  # type: ignore[misc]  # the fake, with one method that listens
        def resolve(self, conflict_id: str, resolution: ConflictResolution, reason: str) -> str:
            decided.append((conflict_id, resolution, reason))
            return original(conflict_id, resolution, reason)

    site.services = replace(site.services, conflicts=Watched(site))
    stage = set_stage(site)
    go_to_page(stage, 1)
    table = stage.panel.conflicts.list.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 2)
    table.setCurrentIndex(table.model().index(1, 0))
    give_reason(qtbot, stage.panel.conflicts, "the second was corrected")
    QTest.mouseClick(button(stage.panel.conflicts, "Take second"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    assert decided == [("conflict-1", ConflictResolution.TAKE_SECOND, "the second was corrected")]


def test_dropped_files_are_imported(qtbot: QtBot, set_stage: SetStage, tmp_path: Path) -> None:
    stage = set_stage(count=1)
    source = tmp_path / "scan.dcm"
    source.write_bytes(b"DICM")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(source)), QUrl("https://example.org/other.dcm")])
    page = stage.panel.studies
    for kind in (QEvent.Type.DragEnter, QEvent.Type.Drop):
        copying, left, nothing = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(page, QDropEvent(QPointF(40, 40), copying, mime, left, nothing, kind))
    qtbot.waitUntil(lambda: stage.files.sent == [(source,)])


def test_an_import_with_refused_files_says_which_and_why(qtbot: QtBot, set_stage: SetStage, tmp_path: Path) -> None:
    stage = set_stage(count=1)
    problems = (JobProblem("note.txt", "This is no DICOM object."),)
    stage.files.result = JobResult("1 instance stored, 1 refused", problems, 1)
    stage.panel.transfers.import_paths([tmp_path])
    qtbot.waitUntil(
        lambda: stage.notices.warnings == [("1 instance stored, 1 refused", "note.txt: This is no DICOM object.")]
    )


def test_an_import_that_cannot_be_sent_says_why(qtbot: QtBot, set_stage: SetStage, tmp_path: Path) -> None:
    stage = set_stage(count=1)
    failure = InvalidInput("There are no files in the folder.")
    stage.site.fail["transfer.start_import"] = failure
    stage.panel.transfers.import_paths([tmp_path])
    qtbot.waitUntil(lambda: stage.notices.failures == [failure])
    assert stage.tray.lines[0].state is JobState.FAILED


def test_an_import_that_was_stopped_is_no_failure(qtbot: QtBot, set_stage: SetStage, tmp_path: Path) -> None:
    stage = set_stage(count=1)
    stage.site.fail["transfer.start_import"] = JobCancelled("Stopped.")
    stage.panel.transfers.import_paths([tmp_path])
    qtbot.waitUntil(lambda: stage.tray.lines[0].ending == "Stopped")
    assert not stage.notices.failures


def test_an_export_is_written_where_the_person_chose(qtbot: QtBot, set_stage: SetStage, tmp_path: Path) -> None:
    stage = set_stage(count=3)
    stage.site.bytes["export/1"] = b"PK zip"
    stage.asker.chosen_zip = tmp_path / "mine.zip"
    stage.table.select_row(1)
    export = stage.panel.studies.actions_of_studies.export_zip
    assert export is not None
    qtbot.waitUntil(export.isEnabled)
    export.trigger()
    qtbot.waitUntil(lambda: [line.ending for line in stage.tray.lines] == [f"Written to {tmp_path / 'mine.zip'}"])
    assert (tmp_path / "mine.zip").read_bytes() == b"PK zip"


def test_the_proposed_name_of_an_export_has_no_patient_in_it(set_stage: SetStage, qtbot: QtBot) -> None:
    stage = set_stage(count=3)
    stage.table.select_row(0)
    export = stage.panel.studies.actions_of_studies.export_zip
    assert export is not None
    qtbot.waitUntil(export.isEnabled)
    export.trigger()
    qtbot.waitUntil(lambda: stage.asker.proposed == "study-A700000.zip")
    qtbot.waitUntil(lambda: bool(stage.notices.failures))


def test_an_export_to_a_folder_never_mixes_with_another(qtbot: QtBot, set_stage: SetStage, tmp_path: Path) -> None:
    stage = set_stage(count=3)
    stage.site.bytes["export/1"] = b"PK zip"
    stage.asker.chosen_folder = tmp_path
    (tmp_path / "study-A700001").mkdir()
    stage.table.select_row(1)
    export = stage.panel.studies.actions_of_studies.export_folder
    assert export is not None
    qtbot.waitUntil(export.isEnabled)
    export.trigger()
    qtbot.waitUntil(lambda: stage.files.unpacked[tmp_path / "study-A700001-2"] == 1)


def test_a_hostile_accession_number_or_date_makes_no_path() -> None:
    study = make_study(0, accession_number="../..", study_date="/etc/2026")
    assert export_name([study]) == "study-etc2026"
