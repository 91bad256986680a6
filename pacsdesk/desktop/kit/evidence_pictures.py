"""The picture in an evidence pack: a page drawn anew of the pack's own records, so that it shows what they show."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.evidence import EvidencePreview, EvidenceRecords
from pacsdesk.contract.services.evidence import EvidenceService
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.off_screen import picture_of, png_of

Draw = Callable[[EvidenceRecords], QWidget | None]
"""A fresh page of these records and of nothing else, without a parent; None where they have nothing for it."""


@dataclass(frozen=True, slots=True)
class PictureNeeds:
    """upload: a path of the byte route, a name and the file; blocks."""

    evidence: EvidenceService
    upload: Callable[[str, str, Path], None]
    calls: Calls
    draw: Draw


class EvidencePictures(QObject):
    """added: the preview of a pack with one more picture, and that picture. failed: an error."""

    added = Signal(object, object)
    failed = Signal(object)

    def __init__(self, needs: PictureNeeds, parent: QObject) -> None:
        super().__init__(parent)
        self._needs = needs
        self._asked = 0

    def add(self, pack_id: str) -> None:
        """Have a picture taken into this pack; one that is on its way into another is not."""
        self.drop()
        evidence = self._needs.evidence
        self._asked = self._needs.calls.start(
            lambda: evidence.records(pack_id),
            lambda records: self._on_records(pack_id, records),
            self._on_failed,
            owner=self,
        )

    def drop(self) -> None:
        """None is wanted any more."""
        self._needs.calls.drop(self._asked)
        self._asked = 0

    def _on_records(self, pack_id: str, records: EvidenceRecords) -> None:
        self._asked = 0
        page = self._needs.draw(records)
        if page is None:
            return
        picture = picture_of(page)
        content, needs = png_of(picture), self._needs
        self._asked = needs.calls.start(
            lambda: _added(needs, pack_id, content),
            lambda preview: self._on_added(preview, picture),
            self._on_failed,
            owner=self,
        )

    def _on_added(self, preview: EvidencePreview, picture: QPixmap) -> None:
        self._asked = 0
        self.added.emit(preview, picture)

    def _on_failed(self, error: PacsDeskError) -> None:
        self._asked = 0
        self.failed.emit(error)


def _added(needs: PictureNeeds, pack_id: str, content: bytes) -> EvidencePreview:
    """Blocks."""
    picture_id = needs.evidence.open_pictures()
    with TemporaryDirectory(prefix="pacsdesk-") as folder:
        file = Path(folder) / "panel.png"
        file.write_bytes(content)
        needs.upload(f"uploads/evidence-pictures/{picture_id}", file.name, file)
    return needs.evidence.add_pictures(pack_id, picture_id)
