"""What a finding proposes: what would change is shown first, applied it is tested again, and it can be taken back."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from pacsdesk.contract.errors import Unavailable
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.proposals import PeerChange, Proposal, ProposalKind
from pacsdesk.contract.records.registry import FieldChange
from pacsdesk.desktop.kit.proposal_view import ProposalView
from pacsdesk.desktop.panels.peers.panel import PeersPanel
from tests.desktop.panels.peers.conftest import MR, Open, WaitingBench, choose, results
from tests.desktop.shell.pages import button, press
from tests.support.demo_peers import MR as MR_ENTRY
from tests.support.demo_peers import works
from tests.support.fake_services import FakeSite

MENDED = replace(MR_ENTRY, port=4242)
PROPOSAL = Proposal(
    ProposalKind.PEER,
    MR_ENTRY.name,
    "Call MR room 2 at port 4242: Beside is entered with it for the same host.",
    (FieldChange("port", "11112", "4242"),),
    PeerChange(MR_ENTRY, MENDED),
)


@pytest.fixture
def site(site: FakeSite) -> FakeSite:
    """The finding about one peer proposes another port."""
    outcome = site.outcomes[MR_ENTRY.name]
    finding = replace(outcome.findings[0], proposals=(PROPOSAL,))
    site.outcomes[MR_ENTRY.name] = replace(outcome, findings=(finding,))
    return site


def entry(site: FakeSite) -> Peer:
    return next(peer for peer in site.peers if peer.name == MR_ENTRY.name)


def proposed(panel: PeersPanel, qtbot: QtBot) -> ProposalView:
    """What is proposed for the peer, once it was tested."""
    choose(panel, MR)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: [card.isVisible() for card in panel.peers.view.result.cards()] == [True])
    return panel.peers.view.result.cards()[0].proposals[0]


def test_what_would_change_is_shown_before_anything_does(
    opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    view = proposed(panel, qtbot)
    press(view, "Apply\u2026")
    words = [label.text() for label in view.findChildren(QLabel) if label.isVisible()]
    assert words == [PROPOSAL.text, "Port", "11112", "\u2192", "4242"]
    assert entry(site) == MR_ENTRY
    press(view, "Not now")
    assert (button(view, "Apply\u2026").isVisible(), entry(site)) == (True, MR_ENTRY)


def test_what_is_applied_is_tested_again_and_green(
    opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot
) -> None:
    panel, _ = opened(site)
    view = proposed(panel, qtbot)
    site.outcomes[MR_ENTRY.name] = works(MENDED)
    press(view, "Apply\u2026")
    press(view, "Apply this change")
    qtbot.waitUntil(lambda: results(panel)[MR] == "Works")
    assert (entry(site), site.reasons[-1], len(bench.orders)) == (MENDED, "proposed for connection-refused", 2)


def test_what_was_applied_is_taken_back(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, workspace = opened(site)
    view = proposed(panel, qtbot)
    press(view, "Apply\u2026")
    press(view, "Apply this change")
    qtbot.waitUntil(lambda: entry(site) == MENDED and len(bench.orders) == 2)
    press(workspace, "Undo")
    qtbot.waitUntil(lambda: entry(site) == MR_ENTRY and len(bench.orders) == 3)


def test_an_entry_that_changed_meanwhile_stays(opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot) -> None:
    panel, workspace = opened(site)
    view = proposed(panel, qtbot)
    changed = replace(MR_ENTRY, notes="moved")
    site.peers[site.peers.index(MR_ENTRY)] = changed
    press(view, "Apply\u2026")
    press(view, "Apply this change")
    qtbot.waitUntil(lambda: len(workspace.notice_area.bars()) == 1)
    assert (entry(site), view.apply_button.isEnabled()) == (changed, True)


def test_a_lost_engine_is_told_and_the_change_can_be_applied_later(
    opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot
) -> None:
    panel, workspace = opened(site)
    view = proposed(panel, qtbot)
    site.fail["peers.get"] = Unavailable("The engine is gone.")
    press(view, "Apply\u2026")
    press(view, "Apply this change")
    qtbot.waitUntil(lambda: len(workspace.notice_area.bars()) == 1)
    press(view, "Apply this change")
    qtbot.waitUntil(lambda: entry(site) == MENDED)


def test_who_may_not_change_entries_is_shown_no_change(
    opened: Open, site: FakeSite, bench: WaitingBench, qtbot: QtBot
) -> None:
    site.permissions = (Permission.PEER_VIEW, Permission.PEER_PROBE)
    panel, _ = opened(site)
    choose(panel, MR)
    press(panel.peers.view, "Connect")
    qtbot.waitUntil(lambda: [card.isVisible() for card in panel.peers.view.result.cards()] == [True])
    assert panel.peers.view.result.cards()[0].proposals == ()
