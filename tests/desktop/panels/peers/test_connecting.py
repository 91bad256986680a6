"""Connect: the ladder runs, is stopped, is asked as another, and what it found is shown and copied."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Unavailable
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.probes import ProbeState, ProbeStep, StepOutcome
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.peers.panel import PACK, PEERS, PeersPanel
from tests.desktop.panels.peers.conftest import CT, MAIN, MR, RIS, SECOND, Open, WaitingBench, choose, results
from tests.desktop.shell.pages import button, press
from tests.support.fake_services import FakeSite


def texts(panel: PeersPanel) -> str:
    """All words of the result."""
    return "\n".join(label.text() for label in panel.peers.view.result.findChildren(QLabel) if label.isVisible())


def test_return_in_the_list_connects(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, MAIN)
    QTest.keyClick(panel.peers.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: results(panel)[MAIN] == "Works")
    assert panel.peers.view.result.steps.word(ProbeStep.ECHO) == "Done"


def test_every_step_waits_while_the_ladder_runs(
    opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    bench.may_end.clear()
    choose(panel, MAIN)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: results(panel)[MAIN] == "Connecting")
    assert panel.peers.view.result.steps.word(ProbeStep.TCP) == "Waiting"
    bench.may_end.set()
    qtbot.waitUntil(lambda: panel.peers.view.result.steps.word(ProbeStep.TCP) == "Done")


def test_steps_show_as_they_come(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    bench.may_end.clear()
    choose(panel, MAIN)
    press(panel.peers.view, "Connect")
    steps = panel.peers.view.result.steps
    qtbot.waitUntil(lambda: len(bench.orders) == 1)
    bench.steps = (StepOutcome(ProbeStep.NAME, ProbeState.DONE), StepOutcome(ProbeStep.TCP, ProbeState.WARNING, 812.0))
    qtbot.waitUntil(lambda: steps.word(ProbeStep.TCP) == "Warning")
    assert (steps.word(ProbeStep.NAME), steps.word(ProbeStep.ECHO)) == ("Done", "Waiting")
    bench.may_end.set()
    qtbot.waitUntil(lambda: steps.word(ProbeStep.ECHO) == "Done")


def test_stop_ends_the_ladder_under_its_ticket(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    bench.may_end.clear()
    choose(panel, MAIN)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: len(bench.orders) == 1)
    press(panel.peers.view, "Stop")
    qtbot.waitUntil(lambda: results(panel)[MAIN] == "Stopped")
    assert button(panel.peers.view, "Connect").isEnabled()


def test_escape_stops(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    bench.may_end.clear()
    choose(panel, MAIN)
    QTest.keyClick(panel.peers.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(bench.orders) == 1)
    QTest.keyClick(panel.peers.list.table, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: results(panel)[MAIN] == "Stopped")


def test_a_peer_is_asked_as_another_title(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, RIS)
    QTest.keyClicks(panel.peers.view.as_title, "CT01")
    QTest.keyClick(panel.peers.view.as_title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: results(panel)[RIS] == "Does not work")
    assert [order.calling_ae_title for order in bench.orders] == ["CT01"]


def test_a_title_that_is_none_is_told_and_nobody_called(opened: Open, site: FakeSite, bench: WaitingBench) -> None:
    panel, _ = opened(site)
    choose(panel, RIS)
    QTest.keyClicks(panel.peers.view.as_title, "A_TITLE_TOO_LONG_")
    press(panel.peers.view, "Connect")
    words = [label.text() for label in panel.peers.view.findChildren(QLabel) if label.isVisible()]
    assert ("An AE title has at most 16 characters, this has 17." in words, bench.orders) == (True, [])


def test_a_fault_says_cause_evidence_and_repair(
    opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    choose(panel, MR)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: [card.isVisible() for card in panel.peers.view.result.cards()] == [True])
    finding = site.outcomes["MR room 2"].findings[0]
    wanted = (finding.cause, *finding.evidence, *finding.repair, finding.further_test, "Fault")
    assert [part for part in wanted if part not in texts(panel)] == []


def test_the_finding_leads_to_the_entry(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, MR)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: [card.isVisible() for card in panel.peers.view.result.cards()] == [True])
    press(panel.peers.view, "Change the entry")
    assert (panel.peers.form.isVisible(), panel.peers.form.fields.port.text()) == (True, "11112")


def test_the_further_test_is_run_as_another_title(
    opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    choose(panel, RIS)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: [card.isVisible() for card in panel.peers.view.result.cards()] == [True])
    press(panel.peers.view, "Ask as another title")
    assert panel.peers.view.as_title.hasFocus()


def test_the_further_test_is_run_again(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, SECOND)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: results(panel)[SECOND] == "Works in part")
    press(panel.peers.view, "Connect again")
    qtbot.waitUntil(lambda: len(bench.orders) == 2)


def test_a_wrong_title_is_tried_only_when_asked_for(
    opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    choose(panel, MAIN)
    for action in (panel.peers.actions_of_peers.connect_now, panel.peers.actions_of_peers.try_titles):
        action.trigger()
        qtbot.waitUntil(action.isEnabled)
    assert [order.tries_wrong_title for order in bench.orders] == [False, True]


def test_the_result_is_copied_as_text(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, MR)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: results(panel)[MR] == "Does not work")
    press(panel.peers.view, "Copy as text")
    copied = QGuiApplication.clipboard().text()
    wanted = ("connection-refused", "TCP connection: Refused, 0.8 ms, Connection refused", "  1. Start the DICOM")
    assert [part for part in wanted if part not in copied] == []


def test_what_was_agreed_is_a_table(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, MAIN)
    press(panel.peers.view, "Connect")
    model = panel.peers.view.negotiated.table.model()
    qtbot.waitUntil(lambda: model.rowCount() == 5)
    answers = [model.index(row, 1).data() for row in range(5)]
    assert answers == [*["Accepted"] * 2, "SOP class not supported", "No common transfer syntax", "Accepted"]


def test_who_only_sends_is_not_called(opened: Open, site: FakeSite, bench: WaitingBench) -> None:
    panel, _ = opened(site)
    choose(panel, CT)
    QTest.keyClick(panel.peers.list.table, Qt.Key.Key_Return)
    assert (panel.peers.view.connect_button.isVisible(), bench.orders) == (False, [])


def test_who_may_not_probe_is_not_offered_to(opened: Open, site: FakeSite, bench: WaitingBench) -> None:
    site.permissions = (Permission.PEER_VIEW,)
    panel, _ = opened(site)
    choose(panel, MAIN)
    QTest.keyClick(panel.peers.list.table, Qt.Key.Key_Return)
    offered = [action.text() for action in panel.peers.actions_of_peers.offered()]
    assert (panel.peers.view.connect_button.isVisible(), offered, bench.orders) == (False, ["Copy rows"], [])


def test_an_engine_that_is_lost_meanwhile_is_told_and_the_peer_can_be_tried_again(
    opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot
) -> None:
    panel, workspace = opened(site)
    site.fail["bench.ladder"] = Unavailable("The engine is gone.")
    choose(panel, MAIN)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: len(workspace.notice_area.bars()) == 1)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: results(panel)[MAIN] == "Works")


def test_the_palette_leads_to_a_peer(opened: Open, site: FakeSite, bench: WaitingBench) -> None:
    panel, workspace = opened(site)
    panel.pages.choose(1)
    workspace.stack.go(Destination("peers", words="RIS worklist"))
    assert ([row.peer.name for row in panel.peers.list.chosen()], panel.pages.number) == (["RIS worklist"], 0)


def test_a_result_becomes_an_evidence_pack(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, MAIN)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: results(panel)[MAIN] == "Works")
    press(panel.peers.view, "Evidence pack")
    qtbot.waitUntil(panel.evidence.save.isEnabled)
    assert panel.pages.number == PACK
    assert "ladder.txt" in panel.evidence.files.item(1).text()
    panel.evidence.add_picture.click()
    qtbot.waitUntil(panel.evidence.shown_picture.isVisible)
    panel.evidence.back.click()
    assert panel.pages.number == PEERS
