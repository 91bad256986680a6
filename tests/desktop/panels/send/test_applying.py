"""What the finding about a plan proposes: applied, it is planned again, and nothing is sent."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from pacsdesk.contract.types import StudyInstanceUID
from pacsdesk.desktop.panel import Destination
from tests.desktop.panels.send.conftest import Open, sends_of
from tests.support.demo_proposals import PROPOSED_PORT, apply_proposal, finding_with_proposal, shows_findings
from tests.support.demo_sends import demo_plan
from tests.support.fake_services import FakeSite


def test_what_stood_in_the_way_is_mended_and_planned_again(opened: Open, site: FakeSite, qtbot: QtBot) -> None:
    panel, _ = opened(site)
    found = finding_with_proposal(site.peers[0])
    sends_of(site).next_plan = replace(demo_plan(), problem="the connection was refused", findings=(found,))
    panel.show_destination(Destination("send", study_instance_uids=(StudyInstanceUID("1.2.3"),)))
    qtbot.waitUntil(lambda: shows_findings(panel.page.findings))
    assert not panel.page.send.isEnabled()
    sends_of(site).next_plan = demo_plan()
    apply_proposal(panel.page.findings)
    qtbot.waitUntil(panel.page.send.isEnabled)
    (entry,) = [peer for peer in site.peers if peer.name == "Archive"]
    assert (entry.port, site.calls["sends.start"]) == (PROPOSED_PORT, 0)
