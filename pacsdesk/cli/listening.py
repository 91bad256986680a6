"""What relays and sinks have in common on the command line: they run until Ctrl+C, and say each association."""

from argparse import ArgumentParser
from collections.abc import Callable
from threading import Event

from pacsdesk.cli.arguments import count, port
from pacsdesk.cli.associations import ENDED_BY
from pacsdesk.cli.command import Exit, Invocation
from pacsdesk.cli.formatting import amount, size
from pacsdesk.contract.records.associations import AssociationDetail
from pacsdesk.contract.records.relays import LOOPBACK, Listening, ListenOrder

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
    seen: Callable[[], tuple[AssociationDetail, ...]],
    stop: Callable[[], Listening],
) -> int:
    """Say each association once it is over, until the listener has ended or Ctrl+C ends it."""
    told: set[str] = set()
    try:
        while True:
            listening = look()
            _tell_new(invocation, seen(), told)
            if not listening.is_running:
                break
            Event().wait(_LOOK_AGAIN_S)
    except KeyboardInterrupt:
        listening = stop()
        _tell_new(invocation, seen(), told)
    turned_away = f", {listening.turned_away:,} turned away" if listening.turned_away else ""
    invocation.out.line(f"Ended: {amount(listening.seen, 'connection')}{turned_away}.")
    return Exit.DONE


def _tell_new(invocation: Invocation, seen: tuple[AssociationDetail, ...], told: set[str]) -> None:
    """Those that ended since, the first to end first; `told` has them then."""
    over = [(one.summary.ended_at, one) for one in seen if one.summary.association_id not in told]
    for _at, one in sorted(((at, one) for at, one in over if at), key=lambda each: each[0]):
        told.add(one.summary.association_id)
        if invocation.out.is_json:
            invocation.out.document_line(invocation.services.associations.get(one.summary.association_id))
        else:
            invocation.out.line(_line(one))
    invocation.out.finish()


def _line(one: AssociationDetail) -> str:
    summary = one.summary
    titles = f"{summary.calling_ae_title or 'nobody'} called {summary.called_ae_title or 'nobody'}"
    done = ", ".join(f"{each.operation} {each.status:04X} x {each.count:,}" for each in one.operations) or "no request"
    passed = f"{size(summary.bytes_received)} there, {size(summary.bytes_sent)} back"
    by = f" by {ENDED_BY[one.end.by]}" if one.end.by else ""
    problem = f": {summary.problem}" if summary.problem else ""
    return f"{summary.association_id[:8]}  {summary.address}  {titles}  {done}  {passed}  {summary.state}{by}{problem}"
