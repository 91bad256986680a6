"""Trace and relay: a relay between two systems, a sink that takes everything, what passed on the wire PDU by PDU."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.translation import marked
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section


def _build(context: PanelContext) -> Panel:
    from pacsdesk.desktop.panels.relay.panel import RelayPanel  # noqa: PLC0415  # built when it is first opened

    return RelayPanel(context)


PANEL = PanelSpec(
    panel_id="relay",
    title=marked("Panels", "Trace and relay"),
    section=Section.BENCH,
    icon="split",
    needs=Permission.TRACE_VIEW,
    build=_build,
)
