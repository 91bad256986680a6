"""Commitments: which senders asked whether their images are safe here, what they were told, and telling it again."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.translation import marked
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section


def _build(context: PanelContext) -> Panel:
    from pacsdesk.desktop.panels.commitments.panel import (  # noqa: PLC0415  # built when it is first opened
        CommitmentsPanel,
    )

    return CommitmentsPanel(context)


PANEL = PanelSpec(
    panel_id="commitments",
    title=marked("Panels", "Commitments"),
    section=Section.ADMINISTRATION,
    icon="shield-check",
    needs=Permission.PEER_VIEW,
    build=_build,
)
