"""The Studies panel: finding, importing, exporting and deleting studies, conflicts and the trash.

Belongs here: showing what the archive holds and asking the engine to change it. Not here: showing images (viewer).
"""

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.translation import marked
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section


def _build(context: PanelContext) -> Panel:
    # built when it is first opened: the window shows before any panel's code is loaded
    from pacsdesk.desktop.panels.studies.asking import FileDialogs  # noqa: PLC0415  # built when it is first opened
    from pacsdesk.desktop.panels.studies.panel import StudiesPanel  # noqa: PLC0415  # built when it is first opened
    from pacsdesk.desktop.panels.studies.transfers import FileWork  # noqa: PLC0415  # built when it is first opened
    from pacsdesk.link.sending import send_files  # noqa: PLC0415  # built when it is first opened
    from pacsdesk.link.unpacking import unpack  # noqa: PLC0415  # built when it is first opened

    return StudiesPanel(context, FileWork(send_files, unpack), FileDialogs())


PANEL = PanelSpec(
    panel_id="studies",
    title=marked("Panels", "Studies"),
    section=Section.ARCHIVE,
    icon="layout-list",
    needs=Permission.STUDY_SEARCH,
    build=_build,
)
