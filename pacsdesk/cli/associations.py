"""Associations: who is connected now, what past ones were and did."""

from argparse import ArgumentParser
from functools import partial
from pathlib import Path

from pacsdesk.cli.arguments import count, one_of
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount, moment, size
from pacsdesk.cli.studies import all_pages
from pacsdesk.cli.telling import tell_findings
from pacsdesk.contract.records.associations import (
    AssociationDetail,
    AssociationFilter,
    AssociationSummary,
    Direction,
    EndedBy,
    NegotiatedItem,
)
from pacsdesk.contract.records.findings import Severity
from pacsdesk.link.journal_file import JournalFormat, write_journal

ENDED_BY = {EndedBy.CALLER: "the caller", EndedBy.CALLED: "the called side", EndedBy.HERE: "this archive"}


def list_associations(invocation: Invocation) -> int:
    """`pacsdesk associations list [WORDS ...]`: those that are over; with --live those that are open."""
    args, associations = invocation.args, invocation.services.associations
    if args.live:
        details = associations.live()
        rows = [one.summary for one in details if args.direction in (None, one.summary.direction)]
        empty = "Nobody is connected."
    else:
        which = AssociationFilter(" ".join(args.words), only_failed=args.failed, direction=args.direction)
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


def explain(invocation: Invocation) -> int:
    """`pacsdesk associations explain ID`"""
    findings = invocation.services.associations.explain(invocation.args.association)
    if invocation.out.is_json:
        invocation.out.document(findings)
    elif not findings:
        invocation.out.line("Nothing went wrong in it that the journal shows.")
    tell_findings(invocation.out, findings)
    return Exit.FAILED if any(one.severity is Severity.FAULT for one in findings) else Exit.DONE


def export(invocation: Invocation) -> int:
    """`pacsdesk associations export [WORDS ...] --to FILE`"""
    args = invocation.args
    which = AssociationFilter(" ".join(args.words), only_failed=args.failed, direction=args.direction)
    suffix = args.to.suffix.lower().lstrip(".")
    form = args.form or (JournalFormat(suffix) if suffix in tuple(JournalFormat) else JournalFormat.CSV)
    number = write_journal(invocation.services.associations, which, args.to, form)
    invocation.out.record(
        {"file": str(args.to), "associations": number}, f"{amount(number, 'association')} in {args.to}."
    )
    return Exit.DONE


def _lines(detail: AssociationDetail) -> list[str]:
    summary = detail.summary
    by = f" by {ENDED_BY[detail.end.by]}" if detail.end.by else ""
    lines = [
        f"{summary.calling_ae_title} from {summary.address} called {summary.called_ae_title}{_where(summary)}: "
        f"{summary.state}{by}",
        f"  began {moment(summary.began_at)}" + (f", ended {moment(summary.ended_at)}" if summary.ended_at else ""),
        *([f"  {summary.problem}"] if summary.problem else []),
        *(_sides_of_others(detail) if summary.through else _sides(detail)),
        *([f"  it offered a user identity: {detail.user_identity}"] if detail.user_identity else []),
    ]
    lines += [f"  {one.operation} answered {one.status:04X}: {one.count:,}" for one in detail.operations]
    lines += [f"  {_item(item)}" for item in detail.items]
    return lines + [f"  extended negotiation of {one.sop_class_uid}: {one.digits}" for one in detail.extended]


def _where(summary: AssociationSummary) -> str:
    match summary.direction:
        case Direction.RELAYED:
            return f" at {summary.called_address} through a relay"
        case Direction.SINK:
            return f" at {summary.called_address}, a sink"
        case _:
            return ""


def _sides(detail: AssociationDetail) -> list[str]:
    """Of one with this archive."""
    summary = detail.summary
    return [
        f"  entered as {summary.peer_name}" if summary.peer_name else "  not entered as a peer",
        f"  it is {detail.implementation_version_name or 'nameless'} ({detail.implementation_class_uid or 'no UID'})",
        f"  largest PDU: {_length(detail.their_maximum_length)} there, {_length(detail.our_maximum_length)} here",
        f"  {size(summary.bytes_received)} received, {size(summary.bytes_sent)} sent",
    ]


def _sides_of_others(detail: AssociationDetail) -> list[str]:
    """Of one that a relay passed on or a sink took."""
    summary, called = detail.summary, detail.called
    return [
        *([f"  the called side is entered as {summary.peer_name}"] if summary.peer_name else []),
        f"  the caller is {detail.implementation_version_name or 'nameless'} "
        f"({detail.implementation_class_uid or 'no UID'}), largest PDU {_length(detail.their_maximum_length)}",
        f"  the called side is {called.implementation_version_name or 'nameless'} "
        f"({called.implementation_class_uid or 'no UID'}), largest PDU {_length(called.maximum_length)}",
        f"  {size(summary.bytes_received)} from the caller, {size(summary.bytes_sent)} back",
    ]


def _item(item: NegotiatedItem) -> str:
    role = f" as {item.role}" if item.role else ""
    if item.accepted:
        return f"{item.context_id:>3} {item.abstract_syntax}{role}: {item.accepted}"
    offered = amount(len(item.proposed), "transfer syntax", "transfer syntaxes")
    return f"{item.context_id:>3} {item.abstract_syntax}{role}: not accepted (result {item.result}, {offered} offered)"


def _length(length: int) -> str:
    return f"{length:,} bytes" if length else "any"


def _add_narrowing(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="*", metavar="WORD", help="in a title, an address, a peer's name or the problem")
    parser.add_argument("--failed", action="store_true", help="only what was refused, cut short or answered a failure")
    parser.add_argument(
        "--direction",
        metavar="DIRECTION",
        type=one_of(Direction),
        help="only incoming, outgoing, relayed (passed on by a relay) or sink (taken by a sink)",
    )


def _list_arguments(parser: ArgumentParser) -> None:
    _add_narrowing(parser)
    parser.add_argument("--live", action="store_true", help="those that are open now instead")
    parser.add_argument("--limit", type=count, default=100, help="at most so many, newest first (0: all)")


def _id_argument(parser: ArgumentParser) -> None:
    parser.add_argument("association", metavar="ID", help="as in `pacsdesk associations list`")


def _export_arguments(parser: ArgumentParser) -> None:
    _add_narrowing(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="where to write; what was there is gone")
    parser.add_argument(
        "--format",
        dest="form",
        metavar="FORMAT",
        type=one_of(JournalFormat),
        help="csv (a line each) or json (everything); without: what the file's name ends with, else csv",
    )


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
EXPLAIN = Command(
    "associations explain",
    "Say why an association was refused, cut short or answered failures.",
    explain,
    _id_argument,
    example="associations explain 0b5c7e5d0c1f4f3e8a54c2f1d6a7b8c9",
)
EXPORT = Command(
    "associations export",
    "Write the journal of associations, or what words leave of it, into a file.",
    export,
    _export_arguments,
    example="associations export --failed --to journal.csv",
)
END = Command(
    "associations end",
    "End an open association.",
    end,
    _id_argument,
    example="associations end 0b5c7e5d0c1f4f3e8a54c2f1d6a7b8c9",
)
