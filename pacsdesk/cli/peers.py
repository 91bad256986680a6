"""Peers: remote AEs that we know."""

from contextlib import AbstractContextManager
from dataclasses import replace

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import moment
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.noticed import remark_line, remarks_by_name
from pacsdesk.cli.peer_arguments import (
    add_arguments,
    block_arguments,
    change_arguments,
    name_argument,
    peer_with,
    remove_arguments,
)
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.peers import ANY_HOST, AddressCheck, Peer, SameUidPolicy, TlsMode

_ENCRYPTION = {TlsMode.PLAIN: "without TLS", TlsMode.TLS: "with TLS", TlsMode.MUTUAL: "with mutual TLS"}
_CALLS_FROM = {
    AddressCheck.EXACT: "{host}",
    AddressCheck.SUBNET: "the network of {host}",
    AddressCheck.OFF: "any address",
}
_SAME_UID = {
    SameUidPolicy.KEEP_FIRST: "",
    SameUidPolicy.NEWEST_WINS: " What it sends under a stored UID takes the place of the older.",
    SameUidPolicy.REFUSE: " Other content that it sends under a stored UID is refused.",
}


def add(invocation: Invocation) -> int:
    """`pacsdesk peers add NAME --ae-title AE ...`"""
    args = invocation.args
    peer = invocation.services.peers.add(
        peer_with(args, Peer("new", args.ae_title, ANY_HOST, None), args.name), args.reason
    )
    invocation.out.record(peer, f"{peer.name} is entered: {_sentence(peer)}")
    _tell_remarks(invocation, peer.name)
    return Exit.DONE


def change(invocation: Invocation) -> int:
    """`pacsdesk peers change NAME ...`: what is not given stays."""
    args = invocation.args
    old = _get(invocation, args.name)
    new = peer_with(args, old, args.rename or old.name)
    if args.no_port:
        new = replace(new, port=None)
    peer = invocation.services.peers.change(args.name, new, args.reason)
    invocation.out.record(peer, f"{peer.name} is changed: {_sentence(peer)}")
    _tell_remarks(invocation, peer.name)
    return Exit.DONE


def block(invocation: Invocation) -> int:
    """`pacsdesk peers block AE --host HOST`"""
    args = invocation.args
    name = args.name or f"{args.ae_title} {args.host}"
    blocked = Peer(name, args.ae_title, args.host, None, allow=())
    peer = invocation.services.peers.add(blocked, args.reason or "blocked")
    told = f"{peer.ae_title} from {peer.host} is blocked: it is rejected, and only the audit notes it, once a day."
    invocation.out.record(peer, told)
    return Exit.DONE


def unblock(invocation: Invocation) -> int:
    """`pacsdesk peers unblock NAME-or-AE`"""
    name = _blocked_under(invocation, invocation.args.name)
    if not _get(invocation, name).is_blocked:
        raise InvalidInput(
            f"{name} is not blocked.", "It is an entry as others.", "`pacsdesk peers remove` takes it out."
        )
    peer = invocation.services.peers.remove(name, invocation.args.reason or "unblocked")
    told = f"{peer.ae_title} from {peer.host} is a stranger again: it is refused with the reason, and can be entered."
    invocation.out.record(peer, told)
    return Exit.DONE


def _blocked_under(invocation: Invocation, name: str) -> str:
    """The entry's name where an AE title is given, as to block; the same where it is a name."""
    peers = invocation.services.peers.list()
    if any(peer.name == name for peer in peers):
        return name
    blocked = [peer.name for peer in peers if peer.is_blocked and peer.ae_title == name]
    if len(blocked) > 1:
        raise InvalidInput(f"{name} is blocked from several places.", ", ".join(blocked), "Give one of these names.")
    return blocked[0] if blocked else name


def list_peers(invocation: Invocation) -> int:
    """`pacsdesk peers list`"""
    noticed = {} if invocation.out.is_json else remarks_by_name(invocation.services.peers.remarks())
    invocation.out.records(
        invocation.services.peers.list(),
        (
            ("Name", lambda peer: peer.name),
            ("AE title", lambda peer: peer.ae_title),
            ("Host", lambda peer: peer.host),
            ("Port", lambda peer: "" if peer.port is None else peer.port),
            ("TLS", lambda peer: peer.tls),
            ("May", lambda peer: "blocked" if peer.is_blocked else ",".join(peer.allow)),
            ("Noticed", lambda peer: ", ".join(one.code for one in noticed.get(peer.name, ()))),
        ),
        "No peers yet. Add one with `pacsdesk peers add NAME --ae-title AE`.",
    )
    return Exit.DONE


def show(invocation: Invocation) -> int:
    """`pacsdesk peers show NAME`"""
    peer = _get(invocation, invocation.args.name)
    invocation.out.record(peer, f"{peer.name}: {_sentence(peer)} {peer.notes}".strip())
    _tell_remarks(invocation, peer.name)
    return Exit.DONE


def remove(invocation: Invocation) -> int:
    """`pacsdesk peers remove NAME`"""
    with _suggesting(invocation, invocation.args.name):
        peer = invocation.services.peers.remove(invocation.args.name, invocation.args.reason)
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


def _tell_remarks(invocation: Invocation, name: str) -> None:
    if not invocation.out.is_json:
        for remark in remarks_by_name(invocation.services.peers.remarks()).get(name, ()):
            invocation.out.line(remark_line(remark))


def _get(invocation: Invocation, name: str) -> Peer:
    with _suggesting(invocation, name):
        return invocation.services.peers.get(name)


def _suggesting(invocation: Invocation, name: str) -> AbstractContextManager[None]:
    return suggesting(name, lambda: [peer.name for peer in invocation.services.peers.list()], "peers list")


def _sentence(peer: Peer) -> str:
    """Who it is, what it may ask of us, and whether we can ask anything of it."""
    if peer.is_blocked:
        return f"{peer.ae_title} from {peer.host} is blocked."
    called_from = "any address" if peer.host == ANY_HOST else _CALLS_FROM[peer.address_check].format(host=peer.host)
    may = f"may {', '.join(peer.allow)}" if peer.allow else "may ask for nothing"
    if peer.port is None:
        reached = "It only sends: there is no port at which to reach it."
    elif peer.host == ANY_HOST:
        reached = "It only sends: there is a port, but no host at which to reach it."
    else:
        reached = f"It is reached at {peer.host}:{peer.port}."
    head = f"{peer.ae_title} from {called_from}, {_ENCRYPTION[peer.tls]}, {may}."
    return f"{head} {reached}{_SAME_UID[peer.same_uid]}{_further(peer)}"


def _further(peer: Peer) -> str:
    """What was chosen beside, a sentence each."""
    waits = ", ".join(
        f"{seconds} s {what}"
        for what, seconds in (
            ("to connect", peer.timeouts.connect),
            ("to associate", peer.timeouts.associate),
            ("for an answer", peer.timeouts.answer),
        )
        if seconds
    )
    sentences = (
        f" We use its {', '.join(peer.uses)}." if peer.uses else "",
        f" Text goes to it in {peer.character_set}." if peer.character_set else "",
        f" It has {waits}." if waits else "",
        f" Contact: {peer.contact}." if peer.contact else "",
    )
    return "".join(sentences)


ADD = Command(
    "peers add",
    "Enter a remote AE.",
    add,
    add_arguments,
    example="peers add 'CT 1' --ae-title CT01 --host 192.0.2.10 --allow echo,store",
)
LIST = Command("peers list", "List remote AEs.", list_peers, example="peers list")
SHOW = Command("peers show", "Show one remote AE.", show, name_argument, example="peers show 'CT 1'")
CHANGE = Command(
    "peers change",
    "Change a remote AE; what is not given stays.",
    change,
    change_arguments,
    example="peers change 'CT 1' --port 104 --notes 'in room 3'",
)
REMOVE = Command("peers remove", "Take a remote AE out.", remove, remove_arguments, example="peers remove 'CT 1'")
BLOCK = Command(
    "peers block",
    "Refuse a caller from now on, without a word of it.",
    block,
    block_arguments,
    example="peers block CT99 --host 192.0.2.99 --reason 'a test device'",
)
UNBLOCK = Command(
    "peers unblock",
    "Make a blocked caller a stranger again.",
    unblock,
    remove_arguments,
    example="peers unblock CT99",
)
REFUSED = Command("peers refused", "List callers that were turned away.", list_refused, example="peers refused")
