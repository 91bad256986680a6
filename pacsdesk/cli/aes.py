"""AE titles: our own further ones; the main one is a setting."""

from argparse import ArgumentParser, Namespace
from contextlib import AbstractContextManager
from dataclasses import replace

from pacsdesk.cli.arguments import peer_services, port, saying_why
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.noticed import remark_line, remarks_by_name
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.peers import PeerService
from pacsdesk.contract.types import AETitle

_MAIN = "The main one is `pacsdesk settings get dicom.ae_title`."


def add(invocation: Invocation) -> int:
    """`pacsdesk aes add TITLE ...`"""
    args = invocation.args
    ae = invocation.services.aes.add(_with(args, OwnAE(args.title)), args.reason)
    invocation.out.record(ae, f"{ae.ae_title} is ours: {_sentence(ae)}")
    _tell_remarks(invocation, ae)
    return Exit.DONE


def change(invocation: Invocation) -> int:
    """`pacsdesk aes change TITLE ...`: what is not given stays."""
    args = invocation.args
    with _suggesting(invocation, args.title):
        old = invocation.services.aes.get(args.title)
    new = _with(args, replace(old, ae_title=args.rename or old.ae_title))
    ae = invocation.services.aes.change(args.title, new, args.reason)
    invocation.out.record(ae, f"{ae.ae_title} is changed: {_sentence(ae)}")
    _tell_remarks(invocation, ae)
    return Exit.DONE


def list_aes(invocation: Invocation) -> int:
    """`pacsdesk aes list`"""
    noticed = {} if invocation.out.is_json else remarks_by_name(invocation.services.aes.remarks())
    invocation.out.records(
        invocation.services.aes.list(),
        (
            ("AE title", lambda ae: ae.ae_title),
            ("Address", lambda ae: ae.host),
            ("Port", lambda ae: "as the main one" if ae.port is None else ae.port),
            ("Provides", lambda ae: ",".join(ae.allow)),
            ("Aliases", lambda ae: ", ".join(ae.aliases)),
            ("Notes", lambda ae: ae.notes),
            ("Noticed", lambda ae: ", ".join(one.code for one in noticed.get(ae.ae_title, ()))),
        ),
        f"We have no further AE titles. {_MAIN} Add one with `pacsdesk aes add TITLE`.",
    )
    return Exit.DONE


def remove(invocation: Invocation) -> int:
    """`pacsdesk aes remove TITLE`"""
    with _suggesting(invocation, invocation.args.title):
        ae = invocation.services.aes.remove(invocation.args.title, invocation.args.reason)
    invocation.out.record(ae, f"{ae.ae_title} is no title of ours any more.")
    return Exit.DONE


def _tell_remarks(invocation: Invocation, ae: OwnAE) -> None:
    if not invocation.out.is_json:
        for remark in remarks_by_name(invocation.services.aes.remarks()).get(ae.ae_title, ()):
            invocation.out.line(remark_line(remark))


def _suggesting(invocation: Invocation, title: str) -> AbstractContextManager[None]:
    return suggesting(title, lambda: [ae.ae_title for ae in invocation.services.aes.list()], "aes list")


def _sentence(ae: OwnAE) -> str:
    """Where it is called, for what, and as what else."""
    where = "where the main title is" if ae.port is None else f"at port {ae.port}{ae.host and f' of {ae.host}'}"
    provides = ", ".join(ae.allow) or "nothing"
    also = f" Also called {', '.join(ae.aliases)}." if ae.aliases else ""
    return f"called {where}, provides {provides}.{also}"


def _with(args: Namespace, old: OwnAE) -> OwnAE:
    """`old` with what was given on the line. Raises InvalidInput."""
    given = {
        field: value for field in ("port", "host", "allow", "notes") if (value := getattr(args, field)) is not None
    }
    if args.main_port:
        given |= {"port": None, "host": ""}
    if args.alias is not None:
        given["aliases"] = tuple(alias for alias in args.alias if alias)
    try:
        return replace(old, **given)
    except ValueError as error:
        raise InvalidInput(
            f"{old.ae_title} cannot be a title of ours.", f"{error}.", "Change what was given."
        ) from error


def _alias(word: str) -> AETitle | None:
    """An alias; "" for none."""
    return saying_why(AETitle)(word) if word else None


def _title_argument(parser: ArgumentParser) -> None:
    parser.add_argument("title", metavar="TITLE", help="of ours, as in `pacsdesk aes list`")


def _reason_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--reason", default="", metavar="TEXT", help="why, for the history")


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("title", type=saying_why(AETitle), metavar="TITLE", help="under which we are called")
    _further_arguments(parser)


def _change_arguments(parser: ArgumentParser) -> None:
    _title_argument(parser)
    parser.add_argument("--rename", type=saying_why(AETitle), metavar="TITLE", help="its new title")
    _further_arguments(parser)


def _remove_arguments(parser: ArgumentParser) -> None:
    _title_argument(parser)
    _reason_argument(parser)


def _further_arguments(parser: ArgumentParser) -> None:
    ports = parser.add_mutually_exclusive_group()
    ports.add_argument("--port", type=port, help="a port of its own")
    ports.add_argument("--main-port", action="store_true", help="at the main title's port, as without --port")
    parser.add_argument("--host", metavar="ADDRESS", help="where to listen, with --port; without: as the main title")
    parser.add_argument(
        "--allow",
        type=peer_services,
        metavar="SERVICES",
        help=f"what it provides, with commas between: {', '.join(PeerService)}",
    )
    parser.add_argument(
        "--alias", action="append", type=_alias, metavar="TITLE", help="a further title that counts as it; '' for none"
    )
    parser.add_argument("--notes", metavar="TEXT", help="for people")
    _reason_argument(parser)


ADD = Command(
    "aes add",
    "Take callers under a further title.",
    add,
    _add_arguments,
    example="aes add RESEARCH --port 11113 --allow echo,store --alias TEACHING",
)
LIST = Command("aes list", "List our further titles.", list_aes, example="aes list")
CHANGE = Command(
    "aes change",
    "Change a further title; what is not given stays.",
    change,
    _change_arguments,
    example="aes change RESEARCH --allow echo,store,find --reason 'the group wants to query'",
)
REMOVE = Command(
    "aes remove", "Take no more callers under a title.", remove, _remove_arguments, example="aes remove RESEARCH"
)
