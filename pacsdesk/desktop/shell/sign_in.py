"""The page that asks who is there: name remembered, one try at a time, refusals in words, never a dialog."""

from PySide6.QtCore import QSettings, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from pacsdesk.contract.errors import NotSignedIn, PacsDeskError
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.errors import sentence_of
from pacsdesk.desktop.kit.forms import Form, FormField, centred, required
from pacsdesk.desktop.kit.labels import ElidedLabel, TextLabel, Tone
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import translate
from pacsdesk.desktop.shell.about import NOT_FOR_DIAGNOSIS
from pacsdesk.desktop.shell.site_folder import key_of_site
from pacsdesk.desktop.shell.way_out import WayOut

FORM_WIDTH = 336
_NAMES_KEY = "sign_in/names"


class SignInPage(QWidget):
    """Emits what was typed; whoever signs in tells the outcome with `show_failure` or `clear`.

    password_begun: its first letter was typed.
    """

    submitted = Signal(str, str)
    password_begun = Signal()

    def __init__(self, preferences: QSettings, site: str) -> None:
        """site: its folder, or the address of its engine elsewhere."""
        super().__init__()
        self._preferences = preferences
        self._site = ElidedLabel(site, tone=Tone.MUTED)
        self._reason = TextLabel(tone=Tone.MUTED, wrap=True)
        self._failure = TextLabel(tone=Tone.DANGER, wrap=True)
        self._name_key = key_of_site(_NAMES_KEY, site)
        self.name_field = QLineEdit(str(preferences.value(self._name_key, "")))
        self.password_field = QLineEdit()
        self.password_field.setEchoMode(QLineEdit.EchoMode.Password)
        self._form = Form()
        self._button = make_button(translate("Shell", "Sign in"), Rank.PRIMARY)
        self.way_out = WayOut()
        self._build()

    def _build(self) -> None:
        for label, field, missing in (
            (translate("Shell", "Name"), self.name_field, translate("Shell", "Enter your name.")),
            (translate("Shell", "Password"), self.password_field, translate("Shell", "Enter your password.")),
        ):
            self._form.add_field(FormField(label, field, check=required(missing)))
        self._form.add_widget(self._failure)
        self._form.set_submit(self._button)
        self._form.changed.connect(self._on_typed)
        self._button.clicked.connect(self._on_pressed)
        self.password_field.textEdited.connect(self._on_password_edited)
        self._failure.hide()
        self._reason.hide()
        column = QWidget()
        column.setFixedWidth(FORM_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(Space.L)
        inner.addWidget(TextLabel(translate("Shell", "Sign in"), size=TypeSize.DISPLAY, strong=True))
        inner.addWidget(self._site)
        inner.addWidget(self._reason)
        inner.addWidget(self._form)
        inner.addSpacing(Space.L)
        inner.addWidget(self.way_out)
        inner.addWidget(TextLabel(translate("Shell", NOT_FOR_DIAGNOSIS), tone=Tone.FAINT, size=TypeSize.SMALL))
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(centred(column))
        layout.addStretch(3)

    def show_site(self, site: str) -> None:
        """Another site is meant."""
        self._site.set_text(site)
        self._name_key = key_of_site(_NAMES_KEY, site)
        self.name_field.setText(str(self._preferences.value(self._name_key, "")))

    def remember(self, name: str) -> None:
        """Somebody has come in: the next time the name stands there."""
        self.name_field.setText(name)
        self._preferences.setValue(self._name_key, name)

    def ask(self, reason: str = "") -> None:
        """Begin: empty password, the cursor where the person goes on typing."""
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.clear()
        (self.password_field if self.name_field.text() else self.name_field).setFocus()

    def clear(self) -> None:
        """Forget the password and what was said."""
        self._form.set_busy(False)
        self.password_field.clear()
        self._form.start_over()
        self._failure.hide()

    def show_failure(self, error: PacsDeskError) -> None:
        """Say why it did not work; after a wrong password only that is typed again."""
        self._form.set_busy(False)
        self._failure.setText(sentence_of(error))
        self._failure.show()
        if isinstance(error, NotSignedIn):
            self.password_field.selectAll()
            self.password_field.setFocus()

    @Slot()
    def _on_typed(self) -> None:
        self._failure.hide()

    @Slot(str)
    def _on_password_edited(self, password: str) -> None:
        if len(password) == 1:
            self.password_begun.emit()

    @Slot()
    def _on_pressed(self) -> None:
        self._form.set_busy(True)
        self.submitted.emit(self.name_field.text().strip(), self.password_field.text())
