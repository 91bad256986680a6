"""The Query panel over a real engine and Orthanc: in vain, why, and the answer; moves here and to nowhere."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.archive import StudyQuery
from pacsdesk.contract.records.peers import Peer, UsedService
from pacsdesk.contract.types import AETitle, QueryLevel
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.query.panel import QUERY, QueryPanel
from pacsdesk.desktop.panels.query.retrieval_list import ARRIVED, STATE
from pacsdesk.desktop.panels.query.retrieval_view import LEDGER
from pacsdesk.link.client import Client
from tests.bench.window import open_window
from tests.desktop.shell.pages import press
from tests.e2e.callers import small_ct
from tests.engine.network.sending import EXPLICIT, sender
from tests.support.datasets import CT_IMAGE
from tests.support.demo_proposals import apply_proposal, shows_findings
from tests.support.engine import EngineProcess
from tests.support.network import LOOPBACK
from tests.support.peers import ORTHANC_AE_TITLE, orthanc

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]

WAIT_MS = 30_000
IMAGES = 3
STUDY = "1.2.826.0.1.3680043.8.498.77"


@pytest.fixture(scope="module", autouse=True)
def _peers(engine: EngineProcess, link: Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """An Orthanc that has one study of MUSTER^EVA and knows us as PACSDESK."""
    with orthanc(
        tmp_path_factory.mktemp("orthanc"),
        {"ours": ("PACSDESK", engine.dicom_port)},
        DicomAlwaysAllowFind=True,
        DicomAlwaysAllowMove=True,
        DicomCheckCalledAet=True,
    ) as peer:
        with sender(peer.dicom_port, [(CT_IMAGE, EXPLICIT)], called=ORTHANC_AE_TITLE) as caller:
            for number in range(IMAGES):
                sent = small_ct(
                    f"{STUDY}.1.{number + 1}",
                    PatientName="MUSTER^EVA",
                    PatientID="004711",
                    Modality="MR",
                    StudyDate="20260305",
                    StudyInstanceUID=STUDY,
                    SeriesInstanceUID=f"{STUDY}.1",
                )
                assert caller.store(sent)[0] == 0
        uses = (UsedService.FIND, UsedService.MOVE)
        link.services.peers.add(Peer("Orthanc", AETitle(ORTHANC_AE_TITLE), LOOPBACK, peer.dicom_port, uses=uses))
        link.services.peers.add(Peer("Misspelt", AETitle("ORTANC"), "localhost", peer.dicom_port))
        yield


@pytest.fixture
def panel(engine: EngineProcess, tmp_path: Path, qtbot: QtBot) -> Iterator[QueryPanel]:
    """The panel in a window of the engine's administrator, about to ask Orthanc."""
    with open_window(engine, tmp_path) as window:
        assert window.workspace is not None
        window.workspace.stack.go(Destination("query", words="Orthanc"))
        panel = window.workspace.stack.current_panel()
        assert isinstance(panel, QueryPanel)
        wait(qtbot, lambda: panel.query.form.peer.currentData() == "Orthanc")
        yield panel


def wait(qtbot: QtBot, is_so: Callable[[], bool]) -> None:
    qtbot.waitUntil(is_so, timeout=WAIT_MS)


def type_into(panel: QueryPanel, name: str, text: str) -> QLineEdit:
    field = panel.query.form.keys.fields[name].edit
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    return field


def ask(panel: QueryPanel, qtbot: QtBot) -> None:
    panel.query.actions_of_query.ask.trigger()
    wait(qtbot, lambda: not panel.query.asking.is_running)


def state_of_newest(panel: QueryPanel) -> str:
    return str(panel.fetched.model.index(0, STATE).data())


def test_a_wrong_key_is_found_and_the_answer_seen_down_to_the_image(panel: QueryPanel, qtbot: QtBot) -> None:
    # given a query with a modality that the study does not have
    type_into(panel, "PatientName", "MUSTER^EVA")
    QTest.keyClick(type_into(panel, "ModalitiesInStudy", "CT"), Qt.Key.Key_Return)
    wait(qtbot, lambda: panel.query.answers.status().startswith("0 answers"))
    # when I ask why, look at the list and have it run
    press(panel.query.answers, "Ask why")
    why = panel.query.answers.why
    wait(qtbot, lambda: "without ModalitiesInStudy (CT)" in why.lines())
    why.run_button.click()
    wait(qtbot, lambda: shows_findings(why))
    # then the key is named, and with the proposal accepted the answer is there
    texts = [one.text() for one in why.cards[0].findChildren(QLabel)]
    assert any(one.startswith("ModalitiesInStudy 'CT' hid the result") for one in texts)
    press(why, "Use this")
    table = panel.query.table
    wait(qtbot, lambda: table.model.rowCount() == 1)
    assert "PatientName: MUSTER, EVA" in panel.query.view.text()
    # and Enter goes down to the series and the images
    for level, number in ((QueryLevel.SERIES, 1), (QueryLevel.IMAGE, IMAGES)):
        QTest.keyClick(table.table, Qt.Key.Key_Return)
        wait(qtbot, lambda: not panel.query.asking.is_running)
        outcome = panel.query.answers.outcome
        assert outcome is not None
        assert (outcome.order.level, table.model.rowCount()) == (level, number)


def test_a_misspelt_title_is_mended_as_proposed_and_the_answer_comes(
    panel: QueryPanel, link: Client, qtbot: QtBot
) -> None:
    panel.query.form.choose_peer("Misspelt")
    type_into(panel, "PatientID", "004711")
    ask(panel, qtbot)
    wait(qtbot, lambda: shows_findings(panel.query.answers.findings))
    apply_proposal(panel.query.answers.findings)
    wait(qtbot, lambda: panel.query.table.model.rowCount() == 1)
    assert link.services.peers.get("Misspelt").ae_title == ORTHANC_AE_TITLE
    # and taken back, it is asked as before
    press(panel.window(), "Undo")
    wait(qtbot, lambda: panel.query.answers.shown_page() is panel.query.answers.findings)


def test_a_study_is_retrieved_and_a_move_to_nowhere_taken_apart(panel: QueryPanel, link: Client, qtbot: QtBot) -> None:
    type_into(panel, "PatientID", "004711")
    ask(panel, qtbot)
    # when the study is sent to a title that Orthanc does not know
    panel.query.actions_of_query.send.trigger()
    panel.query.ordering.bar.title.setCurrentText("NOWHERE")
    press(panel.query.ordering.bar, "Send")
    wait(qtbot, lambda: panel.fetched.model.rowCount() == 1 and state_of_newest(panel) == "Failed")
    # then its findings say so, and taken apart it is the second leg
    view = panel.fetched.view
    assert view.findings.cards
    press(view, "Unfold")
    wait(qtbot, lambda: view.legs is not None)
    assert view.legs is not None
    assert [one.text() for one in view.legs.findChildren(QLabel)].count("Works") >= 1
    assert "Broken" in [one.text() for one in view.legs.findChildren(QLabel)]
    # and when it is sent here, all of it arrives, instance by instance
    panel.pages.choose(QUERY)
    panel.query.actions_of_query.retrieve.trigger()
    wait(qtbot, lambda: panel.fetched.model.rowCount() == 2 and state_of_newest(panel) == "Complete")
    assert panel.fetched.model.index(0, ARRIVED).data() == f"{IMAGES} / {IMAGES}"
    view.switch.setCurrentIndex(LEDGER)
    ledger = view.ledger.table.model()
    wait(qtbot, lambda: ledger.rowCount() == IMAGES)
    assert {str(ledger.index(row, 1).data()) for row in range(IMAGES)} == {"Stored"}
    assert [one.patient_id for one in link.services.studies.search(StudyQuery()).items] == ["004711"]


def test_what_was_answered_leaves_with_a_picture_and_without_the_patient(
    panel: QueryPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    type_into(panel, "PatientName", "MUSTER*")
    ask(panel, qtbot)
    panel.query.answers.pack_button.click()
    view = panel.evidence
    wait(qtbot, view.save.isEnabled)
    view.add_picture.click()
    wait(qtbot, view.shown_picture.isVisible)
    pack = tmp_path / "orthanc.zip"
    view._needs = replace(view._needs, ask=lambda *_: pack)  # the system's window is the door
    view.save.click()
    wait(qtbot, pack.exists)
    with ZipFile(pack) as opened:
        assert opened.namelist()[-1] == "picture-01.png"
        assert QImage.fromData(opened.read("picture-01.png")) == view.shown_picture.pixmap().toImage()
        assert "NAME" in opened.read("query.txt").decode()
        texts = [opened.read(name) for name in opened.namelist()[:-1]]
    assert not [text for text in texts if b"MUSTER" in text or b"004711" in text or STUDY.encode() in text]
