"""The pages of the window: each panel is built when it is first opened, and kept with all that was typed into it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from pacsdesk.desktop.panel import Destination, Panel, PanelContext, PanelSpec


class PanelStack(QStackedWidget):
    """Shows one panel; `panel_shown` carries its spec and widget."""

    panel_shown = Signal(object, object)

    def __init__(self, specs: Sequence[PanelSpec], make_context: Callable[[], PanelContext]) -> None:
        super().__init__()
        self._specs = {spec.panel_id: spec for spec in specs}
        self._make_context = make_context
        self._built: dict[str, Panel] = {}
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def show_panel(self, panel_id: str) -> Panel:
        """Show a panel, building it now when this is the first time."""
        spec = self._specs[panel_id]
        if panel_id not in self._built:
            self._built[panel_id] = spec.build(self._make_context())
            self.addWidget(self._built[panel_id])
        panel = self._built[panel_id]
        self.setCurrentWidget(panel)
        self.panel_shown.emit(spec, panel)
        return panel

    @Slot(str)
    def choose(self, panel_id: str) -> None:
        """Show the panel that a person chose: what is typed next is meant for it."""
        self.show_panel(panel_id).setFocus()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        """A pressed button that goes grey or away gives up the keyboard: it stays in the panel. Qt would hand it to
        what comes next in the window, which may be the navigation."""
        if before is None or now is None or not self.isVisible() or self.isAncestorOf(now):
            return
        panel = self.current_panel()
        has_left = not (before.isVisible() and before.isEnabled())
        if panel is not None and panel.isAncestorOf(before) and has_left and now.window() is self.window():
            stop = next_stop(panel, before)
            if stop is not None:
                stop.setFocus()

    def go(self, destination: Destination) -> None:
        """See panel.Navigator; a panel that this person has not is passed over."""
        if destination.panel_id in self._specs:
            self.show_panel(destination.panel_id).show_destination(destination)

    def current_spec(self) -> PanelSpec | None:
        """What shows."""
        for panel_id, panel in self._built.items():
            if panel is self.currentWidget():
                return self._specs[panel_id]
        return None

    def current_panel(self) -> Panel | None:
        """The panel that shows."""
        widget = self.currentWidget()
        return widget if isinstance(widget, Panel) else None

    def built(self) -> tuple[Panel, ...]:
        """All panels that were opened so far."""
        return tuple(self._built.values())


def next_stop(panel: QWidget, before: QWidget) -> QWidget | None:
    """What Tab reaches next within the panel, the first after the last; None where nothing takes the keyboard."""
    widget = before.nextInFocusChain()
    while widget is not None and widget is not before:
        takes_focus = widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_focus and panel.isAncestorOf(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None
