"""What was answered is retrieved, here or elsewhere; what came and what did not, and which leg of a move broke."""

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.retrieves import RetrieveKind
from pacsdesk.contract.types import AETitle, QueryLevel
from pacsdesk.desktop.panels.query.panel import QUERY, RETRIEVALS, QueryPanel
from pacsdesk.desktop.panels.query.retrieval_list import ARRIVED, STATE, TO
from pacsdesk.desktop.panels.query.retrieval_view import LEDGER
from tests.desktop.panels.query.conftest import ask
from tests.desktop.shell.pages import press
from tests.support.demo_queries import demo_ledger, demo_unfolded, failed_move, partial_move, study_rows
from tests.support.fake_retrieves import FakeRetrieves
from tests.support.fake_services import FakeSite


def retrieves_of(site: FakeSite) -> FakeRetrieves:
    return cast(FakeRetrieves, site.services.retrieves)


def retrieve(panel: QueryPanel, qtbot: QtBot, number: int = 1) -> None:
    """Ask, and retrieve the first answers."""
    before = len(panel.retrievals.all())
    panel.pages.choose(QUERY)
    ask(panel, qtbot)
    table = panel.query.table.table
    table.clearSelection()
    selection = table.selectionModel()
    for row in range(number):
        selection.select(table.model().index(row, 0), selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
    panel.query.actions_of_query.retrieve.trigger()
    qtbot.waitUntil(lambda: len(panel.retrievals.all()) > before)


def cells(panel: QueryPanel, column: int) -> list[str]:
    model = panel.fetched.model
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def test_chosen_answers_come_here_in_one_order(panel: QueryPanel, qtbot: QtBot) -> None:
    retrieve(panel, qtbot, 2)
    assert panel.pages.number == RETRIEVALS
    order = panel.retrievals.all()[0].outcome.order
    assert (order.kind, order.level, order.destination) == (RetrieveKind.MOVE, QueryLevel.STUDY, None)
    assert order.keys[-1].value == "\\".join(row[-1] for row in study_rows(2))
    assert cells(panel, STATE) == ["Complete"]


def test_what_has_ended_is_not_said_to_run(panel: QueryPanel, qtbot: QtBot) -> None:
    retrieve(panel, qtbot)
    over, view = panel.retrievals.all()[0], panel.fetched.view
    view.show_retrieval(replace(over, outcome=replace(over.outcome, is_over=False)))
    assert view.findings.words().startswith("It runs.")
    view.show_retrieval(over)
    assert view.findings.words() == "There is nothing to find fault with."


@pytest.mark.thorough
def test_it_is_fetched_on_our_association(panel: QueryPanel, qtbot: QtBot) -> None:
    ask(panel, qtbot)
    panel.query.actions_of_query.get.trigger()
    qtbot.waitUntil(lambda: cells(panel, TO) == ["Here, C-GET"])


def test_it_is_sent_to_another_by_any_title(panel: QueryPanel, qtbot: QtBot) -> None:
    ask(panel, qtbot)
    panel.query.actions_of_query.send.trigger()
    bar = panel.query.ordering.bar
    bar.title.setCurrentText("WRONG\\TITLE")
    press(bar, "Send")
    assert bar.isVisible()
    bar.title.setCurrentText("NOWHERE")
    press(bar, "Send")
    qtbot.waitUntil(lambda: len(panel.retrievals.all()) == 1)
    assert panel.retrievals.all()[0].outcome.order.destination == AETitle("NOWHERE")


def test_a_failed_move_is_taken_apart(panel: QueryPanel, site: FakeSite, qtbot: QtBot) -> None:
    service = retrieves_of(site)
    service.next_outcome, service.unfolded = failed_move(), demo_unfolded()
    retrieve(panel, qtbot)
    view = panel.fetched.view
    assert (cells(panel, STATE), len(view.findings.cards)) == (["Failed"], 1)
    press(view, "Unfold")
    qtbot.waitUntil(lambda: view.legs is not None)
    assert view.legs is not None
    texts = [one.text() for one in view.legs.findChildren(QLabel)]
    assert ("Broken" in texts, "Unknown" in texts, view.legs.verdict.text()) == (True, True, demo_unfolded().verdict)
    assert view.findings.cards == ()  # what was found stands at its leg now


def test_the_ledger_tells_what_did_not_land_and_that_is_fetched(
    panel: QueryPanel, site: FakeSite, qtbot: QtBot
) -> None:
    service = retrieves_of(site)
    service.next_outcome, service.lines = partial_move(), demo_ledger()
    retrieve(panel, qtbot)
    view = panel.fetched.view
    assert (cells(panel, STATE), cells(panel, ARRIVED)) == (["In part"], ["2 / 3"])
    view.switch.setCurrentIndex(LEDGER)
    model = view.ledger.table.model()
    qtbot.waitUntil(lambda: model.rowCount() == 3)
    assert [str(model.index(row, 1).data()) for row in range(3)] == ["Stored", "Was here before", "Missing"]
    view.only_missing.setChecked(True)
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    first = panel.retrievals.all()[0].job_id
    press(view, "Fetch what is missing")
    qtbot.waitUntil(lambda: len(panel.retrievals.all()) == 2)
    assert panel.retrievals.all()[0].outcome.resumes == first


@pytest.mark.thorough
def test_one_that_runs_is_followed_to_its_end(panel: QueryPanel, site: FakeSite, qtbot: QtBot) -> None:
    service = retrieves_of(site)
    service.running = True
    retrieve(panel, qtbot)
    assert (cells(panel, STATE), panel.pages.switch.tabText(RETRIEVALS)) == (["Running"], "Retrievals 1")
    service.running = False
    qtbot.waitUntil(lambda: cells(panel, STATE) == ["Complete"])
    assert panel.pages.switch.tabText(RETRIEVALS) == "Retrievals"


@pytest.mark.thorough
def test_one_that_the_engine_forgot_is_said_to_be_lost(panel: QueryPanel, site: FakeSite, qtbot: QtBot) -> None:
    service = retrieves_of(site)
    service.running = True
    retrieve(panel, qtbot)
    site.fail["retrieves.get"] = NotFound("There is nothing of such a retrieval.")
    qtbot.waitUntil(lambda: cells(panel, STATE) == ["Lost sight of"])


@pytest.mark.thorough
def test_one_that_runs_is_stopped_by_its_job(panel: QueryPanel, site: FakeSite, qtbot: QtBot) -> None:
    retrieves_of(site).running = True
    retrieve(panel, qtbot)
    press(panel.fetched.view, "Stop")
    qtbot.waitUntil(lambda: site.calls["jobs.cancel"] == 1)
