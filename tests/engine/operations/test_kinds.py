"""What kind of site a folder is: compared with its settings at each start, and what settings are written anew from."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pacsdesk.contract.errors import AlreadyExists, InvalidInput, NotFound, Refused
from pacsdesk.contract.records.engine import Profile
from pacsdesk.engine.migrations.upgrade import migrate
from pacsdesk.engine.operations.founding import SiteOrder, found_site
from pacsdesk.engine.operations.kinds import check_founded_as, write_settings_anew
from pacsdesk.engine.runtime import clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.settings_file import read_settings
from pacsdesk.engine.security.users import Accounts

PASSWORD = "four lanterns in a row"
OTHERS = [(founded, said) for founded in Profile for said in Profile if said is not founded]


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


def founded(folder: DataFolder, accounts: Accounts, profile: Profile, administrator: str = "ada") -> None:
    found_site(folder, SiteOrder(profile, "North", administrator, PASSWORD), accounts)


@pytest.mark.parametrize("profile", Profile)
def test_a_site_is_what_it_was_founded_as(folder: DataFolder, accounts: Accounts, profile: Profile) -> None:
    founded(folder, accounts, profile)
    check_founded_as(folder, profile)


@pytest.mark.parametrize(("profile", "said"), OTHERS)
def test_settings_cannot_make_another_kind_of_site_of_it(
    folder: DataFolder, accounts: Accounts, profile: Profile, said: Profile
) -> None:
    founded(folder, accounts, profile)
    text = folder.settings.read_text(encoding="utf-8").replace(f'profile = "{profile}"', f'profile = "{said}"')
    folder.settings.write_text(text, encoding="utf-8")
    line = text.splitlines().index(f'profile = "{said}"') + 1
    with pytest.raises(Refused, match=f"was founded as a {profile}, not as a {said}") as told:
        check_founded_as(folder, said)
    assert f"{folder.settings} calls it a {said} in line {line}." in told.value.detail
    assert f'site.profile = "{profile}"' in told.value.hint


@pytest.mark.parametrize("profile", [Profile.CLINIC, Profile.BENCH])
def test_a_site_from_before_kinds_were_written_down_is_what_its_settings_say_from_then_on(
    folder: DataFolder, accounts: Accounts, profile: Profile
) -> None:
    founded(folder, accounts, profile)
    folder.mark_of(profile).unlink()
    check_founded_as(folder, profile)
    assert folder.founded_as() is profile


def test_a_classroom_is_never_taken_at_its_word(folder: DataFolder, accounts: Accounts) -> None:
    founded(folder, accounts, Profile.CLASSROOM)
    folder.mark_of(Profile.CLASSROOM).unlink()
    with pytest.raises(Refused, match="was not founded as a classroom"):
        check_founded_as(folder, Profile.CLASSROOM)


@pytest.mark.parametrize("profile", Profile)
def test_settings_that_were_lost_are_written_for_the_same_kind_of_site_and_the_same_people(
    folder: DataFolder, accounts: Accounts, profile: Profile
) -> None:
    founded(folder, accounts, profile)
    folder.settings.unlink()
    assert write_settings_anew(folder, None, "North", accounts) is profile
    check_founded_as(folder, read_settings(folder.settings).site.profile)
    assert accounts.check_password("ada", PASSWORD).name == "ada"


def test_the_secret_of_a_bench_comes_back_with_its_settings(folder: DataFolder, accounts: Accounts) -> None:
    founded(folder, accounts, Profile.BENCH, administrator="")
    folder.settings.unlink()
    folder.local_secret.unlink()
    write_settings_anew(folder, None, "North", accounts)
    assert folder.local_secret.stat().st_mode & 0o777 == 0o600


def test_a_clinic_gets_no_secret(folder: DataFolder, accounts: Accounts) -> None:
    founded(folder, accounts, Profile.CLINIC)
    folder.settings.unlink()
    write_settings_anew(folder, None, "North", accounts)
    assert not folder.local_secret.exists()


@pytest.mark.parametrize(("profile", "said"), OTHERS)
def test_another_kind_cannot_be_said_of_a_site_that_is_marked(
    folder: DataFolder, accounts: Accounts, profile: Profile, said: Profile
) -> None:
    founded(folder, accounts, profile)
    folder.settings.unlink()
    with pytest.raises(InvalidInput, match=f"was founded as a {profile}"):
        write_settings_anew(folder, said, "North", accounts)
    assert not folder.is_site()


@pytest.mark.parametrize("said", [None, Profile.CLASSROOM])
def test_a_kind_that_nothing_tells_is_asked_for_and_never_guessed(
    folder: DataFolder, accounts: Accounts, said: Profile | None
) -> None:
    founded(folder, accounts, Profile.CLINIC)
    folder.settings.unlink()
    folder.mark_of(Profile.CLINIC).unlink()
    with pytest.raises(InvalidInput, match="says whether it was a clinic or a bench"):
        write_settings_anew(folder, said, "North", accounts)
    assert write_settings_anew(folder, Profile.CLINIC, "North", accounts) is Profile.CLINIC


def test_settings_that_are_there_are_not_written_over(folder: DataFolder, accounts: Accounts) -> None:
    founded(folder, accounts, Profile.CLINIC)
    with pytest.raises(AlreadyExists):
        write_settings_anew(folder, None, "North", accounts)


def test_settings_alone_make_no_site(folder: DataFolder, accounts: Accounts) -> None:
    with pytest.raises(NotFound, match="holds no archive"):
        write_settings_anew(folder, Profile.CLINIC, "North", accounts)
