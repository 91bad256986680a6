"""The viewer: a series as a stack of images, with windows, tools, tags. Decoding is pacsdesk.imaging's business."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section

PANEL_ID = "viewer"


def _build(context: PanelContext) -> Panel:
    # imported when first opened: numpy, pydicom and the codecs cost 0.6 s and 70 MB that other panels do not need
    from pacsdesk.desktop.panels.viewer.panel import ViewerPanel  # noqa: PLC0415

    return ViewerPanel(context)


PANEL = PanelSpec(
    panel_id=PANEL_ID,
    title="Viewer",
    section=Section.ARCHIVE,
    icon="image",
    needs=Permission.STUDY_VIEW,
    build=_build,
)
