"""What a site was founded as: a classroom has its mark from the first moment, and no other site ever gets one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pacsdesk.contract.errors import Refused
from pacsdesk.contract.records.engine import Profile
from pacsdesk.engine.migrations.upgrade import migrate
from pacsdesk.engine.operations.founding import SiteOrder, check_founded_as, found_site
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.security.users import Accounts

REAL_PATIENTS = [Profile.CLINIC, Profile.BENCH]


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
    return SiteOrder(profile, "North", "ada", "four lanterns in a row")


def test_a_classroom_is_marked_for_its_owner_alone(folder: DataFolder, accounts: Accounts) -> None:
    found_site(folder, order(Profile.CLASSROOM), accounts)
    assert folder.classroom_mark.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("profile", REAL_PATIENTS)
def test_a_site_of_real_patients_is_not_marked(folder: DataFolder, accounts: Accounts, profile: Profile) -> None:
    found_site(folder, order(profile), accounts)
    assert not folder.classroom_mark.exists()


@pytest.mark.parametrize("profile", REAL_PATIENTS)
def test_the_mark_of_a_classroom_that_was_never_finished_is_not_inherited(
    folder: DataFolder, accounts: Accounts, profile: Profile
) -> None:
    folder.classroom_mark.touch()
    found_site(folder, order(profile), accounts)
    assert not folder.classroom_mark.exists()


@pytest.mark.parametrize("profile", Profile)
def test_a_site_is_what_it_was_founded_as(folder: DataFolder, accounts: Accounts, profile: Profile) -> None:
    found_site(folder, order(profile), accounts)
    check_founded_as(folder, profile)


def test_settings_cannot_make_a_classroom_of_another_site(folder: DataFolder) -> None:
    with pytest.raises(Refused, match="was not founded as a classroom") as told:
        check_founded_as(folder, Profile.CLASSROOM)
    assert "site.profile" in told.value.hint


@pytest.mark.parametrize("profile", REAL_PATIENTS)
def test_settings_cannot_make_another_site_of_a_classroom(folder: DataFolder, profile: Profile) -> None:
    folder.classroom_mark.touch()
    with pytest.raises(Refused, match=f"was founded as a classroom, not as a {profile}") as told:
        check_founded_as(folder, profile)
    assert 'site.profile = "classroom"' in told.value.hint
