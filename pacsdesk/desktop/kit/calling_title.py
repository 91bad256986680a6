"""The field for asking a peer under another AE title than our own: what is wrong with it stands in words below it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit

from pacsdesk.contract.types import AETitle
from pacsdesk.desktop.kit.labels import TextLabel, Tone
from pacsdesk.desktop.kit.theme import mono_font, set_look
from pacsdesk.desktop.kit.translation import translate

LONGEST_TITLE = 16


def title_problem(text: str) -> str:
    """What is wrong with an AE title."""
    title = text.strip(" ")
    if not title:
        return translate("Kit", "Enter its AE title, as it stands in its own settings.")
    if len(title) > LONGEST_TITLE:
        return translate("Kit", "An AE title has at most 16 characters, this has {number}.").format(number=len(title))
    try:
        AETitle(title)
    except ValueError:
        return translate("Kit", "An AE title takes letters, digits and signs of ASCII, no backslash.")
    return ""


class CallingTitleField(QLineEdit):
    """Empty for our own. problem_label: to be put below it."""

    def __init__(self) -> None:
        super().__init__()
        tip = translate(
            "Kit",
            "Calling AE title: empty for our own; another one shows whether the peer knows that. It is audited.",
        )
        self.problem_label = TextLabel(tone=Tone.DANGER, wrap=True)
        self.problem_label.hide()
        self.setPlaceholderText(translate("Kit", "Our own title"))
        self.setToolTip(tip)
        self.setAccessibleName(translate("Kit", "Calling AE title"))
        self.setAccessibleDescription(tip)
        self.setFont(mono_font())
        self.textChanged.connect(self._on_text_changed)

    def title(self) -> AETitle | None:
        """Under which title to call, None for our own. Raises ValueError while something is wrong, which shows then."""
        text = self.text().strip()
        problem = title_problem(text) if text else ""
        self._show_problem(problem)
        if problem:
            raise ValueError(problem)
        return AETitle(text) if text else None

    def ask_for_another(self) -> None:
        """The person shall write another one."""
        self.setFocus()
        self.selectAll()

    @Slot()
    def _on_text_changed(self) -> None:
        self._show_problem("")

    def _show_problem(self, words: str) -> None:
        self.problem_label.setText(words)
        self.problem_label.setVisible(bool(words))
        set_look(self, problem=bool(words))
