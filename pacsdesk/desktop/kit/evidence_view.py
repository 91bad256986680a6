"""An evidence pack before it leaves: each file as it will be, what is replaced to choose, then saved as a ZIP."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap, QTextOption
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.evidence import DateTreatment, EvidenceFile, EvidenceOrder, EvidencePreview, UidTreatment
from pacsdesk.contract.services.evidence import EvidenceService
from pacsdesk.desktop.bridge.calls import Calls
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.evidence_pictures import Draw, EvidencePictures, PictureNeeds
from pacsdesk.desktop.kit.formatting import format_size
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.saving import AskWhere, ask_where
from pacsdesk.desktop.kit.states import ListStates
from pacsdesk.desktop.kit.theme import mono_font
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import counted, translate

_FILE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class EvidenceNeeds:
    """What it uses of the panel that shows it. download: a path of the byte route into a file; upload: a path of it, a
    name and a file; both block. draw: the panel's page for a picture. may_save: whether this person may take data out
    of the archive."""

    evidence: EvidenceService
    download: Callable[[str, Path], None]
    upload: Callable[[str, str, Path], None]
    draw: Draw
    calls: Calls
    say: Callable[[str], None]
    fail: Callable[[PacsDeskError], None]
    may_save: bool
    ask: AskWhere = ask_where


class EvidenceView(QWidget):
    """left: the person goes back to where it was asked for."""

    left = Signal()

    def __init__(self, needs: EvidenceNeeds) -> None:
        super().__init__()
        self._needs = needs
        self._order: EvidenceOrder | None = None
        self._preview: EvidencePreview | None = None
        self._asked = 0
        self._picture = QPixmap()
        self._wants_picture = False
        self.pictures = EvidencePictures(PictureNeeds(needs.evidence, needs.upload, needs.calls, needs.draw), self)
        self.keep_uids = QCheckBox(translate("Kit", "Keep UIDs"))
        self.cut_dates = QCheckBox(translate("Kit", "Cut dates to the year"))
        self.free_texts = QCheckBox(translate("Kit", "Keep the other side's words"))
        self.back = make_button(translate("Kit", "Back"))
        self.add_picture = make_button(translate("Kit", "Add a picture of this panel"))
        self.save = make_button(translate("Kit", "Save as ZIP"), Rank.PRIMARY)
        self.files = QListWidget()
        self.text = QPlainTextEdit()
        self.shown_picture = QLabel()
        self._file = QStackedWidget()
        self._told = TextLabel(tone=Tone.MUTED, wrap=True)
        self._states = ListStates(self._build_content())
        self._build()
        self._connect()
        self.show_nothing()

    def _build_content(self) -> QWidget:
        self.files.setAccessibleName(translate("Kit", "Files of the evidence pack"))
        self.text.setAccessibleName(translate("Kit", "The file as it will leave"))
        self.text.setReadOnly(True)
        self.text.setFont(mono_font())
        self.text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.shown_picture.setAccessibleName(translate("Kit", "The picture as it will leave"))
        area = QScrollArea()
        area.setWidget(self.shown_picture)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._file.addWidget(self.text)
        self._file.addWidget(area)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.files)
        splitter.addWidget(self._file)
        splitter.setSizes([280, 720])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        return splitter

    def _build(self) -> None:
        self.save.setVisible(self._needs.may_save)
        self.free_texts.setToolTip(translate("Kit", "Comments that the other side sent; they may name patients"))
        self.add_picture.setToolTip(
            translate(
                "Kit", "The panel drawn anew with the replaced values, images blank; it shows here before it leaves"
            )
        )
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        for widget in (self.back, self.keep_uids, self.cut_dates, self.free_texts):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.add_picture)
        row.addWidget(self.save)
        head = QVBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        head.setSpacing(Space.S)
        head.addLayout(row)
        head.addWidget(self._told)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._states, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.save.clicked.connect(self._on_save)
        self.add_picture.clicked.connect(self._on_add_picture)
        self.pictures.added.connect(self._on_picture_added)
        self.pictures.failed.connect(self._on_picture_failed)
        self.files.currentItemChanged.connect(self._on_file_chosen)
        for box in (self.keep_uids, self.cut_dates, self.free_texts):
            box.toggled.connect(self._on_choice)

    def show_nothing(self) -> None:
        """Nobody has asked for one."""
        self._order = self._preview = None
        self._let_choose(False)
        self._told.setText("")
        self._states.show_empty(
            "package",
            translate("Kit", "No evidence pack yet"),
            translate("Kit", "Choose what it shall be about, then Evidence pack: it shows here before it leaves."),
        )

    def show_order(self, order: EvidenceOrder) -> None:
        """Put one together and show it."""
        self._wants_picture = False
        self._put_together(order)

    def _put_together(self, order: EvidenceOrder) -> None:
        self._order = order
        chosen = replace(
            order,
            uids=UidTreatment.KEPT if self.keep_uids.isChecked() else UidTreatment.REPLACED,
            dates=DateTreatment.CUT if self.cut_dates.isChecked() else DateTreatment.SHIFTED,
            free_texts=self.free_texts.isChecked(),
        )
        self._let_choose(False)
        self.pictures.drop()
        self._states.show_loading()
        calls, evidence = self._needs.calls, self._needs.evidence
        calls.drop(self._asked)
        self._asked = calls.start(partial(evidence.preview, chosen), self._on_preview, self._on_failed, owner=self)

    def left_out(self) -> tuple[str, ...]:
        """Names of the files that the person took out."""
        return tuple(file.name for file in self._that_are(Qt.CheckState.Unchecked))

    def _that_are(self, state: Qt.CheckState) -> tuple[EvidenceFile, ...]:
        items = (self.files.item(row) for row in range(self.files.count()))
        return tuple(_file_of(item) for item in items if item.checkState() is state)

    def _let_choose(self, can_choose: bool) -> None:
        self.save.setEnabled(can_choose)
        self.add_picture.setEnabled(can_choose)

    def _on_preview(self, preview: EvidencePreview) -> None:
        self._asked = 0
        self._list(preview, ())
        self.files.setCurrentRow(0)
        replaced = counted("Kit", "%Ln values of patients are replaced, the same by the same.", preview.replaced)
        nothing = translate("Kit", "It names no patient.")
        words = translate("Kit", "What is ticked leaves, as it stands here.")
        self._told.setText(f"{words} {replaced if preview.replaced else nothing}")
        self._let_choose(True)
        self._states.show_content()
        if self._wants_picture:
            self._on_add_picture()

    def _list(self, preview: EvidencePreview, left_out: tuple[str, ...]) -> None:
        self._preview = preview
        self.files.clear()
        for file in preview.files:
            item = QListWidgetItem(f"{file.name}   {format_size(file.size)}")
            item.setData(_FILE, file)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked if file.name in left_out else Qt.CheckState.Checked)
            self.files.addItem(item)

    @Slot()
    def _on_add_picture(self) -> None:
        if self._preview is not None:
            self._let_choose(False)
            self.pictures.add(self._preview.pack_id)

    @Slot(object, object)
    def _on_picture_added(self, preview: EvidencePreview, picture: QPixmap) -> None:
        self._picture = picture
        self._list(preview, self.left_out())
        self.files.setCurrentRow(self.files.count() - 1)
        self.save.setEnabled(True)

    @Slot(object)
    def _on_picture_failed(self, error: PacsDeskError) -> None:
        self._let_choose(True)
        self._needs.fail(error)

    def _on_failed(self, error: PacsDeskError) -> None:
        self._asked = 0
        self._states.show_error(error, self._on_choice)

    @Slot()
    def _on_choice(self, _is_chosen: bool = False) -> None:
        if self._order is not None:
            self._wants_picture = any(map(_is_picture, self._that_are(Qt.CheckState.Checked)))
            self._put_together(self._order)

    @Slot()
    def _on_file_chosen(self) -> None:
        item = self.files.currentItem()
        file = _file_of(item) if item else None
        if file is not None and _is_picture(file):
            self.shown_picture.setPixmap(self._picture)
            self.shown_picture.adjustSize()
            self._file.setCurrentIndex(1)
            return
        self.text.setPlainText(file.text if file else "")
        self._file.setCurrentIndex(0)

    @Slot()
    def _on_save(self) -> None:
        if self._preview is None:
            return
        target = self._needs.ask(self, translate("Kit", "Save the evidence pack"), "evidence.zip")
        if target is None:
            return
        needs, pack_id, left_out = self._needs, self._preview.pack_id, self.left_out()
        needs.calls.start(
            lambda: needs.download(needs.evidence.pack(pack_id, left_out), target),
            lambda _nothing: needs.say(translate("Kit", "Saved as {path}").format(path=target)),
            needs.fail,
            owner=self,
        )


def _file_of(item: QListWidgetItem) -> EvidenceFile:
    file = item.data(_FILE)
    assert isinstance(file, EvidenceFile)
    return file


def _is_picture(file: EvidenceFile) -> bool:
    return file.name.endswith(".png")
