"""Dates in the fields of keys: typed as people do, asked as DICOM has them; as text nothing is put right."""

import pytest
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.panels.query.panel import QueryPanel
from tests.desktop.panels.query.conftest import WaitingQueries, ask, edit_of, type_over


def asked(queries: WaitingQueries, name: str) -> str:
    return {key.name: key.value for key in queries.last.keys}[name]


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2026-11-24", "20261124"),
        ("24.11.2026", "20261124"),
        ("2026-11-01..2026-11-24", "20261101-20261124"),
        ("1.11.2026 -", "20261101-"),
    ],
)
def test_a_date_is_asked_as_dicom_has_it_and_says_so(
    panel: QueryPanel, queries: WaitingQueries, qtbot: QtBot, typed: str, value: str
) -> None:
    type_over(edit_of(panel, "StudyDate"), typed)
    field = panel.query.form.keys.fields["StudyDate"]
    assert field.help_words() == f"Asked as {value}"
    assert f"StudyDate={value}" in panel.query.form.identifier.text_edit.toPlainText()
    ask(panel, qtbot)
    assert asked(queries, "StudyDate") == value
    assert edit_of(panel, "StudyDate").text() == typed


def test_in_the_identifier_a_date_stays_as_it_is_written(
    panel: QueryPanel, queries: WaitingQueries, qtbot: QtBot
) -> None:
    form = panel.query.form
    type_over(edit_of(panel, "StudyDate"), "2026-11-24")
    form.identifier.text_edit.setPlainText("StudyDate=2026-11-24")
    field = form.keys.fields["StudyDate"]
    assert field.help_words() == "Dates are eight digits, year first. Write 20261124."
    ask(panel, qtbot)
    assert asked(queries, "StudyDate") == "2026-11-24"
    type_over(edit_of(panel, "PatientID"), "4711")
    ask(panel, qtbot)
    assert asked(queries, "StudyDate") == "2026-11-24"


def test_what_is_no_date_is_asked_as_it_stands(panel: QueryPanel, queries: WaitingQueries, qtbot: QtBot) -> None:
    type_over(edit_of(panel, "StudyDate"), "2026-02-30")
    assert panel.query.form.keys.fields["StudyDate"].help_words().startswith("Neither a day nor a range")
    ask(panel, qtbot)
    assert asked(queries, "StudyDate") == "2026-02-30"
