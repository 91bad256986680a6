"""What became of an entry: who changed what, when and why; each change is a version to go back to."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.registry import ChangeKind, EntryKind, RegistryVersion
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.errors import sentence_of
from pacsdesk.desktop.kit.formatting import format_moment, plain
from pacsdesk.desktop.kit.labels import TextLabel, Tone, hairline
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panel import PanelContext
from pacsdesk.desktop.panels.peers.registry_words import change_word, field_line

MOST_SHOWN = 50


class HistoryPage(QScrollArea):
    """back_wanted: the version that the entry shall be again."""

    back_wanted = Signal(int)

    def __init__(self, context: PanelContext, *, may_change: bool) -> None:
        super().__init__()
        self._context = context
        self._may_change = may_change
        self._asked = 0
        self.setWidgetResizable(True)
        self._show_words("")

    def show_peer(self, name: str) -> None:
        """Read the versions of an entry."""
        registry = self._context.services.registry
        self._context.calls.drop(self._asked)
        self._asked = self._context.calls.start(
            lambda: registry.history(name), self._on_read, self._on_failed, owner=self
        )

    def _on_read(self, versions: tuple[RegistryVersion, ...]) -> None:
        of_peer = [version for version in versions if version.kind is EntryKind.PEER][:MOST_SHOWN]
        if not of_peer:
            self._show_words(translate("Peers", "No change of this entry is on record."))
            return
        page, column = self._new_page()
        for place, version in enumerate(of_peer):
            if place:
                column.addWidget(hairline())
            column.addWidget(self._version(version, is_newest=place == 0))
        column.addStretch()
        self.setWidget(page)

    def _on_failed(self, error: PacsDeskError) -> None:
        self._show_words(sentence_of(error))

    def _show_words(self, words: str) -> None:
        page, column = self._new_page()
        column.addWidget(TextLabel(words, tone=Tone.MUTED, wrap=True))
        column.addStretch()
        self.setWidget(page)

    def _new_page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        set_look(page, surface="0")
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        column.setSpacing(Space.M)
        return page, column

    def _version(self, version: RegistryVersion, *, is_newest: bool) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        head = QHBoxLayout()
        words = translate("Peers", "{change} by {who} on {moment}").format(
            change=change_word(version.change),
            who=plain(version.actor_name),
            moment=format_moment(version.changed_at),
        )
        head.addWidget(TextLabel(words, strong=True, wrap=True, selectable=True), 1)
        if self._may_change and not is_newest and version.change is not ChangeKind.REMOVED:
            back = make_button(translate("Peers", "Go back to this"), Rank.LINK)
            back.clicked.connect(partial(self.back_wanted.emit, version.version_id))
            head.addWidget(back)
        column.addLayout(head)
        if version.reason:
            column.addWidget(TextLabel(plain(version.reason), wrap=True, selectable=True))
        for change in version.fields:
            column.addWidget(
                TextLabel(field_line(change), tone=Tone.MUTED, size=TypeSize.SMALL, wrap=True, selectable=True)
            )
        return widget
