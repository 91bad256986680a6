"""A relay in the foreground: what passes to a peer is said as it comes."""

from argparse import ArgumentParser

from pacsdesk.cli.command import Command, Invocation
from pacsdesk.cli.listening import add_listening, order_of, say_as_they_come
from pacsdesk.cli.naming import suggesting


def relay(invocation: Invocation) -> int:
    """`pacsdesk relay NAME --port PORT`"""
    args, relays = invocation.args, invocation.services.relays
    with suggesting(args.name, lambda: [peer.name for peer in invocation.services.peers.list()], "peers list"):
        if args.unmasked:
            started = relays.start_unmasked(args.name, order_of(invocation))
        else:
            started = relays.start(args.name, order_of(invocation), not args.no_trace)
    listening, relay_id = started.listening, started.relay_id
    if invocation.out.is_json:
        invocation.out.document_line(started)
    invocation.out.line(
        f"{listening.host} port {listening.port} passes on to {started.peer_name} "
        f"({started.peer_host} port {started.peer_port}). Ctrl+C ends it."
    )
    if started.trace_id:
        invocation.out.line(f"`pacsdesk traces show {started.trace_id}` shows what passed.")
    return say_as_they_come(
        invocation,
        lambda: next(one for one in relays.list() if one.relay_id == relay_id).listening,
        lambda: relays.associations(relay_id),
        lambda: relays.stop(relay_id).listening,
    )


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="of the peer to pass on to, as in `pacsdesk peers list`")
    add_listening(parser)
    parser.add_argument("--no-trace", action="store_true", help="show what passes, record no PDUs")
    parser.add_argument("--unmasked", action="store_true", help="record patient data too; needs a permission, audited")


RELAY = Command(
    "relay",
    "Pass associations on to a peer and show what passes, until Ctrl+C.",
    relay,
    _arguments,
    example="relay PACS --port 11114",
)
