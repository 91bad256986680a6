"""The study's series at the left: a thumbnail, what it is, how many; pictures come when a row is seen."""

from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pacsdesk.contract.errors import PacsDeskError, Unavailable
from pacsdesk.contract.records.archive import Series
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.services.studies import StudiesService
from pacsdesk.contract.types import SeriesInstanceUID
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.icons import icon_pixmap
from pacsdesk.desktop.kit.theme import colour, type_font
from pacsdesk.desktop.kit.tokens import CORNER_RADIUS, Space, Token, TypeSize
from pacsdesk.desktop.kit.translation import counted, translate
from pacsdesk.desktop.panels.viewer.reading import ObjectReader
from pacsdesk.desktop.panels.viewer.rendering import thumbnail
from pacsdesk.desktop.panels.viewer.stack import MODALITIES_WITHOUT_IMAGES, FrameAddress

THUMBNAIL_SIDE = 64
STRIP_WIDTH = 216
ThumbnailRole = Qt.ItemDataRole.UserRole + 1
SeriesRole = Qt.ItemDataRole.UserRole + 2
_LATER = -10
_Index = QModelIndex | QPersistentModelIndex


def series_title(series: Series) -> str:
    """What a series is called: its description, else its protocol, else its number."""
    number = series.series_number
    named = plain(series.series_description or series.protocol_name)
    if named or number is None:
        return named or translate("Viewer", "Series without a name")
    return translate("Viewer", "Series {number}").format(number=number)


def series_summary(series: Series) -> str:
    """How much it is of what: "CT  28 images", "SR  1 object"."""
    number = series.number_of_instances
    amount = (
        counted("Viewer", "%Ln objects", number)
        if series.modality in MODALITIES_WITHOUT_IMAGES
        else counted("Viewer", "%Ln images", number)
    )
    modality = series.modality or translate("Viewer", "Unknown")
    return f"{modality}  {amount}"


class ThumbnailSource:
    """Makes the thumbnail of a series: its middle instance, small. Runs on worker threads."""

    def __init__(self, studies: StudiesService, reader: ObjectReader) -> None:
        self._studies = studies
        self._reader = reader

    def make(self, series: Series) -> QImage:
        """The thumbnail; a null image for a series without pictures."""
        middle = PageRequest(skip=series.number_of_instances // 2, limit=1)
        page = self._studies.instances(series.series_instance_uid, middle)
        if not page.items:
            return QImage()
        instance = page.items[0]
        frame = max(0, instance.number_of_frames) // 2
        loaded = self._reader.load(FrameAddress(instance.sop_instance_uid, frame))
        return thumbnail(loaded.picture, 2 * THUMBNAIL_SIDE) if loaded.picture else QImage()


class SeriesModel(QAbstractListModel):
    """Series of a study; asks for a thumbnail when its row is first painted."""

    def __init__(self, calls: Calls, source: ThumbnailSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls = calls
        self._source = source
        self._series: tuple[Series, ...] = ()
        self._thumbnails: dict[SeriesInstanceUID, QImage | None] = {}

    def show_series(self, series_list: tuple[Series, ...]) -> None:
        """Show other series; thumbnails of those that stay are kept."""
        self.beginResetModel()
        self._series = series_list
        kept = {series.series_instance_uid for series in series_list}
        self._thumbnails = {uid: image for uid, image in self._thumbnails.items() if uid in kept}
        self.endResetModel()

    def row_of(self, uid: SeriesInstanceUID) -> int:
        """The row of a series, -1 when it is not here."""
        return next((row for row, series in enumerate(self._series) if series.series_instance_uid == uid), -1)

    def series_at(self, row: int) -> Series | None:
        """The series of a row."""
        return self._series[row] if 0 <= row < len(self._series) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        """One row per series."""
        return 0 if parent is not None and parent.isValid() else len(self._series)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, record, thumbnail, and a sentence for screen readers."""
        series = self.series_at(index.row())
        if series is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return series_title(series)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{series_title(series)}, {series_summary(series)}"
        if role == SeriesRole:
            return series
        return self._thumbnail(series) if role == ThumbnailRole else None

    def _thumbnail(self, series: Series) -> QImage | None:
        uid = series.series_instance_uid
        if uid not in self._thumbnails:
            self._thumbnails[uid] = None
            self._calls.start(
                partial(self._source.make, series),
                partial(self._on_made, uid),
                partial(self._on_failed, uid),
                owner=self,
                priority=_LATER,
            )
        return self._thumbnails[uid]

    def _on_made(self, uid: SeriesInstanceUID, image: QImage) -> None:
        row = self.row_of(uid)
        if row >= 0:
            self._thumbnails[uid] = image
            self.dataChanged.emit(self.index(row), self.index(row), [ThumbnailRole])

    def _on_failed(self, uid: SeriesInstanceUID, error: PacsDeskError) -> None:
        """No thumbnail then: the stack says what is wrong when it is opened. A lost engine is asked again."""
        if isinstance(error, Unavailable):
            self._thumbnails.pop(uid, None)


class _SeriesDelegate(QStyledItemDelegate):
    """Paints a row: picture on black, two lines beside it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """One thumbnail high."""
        return QSize(STRIP_WIDTH, THUMBNAIL_SIDE + 2 * Space.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, thumbnail, texts."""
        series = index.data(SeriesRole)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, colour(Token.SELECTION))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, colour(Token.SURFACE_2))
        picture = QRect(area.left() + Space.S, area.top() + Space.S, THUMBNAIL_SIDE, THUMBNAIL_SIDE)
        self._paint_thumbnail(painter, picture, index.data(ThumbnailRole))
        words = area.adjusted(THUMBNAIL_SIDE + 2 * Space.S + Space.XS, Space.M, -Space.S, -Space.M)
        self._paint_words(painter, words, series)
        painter.restore()

    def _paint_thumbnail(self, painter: QPainter, area: QRect, image: QImage | None) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        is_without_picture = image is not None and image.isNull()
        painter.setBrush(colour(Token.SURFACE_3) if is_without_picture else Qt.GlobalColor.black)
        painter.drawRoundedRect(area, CORNER_RADIUS / 2, CORNER_RADIUS / 2)
        if image is None:
            return
        if image.isNull():
            side = 20
            mark = QRect(0, 0, side, side)
            mark.moveCenter(area.center())
            painter.drawPixmap(mark, icon_pixmap("file-text", Token.TEXT_2, side))
            return
        size = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRect(area.topLeft(), size)
        target.moveCenter(area.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, image)

    def _paint_words(self, painter: QPainter, area: QRect, series: Series) -> None:
        painter.setFont(type_font())
        painter.setPen(colour(Token.TEXT_1))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(series_title(series), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignTop, title)
        painter.setFont(type_font(TypeSize.SMALL))
        painter.setPen(colour(Token.TEXT_2))
        below = area.adjusted(0, metrics.lineSpacing() + Space.XS, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignTop, series_summary(series))


class SeriesStrip(QListView):
    """series_chosen: the UID of the series a person picked."""

    series_chosen = Signal(object)

    def __init__(self, model: SeriesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series_model = model
        self.setModel(model)
        self.setItemDelegate(_SeriesDelegate(self))
        self.setFixedWidth(STRIP_WIDTH)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(translate("Viewer", "Series of the study"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def show_current(self, uid: SeriesInstanceUID) -> None:
        """Mark a series without announcing it."""
        row = self._series_model.row_of(uid)
        if row >= 0 and row != self.currentIndex().row():
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self._series_model.index(row))
            self.selectionModel().blockSignals(False)
            self.viewport().update()

    def step(self, rows: int) -> None:
        """Pick the series so many rows on, within the list."""
        row = min(max(self.currentIndex().row() + rows, 0), self._series_model.rowCount() - 1)
        self.setCurrentIndex(self._series_model.index(row))

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        series = self._series_model.series_at(current.row()) if current.isValid() else None
        if series is not None:
            self.series_chosen.emit(series.series_instance_uid)
