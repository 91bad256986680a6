"""All that can be done in the viewer, as actions with their keys: the same objects in tool row, palette and key sheet.

A new action: one field, one line in `make_actions`, its connection in panel.py.
"""

from dataclasses import dataclass, fields

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.viewer.view_state import Tool


@dataclass(frozen=True, slots=True)
class ViewerActions:
    """One field per action."""

    window: QAction
    pan: QAction
    zoom: QAction
    scroll: QAction
    invert: QAction
    fit: QAction
    actual_size: QAction
    reset: QAction
    smooth: QAction
    play: QAction
    texts: QAction
    tags: QAction
    previous_series: QAction
    next_series: QAction

    def all(self) -> tuple[QAction, ...]:
        """Every action, in order."""
        return tuple(getattr(self, field.name) for field in fields(self))

    def need_picture(self) -> tuple[QAction, ...]:
        """Actions that mean nothing for an object without pictures."""
        return (*self.tools().values(), self.invert, self.fit, self.actual_size, self.reset, self.smooth, self.texts)

    def tools(self) -> dict[Tool, QAction]:
        """The action of each tool."""
        return {Tool.WINDOW: self.window, Tool.PAN: self.pan, Tool.ZOOM: self.zoom, Tool.SCROLL: self.scroll}


def make_actions(parent: QWidget) -> ViewerActions:
    """The actions, with keys that work wherever the focus is in `parent`."""
    actions = ViewerActions(
        window=_action(parent, translate("Viewer", "Window"), "sun-medium", "W", is_switch=True),
        pan=_action(parent, translate("Viewer", "Pan"), "move", "P", is_switch=True),
        zoom=_action(parent, translate("Viewer", "Zoom"), "zoom-in", "Z", is_switch=True),
        scroll=_action(parent, translate("Viewer", "Scroll"), "arrow-up-down", "S", is_switch=True),
        invert=_action(parent, translate("Viewer", "Invert"), "contrast", "I", is_switch=True),
        fit=_action(parent, translate("Viewer", "Fit to window"), "maximize", "F"),
        actual_size=_action(parent, translate("Viewer", "Actual size"), "scan", "A"),
        reset=_action(parent, translate("Viewer", "Reset view"), "rotate-ccw", "R"),
        smooth=_action(parent, translate("Viewer", "Smooth pixels"), "blend", "", is_switch=True),
        play=_action(parent, translate("Viewer", "Play"), "play", "Space"),
        texts=_action(parent, translate("Viewer", "Text over image"), "eye", "O", is_switch=True),
        tags=_action(parent, translate("Viewer", "Tags"), "tags", "T", is_switch=True),
        previous_series=_action(parent, translate("Viewer", "Previous series"), "skip-back", "["),
        next_series=_action(parent, translate("Viewer", "Next series"), "skip-forward", "]"),
    )
    group = QActionGroup(parent)
    for action in actions.tools().values():
        group.addAction(action)
    for action, is_on in ((actions.window, True), (actions.texts, True), (actions.smooth, True)):
        action.setChecked(is_on)
    return actions


def _action(parent: QWidget, text: str, icon_name: str, key: str, *, is_switch: bool = False) -> QAction:
    action = QAction(icon(icon_name), text, parent)
    action.setCheckable(is_switch)
    if key:
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(f"{text} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")
    parent.addAction(action)
    return action
