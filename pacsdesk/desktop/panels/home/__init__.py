"""Home: whether everything is well, answered at one look. It shows and leads on; it changes nothing."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.translation import marked
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section


def _build(context: PanelContext) -> Panel:
    from pacsdesk.desktop.panels.home.panel import HomePanel  # noqa: PLC0415  # built when it is first opened

    return HomePanel(context)


PANEL = PanelSpec(
    panel_id="home",
    title=marked("Panels", "Home"),
    section=Section.START,
    icon="home",
    needs=Permission.ENGINE_VIEW,
    build=_build,
)
