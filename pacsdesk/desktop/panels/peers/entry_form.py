"""A peer's entry to be written or changed beside the list: what is wrong stands at its field while one types."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.peers import Peer, TlsMode
from pacsdesk.contract.records.remarks import PeerDraft, Remark
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.calling_title import title_problem
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.errors import sentence_of
from pacsdesk.desktop.kit.formatting import plain
from pacsdesk.desktop.kit.forms import Check, Form, FormField, accept_anything
from pacsdesk.desktop.kit.labels import ElidedLabel, TextLabel, Tone
from pacsdesk.desktop.kit.theme import set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.peers.entry_fields import (
    EntryFields,
    host_problem,
    port_problem,
    seconds_problem,
)


class EntryForm(QWidget):
    """submitted: what was there before (None for a new peer), what shall be, and why. left: the person backed out.

    draft_changed: something else is typed.
    """

    submitted = Signal(object, object, str)
    left = Signal()
    draft_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields = EntryFields()
        self._before: Peer | None = None
        self._names: frozenset[str] = frozenset()
        self._is_busy = self._is_touched = False
        self._title = ElidedLabel(size=TypeSize.TITLE, strong=True)
        self._form = Form()
        self._fields: dict[QWidget, tuple[FormField, str]] = {}  # with the help that each has
        self._failure = TextLabel(tone=Tone.DANGER, wrap=True)
        self._save = make_button(translate("Peers", "Save"), Rank.PRIMARY)
        self._cancel = make_button(translate("Peers", "Cancel"))
        self._build_form()
        self._build()
        self._connect()

    def _build_form(self) -> None:
        fields, form = self.fields, self._form
        form.setContentsMargins(Space.L, Space.S, Space.L, Space.L)
        self._add(translate("Peers", "Name"), fields.name, check=self._name_problem)
        self._add(
            translate("Peers", "AE title"),
            fields.ae_title,
            translate("Peers", "At most 16 characters; capitals and small letters count."),
            title_problem,
        )
        self._add(translate("Peers", "Host"), fields.host, translate("Peers", "Its name or address."), host_problem)
        self._add(
            translate("Peers", "Port"),
            fields.port,
            translate("Peers", "Mostly 104 or 11112, with TLS 2762. Empty for a peer that only sends."),
            port_problem,
        )
        self._add(translate("Peers", "Encryption"), fields.tls)
        self._add(translate("Peers", "What it may ask of us"), fields.allow)
        self._add(
            translate("Peers", "What we use of it"),
            fields.uses,
            translate("Peers", "What Connect tries. Nothing ticked: everything is tried."),
        )
        self._add(
            translate("Peers", "From which addresses it may call"),
            fields.address_check,
        )
        self._add(translate("Peers", "Other content under a UID that is stored"), fields.same_uid)
        self._add(translate("Peers", "Contact"), fields.contact, translate("Peers", "Whom to ask about it."))
        self._add(
            translate("Peers", "Character set"),
            fields.character_set,
            translate("Peers", "Of the text that we send it, as in ISO_IR 100. Empty for what fits."),
        )
        seconds = translate("Peers", "Seconds; empty for what is usual.")
        self._add(translate("Peers", "Wait for the connection"), fields.connect, seconds, seconds_problem)
        self._add(translate("Peers", "Wait for the association"), fields.associate, seconds, seconds_problem)
        self._add(translate("Peers", "Wait for an answer"), fields.answer, seconds, seconds_problem)
        self._add(translate("Peers", "Notes"), fields.notes)
        self._add(translate("Peers", "Why"), fields.reason, translate("Peers", "For the history; may stay empty."))

    def _add(self, label: str, control: QWidget, help_text: str = "", check: Check = accept_anything) -> None:
        field = self._form.add_field(FormField(label, control, help_text=help_text, check=check))
        self._fields[control] = field, help_text
        if control is self.fields.allow:
            self.fields.allow.changed.connect(field.changed)
        elif control is self.fields.uses:
            self.fields.uses.changed.connect(field.changed)
        elif isinstance(control, QLineEdit):
            control.returnPressed.connect(self._on_save)

    def _build(self) -> None:
        set_look(self._form, surface="0")
        area = QScrollArea()
        area.setWidget(self._form)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setContentsMargins(Space.L, Space.M, Space.L, Space.S)
        head.addWidget(self._title, 1)
        foot = QFrame()
        set_look(foot, surface="1", edge="top")
        column = QVBoxLayout(foot)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        column.setSpacing(Space.S)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._save)
        row.addWidget(self._cancel)
        row.addStretch()
        column.addWidget(self._failure)
        column.addLayout(row)
        self._failure.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(area, 1)
        layout.addWidget(foot)

    def _connect(self) -> None:
        self._form.changed.connect(self._on_changed)
        self._save.clicked.connect(self._on_save)
        self._cancel.clicked.connect(self.left)

    def write(self, draft: Peer | None, names: frozenset[str]) -> None:
        """A new entry. draft: what is known of it; names: of the peers that there are."""
        self._begin(None, draft, names, translate("Peers", "New peer"))

    def change(self, before: Peer, draft: Peer, names: frozenset[str]) -> None:
        """Another entry in the place of this one. draft: what it begins with."""
        words = translate("Peers", "Change {name}").format(name=plain(before.name))
        self._begin(before, draft, names - {before.name}, words)

    def _begin(self, before: Peer | None, draft: Peer | None, names: frozenset[str], title: str) -> None:
        self._before, self._names, self._is_busy = before, names, False
        self._title.set_text(title)
        self.setAccessibleName(title)
        self.fields.show(draft)
        self._form.start_over()
        self.show_remarks(())
        self._on_changed()
        self._is_touched = False
        self.fields.name.setFocus()

    def draft(self) -> PeerDraft:
        """What is typed, right or wrong."""
        fields = self.fields
        return PeerDraft(
            name=fields.name.text(),
            ae_title=fields.ae_title.text(),
            host=fields.host.text(),
            port=fields.port.text(),
            tls=TlsMode(fields.tls.currentData()),
            allow=fields.allow.chosen(),
            replaces=self._before.name if self._before is not None else "",
        )

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """What the engine notices stands in place of a field's help; not where nothing is typed or the form says it."""
        controls = {"name": self.fields.name, "ae_title": self.fields.ae_title, "host": self.fields.host}
        by_name: dict[str, QWidget] = {**controls, "port": self.fields.port, "tls": self.fields.tls}
        for name, control in by_name.items():
            field, help_text = self._fields[control]
            noticed = [one for one in remarks if one.field == name and field.text().strip() and not field.problem()]
            words = " ".join(in_own_words(one.text) for one in noticed)
            is_fault = any(one.severity is Severity.FAULT for one in noticed)
            tone = (Tone.DANGER if is_fault else Tone.WARNING) if noticed else Tone.MUTED
            field.set_help(words or help_text, tone)

    def show_failure(self, error: PacsDeskError) -> None:
        """Say why it was not saved; everything typed stays."""
        self._is_busy = False
        self._judge()
        self._failure.setText(sentence_of(error))
        self._failure.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc backs out."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _name_problem(self, text: str) -> str:
        if not text.strip():
            return translate("Peers", "Enter a name under which people know it.")
        if text.strip() in self._names:
            return translate("Peers", "There is already a peer of this name. Choose another, or change that one.")
        return ""

    def _judge(self) -> None:
        self._save.setEnabled(self._form.is_valid() and not self._is_busy)

    @property
    def is_touched(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._is_touched

    @Slot()
    def _on_changed(self) -> None:
        self._is_touched = True
        self.draft_changed.emit()
        self._failure.hide()
        self._judge()

    @Slot()
    def _on_save(self) -> None:
        if self._save.isEnabled():
            self._is_busy = True
            self._judge()
            self.submitted.emit(self._before, self.fields.peer(self._before), self.fields.reason.text().strip())
