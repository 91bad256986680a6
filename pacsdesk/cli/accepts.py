"""What a peer accepts: SOP classes against transfer syntaxes, and where two peers differ."""

from argparse import ArgumentParser
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

from pacsdesk.cli.arguments import saying_why
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.telling import tell_findings
from pacsdesk.contract.records.matrices import (
    CellState,
    MatrixCell,
    MatrixDifference,
    MatrixOrder,
    NamedUid,
    NegotiationMatrix,
    differences,
)
from pacsdesk.contract.types import AETitle, SOPClassUID, TransferSyntaxUID


@dataclass(frozen=True, slots=True)
class Compared:
    """The answer for scripts, of two peers."""

    one: NegotiationMatrix
    other: NegotiationMatrix
    differences: tuple[MatrixDifference, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A SOP class for people."""

    kind: str
    name: str
    accepted: str
    refused: str


def accepts(invocation: Invocation) -> int:
    """`pacsdesk accepts NAME [OTHER]`"""
    args, out = invocation.args, invocation.out
    one = _matrix(invocation, args.name)
    if not args.other:
        if out.is_json:
            out.document(one)
        else:
            _tell(invocation, one)
        return Exit.FAILED if one.has_failed else Exit.DONE
    other = _matrix(invocation, args.other)
    found = differences(one, other)
    if out.is_json:
        out.document(Compared(one, other, found))
    else:
        _tell_differences(invocation, one, other, found)
    return Exit.FAILED if one.has_failed or other.has_failed else Exit.DONE


def _matrix(invocation: Invocation, name: str) -> NegotiationMatrix:
    args, services = invocation.args, invocation.services
    order = MatrixOrder(tuple(args.sop_class), tuple(args.transfer_syntax), args.calling, uuid4().hex)
    with suggesting(name, lambda: [peer.name for peer in services.peers.list()], "peers list"):
        try:
            return services.sends.matrix(name, order)
        except KeyboardInterrupt:
            services.sends.stop(order.ticket)
            raise


def _tell(invocation: Invocation, matrix: NegotiationMatrix) -> None:
    out = invocation.out
    out.records(
        _rows(matrix),
        (
            ("Kind", lambda row: row.kind),
            ("SOP class", lambda row: row.name),
            ("Accepted in", lambda row: row.accepted),
            ("Not accepted", lambda row: row.refused),
        ),
        f"{matrix.peer}: {matrix.problem or 'stopped before its end'}",
    )
    _tell_sides(invocation, matrix)
    out.line("")
    tell_findings(out, matrix.findings)


def _rows(matrix: NegotiationMatrix) -> list[_Row]:
    cells, names = matrix.by_pair(), {one.uid: one.name or one.uid for one in matrix.columns}
    rows = []
    for row in matrix.rows:
        asked = [cells[row.uid, column.uid] for column in matrix.columns if (row.uid, column.uid) in cells]
        if asked:
            taken = [one for one in asked if one.state is CellState.ACCEPTED]
            refused = [one for one in asked if one.state is not CellState.ACCEPTED]
            rows.append(_Row(row.kind, row.name or row.uid, _syntaxes(taken, asked, names), _reasons(refused)))
    return rows


def _syntaxes(taken: list[MatrixCell], asked: list[MatrixCell], names: dict[str, str]) -> str:
    """Few are named: those that are taken, or those that are not."""
    if len(taken) == len(asked):
        return "all"
    if len(taken) > len(asked) / 2:
        return "all but " + ", ".join(names[one.transfer_syntax_uid] for one in asked if one not in taken)
    return ", ".join(names[one.transfer_syntax_uid] for one in taken) or "none"


def _reasons(refused: Iterable[MatrixCell]) -> str:
    words = [one.words for one in refused]
    return ", ".join(f"{word} ({words.count(word)})" for word in dict.fromkeys(words))


def _tell_sides(invocation: Invocation, matrix: NegotiationMatrix) -> None:
    if matrix.theirs and matrix.ours:
        implementation = matrix.theirs.implementation_version_name or matrix.theirs.implementation_class_uid
        invocation.out.line(
            f"{matrix.peer} ({implementation}): PDUs up to {matrix.theirs.max_pdu_length} bytes, ours up to "
            f"{matrix.ours.max_pdu_length}; {len(matrix.cells)} pairs asked on {matrix.associations} associations in "
            f"{matrix.milliseconds:,.0f} ms, as {matrix.calling_ae_title}. Nothing was sent."
        )
    if matrix.problem and matrix.cells:
        invocation.out.line(f"Not all pairs were answered: {matrix.problem}")


def _tell_differences(
    invocation: Invocation, one: NegotiationMatrix, other: NegotiationMatrix, found: tuple[MatrixDifference, ...]
) -> None:
    out, names = invocation.out, _names((*one.rows, *one.columns, *other.rows, *other.columns))
    out.records(
        found,
        (
            ("SOP class", lambda each: names[each.sop_class_uid]),
            ("Transfer syntax", lambda each: names[each.transfer_syntax_uid]),
            (one.peer, lambda each: each.one.words if each.one else "not asked"),
            (other.peer, lambda each: each.other.words if each.other else "not asked"),
        ),
        f"{one.peer} and {other.peer} accept the same."
        if one.cells and other.cells
        else f"{one.peer} and {other.peer} cannot be compared.",
    )
    for matrix in (one, other):
        _tell_sides(invocation, matrix)
        tell_findings(out, matrix.findings)


def _names(named: Iterable[NamedUid]) -> dict[str, str]:
    return {one.uid: one.name or one.uid for one in named}


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="of the peer, as in `pacsdesk peers list`")
    parser.add_argument("other", metavar="OTHER", nargs="?", default="", help="of another, to see where they differ")
    parser.add_argument(
        "--sop-class",
        action="append",
        default=[],
        type=saying_why(SOPClassUID),
        metavar="UID",
        help="ask about this one alone; as often as you like",
    )
    parser.add_argument(
        "--transfer-syntax",
        action="append",
        default=[],
        type=saying_why(TransferSyntaxUID),
        metavar="UID",
        help="ask about this one alone; as often as you like",
    )
    parser.add_argument(
        "--calling",
        type=saying_why(AETitle),
        metavar="AE",
        help="ask as this AE title (without: our own); the audit names it",
    )


ACCEPTS = Command(
    "accepts",
    "Ask a peer which kinds of objects it takes, or where two peers differ.",
    accepts,
    _arguments,
    example="accepts PACS ARCHIVE",
)
