"""Send: what goes to a peer and how, before and after; and what a peer accepts, beside another one."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.translation import marked
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section


def _build(context: PanelContext) -> Panel:
    from pacsdesk.desktop.panels.send.panel import SendPanel  # noqa: PLC0415  # built when it is first opened

    return SendPanel(context)


PANEL = PanelSpec(
    panel_id="send",
    title=marked("Panels", "Send"),
    section=Section.BENCH,
    icon="send",
    needs=Permission.PEER_PROBE,
    build=_build,
)
