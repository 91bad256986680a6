"""Retrievals by C-MOVE: a peer sends what it has to us, or to a third AE."""

from argparse import ArgumentParser

from pacsdesk.cli.arguments import saying_why
from pacsdesk.cli.command import Command, Invocation
from pacsdesk.cli.retrieving import common_arguments, retrieve
from pacsdesk.contract.records.retrieves import RetrieveKind
from pacsdesk.contract.types import AETitle


def move(invocation: Invocation) -> int:
    """`pacsdesk move NAME --to AE KEY=VALUE ...`"""
    return retrieve(invocation, RetrieveKind.MOVE, invocation.args.to)


def _arguments(parser: ArgumentParser) -> None:
    common_arguments(parser)
    parser.add_argument(
        "--to",
        type=saying_why(AETitle),
        metavar="AE",
        help="the destination, by the AE title that the peer knows (without: this archive)",
    )
    parser.add_argument("--unfold", action="store_true", help="when it fails, test each of its two legs")


MOVE = Command(
    "move",
    "Have a peer send what it has to us or to a third AE, and see what lands.",
    move,
    _arguments,
    example="move PACS --to PACSDESK StudyInstanceUID=1.2.840.99.1 --unfold",
)
