"""The viewer's page: series strip, tools, image, tags; joins widgets to the controller and decides nothing itself."""

from functools import partial

from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.events import StudiesChanged
from pacsdesk.desktop.kit.image_view import Drag, DragButton
from pacsdesk.desktop.kit.labels import hairline
from pacsdesk.desktop.panel import Destination, Panel, PanelContext
from pacsdesk.desktop.panels.viewer.actions import make_actions
from pacsdesk.desktop.panels.viewer.controller import ViewerController
from pacsdesk.desktop.panels.viewer.loading import FrameLoader
from pacsdesk.desktop.panels.viewer.reading import LoadedFrame, ObjectReader
from pacsdesk.desktop.panels.viewer.series_strip import SeriesModel, SeriesStrip, ThumbnailSource
from pacsdesk.desktop.panels.viewer.stage import Stage
from pacsdesk.desktop.panels.viewer.study_loading import OpenedStudy, StudyLoader
from pacsdesk.desktop.panels.viewer.tags_loading import TagsLoader
from pacsdesk.desktop.panels.viewer.tags_side import TagsSide
from pacsdesk.desktop.panels.viewer.tool_row import ToolRow
from pacsdesk.desktop.panels.viewer.view_state import Tool, ViewState

_ZOOM_PER_PIXEL = 1.006
_PIXELS_PER_IMAGE = 6.0  # of a scroll drag


class ViewerPanel(Panel):
    """Panel "viewer"."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._reader = ObjectReader(context.client)
        self._frames = FrameLoader(context.calls, self._reader, self)
        self.controller = ViewerController(
            StudyLoader(context.calls, context.services.studies, self), self._frames, self
        )
        self.actions_of_viewer = make_actions(self)
        self.tool_row = ToolRow(self.actions_of_viewer)
        self.stage = Stage()
        thumbnails = ThumbnailSource(context.services.studies, ObjectReader(context.client))
        self._series_model = SeriesModel(context.calls, thumbnails, self)
        self.strip = SeriesStrip(self._series_model)
        self.tags = TagsSide()
        self._tags_loader = TagsLoader(context.calls, self._reader, self)
        self._scrolled = 0.0
        self._is_outdated = False  # something happened to the study while another panel showed
        self._build()
        self._connect_controller()
        self._connect_widgets()
        self._connect_actions()
        self.stage.show_empty()
        self._enable_actions(False)
        self._on_stack_changed()
        self._on_cine_changed()

    # Panel

    def show_destination(self, destination: Destination) -> None:
        """Open the study, at the series when one is named."""
        if destination.study_instance_uid is not None:
            self.controller.open(destination.study_instance_uid, destination.series_instance_uid)
            self.stage.view.setFocus()

    def refresh(self) -> None:
        """Ask anew, keeping place and window."""
        self._is_outdated = False
        self.controller.reload()

    def focus_search(self) -> None:
        """Show the tag list and search in it."""
        self.actions_of_viewer.tags.setChecked(True)
        self.tags.focus_search()

    def panel_actions(self) -> tuple[QAction, ...]:
        """All actions."""
        return self.actions_of_viewer.all()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks: keep many frames, ask what changed meanwhile."""
        super().showEvent(event)
        self._frames.wake()
        if self._is_outdated:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another panel: stop playing, keep little."""
        super().hideEvent(event)
        self.controller.cine.stop()
        self._frames.rest()

    # building

    def _build(self) -> None:
        self.strip.hide()
        self.tags.hide()
        beside = QSplitter(Qt.Orientation.Horizontal)
        beside.setHandleWidth(1)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.stage)
        beside.addWidget(self.tags)
        beside.setStretchFactor(0, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.strip)
        middle.addWidget(hairline(vertical=True))
        middle.addWidget(beside, stretch=1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tool_row)
        layout.addWidget(hairline())
        layout.addLayout(middle, stretch=1)

    def _connect_controller(self) -> None:
        controller = self.controller
        controller.study_opened.connect(self._on_study_opened)
        controller.cleared.connect(self._on_cleared)
        controller.study_gone.connect(self._on_study_gone)
        controller.series_opened.connect(self.strip.show_current)
        controller.frame_shown.connect(self._on_frame_shown)
        controller.state_changed.connect(self._on_state_changed)
        controller.stack_changed.connect(self._on_stack_changed)
        controller.placement_reset.connect(self.stage.reset_placement)
        controller.failed.connect(self._on_failed)
        controller.cine.changed.connect(self._on_cine_changed)

    def _connect_widgets(self) -> None:
        controller, view = self.controller, self.stage.view
        view.dragged.connect(self._on_dragged)
        view.wheel_turned.connect(controller.move)
        view.stepped.connect(controller.step)
        view.reset_asked.connect(controller.reset)
        self.stage.position_chosen.connect(controller.go_to)
        self.stage.retry_asked.connect(controller.reload)
        self.strip.series_chosen.connect(controller.open_series)
        self.tool_row.window_chosen.connect(controller.choose_window)
        self.tool_row.rate_chosen.connect(controller.cine.set_rate)
        self._tags_loader.loaded.connect(self.tags.show_tags)
        self._tags_loader.failed.connect(self._context.notices.fail)
        self._context.events.happened.connect(self._on_event)
        self._context.events.engine_found.connect(self._on_engine_found)

    def _connect_actions(self) -> None:
        actions, controller = self.actions_of_viewer, self.controller
        for tool, action in actions.tools().items():
            action.triggered.connect(partial(self._on_tool_chosen, tool))
        for action, method in (
            (actions.invert, controller.invert),
            (actions.fit, self.stage.reset_placement),
            (actions.actual_size, self.stage.view.place_actual_size),
            (actions.reset, controller.reset),
            (actions.play, controller.cine.toggle),
            (actions.texts, controller.toggle_texts),
            (actions.previous_series, lambda: self.strip.step(-1)),
            (actions.next_series, lambda: self.strip.step(1)),
        ):
            action.triggered.connect(method)
        actions.smooth.toggled.connect(self.stage.view.set_smooth)
        actions.tags.toggled.connect(self._on_tags_toggled)
        for number in range(9):
            key = QShortcut(QKeySequence(str(number + 1)), self)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            key.activated.connect(partial(controller.choose_window_number, number))

    # what happened

    @Slot(object)
    def _on_study_opened(self, opened: OpenedStudy) -> None:
        self._series_model.show_series(opened.series_list)
        self.strip.setVisible(bool(opened.series_list))
        if self.controller.series_instance_uid is not None:
            self.strip.show_current(self.controller.series_instance_uid)

    @Slot()
    def _on_study_gone(self) -> None:
        self._series_model.show_series(())
        self.strip.hide()
        self.stage.show_gone()

    @Slot()
    def _on_cleared(self) -> None:
        self.stage.show_black()
        self.tool_row.show_options(())
        self._enable_actions(False)
        self._tags_loader.want(None)

    @Slot(object)
    def _on_frame_shown(self, frame: LoadedFrame) -> None:
        self.stage.show_frame(frame, self.controller.state)
        self.tool_row.show_options(self.controller.window_options())
        self._enable_actions(frame.picture is not None)
        if self.tags.isVisible():
            self._tags_loader.want(self.controller.sop_instance_uid)

    @Slot(object)
    def _on_state_changed(self, state: ViewState) -> None:
        actions = self.actions_of_viewer
        actions.tools()[state.tool].setChecked(True)
        actions.invert.setChecked(state.is_inverted)
        actions.texts.setChecked(state.has_texts)
        self.stage.show_state(state)

    @Slot()
    def _on_stack_changed(self) -> None:
        self.stage.show_place(self.controller.stack)
        self.actions_of_viewer.play.setEnabled(len(self.controller.stack) > 1)

    @Slot(object)
    def _on_failed(self, error: PacsDeskError) -> None:
        self.stage.show_error(error)

    @Slot()
    def _on_cine_changed(self) -> None:
        self.tool_row.show_playing(self.controller.cine.is_playing, self.controller.cine.rate)

    @Slot(object)
    def _on_event(self, event: object) -> None:
        study = self.controller.study
        if study is None or not isinstance(event, StudiesChanged):
            return
        if study.study.study_instance_uid in event.study_instance_uids:
            self._is_outdated = True
            if self.isVisible():
                self.refresh()

    @Slot()
    def _on_engine_found(self) -> None:
        """What failed meanwhile is asked again: by the shell where this panel shows, else when it is come back to."""
        self._is_outdated = not self.isVisible()

    def _enable_actions(self, has_picture: bool) -> None:
        for action in self.actions_of_viewer.need_picture():
            action.setEnabled(has_picture)

    # what a person did

    def _on_tool_chosen(self, tool: Tool, _is_checked: bool = True) -> None:
        self.controller.choose_tool(tool)

    @Slot(Drag)
    def _on_dragged(self, drag: Drag) -> None:
        tool = {DragButton.MIDDLE: Tool.SCROLL, DragButton.RIGHT: Tool.ZOOM}.get(
            drag.button, self.controller.state.tool
        )
        if tool is Tool.WINDOW:
            self.controller.drag_window(drag.right, drag.down)
        elif tool is Tool.PAN:
            self.stage.view.place(self.stage.view.placement.panned(drag.right, drag.down))
        elif tool is Tool.ZOOM:
            self.stage.view.zoom_by(_ZOOM_PER_PIXEL**-drag.down, QPointF(drag.origin))
        else:
            self._scroll_by(drag.down)

    def _scroll_by(self, pixels: float) -> None:
        self._scrolled += pixels / _PIXELS_PER_IMAGE
        whole = int(self._scrolled)
        self._scrolled -= whole
        if whole:
            self.controller.move(whole)

    @Slot(bool)
    def _on_tags_toggled(self, is_shown: bool) -> None:
        self.tags.setVisible(is_shown)
        if is_shown and self.controller.sop_instance_uid is not None:
            self._tags_loader.want(self.controller.sop_instance_uid, at_once=True)
