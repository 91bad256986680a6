"""What can be done with peers: the same actions in toolbar, context menu and palette."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.kit.icons import icon
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.peers.rows import PeerRow


class PeerActions(QObject):
    """Enabled as the choice allows; whoever owns them carries them out."""

    def __init__(self, context: PanelContext, parent: QObject) -> None:
        super().__init__(parent)
        self.may_change = context.may(Permission.PEER_CHANGE)
        self.may_probe = context.may(Permission.PEER_PROBE)
        self.add = QAction(icon("plus"), translate("Peers", "Add peer"), self)
        self.change = QAction(icon("pencil"), translate("Peers", "Change"), self)
        self.remove = QAction(icon("trash-2"), translate("Peers", "Remove"), self)
        self.connect_now = QAction(icon("plug-zap"), translate("Peers", "Connect"), self)
        self.try_titles = QAction(
            icon("plug-zap"), translate("Peers", "Connect, and call a title that nobody has"), self
        )
        self.copy = QAction(icon("copy"), translate("Peers", "Copy rows"), self)
        self._set_up()

    def _set_up(self) -> None:
        self.add.setToolTip(translate("Peers", "Enter another DICOM system"))
        self.change.setToolTip(translate("Peers", "Change the entry of the chosen peer"))
        self.remove.setToolTip(translate("Peers", "Take the chosen peers out; this can be undone"))
        self.try_titles.setToolTip(
            translate("Peers", "Shows whether the peer checks the called title; its log may show that as an alarm")
        )
        self.add.setShortcut(QKeySequence("Ctrl+N"))
        self.change.setShortcut(QKeySequence("F2"))
        self.remove.setShortcut(QKeySequence("Del"))
        self.copy.setShortcut(QKeySequence("Ctrl+C"))
        for action in (self.add, self.change, self.remove, self.copy):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def changing(self) -> tuple[QAction, ...]:
        """Those that change entries, for who may."""
        return (self.add, self.change, self.remove) if self.may_change else ()

    def offered(self) -> tuple[QAction, ...]:
        """What this person may do."""
        trying = (self.connect_now, self.try_titles) if self.may_probe else ()
        return (*trying, *self.changing(), self.copy)

    def judge(self, chosen: tuple[PeerRow, ...]) -> None:
        """These are chosen."""
        one = chosen[0] if len(chosen) == 1 else None
        can_call = self.may_probe and one is not None and one.peer.can_be_called and not one.is_running
        self.add.setEnabled(self.may_change)
        self.change.setEnabled(self.may_change and one is not None)
        self.remove.setEnabled(self.may_change and bool(chosen))
        self.copy.setEnabled(bool(chosen))
        self.connect_now.setEnabled(can_call)
        self.try_titles.setEnabled(can_call)
