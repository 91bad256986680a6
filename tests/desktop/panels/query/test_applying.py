"""What the finding about a query proposes: shown, applied, asked again, taken back; and who may not is shown none."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Unavailable
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.peers import Peer
from pacsdesk.desktop.panels.query.panel import QueryPanel
from tests.desktop.panels.query.conftest import Open, WaitingQueries, ask, edit_of, type_over
from tests.desktop.shell.pages import press
from tests.support.demo_proposals import PROPOSED_PORT, apply_proposal, finding_with_proposal, shows_findings
from tests.support.demo_queries import ARCHIVE, answers, study_rows
from tests.support.fake_services import FakeSite


def entry(site: FakeSite) -> Peer:
    return next(peer for peer in site.peers if peer.name == ARCHIVE)


@pytest.fixture
def site(site: FakeSite) -> FakeSite:
    """The archive is entered with a port at which nothing listens."""
    problem = "the connection was refused"
    site.query_outcomes[ARCHIVE] = replace(
        answers(()), status=None, problem=problem, findings=(finding_with_proposal(entry(site)),)
    )
    return site


def refused(panel: QueryPanel, qtbot: QtBot) -> None:
    type_over(edit_of(panel, "PatientID"), "4711")
    ask(panel, qtbot)
    qtbot.waitUntil(lambda: shows_findings(panel.query.answers.findings))


def test_applied_it_is_asked_again_as_it_was_and_can_be_taken_back(
    opened: Open, site: FakeSite, queries: WaitingQueries, qtbot: QtBot
) -> None:
    panel, workspace = opened(site)
    before = entry(site)
    refused(panel, qtbot)
    type_over(edit_of(panel, "PatientID"), "another that is not asked for yet")
    site.query_outcomes[ARCHIVE] = answers(study_rows(1))
    apply_proposal(panel.query.answers.findings)
    qtbot.waitUntil(lambda: panel.query.table.model.rowCount() == 1)
    assert (entry(site).port, site.reasons[-1]) == (PROPOSED_PORT, "proposed for connection-refused")
    assert [key.value for key in queries.last.keys if key.value] == ["4711"]
    press(workspace, "Undo")
    qtbot.waitUntil(lambda: entry(site) == before and len(queries.asked) == 3)


@pytest.mark.thorough
def test_what_could_not_be_applied_can_be_tried_again(
    opened: Open, site: FakeSite, queries: WaitingQueries, qtbot: QtBot
) -> None:
    panel, workspace = opened(site)
    refused(panel, qtbot)
    site.fail["peers.get"] = Unavailable("The engine is gone.")
    view = apply_proposal(panel.query.answers.findings)
    qtbot.waitUntil(lambda: len(workspace.notice_area.bars()) == 1)
    press(view, "Apply this change")
    qtbot.waitUntil(lambda: entry(site).port == PROPOSED_PORT)


@pytest.mark.thorough
def test_who_may_not_change_entries_is_shown_no_change(
    opened: Open, site: FakeSite, queries: WaitingQueries, qtbot: QtBot
) -> None:
    site.permissions = (Permission.PEER_VIEW, Permission.PEER_PROBE)
    panel, _ = opened(site)
    refused(panel, qtbot)
    assert panel.query.answers.findings.cards[0].proposals == ()
