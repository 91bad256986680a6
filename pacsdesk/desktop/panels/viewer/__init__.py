"""The viewer: a series as a stack of images, with windows, tools, tags. Decoding is pacsdesk.imaging's business."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.translation import marked
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section

PANEL_ID = "viewer"


def _build(context: PanelContext) -> Panel:
    # imported late: numpy, pydicom and the codecs cost 0.6 s, which the start of the window need not wait for
    import pydicom  # noqa: F401, PLC0415  # whole, before a part of it: another thread may be at it

    from pacsdesk.desktop.panels.viewer.panel import ViewerPanel  # noqa: PLC0415  # built when it is first opened

    return ViewerPanel(context)


def _warm_up() -> None:
    import pydicom  # noqa: F401, PLC0415  # whole, before a part of it: another thread may be at it

    import pacsdesk.desktop.panels.viewer.panel  # noqa: F401, PLC0415  as in _build


PANEL = PanelSpec(
    panel_id=PANEL_ID,
    title=marked("Panels", "Viewer"),
    section=Section.ARCHIVE,
    icon="image",
    needs=Permission.STUDY_VIEW,
    build=_build,
    warm_up=_warm_up,
    is_led_to=True,
)
