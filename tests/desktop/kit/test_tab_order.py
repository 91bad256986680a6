"""Tab goes through what is made late where it stands, not at the window's end."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.desktop.kit.findings_column import FindingsColumn
from pacsdesk.desktop.kit.tab_order import follow_in_order


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A line and a button below it."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(QLineEdit())
    column.addWidget(QPushButton("Behind"))
    return page


def stops_of(page: QWidget) -> list[str]:
    found, widget = list[str](), page.nextInFocusChain()
    while widget is not None and widget is not page:
        if isinstance(widget, QPushButton):
            found.append(widget.text())
        widget = widget.nextInFocusChain()
    return found


def test_newcomers_follow_what_they_belong_to(page: QWidget) -> None:
    box = QWidget(page)
    column = QVBoxLayout(box)
    for text in ("First", "Second"):
        column.addWidget(QPushButton(text))
    assert stops_of(page) == ["Behind", "First", "Second"]
    line = page.findChild(QLineEdit)
    assert line is not None
    follow_in_order(line, (box,))
    assert stops_of(page) == ["First", "Second", "Behind"]


def test_buttons_of_findings_come_before_what_stands_below(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column, findings = QVBoxLayout(page), FindingsColumn(may_change=True)
    column.addWidget(findings)
    column.addWidget(QPushButton("Behind"))
    refused = Finding(FindingCode.CONNECTION_REFUSED, Severity.FAULT, "No program listens.", Confidence.CERTAIN, (), ())
    findings.say("", "", (refused,))
    assert stops_of(page) == ["Change the entry", "Behind"]
