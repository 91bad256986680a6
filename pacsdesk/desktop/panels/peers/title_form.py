"""The form in which a further title of ours is written; what the engine notices stands at the field while one types."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.aes import MOST_ALIASES, OwnAE
from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.records.remarks import OwnAEDraft, Remark
from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.calling_title import title_problem
from pacsdesk.desktop.kit.engine_words import in_own_words
from pacsdesk.desktop.kit.errors import sentence_of
from pacsdesk.desktop.kit.forms import Check, Form, FormField, accept_anything
from pacsdesk.desktop.kit.labels import ElidedLabel, TextLabel, Tone
from pacsdesk.desktop.kit.theme import mono_font, set_look
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.panels.peers.entry_fields import NOTES_HEIGHT, port_problem
from pacsdesk.desktop.panels.peers.service_choice import ServiceChoice

REST_MS = 200


class TitleForm(QWidget):
    """submitted: the entry before (None for a new one) and after. left: nothing shall be saved. draft_rested: what is
    typed, once the hand rests."""

    submitted = Signal(object, object)
    left = Signal()
    draft_rested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._before: OwnAE | None = None
        self._title = ElidedLabel(size=TypeSize.TITLE, strong=True)
        self._form = Form()
        self.ae_title, self.port, self.host = QLineEdit(), QLineEdit(), QLineEdit()
        self.aliases, self.notes = QPlainTextEdit(), QPlainTextEdit()
        self.allow = ServiceChoice(tuple(PeerService))
        self.save = make_button(translate("Peers", "Save"), Rank.PRIMARY)
        self.cancel = make_button(translate("Peers", "Cancel"))
        self._failure = TextLabel(tone=Tone.DANGER, wrap=True)
        self._fields: dict[str, tuple[FormField, str]] = {}
        self._rest = QTimer(self)
        self._add_fields()
        self._build()
        self._connect()

    def _add_fields(self) -> None:
        for line in (self.ae_title, self.port, self.host):
            line.setFont(mono_font())
        for text in (self.aliases, self.notes):
            text.setTabChangesFocus(True)
            text.setFixedHeight(NOTES_HEIGHT)
        self._add(
            "ae_title",
            translate("Peers", "AE title"),
            self.ae_title,
            translate("Peers", "At most 16 characters; capitals and small letters count."),
            title_problem,
        )
        self._add(
            "port",
            translate("Peers", "Port"),
            self.port,
            translate("Peers", "Empty for the port of the main title, which it then shares."),
            port_problem,
        )
        self._add(
            "host",
            translate("Peers", "Address to listen at"),
            self.host,
            translate("Peers", "Of this computer; empty for that of the main title."),
            self._host_problem,
        )
        self._add("allow", translate("Peers", "Services that it provides"), self.allow)
        self._add(
            "aliases",
            translate("Peers", "Further titles that count as it"),
            self.aliases,
            translate("Peers", "One a line."),
            _aliases_problem,
        )
        self._add("notes", translate("Peers", "Notes"), self.notes)
        self.allow.changed.connect(self._fields["allow"][0].changed)

    def _add(
        self, name: str, label: str, control: QWidget, help_text: str = "", check: Check = accept_anything
    ) -> None:
        field = self._form.add_field(FormField(label, control, help_text=help_text, check=check))
        self._fields[name] = field, help_text

    def _build(self) -> None:
        set_look(self._form, surface="0")
        self._form.setContentsMargins(Space.L, Space.S, Space.L, Space.L)
        area = QScrollArea()
        area.setWidget(self._form)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        row.addStretch()
        self._title.setContentsMargins(Space.L, Space.M, Space.L, 0)
        self._failure.setContentsMargins(Space.L, 0, Space.L, 0)
        self._failure.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(area, 1)
        layout.addWidget(self._failure)
        layout.addLayout(row)
        set_look(self, surface="0")

    def _connect(self) -> None:
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self._form.changed.connect(self._on_changed)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.left)

    def write(self, before: OwnAE | None) -> None:
        """A new entry, or another in the place of one."""
        self._before = before
        shown = before or OwnAE(AETitle("NEW"))
        self._title.set_text(
            translate("Peers", "New title of ours")
            if before is None
            else translate("Peers", "Change {name}").format(name=before.ae_title)
        )
        self.ae_title.setText(str(shown.ae_title) if before else "")
        self.port.setText("" if shown.port is None else str(shown.port))
        self.host.setText(shown.host)
        self.allow.choose(shown.allow)
        self.aliases.setPlainText("\n".join(shown.aliases))
        self.notes.setPlainText(shown.notes)
        self._form.start_over()
        self._on_changed()
        self.ae_title.setFocus()

    def draft(self) -> OwnAEDraft:
        """What is typed, right or wrong."""
        replaces = str(self._before.ae_title) if self._before else ""
        return OwnAEDraft(self.ae_title.text(), self.port.text(), self.host.text(), self._aliases(), replaces)

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """What the engine notices stands in place of a field's help."""
        for name, (field, help_text) in self._fields.items():
            noticed = [one for one in remarks if one.field == name and field.text().strip() and not field.problem()]
            is_fault = any(one.severity is Severity.FAULT for one in noticed)
            tone = (Tone.DANGER if is_fault else Tone.WARNING) if noticed else Tone.MUTED
            field.set_help(" ".join(in_own_words(one.text) for one in noticed) or help_text, tone)

    def show_failure(self, error: PacsDeskError) -> None:
        """Say why it was not saved; everything typed stays."""
        self._failure.setText(sentence_of(error))
        self._failure.show()
        self.save.setEnabled(True)

    def _aliases(self) -> tuple[str, ...]:
        return tuple(line.strip() for line in self.aliases.toPlainText().splitlines() if line.strip())

    def _host_problem(self, text: str) -> str:
        is_alone = bool(text.strip()) and not self.port.text().strip()
        return translate("Peers", "An address to listen at needs a port of its own.") if is_alone else ""

    @Slot()
    def _on_changed(self) -> None:
        self._failure.hide()
        self.save.setEnabled(self._form.is_valid())
        self._rest.start()

    @Slot()
    def _on_rested(self) -> None:
        self.draft_rested.emit(self.draft())

    @Slot()
    def _on_save(self) -> None:
        port = self.port.text().strip()
        self.save.setEnabled(False)
        after = OwnAE(
            AETitle(self.ae_title.text()),
            int(port) if port else None,
            self.host.text().strip(),
            self.allow.chosen(),
            tuple(map(AETitle, self._aliases())),
            self.notes.toPlainText(),
        )
        self.submitted.emit(self._before, after)


def _aliases_problem(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_ALIASES:
        return translate("Peers", "A title has at most {number} further ones.").format(number=MOST_ALIASES)
    return next((problem for problem in map(title_problem, lines) if problem), "")
