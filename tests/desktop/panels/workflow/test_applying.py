"""What findings propose on the pages of Workflow: applied, the worklist and the commitment are asked for again; a step
is not told again by itself."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.requests import ReportWay
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.workflow.panel import STEPS
from tests.desktop.panels.workflow.conftest import Open
from tests.support.demo_proposals import PROPOSED_PORT, apply_proposal, finding_with_proposal, shows_findings
from tests.support.demo_workflow import RIS, demo_commit, demo_step, demo_worklist
from tests.support.fake_services import FakeSite

STUDY = StudyInstanceUID("1.2.826.0.1.3680043.8.498.4711.1")


def entry(site: FakeSite) -> Peer:
    return next(peer for peer in site.peers if peer.name == RIS)


def test_a_worklist_is_asked_for_again(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    page, found = panel.worklist, finding_with_proposal(entry(site))
    site.query_outcomes[RIS] = replace(demo_worklist(()), status=None, problem="refused", findings=(found,))
    page.ask.trigger()
    qtbot.waitUntil(lambda: shows_findings(page.findings))
    site.query_outcomes[RIS] = demo_worklist()
    apply_proposal(page.findings)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert entry(site).port == PROPOSED_PORT


def test_commitment_is_asked_for_again_as_it_was(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    page, found = panel.commitment, finding_with_proposal(entry(site))
    nothing = replace(demo_commit(), way=ReportWay.NONE, committed=(), failed=(), passed_over=(), problem="refused")
    site.commit_outcomes[RIS] = replace(nothing, status=None, findings=(found,))
    panel.show_destination(Destination("workflow", STUDY))
    page.ask.trigger()
    qtbot.waitUntil(lambda: shows_findings(page.findings))
    site.commit_outcomes[RIS] = demo_commit()
    apply_proposal(page.findings)
    qtbot.waitUntil(lambda: page.findings.heading() == "RIS keeps 1 of 3 images")
    assert (entry(site).port, len(site.commits_by_job)) == (PROPOSED_PORT, 2)


def test_a_step_is_told_again_only_by_hand(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, workspace = opened(site)
    page, found = panel.steps, finding_with_proposal(entry(site))
    site.step_outcomes[RIS] = replace(demo_step(), status=None, problem="refused", findings=(found,))
    panel.pages.choose(STEPS)
    page.begin.trigger()
    qtbot.waitUntil(lambda: shows_findings(page.findings))
    apply_proposal(page.findings)
    qtbot.waitUntil(lambda: entry(site).port == PROPOSED_PORT and not workspace.notice_area.bars())
    assert len(site.steps_begun) == 1
    assert page.begin.isEnabled()
