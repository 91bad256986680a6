"""The views of the Trace and relay panel, one after the other, and that of the exercises of a classroom."""

from collections.abc import Callable, Iterable, Iterator

from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.records.relays import Relay, Sink
from pacsdesk.desktop.panels.exercises.panel import ExercisesPanel
from pacsdesk.desktop.panels.relay.listen_page import ListenPage
from pacsdesk.desktop.panels.relay.panel import RelayPanel
from pacsdesk.desktop.shell.workspace import Workspace
from tests.support.demo_traces import add_demo_trace, demo_seen
from tests.support.fake_relays import FakeRelays, FakeSinks
from tests.support.fake_services import FakeSite

_PDU_OF_A_DATASET = 4

Seen = dict[str, list[AssociationDetail]]


def views_of_relay(workspace: Workspace, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    """Each page, empty and in use."""
    panel = workspace.stack.show_panel("relay")
    assert isinstance(panel, RelayPanel)
    settle()
    yield "relay-no-traces"
    if not site.peers:
        return
    add_demo_trace(site)
    panel.refresh()
    settle()
    panel.traces.list.table.setCurrentIndex(panel.traces.list.table.model().index(0, 0))
    settle()
    lines = panel.traces.reading.pdus.table
    lines.setCurrentIndex(lines.model().index(_PDU_OF_A_DATASET, 0))
    settle()
    yield "relay-trace"
    yield from _listening(panel, site, settle)
    panel.pages.choose(0)


def _listening(panel: RelayPanel, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    relays, sinks = site.services.relays, site.services.sinks
    assert isinstance(relays, FakeRelays)
    assert isinstance(sinks, FakeSinks)
    assert panel.relays is not None
    assert panel.sinks is not None
    site.past_associations.extend(demo_seen())
    pages: tuple[tuple[str, int, ListenPage[Relay] | ListenPage[Sink], Iterable[str], Seen], ...] = (
        ("relay", 1, panel.relays, relays.relays, relays.seen),
        ("relay-sink", 2, panel.sinks, sinks.sinks, sinks.seen),
    )
    for name, number, page, ids, seen in pages:
        panel.pages.choose(number)
        settle()
        yield f"{name}-none"
        page.bar.start.click()
        settle()
        (started,) = ids
        seen[started] = demo_seen()
        page.refresh()
        settle()
        page.list.table.setCurrentIndex(page.list.table.model().index(0, 0))
        settle()
        page.seen.table.setCurrentIndex(page.seen.table.model().index(1, 0))
        settle()
        yield name


def views_of_exercises(workspace: Workspace, settle: Callable[[], None]) -> Iterator[str]:
    """One that runs, its cause shown."""
    panel = workspace.stack.show_panel("exercises")
    assert isinstance(panel, ExercisesPanel)
    settle()
    panel.list.table.setCurrentIndex(panel.list.table.model().index(1, 0))
    panel.start.trigger()
    settle()
    panel.reveal.trigger()
    settle()
    yield "exercises"
