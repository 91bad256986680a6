"""What every request begins with: whom, as whom, and then its own fields, in a column on the left of its page."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.records.peers import Peer
from pacsdesk.desktop.kit.calling_title import CallingTitleField
from pacsdesk.desktop.kit.forms import FormField
from pacsdesk.desktop.kit.labels import TextLabel
from pacsdesk.desktop.kit.peer_box import PeerBox
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate

WIDTH = 304


class RequestForm(QScrollArea):
    """changed: something else is written. asked: Return in a line."""

    changed = Signal()
    asked = Signal()

    def __init__(self, calling_label: str) -> None:
        """calling_label: of the title under which we call."""
        super().__init__()
        self.peer = PeerBox(translate("Workflow", "Peer"))
        self.calling = CallingTitleField()
        self._calling_label = calling_label
        self._fields: list[FormField] = []
        self._page = QFrame()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        self._column.setSpacing(Space.M)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.peer)
        set_look(self._page, surface="1")
        self.add(FormField(translate("Workflow", "Peer"), self.peer))
        self.peer.currentIndexChanged.connect(self.changed)

    def sizeHint(self) -> QSize:
        """As wide as its fields need."""
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never so narrow that a field is pushed out, whatever the language."""
        needed = self._page.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(WIDTH, needed), super().minimumSizeHint().height())

    def add(self, field: FormField) -> FormField:
        """Another field, the last one."""
        self._fields.append(field)
        self._column.addWidget(field)
        self._listen(field)
        return field

    def add_pair(self, first: FormField, second: FormField) -> None:
        """Two short ones beside each other."""
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        for field in (first, second):
            self._fields.append(field)
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            self._listen(field)
        self._column.addLayout(row)

    def add_heading(self, words: str) -> None:
        """What the fields below it are of."""
        self._column.addSpacing(Space.S)
        self._column.addWidget(TextLabel(words, strong=True, size=TypeSize.TITLE, wrap=True))

    def add_widget(self, widget: QWidget) -> None:
        """What is no field."""
        self._column.addWidget(widget)

    def end(self) -> None:
        """No more fields: last comes the title under which we call."""
        self._column.addWidget(FormField(self._calling_label, self.calling))
        self._column.addWidget(self.calling.problem_label)
        self._column.addStretch()
        self.calling.returnPressed.connect(self.asked)
        self.calling.textChanged.connect(self.changed)

    def show_peers(self, peers: Sequence[Peer]) -> None:
        """Those that can be asked."""
        self.peer.show_peers(peers)

    def is_complete(self) -> bool:
        """Whether somebody can be asked, and no field has a problem."""
        return bool(self.peer.name()) and not any(field.problem() for field in self._fields)

    def _listen(self, field: FormField) -> None:
        field.changed.connect(self.changed)
        if isinstance(field.control, QLineEdit):
            field.control.returnPressed.connect(self.asked)
