"""Runs a viewing session: which study, series, frame; which window and tool; no widget, so tests need no screen.

Widgets call its methods and follow its signals; it never asks them anything.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.types import SeriesInstanceUID, SOPInstanceUID, StudyInstanceUID
from pacsdesk.desktop.kit.image_view import Step
from pacsdesk.desktop.panels.viewer.cine import Cine
from pacsdesk.desktop.panels.viewer.loading import AHEAD_BACKWARD, AHEAD_FORWARD, FrameLoader
from pacsdesk.desktop.panels.viewer.reading import LoadedFrame
from pacsdesk.desktop.panels.viewer.stack import MODALITIES_WITHOUT_IMAGES, FrameAddress, Stack
from pacsdesk.desktop.panels.viewer.study_loading import InstancesPage, OpenedStudy, StudyLoader
from pacsdesk.desktop.panels.viewer.view_state import Tool, ViewState, WindowKind, WindowOption, window_options

PAGE_STEP = 10


class ViewerController(QObject):
    """What happens while viewing.

    study_opened: OpenedStudy. cleared: another study or series, nothing of the old one may stay on the screen.
    study_gone: the archive has it no more, after `cleared`.
    series_opened: its UID, before any image. frame_shown: the LoadedFrame to show. state_changed: a ViewState.
    stack_changed: length or position. placement_reset: zoom and pan as at first. failed: PacsDeskError, no picture.
    """

    study_opened = Signal(object)
    cleared = Signal()
    study_gone = Signal()
    series_opened = Signal(object)
    frame_shown = Signal(object)
    state_changed = Signal(object)
    stack_changed = Signal()
    placement_reset = Signal()
    failed = Signal(object)

    def __init__(self, studies: StudyLoader, frames: FrameLoader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studies = studies
        self._frames = frames
        self.cine = Cine(self)
        self._stack = Stack()
        self._state = ViewState()
        self._wanted_study: StudyInstanceUID | None = None
        self._opened: OpenedStudy | None = None
        self._wanted_series: SeriesInstanceUID | None = None
        self._series: SeriesInstanceUID | None = None
        self._shown: LoadedFrame | None = None
        studies.study_opened.connect(self._on_study_opened)
        studies.study_gone.connect(self._on_study_gone)
        studies.instances_came.connect(self._on_instances_came)
        studies.failed.connect(self._on_failed)
        frames.frame_loaded.connect(self._on_frame_loaded)
        frames.frame_failed.connect(self._on_frame_failed)
        self.cine.due.connect(self._on_cine_due)

    @property
    def stack(self) -> Stack:
        """The frames of the open series."""
        return self._stack

    @property
    def state(self) -> ViewState:
        """What the person has chosen."""
        return self._state

    @property
    def study(self) -> OpenedStudy | None:
        """The open study."""
        return self._opened

    @property
    def shown(self) -> LoadedFrame | None:
        """What is on the screen."""
        return self._shown

    @property
    def series_instance_uid(self) -> SeriesInstanceUID | None:
        """The open series."""
        return self._series

    @property
    def sop_instance_uid(self) -> SOPInstanceUID | None:
        """The instance that the stack stands at."""
        current = self._stack.current
        return current.sop_instance_uid if current else None

    # where

    def open(self, study: StudyInstanceUID, series: SeriesInstanceUID | None = None) -> None:
        """Open a study at a series, at its first one without."""
        self._wanted_study, self._wanted_series = study, series
        if self._opened is None or self._opened.study.study_instance_uid != study:
            self._opened = None
            self._clear()
        self._studies.open_study(study)
        if series is not None:
            self.open_series(series)

    def open_series(self, series: SeriesInstanceUID) -> None:
        """Leave what is open for another series of the study; nothing happens when it is open already."""
        if series == self._series and len(self._stack):
            return
        self._clear()
        self._series = series
        self.series_opened.emit(series)
        self._studies.open_series(series)

    def reload(self) -> None:
        """Ask anew for everything, keeping the place; new instances join at the end."""
        if self._opened is not None:
            self._wanted_series = self._series
        if self._wanted_study is not None:
            self._studies.open_study(self._wanted_study)
        if self._series is not None:
            self._studies.open_series(self._series)

    def go_to(self, position: int) -> None:
        """Show the frame at a position."""
        if self._stack.go_to(position):
            self._show_current()

    def move(self, frames: int) -> None:
        """Walk some frames on, or back."""
        self.go_to(self._stack.position + frames)

    @Slot(Step)
    def step(self, step: Step) -> None:
        """Walk as a key says."""
        position = self._stack.position
        self.go_to(
            {
                Step.PREVIOUS: position - 1,
                Step.NEXT: position + 1,
                Step.PAGE_BACK: position - PAGE_STEP,
                Step.PAGE_ON: position + PAGE_STEP,
                Step.FIRST: 0,
                Step.LAST: len(self._stack) - 1,
            }[step]
        )

    def _clear(self) -> None:
        self.cine.stop()
        self._frames.forget()
        self._stack = Stack()
        self._shown = None
        self._series = None
        self._set_state(self._state.reset())
        self.cleared.emit()
        self.placement_reset.emit()
        self.stack_changed.emit()

    # how

    def choose_tool(self, tool: Tool) -> None:
        """What the left button does from now on."""
        self._set_state(replace(self._state, tool=tool))

    def choose_window(self, option: WindowOption) -> None:
        """Take an entry of the window menu."""
        self._set_state(self._state.choose(option))

    def choose_window_number(self, number: int) -> None:
        """Take the preset of a number key, counted from 0; numbers without one do nothing."""
        presets = [option for option in self.window_options() if option.kind is WindowKind.CHOSEN]
        options = presets or list(self.window_options())
        if number < len(options):
            self.choose_window(options[number])

    def window_options(self) -> tuple[WindowOption, ...]:
        """The window menu for what is shown."""
        return window_options(self._shown.picture) if self._shown and self._shown.picture else ()

    def drag_window(self, right: float, down: float) -> None:
        """A step of a window drag, in view pixels."""
        if self._shown and self._shown.picture:
            self._set_state(self._state.dragged(self._shown.picture, right, down))

    def invert(self) -> None:
        """White to black and back."""
        self._set_state(replace(self._state, is_inverted=not self._state.is_inverted))

    def toggle_texts(self) -> None:
        """Show or hide what is written over the image."""
        self._set_state(replace(self._state, has_texts=not self._state.has_texts))

    @Slot()
    def reset(self) -> None:
        """Window, inversion, zoom and pan as at first."""
        self._set_state(self._state.reset())
        self.placement_reset.emit()

    # what came

    @Slot(object)
    def _on_study_opened(self, opened: OpenedStudy) -> None:
        if not opened.series_list:
            self._on_study_gone()
            return
        self._opened = opened
        self.study_opened.emit(opened)
        if self._wanted_series is None:
            self.open_series(_first_with_images(opened))

    @Slot()
    def _on_study_gone(self) -> None:
        self._wanted_study = self._opened = None
        self._studies.forget()
        self._clear()
        self.study_gone.emit()

    @Slot(object)
    def _on_instances_came(self, page: InstancesPage) -> None:
        if self._stack.append(page.instances):
            self.stack_changed.emit()
        if self._shown is None:
            self._show_current()

    def _show_current(self) -> None:
        current = self._stack.current
        if current is None:
            return
        self.stack_changed.emit()
        found = self._frames.want(current, self._stack.ahead(AHEAD_FORWARD, AHEAD_BACKWARD))
        if found is None:
            self.cine.wait()
        else:
            self._show(found)

    @Slot(object)
    def _on_frame_loaded(self, frame: LoadedFrame) -> None:
        if frame.address == self._stack.current:
            self._show(frame)

    def _show(self, frame: LoadedFrame) -> None:
        self.cine.go_on()
        is_first = self._shown is None
        self._shown = frame
        if is_first:
            self.cine.set_rate(frame.frame_rate)
        if frame.picture is not None:
            if self._stack.correct(frame.address.sop_instance_uid, frame.number_of_frames):
                self.stack_changed.emit()
            self._state = self._state.settle(frame.picture)
        self.frame_shown.emit(frame)

    def _set_state(self, state: ViewState) -> None:
        if self._shown and self._shown.picture:
            state = state.settle(self._shown.picture)
        self._state = state
        self.state_changed.emit(state)

    @Slot(object, object)
    def _on_frame_failed(self, _address: FrameAddress, error: PacsDeskError) -> None:
        self.cine.stop()
        self._shown = None
        self.failed.emit(error)

    @Slot(object)
    def _on_failed(self, error: PacsDeskError) -> None:
        self.cine.stop()
        self._shown = None  # the failure took its place: what comes next shows again
        self.failed.emit(error)

    @Slot()
    def _on_cine_due(self) -> None:
        self.go_to(self._stack.next_in_loop())


def _first_with_images(opened: OpenedStudy) -> SeriesInstanceUID:
    """The first series that is likely to hold images; reports and the like come after them."""
    candidates = [series for series in opened.series_list if series.modality not in MODALITIES_WITHOUT_IMAGES]
    return (candidates or list(opened.series_list))[0].series_instance_uid
