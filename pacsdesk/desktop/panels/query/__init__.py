"""Query: peers are asked what they have, in any model, level and key; what they answer, why nothing, and retrieving."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.translation import marked
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section


def _build(context: PanelContext) -> Panel:
    from pacsdesk.desktop.panels.query.panel import QueryPanel  # noqa: PLC0415  # built when it is first opened

    return QueryPanel(context)


def _warm_up() -> None:
    from pacsdesk.desktop.panels.query.dictionary import read_dictionary  # noqa: PLC0415  # brings pydicom, 0.27 s

    read_dictionary()


PANEL = PanelSpec(
    panel_id="query",
    title=marked("Panels", "Query"),
    section=Section.BENCH,
    icon="search",
    needs=Permission.PEER_PROBE,
    build=_build,
    warm_up=_warm_up,
)
