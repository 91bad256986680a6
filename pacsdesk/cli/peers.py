"""Peers: remote AEs that we know."""

from argparse import ArgumentParser
from contextlib import AbstractContextManager
from typing import Any

from pacsdesk.cli.arguments import peer_services, port, saying_why
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import moment
from pacsdesk.cli.naming import suggesting
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService, TlsMode
from pacsdesk.contract.types import AETitle

_ENCRYPTION = {TlsMode.PLAIN: "without TLS", TlsMode.TLS: "with TLS", TlsMode.MUTUAL: "with mutual TLS"}
_SERVICES = f"what it may ask of us, with commas between: {', '.join(PeerService)}"


def add(invocation: Invocation) -> int:
    """`pacsdesk peers add NAME --ae-title AE ...`"""
    args = invocation.args
    peer = invocation.services.peers.add(
        _peer(
            name=args.name,
            ae_title=args.ae_title,
            host=args.host,
            port=args.port,
            tls=TlsMode(args.tls),
            allow=args.allow,
            notes=args.notes,
        )
    )
    invocation.out.record(peer, f"{peer.name} is entered: {_sentence(peer)}")
    return Exit.DONE


def change(invocation: Invocation) -> int:
    """`pacsdesk peers change NAME ...`: what is not given stays."""
    args = invocation.args
    old = _get(invocation, args.name)
    peer = invocation.services.peers.change(
        args.name,
        _peer(
            name=args.rename or old.name,
            ae_title=args.ae_title or old.ae_title,
            host=args.host or old.host,
            port=None if args.no_port else args.port or old.port,
            tls=TlsMode(args.tls) if args.tls else old.tls,
            allow=old.allow if args.allow is None else args.allow,
            notes=old.notes if args.notes is None else args.notes,
        ),
    )
    invocation.out.record(peer, f"{peer.name} is changed: {_sentence(peer)}")
    return Exit.DONE


def list_peers(invocation: Invocation) -> int:
    """`pacsdesk peers list`"""
    invocation.out.records(
        invocation.services.peers.list(),
        (
            ("Name", lambda peer: peer.name),
            ("AE title", lambda peer: peer.ae_title),
            ("Host", lambda peer: peer.host),
            ("Port", lambda peer: "" if peer.port is None else peer.port),
            ("TLS", lambda peer: peer.tls),
            ("May", lambda peer: ",".join(peer.allow)),
        ),
        "No peers yet. Add one with `pacsdesk peers add NAME --ae-title AE`.",
    )
    return Exit.DONE


def show(invocation: Invocation) -> int:
    """`pacsdesk peers show NAME`"""
    peer = _get(invocation, invocation.args.name)
    invocation.out.record(peer, f"{peer.name}: {_sentence(peer)} {peer.notes}".strip())
    return Exit.DONE


def remove(invocation: Invocation) -> int:
    """`pacsdesk peers remove NAME`"""
    with _suggesting(invocation, invocation.args.name):
        peer = invocation.services.peers.remove(invocation.args.name)
    invocation.out.record(peer, f"{peer.name} is removed.")
    return Exit.DONE


def list_refused(invocation: Invocation) -> int:
    """`pacsdesk peers refused`"""
    invocation.out.records(
        invocation.services.peers.refused_callers(),
        (
            ("Calling", lambda caller: caller.calling_ae_title),
            ("Called", lambda caller: caller.called_ae_title),
            ("Address", lambda caller: caller.address),
            ("Times", lambda caller: caller.times),
            ("Last", lambda caller: moment(caller.last_at)),
            ("Reason", lambda caller: caller.reason),
        ),
        "No caller was refused since the engine started.",
    )
    return Exit.DONE


def _get(invocation: Invocation, name: str) -> Peer:
    with _suggesting(invocation, name):
        return invocation.services.peers.get(name)


def _suggesting(invocation: Invocation, name: str) -> AbstractContextManager[None]:
    return suggesting(name, lambda: [peer.name for peer in invocation.services.peers.list()], "peers list")


def _sentence(peer: Peer) -> str:
    """Who it is, what it may ask of us, and whether we can ask anything of it."""
    called_from = "any address" if peer.host == ANY_HOST else peer.host
    may = f"may {', '.join(peer.allow)}" if peer.allow else "may ask for nothing"
    if peer.port is None:
        reached = "It only sends: there is no port at which to reach it."
    elif peer.host == ANY_HOST:
        reached = "It only sends: there is a port, but no host at which to reach it."
    else:
        reached = f"It is reached at {peer.host}:{peer.port}."
    return f"{peer.ae_title} from {called_from}, {_ENCRYPTION[peer.tls]}, {may}. {reached}"


def _peer(**values: Any) -> Peer:  # Any: the fields of Peer, each of its own type
    try:
        return Peer(**values)
    except ValueError as error:
        raise InvalidInput(f"{values['name']!r} cannot be a peer.", f"{error}.", "Choose another name.") from error


def _name_argument(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="of the peer, as in `pacsdesk peers list`")


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="what people here call it")
    parser.add_argument(
        "--ae-title", type=saying_why(AETitle), required=True, metavar="AE", help="how it names itself, case counts"
    )
    parser.add_argument(
        "--host", default=ANY_HOST, help="name or address that it calls from and is reached at (without: any)"
    )
    parser.add_argument("--port", type=port, default=None, help="where it listens; without one it only sends")
    parser.add_argument(
        "--tls", choices=[str(mode) for mode in TlsMode], default=str(TlsMode.PLAIN), help="(without: plain)"
    )
    parser.add_argument(
        "--allow",
        type=peer_services,
        default=(PeerService.ECHO, PeerService.STORE),
        metavar="SERVICES",
        help=f"{_SERVICES} (without: echo,store)",
    )
    parser.add_argument("--notes", default="", metavar="TEXT", help="for people")


def _change_arguments(parser: ArgumentParser) -> None:
    _name_argument(parser)
    parser.add_argument("--rename", default="", metavar="NEW", help="its new name")
    parser.add_argument("--ae-title", type=saying_why(AETitle), default=None, metavar="AE", help="how it names itself")
    parser.add_argument("--host", default="", help="name or address that it calls from and is reached at, or any")
    ports = parser.add_mutually_exclusive_group()
    ports.add_argument("--port", type=port, default=None, help="where it listens")
    ports.add_argument("--no-port", action="store_true", help="it only sends")
    parser.add_argument("--tls", choices=[str(mode) for mode in TlsMode], default="", help="how it is recognised")
    parser.add_argument("--allow", type=peer_services, default=None, metavar="SERVICES", help=_SERVICES)
    parser.add_argument("--notes", default=None, metavar="TEXT", help="for people")


ADD = Command(
    "peers add",
    "Enter a remote AE.",
    add,
    _add_arguments,
    example="peers add 'CT 1' --ae-title CT01 --host 192.0.2.10 --allow echo,store",
)
LIST = Command("peers list", "List remote AEs.", list_peers, example="peers list")
SHOW = Command("peers show", "Show one remote AE.", show, _name_argument, example="peers show 'CT 1'")
CHANGE = Command(
    "peers change",
    "Change a remote AE; what is not given stays.",
    change,
    _change_arguments,
    example="peers change 'CT 1' --port 104 --notes 'in room 3'",
)
REMOVE = Command("peers remove", "Take a remote AE out.", remove, _name_argument, example="peers remove 'CT 1'")
REFUSED = Command("peers refused", "List callers that were turned away.", list_refused, example="peers refused")
