"""The list of storage commitment requests: read, followed, looked into, told again."""

from dataclasses import replace
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Refused, Unavailable
from pacsdesk.contract.events import CommitmentsChanged
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.commitments import Commitment, CommitmentState
from pacsdesk.desktop.kit.commands import to_type
from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.panels.commitments.panel import CommitmentsPanel
from pacsdesk.desktop.panels.commitments.words import WORDS_TO_ALLOW
from tests.desktop.panels.commitments.conftest import Open, cells, choose
from tests.desktop.shell.pages import button, press
from tests.support.demo_commitments import commitment
from tests.support.fake_services import FakeSite

NOT_TOLD, GIVEN_UP, SOME_NOT_SAFE, ALL_SAFE, CHECKING = 4, 5, 3, 2, 0  # rows of the demonstration
STATE, BY = 0, 2


def words_of(parent: QWidget) -> str:
    """The page that stands in place of a list."""
    return next((page.accessibleName() for page in parent.findChildren(MessagePage) if page.isVisible()), "")


def test_requests_are_listed_as_the_engine_gives_them(opened: Open, site: FakeSite) -> None:
    panel, _ = opened(site)
    assert cells(panel, BY) == [one.calling_ae_title for one in site.commitments]


def test_a_change_shows_by_itself(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    site.commitments[0] = replace(site.commitments[0], state=CommitmentState.REPORTED, number_of_failures=0)
    site.publish(CommitmentsChanged(site.commitments[0].commitment_id))
    qtbot.waitUntil(lambda: cells(panel, STATE)[0] == "Told: all safe")


def test_failures_of_the_chosen_request_stand_with_their_reasons(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, SOME_NOT_SAFE)
    table = panel.details.failures.table
    qtbot.waitUntil(lambda: table.isVisible() and table.model().rowCount() == 3)
    row = [str(table.model().index(0, column).data()) for column in range(3)]
    failed = site.uncommitted[5][0]
    assert row == ["Never came, or was deleted (0112)", failed.sop_instance_uid, "CT Image Storage"]


def test_a_request_without_failures_says_that_all_is_safe(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, ALL_SAFE)
    qtbot.waitUntil(lambda: "All 1,204 instances are safe" in words_of(panel.details))


def test_a_request_that_is_being_checked_says_so(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, CHECKING)
    qtbot.waitUntil(lambda: "Not checked yet" in words_of(panel.details))


def test_failures_that_cannot_be_read_are_asked_for_again(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    site.fail["commitments.failures"] = Unavailable("The engine is busy.")
    choose(panel, SOME_NOT_SAFE)
    qtbot.waitUntil(lambda: "The engine is busy." in words_of(panel.details))
    press(panel.details, "Retry")
    qtbot.waitUntil(panel.details.failures.table.isVisible)


def test_the_chosen_request_follows_what_happens_to_it(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, GIVEN_UP)
    qtbot.waitUntil(panel.details.failures.table.isVisible)
    panel.tell_again.trigger()
    qtbot.waitUntil(lambda: cells(panel, STATE)[GIVEN_UP] == "Being checked")
    assert [one.commitment_id for one in panel.list.chosen()] == [3]


def test_telling_again_is_one_key(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, workspace = opened(site)
    choose(panel, NOT_TOLD)
    panel.list.table.setFocus()
    QTest.keyClick(panel.list.table, Qt.Key.Key_Return)
    said = "64 instances are read anew, then CT01 is told the result."
    qtbot.waitUntil(lambda: workspace.status_line.text() == said)
    assert site.commitments[NOT_TOLD].state is CommitmentState.CHECKING


def test_several_are_told_again_together_and_those_that_were_taken_left_alone(
    opened: Open, site: FakeSite, qtbot: QtBot
) -> None:
    panel, workspace = opened(site)
    choose(panel, ALL_SAFE, NOT_TOLD, GIVEN_UP)
    press(panel, "Check and tell again")
    qtbot.waitUntil(lambda: workspace.status_line.text() == "2 requests are checked and told again.")
    assert site.calls["commitments.retry"] == 2


def test_a_result_that_was_taken_is_not_told_again(opened: Open, site: FakeSite) -> None:
    panel, _ = opened(site)
    choose(panel, ALL_SAFE)
    assert not panel.tell_again.isEnabled()


def test_a_refusal_is_told_and_the_list_read_anew(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, workspace = opened(site)
    choose(panel, NOT_TOLD)
    site.fail["commitments.retry"] = Refused("The sender has taken this result already.")
    read = site.calls["commitments.list"]
    panel.tell_again.trigger()
    qtbot.waitUntil(lambda: len(workspace.notice_area.bars()) == 1 and site.calls["commitments.list"] > read)


def test_who_may_not_change_peers_only_looks(opened: Open, site: FakeSite) -> None:
    site.permissions = (Permission.PEER_VIEW,)
    panel, _ = opened(site)
    choose(panel, NOT_TOLD)
    panel.list.table.setFocus()
    QTest.keyClick(panel.list.table, Qt.Key.Key_Return)
    offered = [action.text() for action in panel.panel_actions()]
    assert (offered, site.calls["commitments.retry"]) == (["Copy rows"], 0)


def test_rows_are_copied_as_text(opened: Open, site: FakeSite) -> None:
    panel, _ = opened(site)
    choose(panel, ALL_SAFE)
    panel.list.table.setFocus()
    QTest.keyClick(panel.list.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "1,204" in QGuiApplication.clipboard().text()


def test_failures_are_copied_as_text(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    choose(panel, SOME_NOT_SAFE)
    table = panel.details.failures.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 3)
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert all(one.sop_instance_uid in QGuiApplication.clipboard().text() for one in site.uncommitted[5])


def test_no_request_yet_says_what_commitment_is_and_copies_the_command(
    opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    panel, _ = opened(FakeSite())
    qtbot.waitUntil(lambda: "before it deletes its own" in words_of(panel))
    press(panel, "Copy the command")
    typed = f"{to_type(WORDS_TO_ALLOW)} --data-dir {tmp_path / 'site'}"
    assert (QGuiApplication.clipboard().text(), panel.details.isVisible()) == (typed, False)


def test_a_list_that_cannot_be_read_offers_another_try(opened: Open, qtbot: QtBot) -> None:
    site = FakeSite()
    site.fail["commitments.list"] = Unavailable("The engine is busy.")
    panel, _ = opened(site)
    site.commitments = [commitment(1, CommitmentState.REPORTED)]
    qtbot.waitUntil(lambda: "The engine is busy." in words_of(panel))
    button(panel, "Retry").click()
    qtbot.waitUntil(lambda: cells(panel, STATE) == ["Told: all safe"])


def many(number: int) -> list[Commitment]:
    numbers = count(number, -1)
    return [commitment(next(numbers), CommitmentState.REPORTED) for _ in range(number)]


def scroll_on(panel: CommitmentsPanel, qtbot: QtBot) -> None:
    """To the end, until more has come."""
    model = panel.list.table.model()
    with qtbot.waitSignal(model.rowsInserted):
        panel.list.table.scrollToBottom()


def test_a_long_list_is_read_by_key_as_it_is_scrolled(opened: Open, qtbot: QtBot) -> None:
    site = FakeSite()
    site.commitments = many(450)
    panel, _ = opened(site)
    for rows in (400, 450):
        scroll_on(panel, qtbot)
        assert panel.list.table.model().rowCount() == rows


def test_what_was_scrolled_to_stays_over_a_refresh(opened: Open, qtbot: QtBot) -> None:
    site = FakeSite()
    site.commitments = many(1_300)
    panel, _ = opened(site)
    model, bar = panel.list.table.model(), panel.list.table.verticalScrollBar()
    while model.rowCount() < 1_300:
        scroll_on(panel, qtbot)
    bar.setValue(bar.maximum())
    place = bar.value()
    site.commitments[0] = replace(site.commitments[0], number_of_failures=1)
    panel.refresh()
    qtbot.waitUntil(lambda: cells(panel, STATE)[0] == "Told: some not safe")
    assert (model.rowCount(), bar.value()) == (1_300, place)
