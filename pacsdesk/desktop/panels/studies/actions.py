"""What can be done with studies, as actions made once: the same objects in toolbar, context menu and command palette.

A new action: a field below, its line in `make_actions`, its place in `toolbar` or `menu` of the page.
"""

from dataclasses import dataclass, fields

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.panel import PanelContext


@dataclass(frozen=True, slots=True)
class StudyActions:
    """None where the person lacks the permission: an action that would be refused is not offered."""

    open: QAction | None
    import_files: QAction | None
    import_folder: QAction | None
    export_zip: QAction | None
    export_folder: QAction | None
    delete: QAction | None
    copy: QAction
    copy_uid: QAction
    show_series: QAction
    show_details: QAction

    def offered(self) -> tuple[QAction, ...]:
        """All that this person may do."""
        actions = (getattr(self, field.name) for field in fields(self))
        return tuple(action for action in actions if isinstance(action, QAction))


def make_actions(context: PanelContext, parent: QObject) -> StudyActions:
    """The actions that this session may use; none is connected yet."""

    def make(text: str, icon_name: str, tip: str, shortcut: str = "") -> QAction:
        action = QAction(icon(icon_name), text, parent)
        action.setToolTip(f"{tip} ({shortcut})" if shortcut else tip)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action

    can_export = context.may(Permission.STUDY_EXPORT)
    can_import = context.may(Permission.STUDY_IMPORT)
    actions = StudyActions(
        open=make("Open", "image", "Show the images in the viewer (Enter)")
        if context.may(Permission.STUDY_VIEW)
        else None,
        import_files=make("Import files...", "upload", "Take files into the archive", "Ctrl+O") if can_import else None,
        import_folder=make("Import folder...", "folder-input", "Take a folder and all below it into the archive")
        if can_import
        else None,
        export_zip=make("Export to ZIP...", "file-archive", "Write the studies with a DICOMDIR into one file", "Ctrl+E")
        if can_export
        else None,
        export_folder=make("Export to folder...", "folder", "Write the studies with a DICOMDIR into a new folder")
        if can_export
        else None,
        delete=make("Delete...", "trash-2", "Move the studies to trash, with a reason", "Del")
        if context.may(Permission.STUDY_DELETE)
        else None,
        copy=make("Copy rows", "copy", "Copy the selected rows as text", "Ctrl+C"),
        copy_uid=make("Copy study UID", "tag", "Copy the Study Instance UIDs of the selection"),
        show_series=make("Show or hide series", "layers", "Open or close the selected study in the list", "Space"),
        show_details=make("Show details", "panel-right", "Show or hide the details beside the list", "Ctrl+I"),
    )
    actions.show_details.setCheckable(True)
    return actions
