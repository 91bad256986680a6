"""The views of the Workflow panel, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from pacsdesk.contract.records.performed_steps import StepOperation
from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.desktop.panels.workflow.panel import COMMITMENT, STEPS, WORKLIST, WorkflowPanel
from pacsdesk.desktop.shell.workspace import Workspace
from tests.support.demo_proposals import finding_with_proposal
from tests.support.demo_workflow import demo_commit, demo_step, demo_worklist, refused_worklist, waiting_commit
from tests.support.fake_services import FakeSite


def views_of_workflow(workspace: Workspace, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    """Each state of it."""
    panel = workspace.stack.show_panel("workflow")
    assert isinstance(panel, WorkflowPanel)
    settle()
    yield "workflow-not-asked"
    if panel.worklist.form.peer.count():
        yield from _worklist(panel, site, settle)
        yield from _commitment(panel, site, settle)
        yield from _steps(panel, site, settle)
    panel.pages.choose(WORKLIST)


def _worklist(panel: WorkflowPanel, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    page, peer = panel.worklist, panel.worklist.form.peer.name()
    before = site.query_outcomes.get(peer)
    for name, outcome in (
        ("workflow-refused", refused_worklist()),
        ("workflow-proposal", _mendable(site, peer)),
        ("workflow-nothing", demo_worklist(())),
        ("workflow", demo_worklist()),
    ):
        site.query_outcomes[peer] = replace(outcome, peer=peer)
        page.ask.trigger()
        settle()
        if name == "workflow-proposal":
            page.findings.cards[0].proposals[0].begin_button.click()
            settle()
        yield name
        if name == "workflow-nothing":
            page.why.trigger()
            settle()
            yield "workflow-plan"
            page.why_view.run_button.click()
            settle()
            yield "workflow-why"
    if before is not None:
        site.query_outcomes[peer] = before


def _mendable(site: FakeSite, name: str) -> QueryOutcome:
    (peer,) = (one for one in site.peers if one.name == name)
    return replace(refused_worklist(), problem="the connection was refused", findings=(finding_with_proposal(peer),))


def _commitment(panel: WorkflowPanel, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    page, peer = panel.commitment, panel.commitment.form.peer.name()
    panel.pages.choose(COMMITMENT)
    yield "workflow-no-request"
    page.study.show_study(StudyInstanceUID("1.2.826.0.1.3680043.8.498.4711.1"))
    for name, outcome in (("workflow-waiting", waiting_commit()), ("workflow-commitment", demo_commit())):
        site.commit_outcomes[peer] = replace(outcome, peer=peer)
        if page.ask.isEnabled():
            page.ask.trigger()
        else:  # the one that runs goes on
            (job_id,) = site.commits_by_job
            site.commits_by_job[job_id] = site.commit_outcomes[peer]
            page.follow()
        settle()
        yield name


def _steps(panel: WorkflowPanel, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    page, peer = panel.steps, panel.steps.form.peer.name()
    panel.pages.choose(STEPS)
    yield "workflow-no-step"
    site.step_outcomes[peer] = replace(demo_step(), peer=peer)
    page.begin.trigger()
    settle()
    yield "workflow-begun"
    site.step_outcomes[peer] = replace(demo_step(operation=StepOperation.SET, status=0x0110), peer=peer)
    page.complete.trigger()
    settle()
    yield "workflow-steps"
