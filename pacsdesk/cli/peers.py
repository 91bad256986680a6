"""Peers: remote AEs that we know."""

from argparse import ArgumentParser, Namespace
from contextlib import AbstractContextManager
from dataclasses import replace

from pacsdesk.cli.arguments import one_of, peer_services, port, saying_why
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import moment
from pacsdesk.cli.naming import suggesting
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.peers import ANY_HOST, Peer, PeerService, SameUidPolicy, TlsMode
from pacsdesk.contract.types import AETitle

_ENCRYPTION = {TlsMode.PLAIN: "without TLS", TlsMode.TLS: "with TLS", TlsMode.MUTUAL: "with mutual TLS"}
_SAME_UID = {
    SameUidPolicy.KEEP_FIRST: "",
    SameUidPolicy.NEWEST_WINS: " What it sends under a stored UID takes the place of the older.",
    SameUidPolicy.REFUSE: " Other content that it sends under a stored UID is refused.",
}
_FIELDS = ("ae_title", "host", "port", "tls", "allow", "same_uid", "notes")
_AE_TITLE = "how it names itself, case counts"
_PORT = "where it listens"


def add(invocation: Invocation) -> int:
    """`pacsdesk peers add NAME --ae-title AE ...`"""
    args = invocation.args
    peer = invocation.services.peers.add(_with(args, Peer("new", args.ae_title, ANY_HOST, None), args.name))
    invocation.out.record(peer, f"{peer.name} is entered: {_sentence(peer)}")
    return Exit.DONE


def change(invocation: Invocation) -> int:
    """`pacsdesk peers change NAME ...`: what is not given stays."""
    args = invocation.args
    old = _get(invocation, args.name)
    new = _with(args, old, args.rename or old.name)
    if args.no_port:
        new = replace(new, port=None)
    peer = invocation.services.peers.change(args.name, new)
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
    return f"{peer.ae_title} from {called_from}, {_ENCRYPTION[peer.tls]}, {may}. {reached}{_SAME_UID[peer.same_uid]}"


def _with(args: Namespace, old: Peer, name: str) -> Peer:
    """`old` under a name, with what was given on the line. Raises InvalidInput."""
    given = {field: value for field in _FIELDS if (value := getattr(args, field)) is not None}
    try:
        return replace(old, name=name, **given)
    except ValueError as error:
        raise InvalidInput(f"{name!r} cannot be a peer.", f"{error}.", "Choose another name.") from error


def _name_argument(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="of the peer, as in `pacsdesk peers list`")


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="what people here call it")
    parser.add_argument("--ae-title", type=saying_why(AETitle), required=True, metavar="AE", help=_AE_TITLE)
    parser.add_argument("--port", type=port, help=f"{_PORT}; without one it only sends")
    _further_arguments(parser, is_new=True)


def _change_arguments(parser: ArgumentParser) -> None:
    _name_argument(parser)
    parser.add_argument("--rename", default="", metavar="NEW", help="its new name")
    parser.add_argument("--ae-title", type=saying_why(AETitle), metavar="AE", help=_AE_TITLE)
    ports = parser.add_mutually_exclusive_group()
    ports.add_argument("--port", type=port, help=_PORT)
    ports.add_argument("--no-port", action="store_true", help="it only sends")
    _further_arguments(parser, is_new=False)


def _further_arguments(parser: ArgumentParser, is_new: bool) -> None:
    """What a new peer need not be given; `Peer` itself has the defaults, which help names for a new one alone."""

    def unless_given(value: str) -> str:
        return f" (without: {value})" if is_new else ""

    parser.add_argument("--host", help=f"name or address that it calls from and is reached at{unless_given('any')}")
    parser.add_argument(
        "--tls",
        type=one_of(TlsMode),
        metavar="|".join(TlsMode),
        help=f"how it is recognised{unless_given('plain')}",
    )
    parser.add_argument(
        "--allow",
        type=peer_services,
        metavar="SERVICES",
        help=f"what it may ask of us, with commas between: {', '.join(PeerService)}{unless_given('echo,store')}",
    )
    parser.add_argument(
        "--same-uid",
        type=one_of(SameUidPolicy),
        metavar="POLICY",
        help="when it sends other content under a stored SOP Instance UID: keep-first (the second is listed as a "
        f"conflict), newest-wins (the older goes to the trash) or refuse{unless_given('keep-first')}",
    )
    parser.add_argument("--notes", metavar="TEXT", help="for people")


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
