"""The views of the Workflow panel, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from pacsdesk.desktop.panels.workflow.panel import WorkflowPanel
from pacsdesk.desktop.shell.workspace import Workspace
from tests.support.demo_workflow import demo_worklist, refused_worklist
from tests.support.fake_services import FakeSite


def views_of_workflow(workspace: Workspace, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    """Each state of it."""
    panel = workspace.stack.show_panel("workflow")
    assert isinstance(panel, WorkflowPanel)
    settle()
    yield "workflow-not-asked"
    if panel.worklist.form.peer.count():
        yield from _worklist(panel, site, settle)


def _worklist(panel: WorkflowPanel, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    page, peer = panel.worklist, panel.worklist.form.peer.name()
    before = site.query_outcomes.get(peer)
    for name, outcome in (
        ("workflow-refused", refused_worklist()),
        ("workflow-nothing", demo_worklist(())),
        ("workflow", demo_worklist()),
    ):
        site.query_outcomes[peer] = replace(outcome, peer=peer)
        page.ask.trigger()
        settle()
        yield name
        if name == "workflow-nothing":
            page.why.trigger()
            settle()
            yield "workflow-plan"
            page.why_view.run.click()
            settle()
            yield "workflow-why"
    if before is not None:
        site.query_outcomes[peer] = before
