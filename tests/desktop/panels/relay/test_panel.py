"""A person records a trace, reads it field by field, and runs a relay and a sink."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pacsdesk.contract.permissions import Permission
from pacsdesk.desktop.panels.relay.panel import RelayPanel
from tests.desktop.panels.relay.conftest import Open
from tests.support.demo_traces import demo_seen
from tests.support.fake_relays import FakeRelays
from tests.support.fake_services import FakeSite


def texts(panel: RelayPanel) -> list[str]:
    """What the lines of the trace say."""
    model = panel.traces.reading.pdus.table.model()
    return [str(model.index(row, model.columnCount() - 1).data()) for row in range(model.rowCount())]


@pytest.fixture
def reading(qtbot: QtBot, opened: Open, site: FakeSite) -> RelayPanel:
    """The panel with its trace chosen."""
    panel = opened(site)
    table = panel.traces.list.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.waitUntil(lambda: len(texts(panel)) == 10)
    return panel


def test_a_trace_begins_with_patient_data_replaced(qtbot: QtBot, opened: Open, site: FakeSite) -> None:
    panel = opened(site)
    panel.traces.whom.setEditText("CT 1")
    panel.traces.start.click()
    qtbot.waitUntil(lambda: panel.traces.list.table.model().rowCount() == 2)
    assert (site.calls["traces.start"], site.calls["traces.start_unmasked"]) == (2, 0)


def test_an_address_is_traced_unmasked_when_that_is_chosen(qtbot: QtBot, opened: Open, site: FakeSite) -> None:
    panel = opened(site)
    panel.traces.whom.setEditText("192.0.2.9")
    panel.traces.keeps_patients.setChecked(True)
    panel.traces.start.click()
    qtbot.waitUntil(lambda: site.calls["traces.start_unmasked"] == 1)
    assert "192.0.2.9" in [one.of for one in site.services.traces.list()]


def test_a_pdu_is_read_as_fields_and_bytes(qtbot: QtBot, reading: RelayPanel) -> None:
    view = reading.traces.reading
    view.pdus.table.setCurrentIndex(view.pdus.table.model().index(4, 0))
    qtbot.waitUntil(lambda: view.fields.rowCount() == 3)
    value = view.fields.index(2, 0)
    name = view.fields.index(2, 0, value)
    assert view.fields.rowCount(value) == 3
    assert view.fields.parent(name) == value
    assert view.hex.toPlainText().startswith("00000000  00 01 02 03")
    view.tree.setCurrentIndex(name)
    marked = view.hex.extraSelections()
    assert len(marked) == 3  # 28 bytes from 46 on are on three lines of sixteen
    assert "replaced" in str(view.fields.index(2, 1, value).data())


def test_words_narrow_the_lines(qtbot: QtBot, reading: RelayPanel) -> None:
    reading.traces.reading.words.setText("c-store-rsp")
    qtbot.waitUntil(lambda: len(texts(reading)) == 1)
    assert "0000 success" in texts(reading)[0]


def test_a_trace_is_opened_from_a_file_and_removed(
    qtbot: QtBot, reading: RelayPanel, site: FakeSite, tmp_path: Path
) -> None:
    saved = tmp_path / "saved.jsonl"
    saved.write_bytes(b"{}")
    reading.traces.open_file(saved)
    qtbot.waitUntil(lambda: len(site.uploads) == 1)
    assert site.uploads[0][0].startswith("uploads/traces/")
    reading.traces.remove.trigger()
    qtbot.waitUntil(lambda: site.services.traces.list() == ())


def test_a_relay_begins_shows_what_passed_and_stops(qtbot: QtBot, opened: Open, site: FakeSite) -> None:
    panel = opened(site)
    assert panel.relays is not None
    panel.pages.choose(1)
    page = panel.relays
    assert [page.bar.peer.itemText(number) for number in range(page.bar.peer.count())] == ["PACS"]
    page.bar.port.setValue(11114)
    page.bar.start.click()
    table = page.list.table
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)
    (relay,) = site.services.relays.list()
    assert (relay.listening.host, relay.listening.port) == ("127.0.0.1", 11114)
    assert isinstance(site.services.relays, FakeRelays)
    site.services.relays.seen[relay.relay_id] = demo_seen()
    site.past_associations.extend(demo_seen())
    table.setCurrentIndex(table.model().index(0, 0))
    qtbot.waitUntil(lambda: page.seen.table.model().rowCount() == 2)
    page.seen.table.setCurrentIndex(page.seen.table.model().index(1, 0))
    qtbot.waitUntil(lambda: "1.2.840.10008.5.1.4.1.1.2" in page.text.toPlainText())
    assert "✓ Explicit VR Little Endian (1.2.840.10008.1.2.1)" in page.text.toPlainText()
    page.seen.table.setCurrentIndex(page.seen.table.model().index(0, 0))
    qtbot.waitUntil(lambda: "PACS turned CT01 away: it does not know the AE title CT01" in page.text.toPlainText())
    page.stop.trigger()
    qtbot.waitUntil(lambda: not site.services.relays.list()[0].listening.is_running)


def test_a_sink_on_the_whole_network_is_the_persons_word(qtbot: QtBot, opened: Open, site: FakeSite) -> None:
    panel = opened(site)
    assert panel.sinks is not None
    panel.pages.choose(2)
    panel.sinks.bar.reach.setCurrentIndex(1)
    panel.sinks.bar.start.click()
    qtbot.waitUntil(lambda: len(site.services.sinks.list()) == 1)
    assert site.services.sinks.list()[0].listening.host == "0.0.0.0"


def test_who_may_only_look_is_offered_nothing_else(opened: Open, site: FakeSite) -> None:
    site.permissions = (Permission.TRACE_VIEW, Permission.PEER_VIEW)
    panel = opened(site)
    assert panel.relays is None
    assert not panel.traces.start.isVisible()
