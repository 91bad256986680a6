"""Where a picture lies in its view: fitted, or zoomed and panned by a person; arithmetic only, no widget."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

MIN_ZOOM = 0.05
MAX_ZOOM = 40.0


@dataclass(frozen=True, slots=True)
class Placement:
    """zoom: view pixels for a picture pixel's width, None to fit. pan: the picture's centre from the view's centre."""

    zoom: float | None = None
    pan_x: float = 0.0
    pan_y: float = 0.0

    def zoom_in(self, view: QSizeF, picture: QSizeF) -> float:
        """The zoom in force. picture: its size in units of its pixels' width."""
        if self.zoom is not None:
            return self.zoom
        if picture.isEmpty():
            return 1.0
        return max(MIN_ZOOM, min(view.width() / picture.width(), view.height() / picture.height()))

    def rect(self, view: QSizeF, picture: QSizeF) -> QRectF:
        """Where the picture lies in the view."""
        zoom = self.zoom_in(view, picture)
        width, height = picture.width() * zoom, picture.height() * zoom
        left = (view.width() - width) / 2 + self.pan_x
        top = (view.height() - height) / 2 + self.pan_y
        return QRectF(left, top, width, height)

    def panned(self, right: float, down: float) -> "Placement":
        """Moved by view pixels."""
        return replace(self, pan_x=self.pan_x + right, pan_y=self.pan_y + down)

    def zoomed(self, factor: float, at: QPointF, view: QSizeF, picture: QSizeF) -> "Placement":
        """Zoomed so that what lies under `at` stays there."""
        before = self.zoom_in(view, picture)
        after = min(MAX_ZOOM, max(MIN_ZOOM, before * factor))
        share = after / before
        from_centre_x = at.x() - view.width() / 2
        from_centre_y = at.y() - view.height() / 2
        return Placement(
            zoom=after,
            pan_x=from_centre_x - (from_centre_x - self.pan_x) * share,
            pan_y=from_centre_y - (from_centre_y - self.pan_y) * share,
        )


FITTED = Placement()
