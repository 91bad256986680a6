"""What can be done with studies, as actions made once: the same objects in toolbar, context menu and command palette.

A new action: a field below, its words, its line in `make_actions`, its place in `context_menu` or the page's `toolbar`.
"""

from dataclasses import dataclass, fields

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.translation import marked, translate
from pacsdesk.desktop.panel import PanelContext


@dataclass(frozen=True, slots=True)
class StudyActions:
    """None where the person lacks the permission: an action that would be refused is not offered."""

    open: QAction | None
    import_files: QAction | None
    import_folder: QAction | None
    export_zip: QAction | None
    export_folder: QAction | None
    send: QAction | None
    commitment: QAction | None
    delete: QAction | None
    copy: QAction
    copy_uid: QAction
    show_series: QAction
    show_details: QAction

    def offered(self) -> tuple[QAction, ...]:
        """All that this person may do."""
        actions = (getattr(self, field.name) for field in fields(self))
        return tuple(action for action in actions if isinstance(action, QAction))


@dataclass(frozen=True, slots=True)
class ActionWords:
    """How an action shows itself, in the context "Studies", and the permission without which it is not offered."""

    text: str
    icon_name: str
    tip: str
    shortcut: str = ""
    needs: Permission | None = None


_OPEN = ActionWords(
    marked("Studies", "Open"),
    "image",
    marked("Studies", "Show the images in the viewer (Enter)"),
    needs=Permission.STUDY_VIEW,
)
_IMPORT_FILES = ActionWords(
    marked("Studies", "Import files..."),
    "upload",
    marked("Studies", "Take files into the archive"),
    "Ctrl+O",
    Permission.STUDY_IMPORT,
)
_IMPORT_FOLDER = ActionWords(
    marked("Studies", "Import folder..."),
    "folder-input",
    marked("Studies", "Take a folder and all below it into the archive"),
    needs=Permission.STUDY_IMPORT,
)
_EXPORT_ZIP = ActionWords(
    marked("Studies", "Export to ZIP..."),
    "file-archive",
    marked("Studies", "Write the studies with a DICOMDIR into one file"),
    "Ctrl+E",
    Permission.STUDY_EXPORT,
)
_EXPORT_FOLDER = ActionWords(
    marked("Studies", "Export to folder..."),
    "folder",
    marked("Studies", "Write the studies with a DICOMDIR into a new folder"),
    needs=Permission.STUDY_EXPORT,
)
_SEND = ActionWords(
    marked("Studies", "Send to peer..."),
    "send",
    marked("Studies", "Plan a send of the studies to a peer; nothing is sent yet"),
    needs=Permission.STUDY_EXPORT,
)
_COMMITMENT = ActionWords(
    marked("Studies", "Ask for storage commitment..."),
    "shield-check",
    marked("Studies", "Choose a peer to ask whether it keeps this study for good; nothing is asked yet"),
    needs=Permission.PEER_PROBE,
)
_DELETE = ActionWords(
    marked("Studies", "Delete..."),
    "trash-2",
    marked("Studies", "Move the studies to trash, with a reason"),
    "Del",
    Permission.STUDY_DELETE,
)
_COPY = ActionWords(
    marked("Studies", "Copy rows"), "copy", marked("Studies", "Copy the selected rows as text"), "Ctrl+C"
)
_COPY_UID = ActionWords(
    marked("Studies", "Copy study UID"), "tag", marked("Studies", "Copy the Study Instance UIDs of the selection")
)
_SHOW_SERIES = ActionWords(
    marked("Studies", "Show or hide series"),
    "layers",
    marked("Studies", "Open or close the selected study in the list"),
    "Space",
)
_SHOW_DETAILS = ActionWords(
    marked("Studies", "Show details"),
    "panel-right",
    marked("Studies", "Show or hide the details beside the list"),
    "Ctrl+I",
)


def make_actions(context: PanelContext, parent: QObject) -> StudyActions:
    """The actions that this session may use; none is connected yet."""

    def offer(words: ActionWords) -> QAction | None:
        return _make(words, parent) if words.needs is None or context.may(words.needs) else None

    actions = StudyActions(
        open=offer(_OPEN),
        import_files=offer(_IMPORT_FILES),
        import_folder=offer(_IMPORT_FOLDER),
        export_zip=offer(_EXPORT_ZIP),
        export_folder=offer(_EXPORT_FOLDER),
        send=offer(_SEND) if context.may(Permission.PEER_PROBE) else None,
        commitment=offer(_COMMITMENT),
        delete=offer(_DELETE),
        copy=_make(_COPY, parent),
        copy_uid=_make(_COPY_UID, parent),
        show_series=_make(_SHOW_SERIES, parent),
        show_details=_make(_SHOW_DETAILS, parent),
    )
    actions.show_details.setCheckable(True)
    return actions


def context_menu(actions: StudyActions) -> list[QAction | None]:
    """What a row offers: what is looked at, what is taken out, what goes; lines only between actions."""
    groups = (
        (actions.open, actions.show_series),
        (actions.copy, actions.copy_uid),
        (actions.export_zip, actions.export_folder, actions.send, actions.commitment),
        (actions.delete,),
    )
    menu: list[QAction | None] = []
    for group in groups:
        offered = [action for action in group if action is not None]
        menu.extend([None, *offered] if menu and offered else offered)
    return menu


def _make(words: ActionWords, parent: QObject) -> QAction:
    action = QAction(icon(words.icon_name), translate("Studies", words.text), parent)
    tip = translate("Studies", words.tip)
    if words.shortcut:
        action.setShortcut(QKeySequence(words.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        tip = f"{tip} ({action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})"
    action.setToolTip(tip)
    return action
