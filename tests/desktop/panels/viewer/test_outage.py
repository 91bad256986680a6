"""While the engine is lost the viewer says so; once it answers, what failed shows without a person's doing."""

from pacsdesk.contract.errors import Unavailable
from pacsdesk.desktop.panel import Destination
from tests.desktop.panels.viewer.conftest import SetViewing, Viewing
from tests.support.data import ct_phantom_slices


def test_a_lost_engine_offers_to_try_again(ct: Viewing) -> None:
    ct.site.is_up = False
    with ct.qtbot.waitSignal(ct.panel.controller.failed) as caught:
        ct.panel.controller.go_to(27)
    assert isinstance(caught.args[0], Unavailable)


def test_after_the_engine_came_back_the_frame_is_shown(ct: Viewing) -> None:
    ct.site.is_up = False
    with ct.qtbot.waitSignal(ct.panel.controller.failed):
        ct.panel.controller.go_to(27)
    ct.site.is_up = True
    ct.panel.refresh()
    ct.wait_for(27)
    assert ct.panel.controller.stack.position == 27


def test_a_frame_that_showed_comes_back_after_the_list_could_not_be_read(ct: Viewing) -> None:
    ct.site.is_up = False
    with ct.qtbot.waitSignal(ct.panel.controller.failed):
        ct.panel.refresh()
    ct.site.is_up = True
    with ct.qtbot.waitSignal(ct.panel.controller.frame_shown):
        ct.panel.refresh()
    assert ct.panel.stage.view.isVisible()


def test_a_study_that_could_not_be_opened_opens_when_the_engine_is_back(set_viewing: SetViewing) -> None:
    viewing = set_viewing(*ct_phantom_slices()[:3])
    viewing.site.is_up = False
    with viewing.qtbot.waitSignal(viewing.panel.controller.failed):
        viewing.panel.show_destination(Destination("viewer", viewing.site.studies[0].study_instance_uid))
    viewing.site.is_up = True
    with viewing.qtbot.waitSignal(viewing.panel.controller.frame_shown):
        viewing.panel.refresh()


def test_an_outage_while_another_panel_showed_is_over_on_the_way_back(ct: Viewing) -> None:
    with ct.qtbot.waitSignals([ct.context.events.engine_lost, ct.panel.controller.failed]):
        ct.site.is_up = False
        ct.panel.controller.go_to(27)
    ct.panel.hide()
    with ct.qtbot.waitSignal(ct.context.events.engine_found):
        ct.site.is_up = True
    with ct.qtbot.waitSignal(ct.panel.controller.frame_shown):
        ct.panel.show()


def test_tags_that_could_not_be_read_are_read_when_the_engine_is_back(ct: Viewing) -> None:
    ct.site.is_up = False
    with ct.qtbot.waitSignal(ct.panel.controller.failed):
        ct.panel.controller.go_to(27)
    ct.panel.actions_of_viewer.tags.setChecked(True)
    ct.qtbot.waitUntil(lambda: bool(ct.shell.failures))
    ct.site.is_up = True
    ct.panel.refresh()
    ct.qtbot.waitUntil(lambda: ct.panel.tags.model.rowCount() > 0)
