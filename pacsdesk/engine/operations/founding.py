"""Makes a site: its administrator, its secret, last its settings file, whose presence says that the rest is there."""

import getpass
import secrets
from dataclasses import dataclass

from pacsdesk.contract.errors import AlreadyExists, InvalidInput
from pacsdesk.contract.records.engine import Profile
from pacsdesk.contract.records.security import Actor, ActorKind, RoleName
from pacsdesk.engine.runtime.paths import DataFolder
from pacsdesk.engine.runtime.platform import write_privately
from pacsdesk.engine.runtime.settings import Value
from pacsdesk.engine.runtime.settings_file import write_first_settings
from pacsdesk.engine.security.users import Accounts

_FOUNDER = Actor(ActorKind.SYSTEM, "pacsdesk init", frozenset())


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
    write_first_settings(folder.settings, _first_values(order))


def _first_values(order: SiteOrder) -> dict[str, Value]:
    values: dict[str, Value] = {"site.name": order.site_name, "site.profile": order.profile}
    if order.profile is Profile.CLASSROOM:
        # invented patients only, and callers are let in from this computer alone
        values["dicom.accept_unknown_callers"] = True
    return values
