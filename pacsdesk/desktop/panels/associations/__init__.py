"""Associations: who is connected now and what they do, and what past ones agreed upon, did and ended with."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.translation import marked
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section


def _build(context: PanelContext) -> Panel:
    from pacsdesk.desktop.panels.associations.panel import (  # noqa: PLC0415  # built when it is first opened
        AssociationsPanel,
    )

    return AssociationsPanel(context)


PANEL = PanelSpec(
    panel_id="associations",
    title=marked("Panels", "Associations"),
    section=Section.BENCH,
    icon="network",
    needs=Permission.ASSOCIATION_VIEW,
    build=_build,
)
