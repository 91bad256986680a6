"""What was asked and answered leaves as an evidence pack, with a picture that was drawn anew of what was replaced."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pacsdesk.desktop.kit import evidence_pictures
from pacsdesk.desktop.kit.off_screen import picture_of
from pacsdesk.desktop.panels.query.panel import PACK, QUERY, QueryPanel
from tests.desktop.panels.query.conftest import Open, WaitingQueries
from tests.support.demo_queries import STUDIES, study_rows
from tests.support.fake_services import FakeSite
from tests.support.shown_texts import texts_of


def values_of_patients() -> tuple[str, ...]:
    """As the peer wrote them, names in parts and whole, days also as they are shown."""
    parts = (part for row in STUDIES for part in row[0].replace("^", " ").replace("=", " ").split())
    days = (f"{row[2][:4]}-{row[2][4:6]}-{row[2][6:]}" for row in STUDIES)
    values = (*parts, *days, *(row[number] for row in study_rows() for number in (0, 1, 2, 5, 6, 8)))
    return tuple(value.casefold() for value in values if len(value) > 2)


def packed(panel: QueryPanel, qtbot: QtBot) -> None:
    """The pack of what was answered shows."""
    panel.query.form.choose_peer("Archive 1")
    panel.query.form.keys.fields["PatientName"].edit.setText("DOE*")
    panel.query.ask()
    qtbot.waitUntil(panel.query.answers.pack_button.isVisible)
    panel.query.answers.pack_button.click()
    qtbot.waitUntil(panel.evidence.save.isEnabled)
    assert panel.pages.number == PACK


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The texts of each page that a picture is taken of."""
    seen: list[tuple[str, ...]] = []

    def watched(page: QWidget) -> QPixmap:
        seen.append(texts_of(page))
        return picture_of(page)

    monkeypatch.setattr(evidence_pictures, "picture_of", watched)
    return seen


def test_no_value_of_a_patient_is_on_the_page_that_a_picture_is_taken_of(
    opened: Open, site: FakeSite, queries: WaitingQueries, drawn: list[tuple[str, ...]], qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    packed(panel, qtbot)
    on_screen = "\n".join(texts_of(panel.query)).casefold()
    assert all(value in on_screen for value in ("doe", "4711", "thorax", "2026-11-24"))
    panel.evidence.add_picture.click()
    qtbot.waitUntil(panel.evidence.shown_picture.isVisible)
    (texts,) = drawn
    said = "\n".join(texts).casefold()
    assert [value for value in values_of_patients() if value in said] == []
    assert all(token in texts for token in ("NAME001, NAME002", "ID001", "2026-10-15", "(removed)"))
    assert not panel.evidence.shown_picture.pixmap().isNull()


def test_a_picture_is_in_the_preview_and_can_be_left_out(
    opened: Open, site: FakeSite, queries: WaitingQueries, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    packed(panel, qtbot)
    view = panel.evidence
    view.files.item(1).setCheckState(Qt.CheckState.Unchecked)
    taken_out = view.left_out()
    view.add_picture.click()
    qtbot.waitUntil(view.shown_picture.isVisible)
    assert view.files.currentItem().text().startswith("picture-01.png")
    assert view.left_out() == taken_out
    assert not view.add_picture.isEnabled()
    (path, name, file) = site.uploads[-1]
    assert (path, name) == ("uploads/evidence-pictures/pictures-1", "panel.png")
    assert not Path(file).exists()
    view.files.currentItem().setCheckState(Qt.CheckState.Unchecked)
    assert view.left_out()[-1] == "picture-01.png"
    view.back.click()
    assert panel.pages.number == QUERY


def test_another_choice_of_what_is_replaced_takes_the_picture_anew(
    opened: Open, site: FakeSite, queries: WaitingQueries, drawn: list[tuple[str, ...]], qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    packed(panel, qtbot)
    panel.evidence.add_picture.click()
    qtbot.waitUntil(panel.evidence.shown_picture.isVisible)
    panel.evidence.keep_uids.click()
    qtbot.waitUntil(lambda: len(drawn) == 2 and panel.evidence.save.isEnabled())
    uid = study_rows()[0][-1]
    assert [any(uid in text for text in texts) for texts in drawn] == [False, True]
