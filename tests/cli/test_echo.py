"""`pacsdesk echo`: steps, then what is wrong; an exit code for scripts."""

import json
from dataclasses import replace
from datetime import UTC, datetime

from pacsdesk.cli.command import Exit
from pacsdesk.contract.records.findings import Confidence, Finding, FindingCode, Severity
from pacsdesk.contract.records.jobs import Job, JobResult, JobState, Lane
from pacsdesk.contract.records.peers import Peer
from pacsdesk.contract.records.probes import ProbeOutcome, ProbeState, ProbeStep, StepOutcome
from pacsdesk.contract.records.proposals import PeerChange, Proposal, ProposalKind
from pacsdesk.contract.records.registry import FieldChange
from pacsdesk.contract.types import AETitle, JobId
from tests.cli.asking import Ask
from tests.support.fake_services import FakeSite
from tests.support.fake_state import NOW

WELL = ProbeOutcome(
    peer="CT 1",
    ae_title=AETitle("CT01"),
    host="192.0.2.10",
    port=104,
    calling_ae_title=AETitle("PACSDESK"),
    at=datetime(2026, 1, 1, tzinfo=UTC),
    steps=tuple(StepOutcome(step, ProbeState.DONE, 1.5, "seen") for step in ProbeStep),
)
FAULT = Finding(
    FindingCode.CONNECTION_REFUSED,
    Severity.FAULT,
    "CT 1 refused the connection.",
    Confidence.CERTAIN,
    ("It was refused at once.",),
    ("Start it.", "Compare the port."),
    "Try it there.",
)


def test_a_well_peer_is_told_step_by_step(site: FakeSite, ask: Ask) -> None:
    site.outcomes["CT 1"] = WELL
    said = ask("echo", "CT 1")
    assert said.exit_code == Exit.DONE
    assert all(step in said.output for step in ProbeStep)
    assert "Nothing is wrong with it." in said.output


def test_a_fault_is_told_with_what_to_do_and_fails(site: FakeSite, ask: Ask) -> None:
    site.outcomes["CT 1"] = replace(WELL, findings=(FAULT,))
    said = ask("echo", "CT 1")
    assert said.exit_code == Exit.FAILED
    for text in ("Fault: CT 1 refused", "connection-refused", "Seen: It was", "2. Compare", "To be sure: Try"):
        assert text in said.output


def test_remarks_do_not_fail(site: FakeSite, ask: Ask) -> None:
    site.outcomes["CT 1"] = replace(WELL, findings=(replace(FAULT, severity=Severity.REMARK),))
    said = ask("echo", "CT 1")
    assert said.exit_code == Exit.DONE
    assert "Remark: " in said.output


def test_json_is_the_outcome(site: FakeSite, ask: Ask) -> None:
    site.outcomes["CT 1"] = replace(WELL, findings=(FAULT,))
    said = ask("echo", "CT 1", "--json")
    document = json.loads(said.output)
    assert said.exit_code == Exit.FAILED
    assert document["steps"][0] == {"name": "name", "state": "done", "milliseconds": 1.5, "detail": "seen"}
    assert document["findings"][0]["code"] == "connection-refused"
    assert set(document["findings"][0]) >= {"code", "severity", "cause", "confidence", "evidence", "repair"}


def test_a_mistyped_name_is_answered_with_the_one_that_was_meant(site: FakeSite, ask: Ask) -> None:
    site.peers.append(Peer("CT 1", AETitle("CT01"), "192.0.2.10", 104))
    said = ask("echo", "CT1")
    assert said.exit_code == Exit.FAILED
    assert "Did you mean 'CT 1'?" in said.complaint


def test_all_peers_are_a_table(site: FakeSite, ask: Ask) -> None:
    site.outcomes = {"CT 1": replace(WELL, findings=(FAULT,)), "MR 1": replace(WELL, peer="MR 1")}
    site.jobs.append(
        Job(
            job_id=JobId("grid"),
            kind="ladders",
            title="Test of 2 peers",
            lane=Lane.NETWORK,
            state=JobState.DONE,
            done=2,
            total=2,
            note="",
            started_by="ada",
            created_at=NOW,
            ended_at=NOW,
            result=JobResult("1 of 2 peers without a fault."),
            error="",
            can_retry=False,
        )
    )
    said = ask("echo", "--all")
    assert said.exit_code == Exit.FAILED
    assert "CT 1 refused the connection." in said.output
    assert "well" in said.output


def test_it_takes_a_name_or_all(ask: Ask) -> None:
    assert ask("echo").exit_code == Exit.WRONG_USAGE
    assert ask("echo", "CT 1", "--all").exit_code == Exit.WRONG_USAGE


BEFORE = Peer("CT 1", AETitle("CT01"), "192.0.2.10", 104)


def calling_at(port: int) -> Proposal:
    """Another port."""
    change = PeerChange(BEFORE, replace(BEFORE, port=port))
    fields = (FieldChange("port", "104", str(port)),)
    return Proposal(ProposalKind.PEER, "CT 1", f"Call CT 1 at port {port}.", fields, change)


def test_what_is_proposed_is_told_and_applied(site: FakeSite, ask: Ask) -> None:
    site.peers.append(BEFORE)
    site.outcomes["CT 1"] = replace(WELL, findings=(replace(FAULT, proposals=(calling_at(11112),)),))
    said = ask("echo", "CT 1", "--apply")
    assert (site.peers, site.calls["bench.ladder"]) == ([replace(BEFORE, port=11112)], 2)
    for text in ("Proposed 1: Call CT 1 at port 11112.", "port: 104 -> 11112", "Applied: Call CT 1", "peers rollback"):
        assert text in said.output


def test_of_several_proposals_one_is_applied_by_its_number_alone(site: FakeSite, ask: Ask) -> None:
    site.peers.append(BEFORE)
    site.outcomes["CT 1"] = replace(WELL, findings=(replace(FAULT, proposals=(calling_at(4242), calling_at(11112))),))
    said = ask("echo", "CT 1", "--apply")
    assert (said.exit_code, site.peers) == (Exit.WRONG_USAGE, [BEFORE])
    assert "2. Call CT 1 at port 11112." in said.complaint
    ask("echo", "CT 1", "--apply", "2")
    assert site.peers == [replace(BEFORE, port=11112)]


def test_a_number_that_no_proposal_has_changes_nothing(site: FakeSite, ask: Ask) -> None:
    site.outcomes["CT 1"] = replace(WELL, findings=(FAULT,))
    said = ask("echo", "CT 1", "--apply", "2")
    assert (said.exit_code, site.calls["peers.change"], site.calls["bench.ladder"]) == (Exit.WRONG_USAGE, 0, 1)


def test_proposals_of_all_peers_are_not_applied(site: FakeSite, ask: Ask) -> None:
    assert (ask("echo", "--all", "--apply").exit_code, site.calls["bench.start_grid"]) == (Exit.WRONG_USAGE, 0)
