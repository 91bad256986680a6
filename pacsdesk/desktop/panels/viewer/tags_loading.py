"""Reads the tag list of the instance that shows: while scrolling only where one rests, and again after a failure."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.types import SOPInstanceUID
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.panels.viewer.reading import ObjectReader
from pacsdesk.desktop.panels.viewer.tags_side import NO_TAGS
from pacsdesk.imaging.tags import TagList

_AFTER_MS = 120


class TagsLoader(QObject):
    """loaded: the TagList to show. failed: PacsDeskError."""

    loaded = Signal(object)
    failed = Signal(object)

    def __init__(self, calls: Calls, reader: ObjectReader, parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self._reader = reader
        self._wanted: SOPInstanceUID | None = None
        self._shown: SOPInstanceUID | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_AFTER_MS)
        self._rest.timeout.connect(self._load)

    def want(self, uid: SOPInstanceUID | None, *, at_once: bool = False) -> None:
        """Show the tags of this instance, nothing of the one before when there is none."""
        self._wanted = uid
        if uid is None:
            self._rest.stop()
            self._shown = None
            self.loaded.emit(NO_TAGS)
        elif at_once:
            self._load()
        else:
            self._rest.start()

    def _load(self) -> None:
        uid = self._wanted
        if uid is not None and uid != self._shown:
            self._shown = uid
            self._calls.start(
                partial(self._reader.tags, uid), partial(self._on_tags, uid), partial(self._on_failed, uid), owner=self
            )

    def _on_tags(self, uid: SOPInstanceUID, tags: TagList) -> None:
        if uid == self._shown:
            self.loaded.emit(tags)

    def _on_failed(self, uid: SOPInstanceUID, error: PacsDeskError) -> None:
        if uid == self._shown:
            self._shown = None  # asked again with the next frame
            self.failed.emit(error)
