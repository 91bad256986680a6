"""A form says what is wrong while one types, and can be sent only when it is right."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit.buttons import make_button
from pacsdesk.desktop.kit.forms import Form, FormField, required


class NameForm:
    """One required line and a button."""

    def __init__(self, qtbot: QtBot) -> None:
        self.line = QLineEdit()
        self.form = Form()
        self.field = self.form.add_field(FormField("Name", self.line, check=required("Enter a name.")))
        self.button: QPushButton = make_button("Save")
        self.form.set_submit(self.button)
        qtbot.addWidget(self.form)
        self.form.show()

    def shown_problems(self) -> list[str]:
        return [label.text() for label in self.field.findChildren(QLabel) if label.isVisible()][1:]


def test_an_untouched_field_is_not_scolded(qtbot: QtBot) -> None:
    assert NameForm(qtbot).shown_problems() == []


def test_a_form_with_a_problem_cannot_be_sent(qtbot: QtBot) -> None:
    assert not NameForm(qtbot).button.isEnabled()


def test_a_right_form_can_be_sent(qtbot: QtBot) -> None:
    form = NameForm(qtbot)
    QTest.keyClicks(form.line, "Ada")
    assert form.button.isEnabled()


def test_a_field_that_was_emptied_says_what_is_missing(qtbot: QtBot) -> None:
    form = NameForm(qtbot)
    QTest.keyClicks(form.line, "A")
    QTest.keyClick(form.line, Qt.Key.Key_Backspace)
    assert form.shown_problems() == ["Enter a name."]


def test_enter_sends_a_right_form(qtbot: QtBot) -> None:
    form = NameForm(qtbot)
    QTest.keyClicks(form.line, "Ada")
    with qtbot.waitSignal(form.button.clicked):
        QTest.keyClick(form.line, Qt.Key.Key_Return)


def test_enter_does_not_send_a_wrong_form(qtbot: QtBot) -> None:
    form = NameForm(qtbot)
    with qtbot.assertNotEmitted(form.button.clicked):
        QTest.keyClick(form.line, Qt.Key.Key_Return)


def test_a_busy_form_is_not_sent_twice(qtbot: QtBot) -> None:
    form = NameForm(qtbot)
    QTest.keyClicks(form.line, "Ada")
    form.form.set_busy(True)
    assert not form.button.isEnabled()


def test_a_label_names_its_control(qtbot: QtBot) -> None:
    assert NameForm(qtbot).line.accessibleName() == "Name"
