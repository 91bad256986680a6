"""The audit: who did what."""

from argparse import ArgumentParser

from pacsdesk.cli.arguments import count
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.studies import all_pages


def list_entries(invocation: Invocation) -> int:
    """`pacsdesk audit list`"""
    invocation.out.records(
        all_pages(invocation.services.audit.entries, invocation.args.limit),
        (
            ("When", lambda entry: f"{entry.at.astimezone():%Y-%m-%d %H:%M:%S}"),
            ("Who", lambda entry: entry.actor_name),
            ("From", lambda entry: entry.address),
            ("What", lambda entry: entry.action),
            ("On", lambda entry: entry.subject),
            ("Outcome", lambda entry: entry.outcome),
            ("Reason", lambda entry: entry.reason),
        ),
        "The audit is empty.",
    )
    return Exit.DONE


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--limit", type=count, default=100, help="at most so many, newest first (0: all)")


LIST = Command(
    "audit list", "List what was done, newest first.", list_entries, _arguments, example="audit list --limit 20"
)
