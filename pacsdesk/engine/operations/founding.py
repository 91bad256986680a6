"""Makes a site: its administrator, its secret, last its settings file, whose presence says that the rest is there."""

import getpass
import secrets
from dataclasses import dataclass

from pacsdesk.contract.errors import AlreadyExists, InvalidInput, Refused
from pacsdesk.contract.records.engine import Profile
from pacsdesk.contract.records.security import Actor, ActorKind, RoleName
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import write_privately
from pacsdesk.engine.runtime.settings import Value
from pacsdesk.engine.runtime.settings_file import write_first_settings
from pacsdesk.engine.security.users import Accounts

_FOUNDER = Actor(ActorKind.SYSTEM, "pacsdesk init", frozenset())
_OF_A_NEW_DISK = frozenset({"lost+found"})
_MARK = b"This site was founded as a classroom: `pacsdesk reset` empties it. Never copy this file to another site.\n"


@dataclass(frozen=True, slots=True)
class SiteOrder:
    """What kind of site is wanted. administrator: "" for the system's own user (bench and classroom alone)."""

    profile: Profile
    site_name: str
    administrator: str = ""
    password: str = ""


def found_site(folder: DataFolder, order: SiteOrder, accounts: Accounts) -> None:
    """Make the site in a folder whose database has its shape. Raises AlreadyExists, InvalidInput."""
    if folder.is_site():
        raise AlreadyExists(
            f"{folder.root} is a PACSDesk site already.", "Nothing was changed.", "Name another folder with --data-dir."
        )
    if order.administrator:
        if not accounts.has_administrator():
            accounts.add(_FOUNDER, order.administrator, order.password, RoleName.ADMINISTRATOR)
    elif order.profile is Profile.CLINIC:
        raise InvalidInput(
            "A clinic needs an administrator.",
            "There is no default account and no default password.",
            "Give --admin NAME and --password-stdin.",
        )
    else:
        if accounts.sole_local_account() is None:
            accounts.add_without_password(getpass.getuser(), RoleName.ADMINISTRATOR)
        write_privately(folder.local_secret, secrets.token_urlsafe(32).encode())
    if order.profile is Profile.CLASSROOM:
        write_privately(folder.classroom_mark, _MARK)
    else:
        folder.classroom_mark.unlink(missing_ok=True)  # of a founding that did not come to its end
    write_first_settings(folder.settings, _first_values(order))


def check_is_free(folder: DataFolder) -> None:
    """Raises Refused for a folder that holds anything but a site, or one whose founding did not come to its end.

    What else is in it would lie among patients' images, be deleted by nobody, and find our secrets beside it.
    """
    if folder.is_site():
        return  # `found_site` says so, under the folder's lock
    names = sorted(path.name for path in folder.root.iterdir()) if folder.root.is_dir() else []
    foreign = [name for name in names if name not in _OF_A_NEW_DISK]
    if folder.lock.is_file():
        foreign = [name for name in foreign if not folder.is_ours(name)]
    if foreign:
        raise Refused(
            f"{folder.root} is not empty, no site is made among what is in it.",
            f"It holds {', '.join(map(repr, foreign[:3]))}{f' and {len(foreign) - 3:,} more' if foreign[3:] else ''}.",
            f"Name a folder that is empty or not there yet, such as {folder.root / 'pacsdesk'}, with --data-dir.",
        )


def check_founded_as(folder: DataFolder, profile: Profile) -> None:
    """Raises Refused unless the site was founded as what its settings call it, as far as emptying it goes.

    The settings file is there to be edited by hand; a word in it must not be all that keeps real patients from a reset,
    nor may patients come to a site that everybody in it may empty.
    """
    if folder.was_founded_as_classroom() is (profile is Profile.CLASSROOM):
        return
    if profile is Profile.CLASSROOM:
        raise Refused(
            f"{folder.root} was not founded as a classroom.",
            "Its settings call it one: then everything in it could be forgotten by a reset.",
            "Set site.profile back to what it was (clinic or bench). "
            "A classroom is made by `pacsdesk init --profile classroom` in a folder of its own.",
        )
    raise Refused(
        f"{folder.root} was founded as a classroom, not as a {profile}.",
        "What is in it is invented, and it is not the place for real patients.",
        f'Set site.profile = "classroom" again. A {profile} is made by `pacsdesk init --profile {profile}` in a folder '
        "of its own.",
    )


def _first_values(order: SiteOrder) -> dict[str, Value]:
    values: dict[str, Value] = {"site.name": order.site_name, "site.profile": order.profile}
    if order.profile is Profile.CLASSROOM:
        # invented patients only, and callers are let in from this computer alone
        values["dicom.accept_unknown_callers"] = True
    return values
