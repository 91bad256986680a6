"""Makes a site: its administrator, its secret, last its settings file, whose presence says that the rest is there."""

import getpass
from dataclasses import dataclass

from pacsdesk.contract.errors import AlreadyExists, InvalidInput, Refused
from pacsdesk.contract.records.engine import Profile
from pacsdesk.contract.records.security import Actor, ActorKind, RoleName
from pacsdesk.engine.operations.kinds import first_values, mark, write_local_secret
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.settings_file import write_first_settings
from pacsdesk.engine.security.users import Accounts

_FOUNDER = Actor(ActorKind.SYSTEM, "pacsdesk init", frozenset())
_OF_A_NEW_DISK = frozenset({"lost+found"})


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
    folder.check_keeps_settings()
    accounts.forget_unused()  # of a founding that did not come to its end
    if order.administrator:
        accounts.add(_FOUNDER, order.administrator, order.password, RoleName.ADMINISTRATOR)
    elif order.profile is Profile.CLINIC:
        raise InvalidInput(
            "A clinic needs an administrator.",
            "There is no default account and no default password.",
            "Give --admin NAME and --password-stdin.",
        )
    else:
        accounts.add_without_password(getpass.getuser(), RoleName.ADMINISTRATOR)
        write_local_secret(folder)
    mark(folder, order.profile)
    write_first_settings(folder.settings, first_values(order.profile, order.site_name))


def check_is_free(folder: DataFolder) -> None:
    """Raises Refused for a folder that holds anything but a site, or one whose founding did not come to its end.

    What else is in it would lie among patients' images, be deleted by nobody, and find our secrets beside it.
    """
    if folder.is_site():
        return  # `found_site` says so, under the folder's lock
    folder.check_keeps_settings()
    _check_is_in_no_site(folder)
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


def _check_is_in_no_site(folder: DataFolder) -> None:
    """Raises Refused for a place in another site's folder: what copies or deletes that one takes it along."""
    for outer in map(DataFolder, folder.root.resolve().parents):
        if outer.is_site() or outer.has_lost_settings():
            raise Refused(
                f"{folder.root} lies in the folder of another site, {outer.root}.",
                "A site has its folder for itself.",
                "Name a folder outside of it with --data-dir.",
            )
