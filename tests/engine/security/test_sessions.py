"""Signing in gives a token, the token gives the actor, and both end when they should."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pacsdesk.contract.errors import AlreadyExists, InvalidInput, NotSignedIn, Refused
from pacsdesk.contract.permissions import Permission
from pacsdesk.contract.records.security import Actor, ActorKind, RoleName
from pacsdesk.engine.runtime.database import Base, Database
from pacsdesk.engine.security.aside import EntriesAside
from pacsdesk.engine.security.audit import AuditLog
from pacsdesk.engine.security.sessions import Sessions
from pacsdesk.engine.security.users import Accounts

NOBODY = Actor(ActorKind.NOBODY, "nobody", frozenset(), "127.0.0.1")
ADMINISTRATOR = Actor(ActorKind.PERSON, "ann", frozenset(Permission))
PASSWORD = "four ordinary words in a row"


class Site:
    """Accounts and sessions over a real database, with a clock that the test moves."""

    def __init__(self, path: Path) -> None:
        self.database = Database(path, lambda reason: None)
        Base.metadata.create_all(self.database.engine)
        self.time = datetime(2026, 11, 24, 8, tzinfo=UTC)
        self.secret = "the folder's secret"
        self.accounts = Accounts(self.database, lambda: self.time)
        self.sessions = Sessions(
            self.database,
            lambda: self.time,
            self.accounts,
            AuditLog(self.database, lambda: self.time, EntriesAside(path.with_name("aside"))),
            lambda: timedelta(hours=12),
            lambda: self.secret,
        )

    def sign_in(self) -> str:
        return self.sessions.sign_in(NOBODY, "Ann", PASSWORD).token


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """A site with the administrator Ann."""
    made = Site(tmp_path / "index.db")
    made.accounts.add(ADMINISTRATOR, "Ann", PASSWORD, RoleName.ADMINISTRATOR)
    yield made
    made.database.close()


def test_a_token_gives_the_person_with_the_rights_of_the_role(site: Site) -> None:
    actor = site.sessions.actor_of(site.sign_in(), "127.0.0.1")
    assert (actor.name, actor.permissions) == ("Ann", frozenset(Permission))


def test_names_are_told_apart_without_regard_to_case(site: Site) -> None:
    assert site.sessions.sign_in(NOBODY, " ANN ", PASSWORD).user_name == "Ann"
    with pytest.raises(AlreadyExists):
        site.accounts.add(ADMINISTRATOR, "aNN", PASSWORD, RoleName.STAFF)


@pytest.mark.parametrize(("name", "password"), [("Ann", "wrong password"), ("Nobody", PASSWORD), ("", ""), ("Ann", "")])
def test_a_wrong_name_and_a_wrong_password_answer_alike(site: Site, name: str, password: str) -> None:
    with pytest.raises(NotSignedIn) as caught:
        site.sessions.sign_in(NOBODY, name, password)
    assert caught.value.title == "The name or the password is wrong."


def test_a_session_ends_with_its_hours(site: Site) -> None:
    token = site.sign_in()
    site.time += timedelta(hours=12)
    with pytest.raises(NotSignedIn):
        site.sessions.actor_of(token, "127.0.0.1")


def test_signing_out_ends_the_session(site: Site) -> None:
    token = site.sign_in()
    site.sessions.sign_out(site.sessions.actor_of(token, "127.0.0.1"))
    with pytest.raises(NotSignedIn):
        site.sessions.actor_of(token, "127.0.0.1")


@pytest.mark.parametrize("token", ["x", "' or 1=1 --", "\0", "é" * 500])
def test_a_wrong_token_opens_nothing(site: Site, token: str) -> None:
    with pytest.raises(NotSignedIn):
        site.sessions.actor_of(token, "127.0.0.1")


def test_the_token_is_nowhere_in_the_database(site: Site, tmp_path: Path) -> None:
    token = site.sign_in()
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("index.db*"))
    assert token.encode() not in stored
    assert PASSWORD.encode() not in stored


def test_the_folders_secret_signs_the_systems_own_user_in(site: Site) -> None:
    site.accounts.add_without_password("local", RoleName.ADMINISTRATOR)
    assert site.sessions.sign_in_with_secret(NOBODY, site.secret).user_name == "local"


@pytest.mark.parametrize("secret", ["", "wrong"])
def test_a_wrong_secret_opens_nothing(site: Site, secret: str) -> None:
    site.accounts.add_without_password("local", RoleName.ADMINISTRATOR)
    with pytest.raises(NotSignedIn):
        site.sessions.sign_in_with_secret(NOBODY, secret)


def test_without_a_secret_even_an_empty_one_opens_nothing(site: Site) -> None:
    site.accounts.add_without_password("local", RoleName.ADMINISTRATOR)
    site.secret = ""
    with pytest.raises(NotSignedIn):
        site.sessions.sign_in_with_secret(NOBODY, "")


def test_an_account_without_password_is_not_opened_by_an_empty_one(site: Site) -> None:
    site.accounts.add_without_password("local", RoleName.ADMINISTRATOR)
    with pytest.raises(NotSignedIn):
        site.sessions.sign_in(NOBODY, "local", "")


def test_a_changed_password_ends_the_other_sessions(site: Site) -> None:
    other, mine = site.sign_in(), site.sign_in()
    me = site.sessions.actor_of(mine, "127.0.0.1")
    site.accounts.change_own_password(me, PASSWORD, "other ordinary words in a row")
    assert site.sessions.actor_of(mine, "127.0.0.1").name == "Ann"
    with pytest.raises(NotSignedIn):
        site.sessions.actor_of(other, "127.0.0.1")


def test_a_disabled_account_is_out_at_once(site: Site) -> None:
    site.accounts.add(ADMINISTRATOR, "Ben", PASSWORD, RoleName.STAFF)
    token = site.sessions.sign_in(NOBODY, "Ben", PASSWORD).token
    site.accounts.set_enabled(ADMINISTRATOR, "Ben", False)
    with pytest.raises(NotSignedIn):
        site.sessions.actor_of(token, "127.0.0.1")


def test_the_last_administrator_stays(site: Site) -> None:
    with pytest.raises(Refused):
        site.accounts.remove(ADMINISTRATOR, "Ann")
    with pytest.raises(Refused):
        site.accounts.set_enabled(ADMINISTRATOR, "Ann", False)


@pytest.mark.parametrize("password", ["", "short", "aaaaaaaaaaaaaaaa", "x" * 257, "christopher1"])
def test_a_weak_password_is_refused_with_the_rule(site: Site, password: str) -> None:
    with pytest.raises(InvalidInput):
        site.accounts.add(ADMINISTRATOR, "Christopher1", password, RoleName.STAFF)


def test_people_sign_in_and_out_while_the_archive_is_read_only(site: Site) -> None:
    site.database.mark_broken("the disk answered: Input/output error")
    grant = site.sessions.sign_in(NOBODY, "Ann", PASSWORD)
    actor = site.sessions.actor_of(grant.token, "127.0.0.1")
    assert (actor.name, site.sessions.current(actor).expires_at) == ("Ann", grant.expires_at)
    site.sessions.sign_out(actor)
    with pytest.raises(NotSignedIn):
        site.sessions.actor_of(grant.token, "127.0.0.1")


def test_a_session_from_before_ends_while_the_archive_is_read_only(site: Site) -> None:
    token = site.sessions.sign_in(NOBODY, "Ann", PASSWORD).token
    site.database.mark_broken("the disk answered: Input/output error")
    site.sessions.sign_out(site.sessions.actor_of(token, "127.0.0.1"))
    with pytest.raises(NotSignedIn):
        site.sessions.actor_of(token, "127.0.0.1")


def guess(site: Site, times: int) -> list[str]:
    """Try wrong passwords at once; what each is answered."""
    answers = []
    for _ in range(times):
        with pytest.raises(NotSignedIn) as told:
            site.sessions.sign_in(NOBODY, "ann", "not it")
        answers.append(str(told.value))
    return answers


def test_guessing_has_to_wait_longer_each_time(site: Site) -> None:
    waits = []
    for _ in range(3):
        answers = guess(site, 4)
        waits.append(answers[-1].partition("Wait ")[2])
        site.time += timedelta(seconds=60)
    assert waits == ["1 second, then try again.", "2 seconds, then try again.", "4 seconds, then try again."]


def test_nobody_waits_longer_than_a_minute_and_early_tries_change_nothing(site: Site) -> None:
    for _ in range(12):
        guess(site, 4)
        site.time += timedelta(seconds=61)
    assert site.sign_in()


def test_the_right_password_has_to_wait_as_well_and_only_there(site: Site) -> None:
    guess(site, 3)
    with pytest.raises(NotSignedIn, match="Too many wrong passwords"):
        site.sign_in()
    elsewhere = replace(NOBODY, address="10.0.0.7")
    assert site.sessions.sign_in(elsewhere, "Ann", PASSWORD).token


def test_the_right_password_forgets_the_wrong_ones(site: Site) -> None:
    guess(site, 2)
    site.sign_in()
    assert "Too many" not in "".join(guess(site, 3))


def test_right_passwords_at_once_do_not_wait_for_each_other(site: Site) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(lambda _: site.sign_in(), range(16)))
