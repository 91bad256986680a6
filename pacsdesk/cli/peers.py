"""Peers: remote AEs that we know."""

from argparse import ArgumentParser
from typing import Any

from pacsdesk.cli.arguments import peer_services, port, saying_why
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService, TlsMode
from pacsdesk.contract.types import AETitle


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
    invocation.out.record(peer, f"{peer.name} ({peer.ae_title}) may {', '.join(peer.allow)}.")
    return Exit.DONE


def change(invocation: Invocation) -> int:
    """`pacsdesk peers change NAME ...`: what is not given stays."""
    args = invocation.args
    old = invocation.services.peers.get(args.name)
    peer = invocation.services.peers.change(
        args.name,
        _peer(
            name=args.rename or old.name,
            ae_title=args.ae_title or old.ae_title,
            host=args.host or old.host,
            port=old.port if args.port is None else args.port,
            tls=TlsMode(args.tls) if args.tls else old.tls,
            allow=old.allow if args.allow is None else args.allow,
            notes=old.notes if args.notes is None else args.notes,
        ),
    )
    invocation.out.record(peer, f"{peer.name} is changed.")
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
    peer = invocation.services.peers.get(invocation.args.name)
    port = "sends only" if peer.port is None else f"port {peer.port}"
    invocation.out.record(
        peer,
        f"{peer.name}: {peer.ae_title} at {peer.host}, {port}, {peer.tls}, may {', '.join(peer.allow)}. {peer.notes}",
    )
    return Exit.DONE


def remove(invocation: Invocation) -> int:
    """`pacsdesk peers remove NAME`"""
    peer = invocation.services.peers.remove(invocation.args.name)
    invocation.out.record(peer, f"{peer.name} is removed.")
    return Exit.DONE


def _peer(**values: Any) -> Peer:  # Any: the fields of Peer, each of its own type
    try:
        return Peer(**values)
    except ValueError as error:
        raise InvalidInput(f"{values['name']!r} cannot be a peer.", f"{error}.", "Choose another name.") from error


def _name_argument(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--ae-title", type=saying_why(AETitle), required=True, metavar="AE")
    parser.add_argument("--host", default=ANY_HOST, help="name or address that it calls from and is reached at, or any")
    parser.add_argument("--port", type=port, default=None, help="where it listens; without one it only sends")
    parser.add_argument("--tls", choices=[str(mode) for mode in TlsMode], default=str(TlsMode.PLAIN))
    parser.add_argument(
        "--allow", type=peer_services, default=(PeerService.ECHO, PeerService.STORE), metavar="SERVICES"
    )
    parser.add_argument("--notes", default="")


def _change_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--rename", default="", metavar="NEW")
    parser.add_argument("--ae-title", type=saying_why(AETitle), default=None, metavar="AE")
    parser.add_argument("--host", default="")
    parser.add_argument("--port", type=port, default=None)
    parser.add_argument("--tls", choices=[str(mode) for mode in TlsMode], default="")
    parser.add_argument("--allow", type=peer_services, default=None, metavar="SERVICES")
    parser.add_argument("--notes", default=None)


ADD = Command("peers add", "Enter a remote AE.", add, _add_arguments)
LIST = Command("peers list", "List remote AEs.", list_peers)
SHOW = Command("peers show", "Show one remote AE.", show, _name_argument)
CHANGE = Command("peers change", "Change a remote AE; what is not given stays.", change, _change_arguments)
REMOVE = Command("peers remove", "Take a remote AE out.", remove, _name_argument)
