"""Associations: who is connected now, what past ones were and did."""

from argparse import ArgumentParser
from functools import partial

from pacsdesk.cli.arguments import count
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount, moment, size
from pacsdesk.cli.studies import all_pages
from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationFilter,
    NegotiatedItem,
)


def list_associations(invocation: Invocation) -> int:
    """`pacsdesk associations list [WORDS ...]`: those that are over; with --live those that are open."""
    args, associations = invocation.args, invocation.services.associations
    if args.live:
        rows = [detail.summary for detail in associations.live()]
        empty = "Nobody is connected."
    else:
        which = AssociationFilter(" ".join(args.words), only_failed=args.failed)
        rows = list(all_pages(partial(associations.past, which), args.limit))
        empty = "The journal has no such association."
    invocation.out.records(
        rows,
        (
            ("Began", lambda one: moment(one.began_at)),
            ("Direction", lambda one: one.direction),
            ("Calling", lambda one: one.calling_ae_title),
            ("Called", lambda one: one.called_ae_title),
            ("Address", lambda one: one.address),
            ("State", lambda one: one.state),
            ("Requests", lambda one: one.operations),
            ("Failed", lambda one: one.failures or ""),
            ("Received", lambda one: size(one.bytes_received)),
            ("Problem", lambda one: one.problem),
            ("ID", lambda one: one.association_id),
        ),
        empty,
    )
    return Exit.DONE


def show(invocation: Invocation) -> int:
    """`pacsdesk associations show ID`"""
    detail = invocation.services.associations.get(invocation.args.association)
    invocation.out.record(detail, "\n".join(_lines(detail)))
    return Exit.DONE


def end(invocation: Invocation) -> int:
    """`pacsdesk associations end ID`"""
    detail = invocation.services.associations.end(invocation.args.association)
    summary = detail.summary
    invocation.out.record(
        detail,
        f"The association of {summary.calling_ae_title} from {summary.address} ends as soon as nothing is under way.",
    )
    return Exit.DONE


def _lines(detail: AssociationDetail) -> list[str]:
    summary = detail.summary
    lines = [
        f"{summary.calling_ae_title} from {summary.address} called {summary.called_ae_title}: {summary.state}",
        f"  began {moment(summary.began_at)}" + (f", ended {moment(summary.ended_at)}" if summary.ended_at else ""),
        *([f"  {summary.problem}"] if summary.problem else []),
        f"  entered as {summary.peer_name}" if summary.peer_name else "  not entered as a peer",
        f"  it is {detail.implementation_version_name or 'nameless'} ({detail.implementation_class_uid or 'no UID'})",
        f"  largest PDU: {_length(detail.their_maximum_length)} there, {_length(detail.our_maximum_length)} here",
        f"  {size(summary.bytes_received)} received, {size(summary.bytes_sent)} sent",
    ]
    lines += [f"  {one.operation} answered {one.status:04X}: {one.count:,}" for one in detail.operations]
    return lines + [f"  {_item(item)}" for item in detail.items]


def _item(item: NegotiatedItem) -> str:
    if item.accepted:
        return f"{item.context_id:>3} {item.abstract_syntax}: {item.accepted}"
    offered = amount(len(item.proposed), "transfer syntax", "transfer syntaxes")
    return f"{item.context_id:>3} {item.abstract_syntax}: not accepted (result {item.result}, {offered} offered)"


def _length(length: int) -> str:
    return f"{length:,} bytes" if length else "any"


def _list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORD", help="in a title, an address, a peer's name or the problem")
    parser.add_argument("--live", action="store_true", help="those that are open now instead")
    parser.add_argument("--failed", action="store_true", help="only what was refused, cut short or answered a failure")
    parser.add_argument("--limit", type=count, default=100, help="at most so many, newest first (0: all)")


def _id_argument(parser: ArgumentParser) -> None:
    parser.add_argument("association", metavar="ID", help="as in `pacsdesk associations list`")


LIST = Command(
    "associations list",
    "List associations that are over, or with --live those that are open.",
    list_associations,
    _list_arguments,
    example="associations list CT01 --failed",
)
SHOW = Command(
    "associations show",
    "Show what was agreed and done in one association.",
    show,
    _id_argument,
    example="associations show 0b5c7e5d0c1f4f3e8a54c2f1d6a7b8c9",
)
END = Command(
    "associations end",
    "End an open association.",
    end,
    _id_argument,
    example="associations end 0b5c7e5d0c1f4f3e8a54c2f1d6a7b8c9",
)
