"""The last runs of a peer as a row of shapes, the newest on the right; each says on hover when and what it found."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QStyleOptionViewItem, QToolTip, QWidget

from pacsdesk.contract.runs import Run
from pacsdesk.desktop.kit.labels import as_tool_tip, paint_state_shape
from pacsdesk.desktop.kit.tables import CellDelegate
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.panels.peers.run_words import result_shape, run_line, runs_line

AnyIndex = QModelIndex | QPersistentModelIndex
MOST_SHOWN = 20
SIDE, GAP = 10, Space.XS
STEP = SIDE + GAP


def shown_in(area: QRectF, runs: Sequence[Run]) -> Sequence[Run]:
    """As many of the newest as have room there."""
    room = min(int((area.width() + GAP) // STEP), MOST_SHOWN)
    return runs[-room:] if room > 0 else ()


def paint_runs(painter: QPainter, area: QRectF, runs: Sequence[Run]) -> None:
    """Draw them from the left, in the middle of the height."""
    top = area.center().y() - SIDE / 2
    for place, run in enumerate(shown_in(area, runs)):
        paint_state_shape(painter, result_shape(run.result), QRectF(area.left() + place * STEP, top, SIDE, SIDE))


def run_at(point: QPointF, area: QRectF, runs: Sequence[Run]) -> Run | None:
    """Whose shape is there."""
    shown = shown_in(area, runs)
    place = int((point.x() - area.left() + GAP / 2) // STEP)
    return shown[place] if 0 <= place < len(shown) else None


class RunStrip(QWidget):
    """Beside a peer that shows."""

    def __init__(self) -> None:
        super().__init__()
        self._runs: Sequence[Run] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Others, or more of them."""
        self._runs = runs
        self.setAccessibleName(runs_line(runs[-MOST_SHOWN:]))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all that are shown at most."""
        return QSize(MOST_SHOWN * STEP - GAP, SIDE + 2 * GAP)

    def minimumSizeHint(self) -> QSize:
        """Room for the newest."""
        return QSize(SIDE, SIDE + 2 * GAP)

    def event(self, event: QEvent) -> bool:
        """What the shape under the mouse stands for."""
        if isinstance(event, QHelpEvent):
            run = run_at(QPointF(event.pos()), QRectF(self.rect()), self._runs)
            QToolTip.showText(event.globalPos(), as_tool_tip(run_line(run)) if run else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shapes."""
        painter = QPainter(self)
        paint_runs(painter, QRectF(self.rect()), self._runs)
        painter.end()


class StripDelegate(CellDelegate):
    """The same in a cell. runs: those of a row."""

    def __init__(self, runs: Callable[[int], Sequence[Run]], parent: QWidget) -> None:
        super().__init__(parent)
        self._runs = runs

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """The ground of the cell, then the shapes."""
        super().paint(painter, option, index)
        paint_runs(painter, _room(QRectF(option.rect)), self._runs(index.row()))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """What the shape under the mouse stands for."""
        run = run_at(QPointF(event.pos()), _room(QRectF(option.rect)), self._runs(index.row()))
        QToolTip.showText(event.globalPos(), as_tool_tip(run_line(run)) if run else "", view)
        return True


def _room(cell: QRectF) -> QRectF:
    return cell.adjusted(Space.S, 0, -Space.S, 0)
