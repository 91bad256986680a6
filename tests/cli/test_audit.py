"""The list of what was done tells that and no more, and hides nothing that went wrong."""

from datetime import UTC, datetime

from pacsdesk.cli.audit import telling
from pacsdesk.contract.records.security import ActorKind, AuditEntry, AuditOutcome

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)


def entry(action: str, outcome: AuditOutcome, subject: str = "") -> AuditEntry:
    return AuditEntry(1, NOW, ActorKind.PERSON, "ann", "127.0.0.1", action, subject, outcome, "")


def test_coming_and_going_is_left_out_unless_it_was_refused() -> None:
    refused = entry("sessions.sign_in", AuditOutcome.REFUSED)
    came = entry("sessions.sign_in", AuditOutcome.DONE)
    assert list(telling([entry("sessions.sign_out", AuditOutcome.DONE), came, refused])) == [refused]


def test_looking_whether_a_job_is_done_is_left_out() -> None:
    looks = [entry(action, AuditOutcome.DONE, "7") for action in ("jobs.get", "engine.status", "integrity.report")]
    check = entry("integrity.start_check", AuditOutcome.DONE)
    assert list(telling([*looks, check])) == [check]


def test_what_was_begun_is_left_out_once_its_end_is_told() -> None:
    end, begun = entry("trash.delete", AuditOutcome.DONE, "1.2"), entry("trash.delete", AuditOutcome.BEGUN, "1.2")
    assert list(telling([end, begun])) == [end]


def test_what_was_begun_and_never_ended_is_told() -> None:
    end, begun = entry("trash.delete", AuditOutcome.DONE, "1.2"), entry("trash.delete", AuditOutcome.BEGUN, "1.2")
    cut_short = entry("trash.delete", AuditOutcome.BEGUN, "1.3")
    assert list(telling([cut_short, end, begun, begun])) == [cut_short, end, begun]
