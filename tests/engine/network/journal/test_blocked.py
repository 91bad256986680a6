"""Blocked callers in the audit: one entry for each that is blocked, and day."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from pacsdesk.contract.errors import StorageFull
from pacsdesk.engine.network.association import Caller
from pacsdesk.engine.network.journal.associations import AssociationJournal
from pacsdesk.engine.security.aside import EntriesAside
from pacsdesk.engine.security.audit import AuditLog
from pacsdesk.engine.security.tables import AuditRow
from tests.engine.network.listening import OWN_TITLE, ListeningSite

NUISANCE = Caller("NUISANCE", OWN_TITLE, "192.0.2.7")
BLOCKED, OTHER = "Nuisance is blocked.", "Other is blocked."


class Days:
    """A clock that stands until a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 23, 59, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def journal(site: ListeningSite, days: Days) -> AssociationJournal:
    audit = AuditLog(site.database, days, EntriesAside(site.folder.audit_aside))
    return AssociationJournal(audit, site.refused, site.book, site.past, days, 16384)


def reasons(site: ListeningSite) -> list[tuple[str, str]]:
    with site.database.read() as connection:
        rows = connection.execute(select(AuditRow.address, AuditRow.reason).order_by(AuditRow.entry_id)).all()
    return [(row.address, row.reason.partition(". ")[0]) for row in rows]


def test_the_first_call_of_a_day_is_audited_and_says_that_others_are_not(
    site: ListeningSite, journal: AssociationJournal
) -> None:
    for _ in range(3):
        journal.blocked(NUISANCE, BLOCKED)
    with site.database.read() as connection:
        (row,) = connection.execute(select(AuditRow.actor_name, AuditRow.address, AuditRow.reason)).all()
    assert tuple(row) == (
        "NUISANCE",
        "192.0.2.7",
        "Nuisance is blocked. Its further calls of the day (UTC) are refused without an entry.",
    )


def test_so_is_the_first_of_the_next_day(site: ListeningSite, journal: AssociationJournal, days: Days) -> None:
    journal.blocked(NUISANCE, BLOCKED)
    days.now += timedelta(minutes=1)
    journal.blocked(NUISANCE, BLOCKED)
    journal.blocked(NUISANCE, BLOCKED)
    assert len(reasons(site)) == 2


def test_one_that_calls_from_everywhere_has_one_entry_and_another_its_own(
    site: ListeningSite, journal: AssociationJournal
) -> None:
    for number in range(20):
        journal.blocked(Caller("NUISANCE", f"TITLE{number}", f"192.0.2.{number}"), BLOCKED)
    journal.blocked(Caller("OTHER", OWN_TITLE, "192.0.2.99"), OTHER)
    assert reasons(site) == [("192.0.2.0", "Nuisance is blocked"), ("192.0.2.99", "Other is blocked")]


def test_a_full_disk_does_not_let_it_in(
    journal: AssociationJournal, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_values: object) -> None:
        raise StorageFull("The disk is full.")

    monkeypatch.setattr(AuditLog, "write", full)
    journal.blocked(NUISANCE, BLOCKED)
    assert "could not be audited" in caplog.text
