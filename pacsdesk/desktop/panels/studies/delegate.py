"""Draws a cell of the study list: chevrons, series quieter, state as shape and word, awaited rows as bars."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import StateShape, paint_state_shape
from pacsdesk.desktop.kit.tables import AnyIndex, CellDelegate
from pacsdesk.desktop.kit.theme import colour
from pacsdesk.desktop.kit.tokens import Space, Token
from pacsdesk.desktop.panels.studies.columns import OPENER, column_number
from pacsdesk.desktop.panels.studies.models import KIND_ROLE, OPEN_ROLE, SHAPE_ROLE, RowKind

OPENER_COLUMN = column_number(OPENER)
NAME_COLUMN = column_number("patient_name")
STATE_COLUMN = column_number("state")
PICTURE = 16
SHAPE = 10
BAR_HEIGHT = 8
FOCUS_BAR = 3
PADDING = 8  # as the titles of the header


def _paint_bar(painter: QPainter, area: QRect) -> None:
    """A grey bar where the words of an awaited row will be."""
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(Token.SURFACE_2))
    top = area.top() + (area.height() - BAR_HEIGHT) / 2
    painter.drawRoundedRect(QRectF(area.left() + Space.S, top, min(area.width() * 0.6, 120.0), BAR_HEIGHT), 4, 4)
    painter.restore()


class StudyDelegate(CellDelegate):
    """Paints by hand what the style would paint, for words must stand under their titles, series a step further in."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Ground, then the picture if there is one, then words cut to the room that is left.

        Marks come out of the model as plain strings, for Qt keeps no enumeration of Python: compare by value.
        """
        self.initStyleOption(option, index)
        view, kind = option.widget, index.data(KIND_ROLE)
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, view)
        if index.column() == OPENER_COLUMN:
            self._paint_opener(painter, option, index)
        elif kind == RowKind.AWAITED_STUDY:
            _paint_bar(painter, option.rect)
        else:
            self._paint_words(painter, option, index, kind)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Room for the words as they are painted: more than the column's width means that they are cut."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + 2 * PADDING, size.height())

    def _paint_opener(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """The chevron of a study; the row that has the keyboard begins with a bar."""
        area = option.rect
        if index.data(KIND_ROLE) == RowKind.STUDY:
            chevron = icon("chevron-down" if index.data(OPEN_ROLE) else "chevron-right")
            square = QRect(0, 0, PICTURE, PICTURE)
            square.moveCenter(area.center())
            chevron.paint(painter, square)
        view = option.widget
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex().row() == index.row():
            painter.fillRect(area.left(), area.top(), FOCUS_BAR, area.height(), colour(Token.FOCUS))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex, kind: str | None) -> None:
        area = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        is_series = kind in (RowKind.SERIES, RowKind.AWAITED_SERIES)
        if index.column() == NAME_COLUMN and is_series:
            icon("layers", Token.TEXT_3).paint(painter, QRect(area.left(), area.top(), PICTURE, area.height()))
            area.setLeft(area.left() + PICTURE + Space.S)
        shape = index.data(SHAPE_ROLE)
        if index.column() == STATE_COLUMN and shape:
            top = area.top() + (area.height() - SHAPE) / 2
            paint_state_shape(painter, StateShape(shape), QRectF(area.left(), top, SHAPE, SHAPE))
            area.setLeft(area.left() + SHAPE + Space.S)
        painter.setFont(option.font)
        painter.setPen(colour(Token.TEXT_2 if is_series else Token.TEXT_1))
        words = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, option.displayAlignment | Qt.TextFlag.TextSingleLine, words)
