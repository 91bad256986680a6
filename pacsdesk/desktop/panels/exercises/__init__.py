"""Exercises of a classroom: peers that have one fault each, whose cause is to be found."""

from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.engine import Profile
from pacsdesk.desktop.kit.translation import marked
from pacsdesk.desktop.panel import Panel, PanelContext, PanelSpec, Section


def _build(context: PanelContext) -> Panel:
    from pacsdesk.desktop.panels.exercises.panel import ExercisesPanel  # noqa: PLC0415  # built when it is first opened

    return ExercisesPanel(context)


PANEL = PanelSpec(
    panel_id="exercises",
    title=marked("Panels", "Exercises"),
    section=Section.TRAINING,
    icon="graduation-cap",
    needs=Permission.PEER_VIEW,
    build=_build,
    profile=Profile.CLASSROOM,
)
