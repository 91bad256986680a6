"""The panel as a person uses it: drags, keys, wheel, and what is then on the screen."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from pacsdesk.contract.events import StudiesChanged
from pacsdesk.desktop.kit.states import MessagePage
from pacsdesk.desktop.panels.viewer.view_state import Tool
from pacsdesk.imaging.windowing import Window, render, window_of
from tests.desktop.panels.viewer.conftest import SetViewing, Viewing
from tests.support.sample_files import sample_file

LEFT, MIDDLE, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton


def _drag(viewing: Viewing, button: Qt.MouseButton, right: int, down: int) -> None:
    view = viewing.panel.stage.view
    start = view.rect().center()
    QTest.mousePress(view, button, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(view, start + QPoint(right * step // 4, down * step // 4))
    QTest.mouseRelease(view, button, pos=start + QPoint(right, down))


def _window(viewing: Viewing) -> Window:
    shown = viewing.panel.controller.shown
    assert shown is not None and shown.picture is not None and shown.picture.scale is not None
    return window_of(viewing.panel.controller.state.voi(shown.picture, shown.picture.scale))


def _notches(viewing: Viewing, notches: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    view = viewing.panel.stage.view
    at = QPointF(view.rect().center())
    turn = QPoint(0, -120 * notches)
    event = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_a_drag_changes_the_window(ct: Viewing) -> None:
    before = _window(ct)
    _drag(ct, LEFT, 100, 40)
    after = _window(ct)
    assert after.width > before.width and after.center > before.center


def test_a_drag_changes_the_pixels_on_the_screen_accordingly(ct: Viewing) -> None:
    QTest.keyClick(ct.panel.stage.view, Qt.Key.Key_8)  # bone: the disc in the middle of the phantom is grey
    disc = ct.panel.stage.view.rect().center() + QPoint(0, 30)
    before = QColor(ct.picture().pixel(disc)).value()
    _drag(ct, LEFT, 0, 60)
    after = QColor(ct.picture().pixel(disc)).value()
    pixel = ct.panel.stage.view.pixel_at(QPointF(disc))
    shown = ct.panel.controller.shown
    assert pixel is not None and shown is not None and shown.picture is not None and shown.picture.scale is not None
    expected = render(shown.picture.stored, shown.picture.scale, _window(ct), False)[pixel.y(), pixel.x()]
    assert after < before and abs(after - int(expected)) <= 6  # smoothing mixes a pixel with its neighbours


def test_a_double_click_takes_everything_back(ct: Viewing) -> None:
    before = ct.picture()
    _drag(ct, LEFT, 80, 60)
    _drag(ct, RIGHT, 0, -60)
    QTest.mouseDClick(ct.panel.stage.view, LEFT)
    assert ct.picture() == before


def test_the_wheel_walks_through_the_stack(ct: Viewing) -> None:
    _notches(ct, 3)
    ct.wait_for(3)
    assert ct.panel.controller.stack.position == 3


def test_the_wheel_with_ctrl_zooms(ct: Viewing) -> None:
    before = ct.panel.stage.view.zoom
    _notches(ct, -2, Qt.KeyboardModifier.ControlModifier)
    assert ct.panel.stage.view.zoom > before


def test_keys_walk_to_the_ends(ct: Viewing) -> None:
    QTest.keyClick(ct.panel.stage.view, Qt.Key.Key_End)
    ct.wait_for(27)
    QTest.keyClick(ct.panel.stage.view, Qt.Key.Key_Home)
    ct.wait_for(0)
    assert ct.panel.controller.stack.position == 0


def test_the_middle_button_scrolls(ct: Viewing) -> None:
    _drag(ct, MIDDLE, 0, 60)
    assert ct.panel.controller.stack.position > 3


def test_a_letter_chooses_the_tool_of_the_left_button(ct: Viewing) -> None:
    QTest.keyClick(ct.panel.stage.view, Qt.Key.Key_P)
    assert ct.panel.controller.state.tool is Tool.PAN


def test_panning_moves_the_picture_and_leaves_the_window(ct: Viewing) -> None:
    before, window = ct.panel.stage.view.picture_rect().topLeft(), _window(ct)
    QTest.keyClick(ct.panel.stage.view, Qt.Key.Key_P)
    _drag(ct, LEFT, 40, 20)
    assert (ct.panel.stage.view.picture_rect().topLeft() - before, _window(ct)) == (QPointF(40, 20), window)


def test_a_number_key_takes_a_preset(ct: Viewing) -> None:
    QTest.keyClick(ct.panel.stage.view, Qt.Key.Key_2)
    assert (_window(ct).center, _window(ct).width) == (-600, 1500)


def test_inversion_turns_black_to_white(ct: Viewing) -> None:
    ct.panel.controller.toggle_texts()
    air = ct.panel.stage.view.picture_rect().topLeft().toPoint() + QPoint(20, 20)
    QTest.keyClick(ct.panel.stage.view, Qt.Key.Key_I)
    assert QColor(ct.picture().pixel(air)).value() == 255


def test_the_value_under_the_pointer_is_in_hounsfield_units(ct: Viewing) -> None:
    QTest.mouseMove(ct.panel.stage.view, ct.panel.stage.view.rect().center())
    assert ct.panel.stage.status_text.endswith(" HU")


def test_the_text_over_the_image_can_be_hidden(ct: Viewing) -> None:
    before = ct.picture()
    QTest.keyClick(ct.panel.stage.view, Qt.Key.Key_O)
    assert ct.picture() != before


def test_a_bracket_goes_to_the_next_series(ct: Viewing) -> None:
    with ct.qtbot.waitSignal(ct.panel.controller.frame_shown):
        QTest.keyClick(ct.panel.stage.view, Qt.Key.Key_BracketRight)
    assert ct.panel.controller.series_instance_uid == ct.site.series[1].series_instance_uid


def test_the_tag_list_finds_an_element(ct: Viewing) -> None:
    ct.panel.focus_search()
    ct.qtbot.waitUntil(lambda: ct.panel.tags.model.rowCount() > 0)
    field = ct.panel.tags.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "kvp")
    assert ct.panel.tags.model.index(0, 0).data() == "0018,0060"


def test_letters_typed_in_the_search_choose_no_tool(ct: Viewing) -> None:
    ct.panel.focus_search()
    field = ct.panel.tags.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "pz")
    assert (field.text(), ct.panel.controller.state.tool) == ("pz", Tool.WINDOW)


def test_a_report_shows_what_it_is(set_viewing: SetViewing) -> None:
    viewing = set_viewing(sample_file("test-SR.dcm"))
    viewing.open()
    assert viewing.panel.stage.description.accessibleName() == "Comprehensive SR: Diagnosis"


def test_a_broken_object_shows_its_reason(set_viewing: SetViewing) -> None:
    viewing = set_viewing(sample_file("MR_truncated.dcm"))
    viewing.open()
    assert "The pixel data ends early." in viewing.panel.stage.description.accessibleName()


def test_tools_rest_where_there_is_no_picture(set_viewing: SetViewing) -> None:
    viewing = set_viewing(sample_file("test-SR.dcm"))
    viewing.open()
    assert not viewing.panel.actions_of_viewer.window.isEnabled()


def test_a_multi_frame_object_plays(set_viewing: SetViewing) -> None:
    viewing = set_viewing(sample_file("examples_ybr_color.dcm"))
    viewing.open()
    QTest.keyClick(viewing.panel.stage.view, Qt.Key.Key_Space)
    viewing.qtbot.waitUntil(lambda: viewing.panel.controller.stack.position > 2)
    viewing.panel.hide()
    assert not viewing.panel.controller.cine.is_playing


def test_another_study_leaves_nothing_of_the_old_one_on_the_screen(set_viewing: SetViewing) -> None:
    viewing = set_viewing(sample_file("CT_small.dcm"), sample_file("MR_small.dcm"))
    viewing.open(0)
    cleared: list[bool] = []
    viewing.panel.controller.cleared.connect(lambda: cleared.append(viewing.panel.stage.view.image.isNull()))
    viewing.open(1)
    shown = viewing.panel.controller.shown
    assert shown is not None and shown.picture is not None
    assert (shown.picture.modality, bool(cleared)) == ("MR", True)


def test_images_that_arrive_join_the_open_series(ct: Viewing) -> None:
    arrived, ct.site.instances = ct.site.instances, ct.site.instances[:20]
    study = ct.site.studies[0].study_instance_uid
    ct.panel.controller.open_series(ct.site.series[1].series_instance_uid)
    with ct.qtbot.waitSignal(ct.panel.controller.frame_shown):
        ct.panel.controller.open_series(ct.site.series[0].series_instance_uid)
    ct.site.instances = arrived
    ct.site.publish(StudiesChanged((study,)))
    ct.qtbot.waitUntil(lambda: len(ct.panel.controller.stack) == 28)
    assert ct.panel.controller.stack.position == 0


def _gone(viewing: Viewing) -> bool:
    return "no longer in the archive" in _message(viewing)


def _message(viewing: Viewing) -> str:
    pages = viewing.panel.stage.findChildren(MessagePage)
    return " ".join(page.accessibleName() for page in pages if page.isVisible())


def _delete(viewing: Viewing) -> None:
    """As another person does: everything of the study leaves."""
    gone, viewing.site.studies = tuple(study.study_instance_uid for study in viewing.site.studies), []
    viewing.site.series, viewing.site.instances = [], []
    viewing.site.publish(StudiesChanged(gone))


def test_a_study_that_was_deleted_elsewhere_is_told_calmly(ct: Viewing) -> None:
    _delete(ct)
    ct.qtbot.waitUntil(lambda: _gone(ct))
    assert not ct.panel.stage.findChildren(QPushButton)  # nothing to try again


def test_nothing_of_a_deleted_study_stays_on_the_screen(ct: Viewing) -> None:
    _delete(ct)
    ct.qtbot.waitUntil(lambda: _gone(ct))
    assert (ct.panel.strip.isVisible(), ct.panel.strip.model().rowCount(), ct.panel.stage.view.image.isNull()) == (
        False,
        0,
        True,
    )


def test_a_study_deleted_while_another_panel_shows_is_told_on_the_way_back(ct: Viewing) -> None:
    ct.panel.hide()
    with ct.qtbot.waitSignal(ct.context.events.happened):
        _delete(ct)
    ct.panel.show()
    ct.qtbot.waitUntil(lambda: _gone(ct))


def test_another_study_opens_after_one_that_is_gone(set_viewing: SetViewing) -> None:
    viewing = set_viewing(sample_file("CT_small.dcm"), sample_file("MR_small.dcm"))
    viewing.open(0)
    gone = viewing.site.studies[0]
    viewing.site.studies = viewing.site.studies[1:]
    viewing.site.publish(StudiesChanged((gone.study_instance_uid,)))
    viewing.qtbot.waitUntil(lambda: _gone(viewing))
    viewing.open(0)
    assert not _gone(viewing) and viewing.panel.strip.isVisible()
