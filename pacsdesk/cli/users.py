"""Accounts from the command line; passwords come on standard input, never as arguments."""

import sys
from argparse import ArgumentParser
from contextlib import AbstractContextManager
from getpass import getpass

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import moment
from pacsdesk.cli.naming import suggesting
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.security import RoleName


def list_users(invocation: Invocation) -> int:
    """`pacsdesk users list`"""
    invocation.out.records(
        invocation.services.users.list(),
        (
            ("Name", lambda user: user.name),
            ("Role", lambda user: user.role),
            ("May sign in", lambda user: "yes" if user.is_enabled else "no"),
            ("Last", lambda user: moment(user.last_signed_in_at) if user.last_signed_in_at else "never"),
        ),
        "There are no users.",
    )
    return Exit.DONE


def add(invocation: Invocation) -> int:
    """`pacsdesk users add NAME --role ROLE` with the password on standard input."""
    args = invocation.args
    user = invocation.services.users.add(args.name, read_password(), RoleName(args.role))
    invocation.out.record(user, f"{user.name} is made, as {user.role}.")
    return Exit.DONE


def remove(invocation: Invocation) -> int:
    """`pacsdesk users remove NAME`"""
    name = invocation.args.name
    with _suggesting(invocation):
        invocation.services.users.remove(name)
    invocation.out.record({"removed": name}, f"{name} is removed.")
    return Exit.DONE


def allow(invocation: Invocation) -> int:
    """`pacsdesk users enable NAME`"""
    return _set_enabled(invocation, True)


def forbid(invocation: Invocation) -> int:
    """`pacsdesk users disable NAME`"""
    return _set_enabled(invocation, False)


def change_password(invocation: Invocation) -> int:
    """`pacsdesk users password`: the old one is what signs in, the new one comes on standard input."""
    name = invocation.connection.user_name
    if not name:
        raise InvalidInput(
            "Nobody is named.",
            "Without --user the account of this computer signs in, which has no password.",
            "Add --user NAME --password-file FILE.",
        )
    old = invocation.connection.password()
    invocation.services.users.change_own_password(old, read_password())
    invocation.out.record(
        {"changed": name},
        f"The password of {name} is changed. {invocation.connection.password_file} holds the old one.",
    )
    return Exit.DONE


def read_password() -> str:
    """The first line of standard input; at a terminal it is asked for twice, unseen. Raises InvalidInput."""
    if sys.stdin is None or not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n") if sys.stdin else ""
    password = getpass("Password: ")
    if getpass("Once more: ") != password:
        raise InvalidInput("The two passwords are not the same.", "Nothing was changed.", "Try again.")
    return password


def _set_enabled(invocation: Invocation, is_enabled: bool) -> int:
    with _suggesting(invocation):
        user = invocation.services.users.set_enabled(invocation.args.name, is_enabled)
    invocation.out.record(user, f"{user.name} may {'' if user.is_enabled else 'not '}sign in.")
    return Exit.DONE


def _suggesting(invocation: Invocation) -> AbstractContextManager[None]:
    return suggesting(
        invocation.args.name, lambda: [user.name for user in invocation.services.users.list()], "users list"
    )


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="with which they sign in")
    parser.add_argument(
        "--role",
        choices=[str(role) for role in RoleName],
        default=str(RoleName.STAFF),
        help=f"what they may do (without: {RoleName.STAFF})",
    )


def _name_argument(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="of the account, as in `pacsdesk users list`")


LIST = Command("users list", "List accounts.", list_users, example="users list")
ADD = Command(
    "users add",
    "Make an account; its password is read from standard input.",
    add,
    _add_arguments,
    example="users add ann --role staff",
)
REMOVE = Command("users remove", "Delete an account.", remove, _name_argument, example="users remove ann")
ENABLE = Command("users enable", "Let an account sign in again.", allow, _name_argument, example="users enable ann")
DISABLE = Command(
    "users disable",
    "Let an account sign in no more, and end its sessions.",
    forbid,
    _name_argument,
    example="users disable ann",
)
PASSWORD = Command(
    "users password",
    "Change your own password; the new one is read from standard input.",
    change_password,
    example="users password --user ann --password-file FILE",
)
