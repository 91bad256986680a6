"""The views of the bench's panels, and of those that show what others ask of us, one after the other."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import cast

from pacsdesk.desktop.panels.associations.panel import LOG, PAST, AssociationsPanel
from pacsdesk.desktop.panels.commitments.panel import CommitmentsPanel
from pacsdesk.desktop.panels.peers.panel import GRID, IMPORT, OVER_TIME, PEERS, REFUSED, TITLES, PeersPanel
from pacsdesk.desktop.panels.query.panel import QUERY, RETRIEVALS, QueryPanel
from pacsdesk.desktop.panels.query.query_form import IDENTIFIER, KEYS, OPTIONS
from pacsdesk.desktop.panels.query.retrieval_view import LEDGER, RESULT
from pacsdesk.desktop.shell.workspace import Workspace
from tests.support.demo_peers import demo_peers, demo_runs
from tests.support.demo_queries import (
    ARCHIVE,
    answers,
    demo_ledger,
    demo_unfolded,
    failed_move,
    partial_move,
    refused,
    series_answers,
    study_rows,
)
from tests.support.fake_retrieves import FakeRetrieves
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW


def views_of_query(workspace: Workspace, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    """Each state of the Query panel."""
    panel = workspace.stack.show_panel("query")
    assert isinstance(panel, QueryPanel)
    page = panel.query
    settle()
    yield "query-not-asked"
    for number, name in ((IDENTIFIER, "query-identifier"), (OPTIONS, "query-options")):
        page.form.switch.setCurrentIndex(number)
        yield name
    page.form.switch.setCurrentIndex(KEYS)
    if not site.query_outcomes:
        panel.pages.choose(RETRIEVALS)
        yield "query-no-retrieval"
        panel.pages.choose(QUERY)
        return
    page.form.keys.fields["PatientName"].edit.setText("DOE^J*")
    yield from _answers(panel, site, settle)
    yield from _why(panel, site, settle)
    yield from _retrievals(panel, site, settle)


def _answers(panel: QueryPanel, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    page = panel.query
    page.ask()
    settle()
    yield "query"
    page.actions_of_query.send.trigger()
    yield "query-send"
    page.ordering.bar.leave()
    page.naming.ask()
    yield "query-naming"
    page.naming.leave()
    site.query_outcomes[ARCHIVE] = series_answers()
    page.go_below()
    settle()
    yield "query-series"
    page.go_back(0)
    panel.search.search_for("nowhere")
    yield "query-filtered"
    panel.search.search_for("")


def _why(panel: QueryPanel, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    page = panel.query
    for name, outcome in (("query-refused", refused()), ("query-nothing", answers(()))):
        site.query_outcomes[ARCHIVE] = outcome
        page.ask()
        settle()
        yield name
    page.actions_of_query.why.trigger()
    settle()
    yield "query-plan"
    page.answers.why.run_button.click()
    settle()
    yield "query-why"
    site.query_outcomes[ARCHIVE] = answers(study_rows())
    page.ask()
    settle()


def _retrievals(panel: QueryPanel, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    service = cast(FakeRetrieves, site.services.retrieves)
    service.lines, service.unfolded = demo_ledger(), demo_unfolded()
    service.next_outcome = failed_move()
    panel.query.actions_of_query.retrieve.trigger()
    settle()
    panel.fetched.view.unfold_button.click()
    settle()
    yield "query-unfolded"
    service.next_outcome = partial_move()
    panel.query.actions_of_query.retrieve.trigger()
    settle()
    panel.fetched.view.switch.setCurrentIndex(LEDGER)
    settle()
    yield "query-ledger"
    panel.fetched.view.switch.setCurrentIndex(RESULT)
    panel.pages.choose(QUERY)


def views_of_commitments(workspace: Workspace, settle: Callable[[], None]) -> Iterator[str]:
    """Each state of the Commitments panel."""
    panel = workspace.stack.show_panel("commitments")
    assert isinstance(panel, CommitmentsPanel)
    settle()
    yield "commitments-none-chosen"
    model, table = panel.list.table.model(), panel.list.table
    for name, row in (("commitments-all-safe", 2), ("commitments", 3)):
        if model.rowCount():
            table.setCurrentIndex(model.index(row, 0))
            settle()
            yield name


def views_of_associations(workspace: Workspace, settle: Callable[[], None]) -> Iterator[str]:
    """Each state of the Associations panel."""
    panel = workspace.stack.show_panel("associations")
    assert isinstance(panel, AssociationsPanel)
    settle()
    yield "associations-none-chosen"
    if panel.live.model.records:
        panel.live.table.setCurrentIndex(panel.live.model.index(1, 0))
        settle()
        yield "associations-live"
        panel.live.end.trigger()
        yield "associations-end"
        panel.live.question.leave()
    panel.pages.choose(1)
    settle()
    for name, row in (("associations", 2), ("associations-refused", 1), ("associations-broken", 6)):
        model = panel.past.list.table.model()
        if model.rowCount():
            panel.past.list.table.setCurrentIndex(model.index(row, 0))
            settle()
            yield name
    yield from _leaving(panel, settle)
    panel.search.search_for("nowhere")
    settle()
    yield "associations-filtered"
    panel.search.search_for("")
    panel.pages.choose(0)


def _leaving(panel: AssociationsPanel, settle: Callable[[], None]) -> Iterator[str]:
    panel.pages.choose(LOG)
    yield "associations-no-log"
    if not panel.past.list.table.model().rowCount():
        return
    panel.log.read(Path("storescu.log"))
    settle()
    yield "associations-log"
    panel.pages.choose(PAST)
    panel.pack.trigger()
    settle()
    yield "associations-pack"
    panel.evidence.back.click()


def views_of_peers(workspace: Workspace, settle: Callable[[], None]) -> Iterator[str]:
    """Each state of the Peers panel."""
    panel = workspace.stack.show_panel("peers")
    assert isinstance(panel, PeersPanel)
    page = panel.peers
    settle()
    yield "peers-none-chosen"
    page.actions_of_peers.add.trigger()
    settle()
    yield "peers-form"
    page.form.left.emit()
    for name, row in (("peers-not-tried", 0), ("peers-sends-only", 1), ("peers-works", 0), ("peers", 2)):
        if page.rows():
            page.list.table.setCurrentIndex(page.list.table.model().index(row, 0))
            if name in ("peers-works", "peers"):
                page.actions_of_peers.connect_now.trigger()
            settle()
            yield name
    if page.rows():
        page.show_peer("Archive 1")
        page.view.switch.setCurrentIndex(1)
        settle()
        yield "peers-negotiated"
        page.view.switch.setCurrentIndex(2)
        settle()
        yield "peers-entry"
        page.view.switch.setCurrentIndex(3)
        settle()
        yield "peers-history"
        page.view.switch.setCurrentIndex(0)
    yield from _peers_over_time(panel, settle, partial(_dismiss, workspace))
    _dismiss(workspace)
    panel.pages.choose(REFUSED)
    settle()
    yield "peers-refused"
    panel.pages.choose(TITLES)
    settle()
    yield "peers-titles"
    page.registry.history.trigger()
    settle()
    yield "peers-changes"
    panel.importing.show_file(Path(__file__))
    panel.pages.choose(IMPORT)
    settle()
    yield "peers-import"
    panel.pages.choose(0)


def _dismiss(workspace: Workspace) -> None:
    """Away with all notices."""
    while workspace.notice_area.dismiss_newest():
        pass


def _peers_over_time(panel: PeersPanel, settle: Callable[[], None], dismiss: Callable[[], None]) -> Iterator[str]:
    panel.pages.choose(OVER_TIME)
    yield "peers-nothing-repeated"
    panel.pages.choose(GRID)
    yield "peers-grid-not-begun"
    if not panel.peers.rows():
        return
    panel.grid.connect_all.trigger()
    settle()
    yield "peers-grid"
    panel.repeats.clock = lambda: NOW
    for name, run in demo_runs():
        panel.repeats.record(name, run)
    dismiss()
    panel.repeats.start([peer.name for peer in demo_peers() if peer.can_be_called], timedelta(minutes=5))
    settle()
    yield "peers-grid-repeated"
    panel.pages.choose(OVER_TIME)
    settle()
    yield "peers-over-time"
    panel.over_time.switch.setCurrentIndex(1)
    yield "peers-runs"
    panel.over_time.switch.setCurrentIndex(0)
    panel.pages.choose(PEERS)
    panel.peers.show_peer("MR room 2")
    settle()
    yield "peers-repeated"
    panel.over_time.end()
    settle()
