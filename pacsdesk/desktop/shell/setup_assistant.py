"""The first start of a folder: what kind of site it is, and who administers it. One page, no default account."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from pacsdesk.contract.errors import PacsDeskError
from pacsdesk.contract.records.engine import Profile
from pacsdesk.desktop.kit.buttons import Rank, make_button
from pacsdesk.desktop.kit.errors import sentence_of
from pacsdesk.desktop.kit.forms import Form, FormField, centred, required
from pacsdesk.desktop.kit.labels import MonoLabel, TextLabel, Tone
from pacsdesk.desktop.kit.tokens import Space, TypeSize
from pacsdesk.desktop.kit.translation import counted, marked, translate
from pacsdesk.desktop.shell.attachment import SetupChoice
from pacsdesk.desktop.shell.password import STRENGTH_WORDS, judge_password

FORM_WIDTH = 520
_INDENT = 26  # the words under a radio button stand under its text

_PROFILES = (
    (
        Profile.CLINIC,
        marked("Shell", "Clinic"),
        marked("Shell", "Real patients. People sign in with a name and a password; only known senders may store."),
    ),
    (
        Profile.BENCH,
        marked("Shell", "Bench"),
        marked(
            "Shell", "A troubleshooting tool for you alone. Your computer account signs you in; no password is asked."
        ),
    ),
    (
        Profile.CLASSROOM,
        marked("Shell", "Classroom"),
        marked(
            "Shell",
            "Invented patients for training, marked by a coloured frame, and set back to the start with one command.",
        ),
    ),
)


class SetupAssistant(QWidget):
    """Emits the choice; whoever carries it out tells a failure with `show_failure`. folder_wanted: another one."""

    chosen = Signal(object)
    folder_wanted = Signal()

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._profiles: dict[Profile, QRadioButton] = {}
        self._group = QButtonGroup(self)
        self._folder = MonoLabel(folder, wrap=True)
        self._other_folder = make_button(translate("Shell", "Choose another folder..."), Rank.LINK)
        self._account = Form()
        self.name_field = QLineEdit()
        self.password_field = _secret_field()
        self.repeat_field = _secret_field()
        self._password_form_field: FormField | None = None
        self._failure = TextLabel(tone=Tone.DANGER, wrap=True)
        self._button = make_button(translate("Shell", "Make the site"), Rank.PRIMARY)
        self._is_busy = False
        self._build()
        self._judge()

    def _build(self) -> None:
        column = QWidget()
        column.setFixedWidth(FORM_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, Space.XL, 0, Space.XL)
        inner.setSpacing(Space.M)
        inner.addWidget(TextLabel(translate("Shell", "Set up PACSDesk"), size=TypeSize.DISPLAY, strong=True))
        inner.addWidget(TextLabel(translate("Shell", "Images, index and settings will be kept in"), tone=Tone.MUTED))
        inner.addWidget(self._folder)
        self._other_folder.clicked.connect(self.folder_wanted)
        inner.addWidget(self._other_folder, alignment=Qt.AlignmentFlag.AlignLeft)
        inner.addSpacing(Space.S)
        inner.addWidget(TextLabel(translate("Shell", "What is this site for?"), size=TypeSize.TITLE, strong=True))
        for profile, title, words in _PROFILES:
            self._add_profile(inner, profile, translate("Shell", title), translate("Shell", words))
        inner.addSpacing(Space.S)
        self._build_account()
        inner.addWidget(self._account)
        self._failure.hide()
        inner.addWidget(self._failure)
        self._button.clicked.connect(self._on_pressed)
        inner.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignLeft)
        inner.addStretch()
        self._put_in_scroll_area(column)

    def _put_in_scroll_area(self, column: QWidget) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holding = QVBoxLayout(holder)
        holding.addLayout(centred(column))
        area.setWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _add_profile(self, layout: QVBoxLayout, profile: Profile, title: str, words: str) -> None:
        button = QRadioButton(title)
        button.setObjectName(f"profile-{profile}")
        button.setAccessibleDescription(words)
        button.setChecked(profile is Profile.CLINIC)
        self._profiles[profile] = button
        self._group.addButton(button)
        button.toggled.connect(self._on_changed)
        explanation = TextLabel(words, tone=Tone.MUTED, wrap=True)
        explanation.setIndent(_INDENT)
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(button)
        pair.addWidget(explanation)
        layout.addLayout(pair)

    def _build_account(self) -> None:
        form = self._account
        form.add_widget(TextLabel(translate("Shell", "Who administers it?"), size=TypeSize.TITLE, strong=True))
        name_missing = required(translate("Shell", "Enter the administrator's name."))
        form.add_field(FormField(translate("Shell", "Name"), self.name_field, check=name_missing))
        self._password_form_field = form.add_field(
            FormField(
                translate("Shell", "Password"),
                self.password_field,
                help_text=translate("Shell", "At least 12 characters. A few words in a row are easy to keep."),
                check=self._password_problem,
            )
        )
        again = translate("Shell", "Password again")
        form.add_field(FormField(again, self.repeat_field, check=self._repeat_problem))
        form.changed.connect(self._on_changed)
        for field in (self.name_field, self.password_field, self.repeat_field):
            field.returnPressed.connect(self._on_return)

    def _password_problem(self, password: str) -> str:
        judged = judge_password(password, self.name_field.text())
        return "" if judged.is_enough else judged.advice

    def _repeat_problem(self, repeated: str) -> str:
        is_same = repeated == self.password_field.text()
        return "" if is_same else translate("Shell", "The two passwords differ.")

    def profile(self) -> Profile:
        """The kind of site that is chosen now."""
        return next(profile for profile, button in self._profiles.items() if button.isChecked())

    def show_folder(self, folder: str) -> None:
        """Another folder was chosen; everything typed stays."""
        self._folder.setText(folder)
        self._on_changed()

    def show_failure(self, error: PacsDeskError) -> None:
        """Say why the site was not made; everything typed stays."""
        self._is_busy = False
        self._failure.setText(sentence_of(error))
        self._failure.show()
        self._judge()

    @Slot()
    def _on_changed(self) -> None:
        self._failure.hide()
        self._judge()

    def _judge(self) -> None:
        needs_account = self.profile() is not Profile.BENCH
        self._account.setVisible(needs_account)
        password = self.password_field.text()
        if self._password_form_field is not None and password:
            judged = judge_password(password, self.name_field.text())
            tone = Tone.SUCCESS if judged.is_enough else Tone.MUTED
            words = counted("Shell", "%Ln characters: {strength}.", len(password))
            strength = translate("Shell", STRENGTH_WORDS[judged.strength])
            self._password_form_field.set_help(words.format(strength=strength), tone)
        is_right = not needs_account or self._account.is_valid()
        self._button.setEnabled(is_right and not self._is_busy)

    @Slot()
    def _on_return(self) -> None:
        if self._button.isEnabled():
            self._button.click()

    @Slot()
    def _on_pressed(self) -> None:
        self._is_busy = True
        self._judge()
        needs_account = self.profile() is not Profile.BENCH
        name = self.name_field.text().strip() if needs_account else ""
        self.chosen.emit(SetupChoice(self.profile(), name, self.password_field.text() if needs_account else ""))


def _secret_field() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
