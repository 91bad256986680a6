"""Workflow: what a modality asks of others, asked by hand - worklist, storage commitment, performed procedure steps."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.translation import marked
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section


def _build(context: PanelContext) -> Panel:
    from pacsdesk.desktop.panels.workflow.panel import WorkflowPanel  # noqa: PLC0415  # built when it is first opened

    return WorkflowPanel(context)


PANEL = PanelSpec(
    panel_id="workflow",
    title=marked("Panels", "Workflow"),
    section=Section.BENCH,
    icon="clipboard-list",
    needs=Permission.PEER_PROBE,
    build=_build,
)
