"""Worklists of peers, asked as a modality asks, and why one is empty."""

from argparse import ArgumentParser
from datetime import datetime
from operator import itemgetter
from uuid import uuid4

from pacsdesk.cli.arguments import count, saying_why
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.find import explain_nothing
from pacsdesk.cli.formatting import amount, date
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.telling import tell_findings
from pacsdesk.contract.records.queries import QueryOutcome
from pacsdesk.contract.types import AETitle
from pacsdesk.contract.worklists import MODALITY, START_DATE, STATION, STEP, WorklistWish, days_of, worklist_order

_COLUMNS = (
    ("Day", START_DATE),
    ("Time", f"{STEP}.ScheduledProcedureStepStartTime"),
    ("Station", STATION),
    ("Modality", MODALITY),
    ("Patient", "PatientName"),
    ("Patient ID", "PatientID"),
    ("Accession", "AccessionNumber"),
    ("Procedure", "RequestedProcedureDescription"),
    ("Step ID", f"{STEP}.ScheduledProcedureStepID"),
)


def worklist(invocation: Invocation) -> int:
    """`pacsdesk worklist NAME`"""
    args, queries = invocation.args, invocation.services.queries
    wish = WorklistWish(
        days=args.date or "",
        modality=args.modality,
        station_ae_title=args.station,
        patient_name=args.patient,
        patient_id=args.patient_id,
        accession_number=args.accession,
    )
    order = worklist_order(wish, args.calling, args.limit, uuid4().hex)
    with suggesting(args.name, lambda: [peer.name for peer in invocation.services.peers.list()], "peers list"):
        if args.why:
            return explain_nothing(invocation, order)
        try:
            outcome = queries.find(args.name, order)
        except KeyboardInterrupt:
            queries.stop(order.ticket)
            raise
    if invocation.out.is_json:
        invocation.out.document(outcome)
    else:
        _tell(invocation, outcome)
    return Exit.FAILED if outcome.has_failed or outcome.is_stopped else Exit.DONE


def _tell(invocation: Invocation, outcome: QueryOutcome) -> None:
    out = invocation.out
    if outcome.problem or outcome.status is None:
        out.line(f"{outcome.peer}: {outcome.problem or 'stopped before its end'}")
        out.line("")
    else:
        places = [(title, outcome.columns.index(name)) for title, name in _COLUMNS if name in outcome.columns]
        out.records(
            [tuple(date(row[place]) for _, place in places) for row in outcome.rows],
            [(title, itemgetter(at)) for at, (title, _) in enumerate(places)],
            f"Nobody is on the worklist of {outcome.peer} like this. The same with --why asks what hid them.",
        )
        more = ", and there is more (--limit)" if outcome.is_cut else ""
        out.line(f"{amount(len(outcome.rows), 'entry', 'entries')} in {outcome.milliseconds:,.0f} ms{more}")
    tell_findings(out, outcome.findings)


def _days(words: str) -> str:
    return days_of(words, datetime.now().astimezone().date())


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="of the peer, as in `pacsdesk peers list`")
    parser.add_argument(
        "--date",
        type=saying_why(_days),
        metavar="DAY",
        help="today, 2026-11-24 or 2026-11-24..2026-11-26 (without: any day)",
    )
    parser.add_argument("--modality", default="", metavar="CODE", help="as CT or MR")
    parser.add_argument("--station", default="", metavar="AE", help="the station for which it is planned")
    parser.add_argument("--patient", default="", metavar="NAME", help="as 'SMITH*'")
    parser.add_argument("--patient-id", default="", metavar="ID", help="of the patient")
    parser.add_argument("--accession", default="", metavar="NUMBER", help="of the order")
    parser.add_argument(
        "--calling",
        type=saying_why(AETitle),
        metavar="AE",
        help="ask as this AE title (without: our own): many servers answer each title its own list",
    )
    parser.add_argument("--limit", type=count, default=1000, help="cancel after so many entries")
    parser.add_argument("--why", action="store_true", help="it is empty: change one thing at a time and see")
    parser.add_argument("--yes", action="store_true", help="with --why: ask without showing the queries first")


WORKLIST = Command(
    "worklist",
    "Ask a peer for its worklist, or why it is empty.",
    worklist,
    _arguments,
    example="worklist RIS --date today --station CT01 --modality CT",
)
