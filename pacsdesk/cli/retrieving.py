"""What `move` and `get` have in common: the retrieval as a job, then its ledger and findings."""

from argparse import ArgumentParser
from dataclasses import dataclass
from uuid import uuid4

from pacsdesk.cli.arguments import one_of, query_key, query_level, saying_why
from pacsdesk.cli.command import Exit, Invocation
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.telling import tell_findings
from pacsdesk.cli.waiting import wait_for_job
from pacsdesk.contract.errors import Refused
from pacsdesk.contract.records.paging import MAX_PAGE, PageRequest
from pacsdesk.contract.records.queries import QueryModel
from pacsdesk.contract.records.retrieves import (
    Landing,
    LedgerLine,
    RetrieveKind,
    RetrieveOrder,
    RetrieveOutcome,
    Unfolded,
)
from pacsdesk.contract.types import AETitle, JobId, QueryLevel

_MOST_SHOWN = 20
_ROOTS = (QueryModel.STUDY_ROOT, QueryModel.PATIENT_ROOT)


@dataclass(frozen=True, slots=True)
class Told:
    """The answer for scripts."""

    outcome: RetrieveOutcome
    lines: tuple[LedgerLine, ...]
    unfolded: Unfolded | None = None


def retrieve(invocation: Invocation, kind: RetrieveKind, destination: AETitle | None) -> int:
    """Fetch, wait, and tell; Ctrl+C has the peer stop, then tells what came until then."""
    args, retrieves = invocation.args, invocation.services.retrieves
    order = RetrieveOrder(tuple(args.keys), kind, args.level, args.model, destination, args.calling)
    with suggesting(args.name, lambda: [peer.name for peer in invocation.services.peers.list()], "peers list"):
        job_id = retrieves.start(args.name, order)
    try:
        wait_for_job(invocation, job_id)
        if args.again and not retrieves.get(job_id).is_stopped:
            job_id = _again(invocation, job_id)
    except KeyboardInterrupt:
        if not invocation.out.is_json:  # scripts have the job, which is told already
            _tell(invocation, job_id, None)
        raise
    outcome = retrieves.get(job_id)
    unfolded = _unfold(invocation, job_id) if outcome.has_failed and getattr(args, "unfold", False) else None
    _tell(invocation, job_id, unfolded)
    return Exit.FAILED if outcome.has_failed else Exit.DONE


def _again(invocation: Invocation, job_id: JobId) -> JobId:
    try:
        again = invocation.services.retrieves.start_missing(job_id)
    except Refused:  # nothing is missing, or nobody knows what
        return job_id
    wait_for_job(invocation, again)
    return again


def _unfold(invocation: Invocation, job_id: JobId) -> Unfolded:
    ticket = uuid4().hex
    try:
        return invocation.services.retrieves.unfold(job_id, ticket)
    except KeyboardInterrupt:
        invocation.services.retrieves.stop(ticket)
        raise


def _tell(invocation: Invocation, job_id: JobId, unfolded: Unfolded | None) -> None:
    out, outcome = invocation.out, invocation.services.retrieves.get(job_id)
    lines = _lines(invocation, job_id)
    if out.is_json:
        out.document(Told(outcome, lines, unfolded))
        return
    _tell_lines(invocation, lines)
    out.line(_sentence(outcome))
    out.line("")
    tell_findings(out, outcome.findings)
    if unfolded:
        _tell_legs(invocation, unfolded)


def _lines(invocation: Invocation, job_id: JobId) -> tuple[LedgerLine, ...]:
    """The whole ledger."""
    retrieves = invocation.services.retrieves
    found: list[LedgerLine] = []
    page = PageRequest(limit=MAX_PAGE)
    while True:
        came = retrieves.ledger(job_id, page)
        found.extend(came.items)
        if not came.next_key:
            return tuple(found)
        page = PageRequest(came.next_key, limit=MAX_PAGE)


def _tell_lines(invocation: Invocation, lines: tuple[LedgerLine, ...]) -> None:
    first = sorted(lines, key=lambda line: line.landing not in (Landing.MISSING, Landing.REFUSED))
    invocation.out.records(
        first[:_MOST_SHOWN],
        (
            ("SOP Instance UID", lambda line: line.sop_instance_uid),
            ("Claimed", lambda line: line.claim),
            ("Landed", lambda line: "not seen from here" if line.landing is Landing.UNSEEN else line.landing),
            ("Bytes", lambda line: f"{line.size_bytes:,}" if line.size_bytes else ""),
            ("Detail", lambda line: line.detail),
        ),
        "Nothing is known of single objects.",
    )
    if len(lines) > _MOST_SHOWN:
        invocation.out.line(f"and {len(lines) - _MOST_SHOWN:,} more; all of them with --json")


def _sentence(outcome: RetrieveOutcome) -> str:
    comment = f": {outcome.comment}" if outcome.comment else ""
    status = outcome.problem or ("no answer" if outcome.status is None else f"status {outcome.status:04X}{comment}")
    stopped = "stopped, " if outcome.is_stopped else ""
    ledger = outcome.ledger
    here = f"; here {ledger.stored + ledger.conflicts} new, {ledger.held} before, {ledger.missing} missing"
    return (
        f"{outcome.peer}: {stopped}{status}; it counts {outcome.completed + outcome.warning:,} sent, "
        f"{outcome.failed:,} failed{here if outcome.is_to_us else ''}; {outcome.milliseconds:,.0f} ms"
    )


def _tell_legs(invocation: Invocation, unfolded: Unfolded) -> None:
    out = invocation.out
    out.line(unfolded.verdict)
    for leg in unfolded.legs:
        out.line(f"  {leg.way}: {leg.state}")
        for seen in leg.seen:
            out.line(f"    {seen}")
        out.line("")
        tell_findings(out, leg.findings)


def common_arguments(parser: ArgumentParser) -> None:
    """Those of both."""
    parser.add_argument("name", metavar="NAME", help="of the peer, as in `pacsdesk peers list`")
    parser.add_argument(
        "keys",
        nargs="+",
        type=query_key,
        metavar="KEY=VALUE",
        help="StudyInstanceUID=1.2.3, PatientID=4711: unique keys, of the level and of those above it",
    )
    parser.add_argument(
        "--level", type=query_level, default=QueryLevel.STUDY, metavar="LEVEL", help="PATIENT, STUDY, SERIES, IMAGE"
    )
    parser.add_argument(
        "--model",
        type=one_of(QueryModel),
        choices=_ROOTS,
        default=QueryModel.STUDY_ROOT,
        metavar="MODEL",
        help="study-root or patient-root",
    )
    parser.add_argument(
        "--calling",
        type=saying_why(AETitle),
        metavar="AE",
        help="ask as this AE title (without: our own); the audit names it",
    )
    parser.add_argument("--again", action="store_true", help="then fetch what is missing once more, and no more")
