"""The guard checks, audits and runs every call; a refusal and a failure are audited too."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from pacsdesk.contract.errors import NotFound, NotPermitted, NotSignedIn, StorageFull
from pacsdesk.contract.permissions import Permission, permission_of
from pacsdesk.contract.records.archive import StudyQuery
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.records.queries import QueryKey, QueryOrder
from pacsdesk.contract.records.security import Actor, ActorKind, AuditEntry, AuditOutcome
from pacsdesk.contract.records.sends import SendOrder
from pacsdesk.contract.services.catalog import service_interfaces, service_methods
from pacsdesk.contract.types import AETitle, StudyInstanceUID
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.security.aside import EntriesAside
from pacsdesk.engine.security.audit import AuditLog, AuditServiceImplementation
from pacsdesk.engine.security.guard import SWITCHES, Guard
from pacsdesk.engine.security.tables import AuditRow

ANN = Actor(ActorKind.PERSON, "ann", frozenset(Permission), "127.0.0.1", "session-1")
BEN = Actor(ActorKind.PERSON, "ben", frozenset({Permission.STUDY_SEARCH}), "127.0.0.1", "session-2")
NOBODY = Actor(ActorKind.NOBODY, "nobody", frozenset(), "127.0.0.1")
STUDY = StudyInstanceUID("1.2.3")


class Echo:
    """Stands for every service: answers the actor and the arguments it was run with."""

    def __init__(self) -> None:
        self.fails = False

    def __getattr__(self, name: str) -> object:
        def run(actor: Actor, **named: object) -> object:
            if self.fails:
                raise NotFound("There is no such study.")
            return actor, named

        return run


class Site:
    """A guard over echoes with a real audit and a clock that the test moves."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = Database(path, lambda reason: None)
        AuditRow.metadata.tables["audit"].create(self.database.engine)
        self.time = datetime(2026, 11, 24, 8, tzinfo=UTC)
        self.aside = EntriesAside(path.with_name("aside"))
        self.audit = AuditLog(self.database, lambda: self.time, self.aside)
        self.echo = Echo()
        self.guard = Guard(dict.fromkeys(service_interfaces(), self.echo), self.audit)

    def entries(self) -> tuple[AuditEntry, ...]:
        return AuditServiceImplementation(self.database).entries(ANN, PageRequest()).items


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """One site per test."""
    made = Site(tmp_path / "index.db")
    yield made
    made.database.close()


def test_the_implementation_gets_the_actor_and_the_named_arguments(site: Site) -> None:
    answer: object = site.guard.bind(ANN).studies.get(STUDY)
    assert answer == (ANN, {"study_instance_uid": STUDY})


@pytest.mark.parametrize("surplus", [{"arguments": (STUDY, "more")}, {"arguments": (STUDY,), "named": {"wrong": 1}}])
def test_an_argument_that_the_method_does_not_have_is_an_error_and_runs_nothing(
    site: Site, surplus: dict[str, Any]
) -> None:
    get = site.guard.bind(ANN).studies.get
    with pytest.raises(TypeError):
        get(*surplus["arguments"], **surplus.get("named", {}))
    assert site.entries() == ()


def test_every_guarded_method_refuses_a_caller_before_sign_in(site: Site) -> None:
    services = site.guard.bind(NOBODY)
    open_doors = []
    for service, interface in service_interfaces().items():
        for name, member in service_methods(interface).items():
            if permission_of(member) is None:
                continue
            try:
                getattr(getattr(services, service), name)()
            except NotSignedIn:
                continue
            open_doors.append(f"{service}.{name}")
    assert open_doors == []


def test_a_missing_permission_is_refused_and_audited(site: Site) -> None:
    with pytest.raises(NotPermitted):
        site.guard.bind(BEN).trash.delete((STUDY,), "by mistake")
    (entry,) = site.entries()
    assert (entry.actor_name, entry.action, entry.subject) == ("ben", "trash.delete", "1.2.3")
    assert entry.outcome is AuditOutcome.REFUSED


def test_a_change_is_audited_with_its_reason(site: Site) -> None:
    site.guard.bind(ANN).trash.delete((STUDY,), reason="sent twice")
    done, begun = site.entries()
    assert (begun.outcome, begun.reason, done.outcome) == (AuditOutcome.BEGUN, "sent twice", AuditOutcome.DONE)


@pytest.mark.parametrize(("is_enabled", "said"), [(False, "ada disabled"), (True, "ada enabled")])
def test_whether_an_account_was_switched_on_or_off_is_audited(site: Site, is_enabled: bool, said: str) -> None:
    site.guard.bind(ANN).users.set_enabled("ada", is_enabled)
    assert {entry.subject for entry in site.entries()} == {said}


def test_a_query_is_audited_with_the_title_that_it_used_and_none_of_its_keys(site: Site) -> None:
    order = QueryOrder((QueryKey("PatientName", "DOE"),), calling_ae_title=AETitle("CT01"))
    site.guard.bind(ANN).queries.find("PACS", order)
    assert {entry.subject for entry in site.entries()} == {"PACS as CT01"}


def test_a_send_is_audited_with_what_was_sent_where_and_as_whom(site: Site) -> None:
    order = SendOrder((StudyInstanceUID("1.2.9"),), calling_ae_title=AETitle("CT01"), confirmed="192.0.2.7:104")
    site.guard.bind(ANN).sends.start("PACS", order)
    assert {entry.subject for entry in site.entries()} == {"PACS 1.2.9 as CT01"}


def test_every_choice_between_two_has_its_words_in_the_audit() -> None:
    choices = {
        name
        for interface in service_interfaces().values()
        for member in service_methods(interface).values()
        for name, kind in get_type_hints(member).items()
        if kind is bool and name != "return"
    }
    assert choices <= set(SWITCHES)


def test_a_failed_change_is_audited_as_failed(site: Site) -> None:
    site.echo.fails = True
    with pytest.raises(NotFound):
        site.guard.bind(ANN).trash.delete((STUDY,), "sent twice")
    assert [entry.outcome for entry in site.entries()] == [AuditOutcome.FAILED, AuditOutcome.BEGUN]


def test_a_failed_read_is_audited_as_failed_alone(site: Site) -> None:
    site.echo.fails = True
    with pytest.raises(NotFound):
        site.guard.bind(ANN).studies.get(STUDY)
    assert [entry.outcome for entry in site.entries()] == [AuditOutcome.FAILED]


def test_a_password_never_reaches_the_audit(site: Site) -> None:
    site.guard.bind(ANN).sessions.sign_out()
    site.guard.bind(ANN).users.change_own_password("old planted secret", "new planted secret")
    assert "planted" not in repr(site.entries())


def test_the_same_read_is_written_once_in_fifteen_minutes(site: Site) -> None:
    studies = site.guard.bind(ANN).studies
    for _ in range(3):
        studies.get(STUDY)
    assert len(site.entries()) == 1
    site.time += timedelta(minutes=16)
    studies.get(STUDY)
    assert len(site.entries()) == 2


def test_a_stranger_who_keeps_asking_is_written_once_in_fifteen_minutes(site: Site) -> None:
    for number in range(5):
        with pytest.raises(NotSignedIn):
            site.guard.bind(NOBODY).studies.get(StudyInstanceUID(f"1.2.{number}"))
    assert [(entry.action, entry.outcome) for entry in site.entries()] == [("studies.get", AuditOutcome.REFUSED)]
    site.time += timedelta(minutes=15)
    with pytest.raises(NotSignedIn):
        site.guard.bind(NOBODY).studies.get(STUDY)
    assert len(site.entries()) == 2


def test_strangers_from_two_addresses_are_written_each(site: Site) -> None:
    for address in ("10.0.0.1", "10.0.0.2"):
        with pytest.raises(NotSignedIn):
            site.guard.bind(replace(NOBODY, address=address)).studies.get(STUDY)
    assert [entry.address for entry in site.entries()] == ["10.0.0.2", "10.0.0.1"]


def test_what_cannot_be_audited_is_not_answered_and_changes_nothing(site: Site) -> None:
    ran: list[object] = []

    class Full(AuditLog):
        def write(self, *arguments: object, **named: object) -> None:
            raise StorageFull("There is no room.")

    class Recorder:
        def __getattr__(self, name: str) -> object:
            return lambda actor, **named: ran.append(name)

    guard = Guard(dict.fromkeys(service_interfaces(), Recorder()), Full(site.database, lambda: site.time, site.aside))
    with pytest.raises(StorageFull):
        guard.bind(ANN).studies.search(StudyQuery())
    with pytest.raises(StorageFull):
        guard.bind(ANN).trash.take_back("x")
    assert "take_back" not in ran


def test_what_is_read_while_the_disk_has_failed_is_put_aside_and_audited_by_the_next_start(site: Site) -> None:
    site.guard.bind(ANN).studies.get(STUDY)
    site.database.mark_broken("the disk answered: Input/output error")
    site.time += timedelta(hours=1)

    site.guard.bind(BEN).studies.search(StudyQuery())

    assert [entry.actor_name for entry in site.entries()] == ["ann"]
    repaired = Database(site.path, lambda reason: None)
    AuditLog(repaired, lambda: site.time, site.aside).recover()
    later = AuditServiceImplementation(repaired).entries(ANN, PageRequest()).items
    repaired.close()
    assert (later[0].actor_name, later[0].at) == ("ben", site.time)
    assert site.aside.entries() == []


def test_a_disk_that_takes_nothing_at_all_stops_nobody_from_reading(site: Site, tmp_path: Path) -> None:
    site.database.mark_broken("the disk answered: Read-only file system")
    audit = AuditLog(site.database, lambda: site.time, EntriesAside(tmp_path / "no such folder" / "aside"))
    guard = Guard(dict.fromkeys(service_interfaces(), site.echo), audit)
    answer: object = guard.bind(ANN).studies.get(STUDY)
    assert answer == (ANN, {"study_instance_uid": STUDY})


def test_an_entry_that_was_cut_while_it_was_put_aside_is_left_out(site: Site, tmp_path: Path) -> None:
    site.database.mark_broken("the disk answered: Input/output error")
    site.guard.bind(ANN).studies.get(STUDY)
    with (tmp_path / "aside").open("ab") as stream:
        stream.write(b'{"at": "2026-')
    assert [entry["actor_name"] for entry in site.aside.entries()] == ["ann"]
