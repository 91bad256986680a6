"""What kind of site a folder is, for good: written down when it is founded, compared with the settings at each start.

The settings file is there to be edited by hand, and can be lost; a word in it must not be all that keeps real patients
from a reset, or a password from being needed.
"""

import secrets
from contextlib import suppress

from pacsdesk.contract.errors import AlreadyExists, InvalidInput, NotFound, Refused
from pacsdesk.contract.records.engine import Profile
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import write_privately
from pacsdesk.engine.runtime.settings import Value
from pacsdesk.engine.runtime.settings_file import line_of, write_first_settings
from pacsdesk.engine.security.users import Accounts

_MARKS = {
    Profile.CLINIC: "This site was founded as a clinic, for real patients.",
    Profile.BENCH: "This site was founded as a bench: its owner needs no password on this computer.",
    Profile.CLASSROOM: "This site was founded as a classroom: `pacsdesk reset` empties it.",
}


def mark(folder: DataFolder, profile: Profile) -> None:
    """Write down as what the site is founded; what an earlier founding left that did not come to its end goes."""
    text = f"{_MARKS[profile]} Never copy this file to another site.\n"
    write_privately(folder.mark_of(profile), text.encode())
    for other in Profile:
        if other is not profile:
            folder.mark_of(other).unlink(missing_ok=True)


def write_local_secret(folder: DataFolder) -> None:
    """What signs the system's own user in."""
    write_privately(folder.local_secret, secrets.token_urlsafe(32).encode())


def first_values(profile: Profile, site_name: str) -> dict[str, Value]:
    """What the settings file of a new site says beside the defaults."""
    values: dict[str, Value] = {"site.name": site_name, "site.profile": profile}
    if profile is Profile.CLASSROOM:
        # invented patients only, and callers are let in from this computer alone
        values["dicom.accept_unknown_callers"] = True
    return values


def check_founded_as(folder: DataFolder, profile: Profile) -> None:
    """Raises Refused unless the site was founded as what its settings call it.

    A site from before every kind was written down is what its settings say, from now on; never a classroom.
    """
    founded = folder.founded_as()
    if founded is profile:
        return
    if founded is None and profile is not Profile.CLASSROOM:
        with suppress(OSError):  # a disk that cannot be written is served to those who read
            mark(folder, profile)
        return
    title = f"{folder.root} was not founded as a classroom."
    right = "what it was (clinic or bench)"
    if founded is not None:
        title = f"{folder.root} was founded as a {founded}, not as a {profile}."
        right = f'site.profile = "{founded}"'
    raise Refused(
        title,
        f"What a site is, it is for good; {folder.settings} calls it a {profile} in line "
        f"{line_of(folder.settings, 'site.profile')}.",
        f"Set {right} there again. A {profile} is made by `pacsdesk init --profile {profile}` in a folder of its own.",
    )


def write_settings_anew(folder: DataFolder, said: Profile | None, site_name: str, accounts: Accounts) -> Profile:
    """Write the settings file of an archive that lost it, the rest as it is; answers which kind of site it is.

    said: needed when nothing in the folder tells. Raises AlreadyExists, NotFound, InvalidInput.
    """
    if folder.is_site():
        raise AlreadyExists(f"{folder.root} has its settings.", "Nothing was changed.", "Edit settings.toml.")
    if not accounts.has_administrator():
        raise NotFound(
            f"{folder.root} holds no archive.",
            "Settings alone make no site.",
            "Make a site with `pacsdesk init --data-dir DIR --admin NAME --password-stdin`.",
        )
    profile = _kind_of(folder, said)
    # a bench whose secret is gone as well would let nobody in
    is_entered_by_secret = profile is not Profile.CLINIC and accounts.sole_local_account() is not None
    if is_entered_by_secret and not folder.local_secret.is_file():
        write_local_secret(folder)
    mark(folder, profile)
    write_first_settings(folder.settings, first_values(profile, site_name))
    return profile


def _kind_of(folder: DataFolder, said: Profile | None) -> Profile:
    founded = folder.founded_as()
    if founded is not None:
        if said not in (None, founded):
            raise InvalidInput(
                f"{folder.root} was founded as a {founded}.", "What a site is, it is for good.", "Leave out --profile."
            )
        return founded
    if said is None or said is Profile.CLASSROOM:
        raise InvalidInput(
            f"Nothing in {folder.root} says whether it was a clinic or a bench.",
            "It is from a version that did not write it down.",
            "Say it with --profile clinic or --profile bench; where there are real patients: clinic.",
        )
    return said
