"""Who may do what from the command line, and what the audit says about it afterwards."""

from dataclasses import replace
from pathlib import Path

import pytest

from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.link.client import Client
from tests.e2e.callers import small_ct
from tests.engine.network.sending import send_one
from tests.support.engine import EngineProcess, Site

STAFF_PASSWORD = "amber lamps over the river"
NEWEST = PageRequest(limit=1000)


@pytest.fixture(scope="module")
def staff(engine: EngineProcess, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same site as a member of staff uses it."""
    password_file = tmp_path_factory.mktemp("staff") / "password"
    password_file.write_text(STAFF_PASSWORD)
    engine.cli("users", "add", "ann", "--role", "staff", typed=f"{STAFF_PASSWORD}\n")
    return replace(engine.site, user="ann", password_file=password_file)


@pytest.fixture(scope="module")
def study(engine: EngineProcess) -> str:
    """A study in the archive."""
    sent = small_ct()
    assert send_one(engine.dicom_port, sent)[0] == 0
    return f"{sent.sop_instance_uid[:60]}.1"


def audited(link: Client, action: str, actor: str) -> list[tuple[str, str]]:
    """Outcome and reason of each entry, newest first."""
    page = link.services.audit.entries(NEWEST)
    return [
        (str(entry.outcome), entry.reason)
        for entry in page.items
        if (entry.action, entry.actor_name) == (action, actor)
    ]


def test_staff_see_the_studies(staff: Site, study: str) -> None:
    assert study in {one["study_instance_uid"] for one in staff.cli("studies", "list")}


@pytest.mark.parametrize(
    "command",
    [("users", "list"), ("audit", "list"), ("stop",), ("settings", "list"), ("check",), ("reset",)],
    ids=" ".join,
)
def test_staff_are_refused_what_administrators_do(staff: Site, command: tuple[str, ...]) -> None:
    assert staff.run(*command).exit_code == 3


def test_staff_cannot_delete_and_the_audit_has_it(staff: Site, study: str, link: Client) -> None:
    refused = staff.run("studies", "delete", study, "--reason", "not mine to do")
    assert (refused.exit_code, "study.delete" in refused.complaint) == (3, True)
    assert audited(link, "trash.delete", "ann") == [("refused", "lacks study.delete")]


def test_a_deletion_is_audited_before_it_runs_and_with_its_end(engine: EngineProcess, link: Client) -> None:
    sent = small_ct()
    send_one(engine.dicom_port, sent)
    engine.cli("studies", "delete", f"{sent.sop_instance_uid[:60]}.1", "--reason", "sent twice")
    assert audited(link, "trash.delete", "admin")[:2] == [("done", ""), ("begun", "sent twice")]


def test_a_wrong_password_and_an_unknown_name_are_told_apart_by_nobody(engine: EngineProcess, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("wrong all the same")
    known = replace(engine.site, password_file=tmp_path / "password").run("status")
    unknown = replace(engine.site, user="nobody", password_file=tmp_path / "password").run("status")
    assert (known.exit_code, known.complaint) == (3, unknown.complaint)


def test_a_refused_sign_in_is_audited(engine: EngineProcess, link: Client, tmp_path: Path) -> None:
    (tmp_path / "password").write_text("wrong")
    replace(engine.site, password_file=tmp_path / "password").run("status")
    assert "refused" in {outcome for outcome, _ in audited(link, "sessions.sign_in", "nobody")}


def test_an_association_is_audited_with_its_caller(engine: EngineProcess, link: Client) -> None:
    send_one(engine.dicom_port, small_ct())
    assert audited(link, "dicom.association", "CT01")


def test_a_removed_account_is_let_in_no_more(engine: EngineProcess, tmp_path: Path) -> None:
    (tmp_path / "password").write_text(STAFF_PASSWORD)
    leaving = replace(engine.site, user="leaving", password_file=tmp_path / "password")
    engine.cli("users", "add", "leaving", typed=f"{STAFF_PASSWORD}\n")
    assert leaving.run("studies", "list").exit_code == 0

    engine.cli("users", "remove", "leaving")
    assert leaving.run("studies", "list").exit_code == 3


def test_the_last_administrator_stays(engine: EngineProcess) -> None:
    assert engine.site.run("users", "remove", "admin").exit_code == 1


@pytest.mark.parametrize("password", ["", "short", "aaaaaaaaaaaaaaaa"])
def test_a_weak_password_is_refused(engine: EngineProcess, password: str) -> None:
    assert engine.site.run("users", "add", "weak", typed=f"{password}\n").exit_code == 2


def test_nobody_in_particular_is_told_how_to_sign_in(engine: EngineProcess) -> None:
    nobody = replace(engine.site, user="").run("status")
    assert (nobody.exit_code, "--user" in nobody.complaint) == (3, True)
