"""Conformance: the statement of what the engine does on a DICOM network, to read and hand on. It changes nothing."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.translation import marked
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section


def _build(context: PanelContext) -> Panel:
    from pacsdesk.desktop.panels.conformance.panel import (  # noqa: PLC0415  # built when it is first opened
        ConformancePanel,
        ask_target,
    )

    return ConformancePanel(context, ask_target)


PANEL = PanelSpec(
    panel_id="conformance",
    title=marked("Panels", "Conformance"),
    section=Section.ADMINISTRATION,
    icon="badge-check",
    needs=Permission.ENGINE_VIEW,
    build=_build,
)
