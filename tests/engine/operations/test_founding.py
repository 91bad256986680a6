"""Making a site: what it is stands beside it from the first moment; an archive that is there is not founded again."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from pacsdesk.contract.errors import NotSignedIn, Refused
from pacsdesk.contract.records.engine import Profile
from pacsdesk.contract.records.security import Actor, ActorKind, RoleName
from pacsdesk.engine.migrations.upgrade import migrate
from pacsdesk.engine.operations.founding import SiteOrder, check_is_free, found_site
from pacsdesk.engine.operations.kinds import mark
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.security.users import Accounts

PASSWORD = "four lanterns in a row"
SOMEBODY = Actor(ActorKind.PERSON, "ann", frozenset())


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    made = DataFolder(tmp_path / "site")
    made.make()
    return made


@pytest.fixture
def accounts(folder: DataFolder) -> Iterator[Accounts]:
    database = Database(folder.database, lambda reason: None)
    migrate(database, folder, clock.now)
    yield Accounts(database, clock.now)
    database.close()


def order(profile: Profile) -> SiteOrder:
    return SiteOrder(profile, "North", "ada", PASSWORD)


@pytest.mark.parametrize("profile", Profile)
def test_what_a_site_is_is_marked_for_its_owner_alone(folder: DataFolder, accounts: Accounts, profile: Profile) -> None:
    found_site(folder, order(profile), accounts)
    assert (folder.founded_as(), folder.mark_of(profile).stat().st_mode & 0o777) == (profile, 0o600)


@pytest.mark.parametrize("profile", Profile)
def test_a_site_has_one_mark_whatever_an_earlier_founding_left(
    folder: DataFolder, accounts: Accounts, profile: Profile
) -> None:
    found_site(folder, order(profile), accounts)
    for other in Profile:
        folder.mark_of(other).touch()
    mark(folder, profile)
    assert [other for other in Profile if folder.mark_of(other).exists()] == [profile]


def test_a_founding_that_did_not_come_to_its_end_leaves_no_account(folder: DataFolder, accounts: Accounts) -> None:
    accounts.add_without_password("cut short", RoleName.ADMINISTRATOR)
    found_site(folder, order(Profile.CLINIC), accounts)
    assert [user.name for user in accounts.list(SOMEBODY)] == ["ada"]


def test_accounts_that_were_in_use_are_not_replaced(folder: DataFolder, accounts: Accounts) -> None:
    found_site(folder, order(Profile.CLINIC), accounts)
    was_used(folder)
    folder.settings.unlink()
    folder.mark_of(Profile.CLINIC).unlink()
    with pytest.raises(Refused, match="ada has signed in"):
        found_site(folder, SiteOrder(Profile.CLINIC, "North", "bob", "another long password"), accounts)
    with pytest.raises(NotSignedIn):
        accounts.check_password("bob", "another long password")
    accounts.check_password("ada", PASSWORD)


@pytest.mark.parametrize("lost", [True, False])
def test_an_archive_without_its_settings_is_not_founded_again(
    folder: DataFolder, accounts: Accounts, lost: bool
) -> None:
    found_site(folder, order(Profile.CLINIC), accounts)
    folder.settings.unlink()
    if lost:  # also where nothing tells what it was: there are images
        folder.mark_of(Profile.CLINIC).unlink()
        (folder.objects / "00").mkdir()
    with pytest.raises(Refused, match="holds an archive without its settings") as told:
        check_is_free(folder)
    assert f"`pacsdesk init --settings-only --data-dir {folder.root}`" in told.value.hint


@pytest.mark.parametrize("inner", ["sub", "objects/00/sub"])
def test_no_site_is_made_in_the_folder_of_another(folder: DataFolder, accounts: Accounts, inner: str) -> None:
    found_site(folder, order(Profile.CLINIC), accounts)
    with pytest.raises(Refused, match="in the folder of another site") as told:
        check_is_free(DataFolder(folder.root / inner))
    assert str(folder.root) in told.value.title


def test_a_site_may_lie_beside_another(folder: DataFolder, accounts: Accounts) -> None:
    found_site(folder, order(Profile.CLINIC), accounts)
    check_is_free(DataFolder(folder.root.parent / "beside"))


def was_used(folder: DataFolder) -> None:
    with sqlite3.connect(folder.database) as connection:
        connection.execute("UPDATE users SET last_signed_in_at = '2026-01-01 00:00:00'")
