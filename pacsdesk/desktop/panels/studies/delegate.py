"""Draws a cell of the study list: chevrons, series quieter, state as shape and word, awaited rows as bars."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.labels import paint_state_shape
from pacsdesk.desktop.kit.tables import AnyIndex, CellDelegate
from pacsdesk.desktop.kit.theme import colour, tabular
from pacsdesk.desktop.kit.tokens import Space, Token
from pacsdesk.desktop.panels.studies.columns import COLUMNS, OPENER, column_number, state_shape
from pacsdesk.desktop.panels.studies.models import RowKind, StudyModel

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
    """Paints by hand, from the model itself: words stand under their titles, and a screen of 400 cells is drawn in half
    the time that the style needs, which asks nine roles of every cell.
    """

    def __init__(self, model: StudyModel, view: QTableView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Ground, then the picture if there is one, then words cut to the room that is left."""
        row, column = index.row(), index.column()
        kind = self._model.kind_at(row)
        self._view.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, self._view)
        if column == OPENER_COLUMN:
            self._paint_opener(painter, option.rect, row, kind)
        elif kind is RowKind.AWAITED_STUDY:
            _paint_bar(painter, option.rect)
        else:
            self._paint_words(painter, option, row, column)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Room for the words as they are painted: more than the column's width means that they are cut."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + 2 * PADDING, size.height())

    def _paint_opener(self, painter: QPainter, area: QRect, row: int, kind: RowKind) -> None:
        """The chevron of a study; the row that has the keyboard begins with a bar."""
        study = self._model.study_at(row)
        if kind is RowKind.STUDY and study is not None:
            square = QRect(0, 0, PICTURE, PICTURE)
            square.moveCenter(area.center())
            icon("chevron-down" if self._model.is_open(study.study_instance_uid) else "chevron-right").paint(
                painter, square
            )
        if self._view.hasFocus() and self._view.currentIndex().row() == row:
            painter.fillRect(area.left(), area.top(), FOCUS_BAR, area.height(), colour(Token.FOCUS))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: int) -> None:
        area = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        study = self._model.study_at(row)
        is_series = self._model.kind_at(row) is not RowKind.STUDY
        if column == NAME_COLUMN and is_series:
            icon("layers", Token.TEXT_3).paint(painter, QRect(area.left(), area.top(), PICTURE, area.height()))
            area.setLeft(area.left() + PICTURE + Space.S)
        shape = state_shape(study) if study is not None and not is_series else None
        if column == STATE_COLUMN and shape is not None:
            top = area.top() + (area.height() - SHAPE) / 2
            paint_state_shape(painter, shape, QRectF(area.left(), top, SHAPE, SHAPE))
            area.setLeft(area.left() + SHAPE + Space.S)
        alignment = COLUMNS[column].alignment
        painter.setFont(tabular(option.font) if alignment & Qt.AlignmentFlag.AlignRight else option.font)
        painter.setPen(colour(Token.TEXT_2 if is_series else Token.TEXT_1))
        text = self._model.text_at(row, column)
        words = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, alignment | Qt.TextFlag.TextSingleLine, words)
