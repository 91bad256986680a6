"""The audit: who did what."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from pacsdesk.cli.arguments import count
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.studies import all_pages
from pacsdesk.contract.records.security import AuditEntry, AuditOutcome

# who waits for a job asks for it many times; none of these shows anything of a patient
_IN_PASSING = frozenset({"sessions.sign_in", "sessions.sign_out", "engine.status", "jobs.get", "integrity.report"})


def list_entries(invocation: Invocation) -> int:
    """`pacsdesk audit list [--all]`: a document has every entry."""
    entries, limit = invocation.services.audit.entries, invocation.args.limit
    is_whole = invocation.args.all or invocation.out.is_json
    invocation.out.records(
        all_pages(entries, limit) if is_whole else islice(telling(all_pages(entries)), limit or None),
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


def telling(entries: Iterable[AuditEntry]) -> Iterator[AuditEntry]:
    """Entries, newest first, without what only says that somebody came, went, looked whether a job is
    done, or began what has its end in the list."""
    ends: Counter[tuple[str, str, str]] = Counter()
    for entry in entries:
        what = (entry.actor_name, entry.action, entry.subject)
        if entry.outcome in (AuditOutcome.DONE, AuditOutcome.FAILED):
            ends[what] += 1
        elif entry.outcome is AuditOutcome.BEGUN and ends[what]:
            ends[what] -= 1
            continue
        if entry.action in _IN_PASSING and entry.outcome is AuditOutcome.DONE:
            continue
        yield entry


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--limit", type=count, default=100, help="at most so many, newest first (0: all)")
    parser.add_argument(
        "--all",
        action="store_true",
        help="each sign-in and sign-out too, each look at engine and jobs, the beginning of each change",
    )


LIST = Command(
    "audit list", "List what was done, newest first.", list_entries, _arguments, example="audit list --limit 20"
)
