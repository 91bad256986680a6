"""Peers: the other systems as they are entered, the way to each of them step by step, and callers turned away."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.translation import marked
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section


def _build(context: PanelContext) -> Panel:
    from pacsdesk.desktop.panels.peers.panel import PeersPanel  # noqa: PLC0415  # built when it is first opened

    return PeersPanel(context)


PANEL = PanelSpec(
    panel_id="peers",
    title=marked("Panels", "Peers"),
    section=Section.BENCH,
    icon="radio-tower",
    needs=Permission.PEER_VIEW,
    build=_build,
)
