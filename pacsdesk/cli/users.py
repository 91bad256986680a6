"""Accounts from the command line; passwords come on standard input, never as arguments."""

import sys
from argparse import ArgumentParser

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import moment
from pacsdesk.cli.naming import suggesting
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
    users, name = invocation.services.users, invocation.args.name
    with suggesting(name, lambda: [user.name for user in users.list()]):
        users.remove(name)
    invocation.out.record({"removed": name}, f"{name} is removed.")
    return Exit.DONE


def read_password() -> str:
    """The first line of standard input."""
    return sys.stdin.readline().rstrip("\r\n")


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
