"""What relays and sinks have in common on the command line: they run until Ctrl+C, and say each association."""

from argparse import ArgumentParser
from collections.abc import Callable
from threading import Event

from pacsdesk.cli.arguments import count, port
from pacsdesk.cli.command import Exit, Invocation
from pacsdesk.cli.formatting import amount, size
from pacsdesk.contract.records.relays import LOOPBACK, Listening, ListenOrder, SeenAssociation

_LOOK_AGAIN_S = 0.3
_HOUR = 3600


def order_of(invocation: Invocation) -> ListenOrder:
    """Where and how long, as it was typed."""
    args = invocation.args
    return ListenOrder(args.port, args.host, args.seconds, is_open=args.open)


def add_listening(parser: ArgumentParser) -> None:
    """Where and how long."""
    parser.add_argument("--port", type=port, required=True, help="to listen on")
    parser.add_argument("--host", default=LOOPBACK, help=f"the address to listen on (without: {LOOPBACK})")
    parser.add_argument(
        "--open", action="store_true", help="other computers may reach it: needed for any other address than this one's"
    )
    parser.add_argument(
        "--seconds", type=count, default=_HOUR, help=f"until it ends by itself (without: {_HOUR:,}, at most a day)"
    )


def say_as_they_come(
    invocation: Invocation,
    look: Callable[[], Listening],
    seen: Callable[[], tuple[SeenAssociation, ...]],
    get: Callable[[int], SeenAssociation],
    stop: Callable[[], Listening],
) -> int:
    """Say each association once it is over, until the listener has ended or Ctrl+C ends it."""
    told = 0
    try:
        while True:
            listening = look()
            told = _tell_new(invocation, seen(), told, get)
            if not listening.is_running:
                break
            Event().wait(_LOOK_AGAIN_S)
    except KeyboardInterrupt:
        listening = stop()
        told = _tell_new(invocation, seen(), told, get)
    turned_away = f", {listening.turned_away:,} turned away" if listening.turned_away else ""
    invocation.out.line(f"Ended: {amount(listening.seen, 'connection')}{turned_away}.")
    return Exit.DONE


def _tell_new(
    invocation: Invocation, seen: tuple[SeenAssociation, ...], told: int, get: Callable[[int], SeenAssociation]
) -> int:
    """Those that ended, in their order; up to which number all were told."""
    for one in sorted(seen, key=lambda one: one.number):
        if one.number <= told:
            continue
        if one.ended_at is None:
            break
        if invocation.out.is_json:
            invocation.out.document_line(get(one.number))
        else:
            invocation.out.line(_line(one))
        told = one.number
    invocation.out.finish()
    return told


def _line(one: SeenAssociation) -> str:
    titles = f"{one.calling_ae_title or 'nobody'} called {one.called_ae_title or 'nobody'}"
    done = ", ".join(f"{each.operation} {each.status:04X} x {each.count:,}" for each in one.operations) or "no request"
    passed = f"{size(one.bytes_from_caller)} there, {size(one.bytes_to_caller)} back"
    problem = f": {one.problem}" if one.problem else ""
    return f"{one.number:>4}  {one.address}  {titles}  {done}  {passed}  {one.end}{problem}"
