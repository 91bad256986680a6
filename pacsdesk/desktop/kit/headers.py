"""A table's header whose columns are chosen, moved, widened and remembered; a menu on it offers all of that.

Until a person arranges them the columns fit the view: each is as wide as its title needs, some share what is left over,
and those marked as spare wait while there is no room for them.
"""

from PySide6.QtCore import QByteArray, QPoint, QSettings, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from pacsdesk.desktop.kit.translation import translate

NARROWEST = 40
USUAL_WIDTH = 100
TITLE_PADDING = 18  # as in the style sheet, and the line between two titles


class ColumnHeader(QHeaderView):
    """The horizontal header of a list. preferences, key: where widths, order and choice are remembered.

    Call `begin` once the view has its model. Sections in `fixed` are no choice: always first, never wider.
    """

    def __init__(self, preferences: QSettings, key: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._preferences = preferences
        self._state_key = f"columns/{key}"
        self._widths: dict[int, int] = {}
        self._hidden: frozenset[int] = frozenset()
        self._fixed: frozenset[int] = frozenset()
        self._filling: tuple[int, ...] = ()
        self._spare: tuple[int, ...] = ()
        self._is_remembered = self._is_fitting = False
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.sectionResized.connect(self._on_changed)
        self.sectionMoved.connect(self._on_changed)

    def begin(
        self,
        widths: dict[int, int],
        hidden: frozenset[int] = frozenset(),
        fixed: frozenset[int] = frozenset(),
        filling: tuple[int, ...] = (),
        spare: tuple[int, ...] = (),
    ) -> None:
        """Show the columns as they were left, else with these widths and without the hidden ones.

        filling: share the room that is left over; spare: wait when there is too little, the first of them first. Both
        until the person arranges the columns.
        """
        self._hidden, self._fixed, self._filling, self._spare = hidden, fixed, filling, spare
        self._widths = {
            section: width if section in fixed else max(width, self._title_width(section))
            for section, width in widths.items()
        }
        self.setFirstSectionMovable(not fixed)
        state = self._preferences.value(self._state_key)
        self._is_remembered = isinstance(state, QByteArray) and self.restoreState(state)
        if not self._is_remembered:
            self.reset_columns()
        for section in fixed:
            self.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
            self.resizeSection(section, self._usual_width(section))

    def fit(self, width: int) -> None:
        """The view has this much room: spare columns that find none wait, the filling share what is left or lacking."""
        if self._is_remembered or not self._filling:
            return
        room = width - sum(self._usual_width(section) for section in range(self.count()) if self._is_wanted(section))
        self._is_fitting = True
        for section in (section for section in self._spare if self._is_wanted(section)):
            is_waiting = room < 0
            room += self._usual_width(section) if is_waiting else 0
            self.setSectionHidden(section, is_waiting)
        for section in self._filling:
            width = self._usual_width(section) + room // len(self._filling)
            self.resizeSection(section, max(width, self._title_width(section)))
        self._is_fitting = False

    @Slot()
    def reset_columns(self) -> None:
        """All columns as at the first start."""
        for section in range(self.count()):
            self.moveSection(self.visualIndex(section), section)
            self.setSectionHidden(section, section in self._hidden)
            self.resizeSection(section, self._usual_width(section))

    def _is_wanted(self, section: int) -> bool:
        return section not in self._hidden

    def _usual_width(self, section: int) -> int:
        return self._widths.get(section, USUAL_WIDTH)

    def _title_width(self, section: int) -> int:
        self.ensurePolished()
        title = str(self.model().headerData(section, self.orientation()) or "")
        return self.fontMetrics().horizontalAdvance(title) + TITLE_PADDING

    def shown_sections(self) -> list[int]:
        """The logical numbers of the visible columns from left to right."""
        sections = (self.logicalIndex(place) for place in range(self.count()))
        return [section for section in sections if not self.isSectionHidden(section)]

    def columns_menu(self) -> QMenu:
        """A menu that shows and hides columns; the last one visible cannot be hidden."""
        menu = QMenu(self)
        choosable = [section for section in range(self.count()) if section not in self._fixed]
        is_only_one = sum(not self.isSectionHidden(section) for section in choosable) <= 1
        for section in choosable:
            is_shown = not self.isSectionHidden(section)
            action = menu.addAction(str(self.model().headerData(section, self.orientation()) or ""))
            action.setCheckable(True)
            action.setChecked(is_shown)
            action.setEnabled(not (is_shown and is_only_one))
            action.setData(section)
            action.toggled.connect(self._on_column_toggled)
        menu.addSeparator()
        menu.addAction(translate("Kit", "Reset columns"), self._on_reset_requested)
        return menu

    @Slot(QPoint)
    def _on_menu_requested(self, place: QPoint) -> None:
        menu = self.columns_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(place))

    @Slot(bool)
    def _on_column_toggled(self, is_shown: bool) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            section = int(action.data())
            self.setSectionHidden(section, not is_shown)
            if is_shown and self.sectionSize(section) < NARROWEST:
                self.resizeSection(section, self._usual_width(section))
            self._on_changed()

    @Slot()
    def _on_reset_requested(self) -> None:
        self._preferences.remove(self._state_key)
        self._is_remembered, self._is_fitting = False, True
        self.reset_columns()
        self._is_fitting = False
        self.fit(self.viewport().width())

    @Slot()
    def _on_changed(self) -> None:
        if self.count() and self.isVisible() and not self._is_fitting:
            self._is_remembered = True
            self._preferences.setValue(self._state_key, self.saveState())
