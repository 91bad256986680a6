"""The page with all studies: list, details beside it, and everything that can be done with what is selected."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.archive import Packing, Series
from pacsdesk.contract.types import SeriesInstanceUID, StudyInstanceUID
from pacsdesk.desktop.kit.buttons import Rank, action_button
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.tokens import Space
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import Destination, PanelContext
from pacsdesk.desktop.panels.studies.actions import context_menu, make_actions
from pacsdesk.desktop.panels.studies.asking import FileAsker
from pacsdesk.desktop.panels.studies.chosen import MOST_CHOSEN, Chosen
from pacsdesk.desktop.panels.studies.deleting import Deletion
from pacsdesk.desktop.panels.studies.drop_target import DropTarget
from pacsdesk.desktop.panels.studies.inspector import WIDTH, Inspector
from pacsdesk.desktop.panels.studies.sheets import ReasonSheet
from pacsdesk.desktop.panels.studies.study_list import StudyList
from pacsdesk.desktop.panels.studies.transfers import ExportTarget, Transfers, export_name

DETAILS_KEY = "studies/details"


class StudiesPage(QWidget):
    """Wires list, inspector, sheet and actions; what they do is theirs."""

    def __init__(self, context: PanelContext, transfers: Transfers, asker: FileAsker) -> None:
        super().__init__()
        self._context = context
        self._transfers = transfers
        self._asker = asker
        self.actions_of_studies = make_actions(context, self)
        self.list = StudyList(context)
        self.inspector = Inspector(context.may(Permission.STUDY_VIEW))
        self.sheet = ReasonSheet(translate("Studies", "Delete to trash"))
        self._deletion = Deletion(context, self.sheet, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._series: dict[StudyInstanceUID, tuple[Series, ...]] = {}
        self._inspected: object = None
        self._build()
        self._connect()
        if context.may(Permission.STUDY_IMPORT):
            self._drop_target = DropTarget(self)
            self._drop_target.dropped.connect(self._transfers.import_paths)
        self._on_chosen_changed(Chosen())

    @property
    def deletion(self) -> Deletion:
        """The way to the trash and back."""
        return self._deletion

    # building

    def _build(self) -> None:
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.inspector)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setCollapsible(0, False)
        self._splitter.setHandleWidth(1)
        self._splitter.setSizes([10_000, WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sheet)
        layout.addWidget(self._splitter, 1)
        is_shown = str(self._context.preferences.value(DETAILS_KEY, "true")).casefold() == "true"
        self.actions_of_studies.show_details.setChecked(is_shown)
        self.inspector.setVisible(is_shown)

    def toolbar(self) -> QWidget:
        """At most five buttons with words; made once, for the panel's toolbar row."""
        actions = self.actions_of_studies
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        if actions.open is not None:
            row.addWidget(action_button(actions.open, Rank.PRIMARY))
        for title, icon_name, choices in (
            (translate("Studies", "Import"), "upload", (actions.import_files, actions.import_folder)),
            (translate("Studies", "Export"), "download", (actions.export_zip, actions.export_folder, actions.send)),
        ):
            offered = [action for action in choices if action is not None]
            if offered:
                row.addWidget(_menu_button(bar, title, icon_name, offered))
        if actions.delete is not None:
            row.addWidget(action_button(actions.delete))
        more = (actions.show_details, actions.show_series, actions.copy, actions.copy_uid, actions.commitment)
        offered = [*(action for action in more if action is not None), self._columns_action(bar)]
        row.addWidget(_menu_button(bar, translate("Studies", "More"), "more-horizontal", offered))
        row.addStretch()
        return bar

    def _columns_action(self, parent: QWidget) -> QAction:
        title = translate("Studies", "Columns")
        action = QAction(icon("columns-3"), title, parent)
        menu = QMenu(title, parent)
        action.setMenu(menu)
        menu.aboutToShow.connect(partial(self._fill_columns_menu, menu))
        return action

    def _fill_columns_menu(self, menu: QMenu) -> None:
        menu.clear()
        menu.addActions(self.list.table.columns_header.columns_menu().actions())

    def _connect(self) -> None:
        actions = self.actions_of_studies
        for action, slot in (
            (actions.open, self._on_open),
            (actions.import_files, self._on_import_files),
            (actions.import_folder, self._on_import_folder),
            (actions.export_zip, self._on_export_zip),
            (actions.export_folder, self._on_export_folder),
            (actions.send, self._on_send),
            (actions.commitment, self._on_commitment),
            (actions.delete, self._on_delete),
            (actions.copy, self.list.table.copy_selection),
            (actions.copy_uid, self._on_copy_uid),
            (actions.show_series, self.list.toggle_current),
        ):
            if action is not None:
                action.triggered.connect(slot)
        actions.show_details.toggled.connect(self._on_details_toggled)
        on_rows = (actions.delete, actions.copy, actions.show_series)  # their keys mean other things elsewhere
        for action in actions.offered():
            (self.list.table if action in on_rows else self).addAction(action)
        self.list.table.set_row_actions(context_menu(actions))
        self.list.set_empty_actions([a for a in (actions.import_files, actions.import_folder) if a is not None])
        self.list.chosen_changed.connect(self._on_chosen_changed)
        self.list.opened.connect(self._open_in_viewer)
        self.list.series_known.connect(self._on_series_known)
        self.inspector.series_chosen.connect(self._open_in_viewer)
        self.inspector.folded.connect(actions.show_details.toggle)
        self.sheet.left.connect(self.list.table.setFocus)

    # what is selected

    @Slot(object)
    def _on_chosen_changed(self, chosen: Chosen) -> None:
        actions = self.actions_of_studies
        for action, is_possible in (
            (actions.open, chosen.study is not None),
            (actions.export_zip, chosen.is_complete),
            (actions.export_folder, chosen.is_complete),
            (actions.send, chosen.is_complete),
            (actions.commitment, chosen.study is not None),
            (actions.delete, chosen.is_complete),
            (actions.copy, chosen.number_of_rows > 0),
            (actions.copy_uid, chosen.is_complete or chosen.study is not None),
            (actions.show_series, chosen.study is not None),
        ):
            if action is not None:
                action.setEnabled(is_possible)
        self._deletion.follow(chosen)
        self._inspect(chosen)

    def _inspect(self, chosen: Chosen) -> None:
        """Draw the details anew only when they differ: a selected text or a place scrolled to stays."""
        study = chosen.study
        series = self._series.get(study.study_instance_uid) if study is not None else None
        if (chosen, series) == self._inspected:
            return
        if study is not None:
            if not isinstance(self._inspected, tuple) or self._inspected[0].study != study:
                self.list.loader.want_series(study.study_instance_uid)
            self.inspector.show_study(study, series)
        elif chosen.is_too_many:
            self.inspector.show_too_many(chosen.number_of_rows, MOST_CHOSEN)
        elif chosen.number_of_rows:
            self.inspector.show_many(chosen.studies, chosen.number_awaited)
        else:
            self.inspector.show_nothing()
        self._inspected = (chosen, series)

    @Slot(str, tuple)
    def _on_series_known(self, study_instance_uid: StudyInstanceUID, series_list: tuple[Series, ...]) -> None:
        chosen = self.list.chosen()
        if chosen.study is not None and chosen.study.study_instance_uid == study_instance_uid:
            self._series = {study_instance_uid: series_list}
            self._inspect(chosen)

    # what was asked for

    @Slot()
    def _on_open(self) -> None:
        chosen = self.list.chosen()
        if chosen.study is not None:
            series_uid = chosen.series.series_instance_uid if chosen.series is not None else ""
            self._open_in_viewer(chosen.study.study_instance_uid, series_uid)

    @Slot(str, str)
    def _open_in_viewer(self, study_instance_uid: str, series_instance_uid: str) -> None:
        if self._context.may(Permission.STUDY_VIEW):
            series_uid = SeriesInstanceUID(series_instance_uid) if series_instance_uid else None
            self._context.navigator.go(Destination("viewer", StudyInstanceUID(study_instance_uid), series_uid))

    @Slot()
    def _on_import_files(self) -> None:
        self._asker.files(self, self._transfers.import_paths)

    @Slot()
    def _on_import_folder(self) -> None:
        title = translate("Studies", "Import a folder and all below it")
        self._asker.folder(self, title, lambda path: self._transfers.import_paths([path]))

    @Slot()
    def _on_export_zip(self) -> None:
        studies = self.list.chosen().studies
        self._asker.zip_target(
            self,
            f"{export_name(studies)}.zip",
            lambda path: self._transfers.export_studies(studies, ExportTarget(path, Packing.ZIP)),
        )

    @Slot()
    def _on_export_folder(self) -> None:
        studies = self.list.chosen().studies
        title = translate("Studies", "Export into a new folder \u201c{name}\u201d in")
        self._asker.folder(
            self,
            title.format(name=export_name(studies)),
            lambda path: self._transfers.export_studies(
                studies, ExportTarget(_unused(path / export_name(studies)), Packing.FOLDER)
            ),
        )

    @Slot()
    def _on_send(self) -> None:
        chosen = self.list.chosen()
        if chosen.is_complete:
            uids = tuple(study.study_instance_uid for study in chosen.studies)
            self._context.navigator.go(Destination("send", study_instance_uids=uids))

    @Slot()
    def _on_commitment(self) -> None:
        study = self.list.chosen().study
        if study is not None:
            self._context.navigator.go(Destination("workflow", study.study_instance_uid))

    @Slot()
    def _on_delete(self) -> None:
        chosen = self.list.chosen()
        if chosen.is_complete:
            self._deletion.ask(chosen.studies)

    @Slot()
    def _on_copy_uid(self) -> None:
        chosen = self.list.chosen()
        studies = chosen.studies or ((chosen.study,) if chosen.study is not None else ())
        QGuiApplication.clipboard().setText("\n".join(study.study_instance_uid for study in studies))

    @Slot(bool)
    def _on_details_toggled(self, is_shown: bool) -> None:
        self.inspector.setVisible(is_shown)
        self._context.preferences.setValue(DETAILS_KEY, is_shown)


def _menu_button(parent: QWidget, title: str, icon_name: str, actions: Sequence[QAction]) -> QWidget:
    """A button that opens a menu of actions."""
    action = QAction(icon(icon_name), title, parent)
    menu = QMenu(title, parent)
    menu.addActions(list(actions))
    action.setMenu(menu)
    action.setEnabled(any(one.isEnabled() for one in actions))
    actions[0].enabledChanged.connect(action.setEnabled)  # the actions of one menu can be used together or not at all
    button = action_button(action)
    button.setPopupMode(button.ToolButtonPopupMode.InstantPopup)
    return button


def _unused(folder: Path) -> Path:
    """The folder's name, numbered when something of that name is there: an export never mixes with another."""
    number = 2
    candidate = folder
    while candidate.exists():
        candidate = folder.with_name(f"{folder.name}-{number}")
        number += 1
    return candidate
