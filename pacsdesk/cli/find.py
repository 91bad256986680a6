"""Queries to peers (C-FIND), and why one of them matches nothing."""

import sys
from argparse import ArgumentParser
from operator import itemgetter
from uuid import uuid4

from pacsdesk.cli.arguments import count, one_of, query_key, query_level, saying_why
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.telling import tell_findings
from pacsdesk.contract.days import doubt_about_days, is_date_key
from pacsdesk.contract.records.queries import QueryModel, QueryOrder, QueryOutcome
from pacsdesk.contract.types import AETitle, QueryLevel


def find(invocation: Invocation) -> int:
    """`pacsdesk find NAME KEY=VALUE ...`"""
    args, queries = invocation.args, invocation.services.queries
    order = _order(invocation)
    _doubt_days(invocation, order)
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


def explain_nothing(invocation: Invocation, order: QueryOrder) -> int:
    """Show what is asked to find out why nothing matched, ask it, and tell what follows."""
    args, out, queries = invocation.args, invocation.out, invocation.services.queries
    relaxations = queries.relaxations(args.name, order)
    if not args.yes:
        out.records(
            relaxations,
            (("Will be asked", lambda one: one.changed),),
            "There is nothing to change: name a patient, a study or a day, and one thing more.",
        )
        if not relaxations or not _agrees(invocation, len(relaxations)):
            return Exit.DONE
    try:
        explanation = queries.explain(args.name, order)
    except KeyboardInterrupt:
        queries.stop(order.ticket)
        raise
    if out.is_json:
        out.document(explanation)
        return Exit.DONE
    out.records(
        explanation.tried,
        (
            ("Asked", lambda one: one.changed),
            ("Answers", lambda one: one.problem or (f"{one.answers} or more" if one.is_more else one.answers)),
            ("There it is", lambda one: ", ".join(one.values)),
        ),
        "Nothing was asked.",
    )
    out.line("")
    tell_findings(out, explanation.findings)
    return Exit.DONE


def _agrees(invocation: Invocation, number: int) -> bool:
    """Whether the person wants these asked; nobody is asked where nobody can answer."""
    if invocation.out.is_json:
        return False
    if sys.stdin is None or not sys.stdin.isatty():
        invocation.out.line("Ask them with --yes.")
        return False
    return input(f"Ask these {amount(number, 'query', 'queries')}, each for at most 20 answers? [y/N] ") in ("y", "Y")


def _tell(invocation: Invocation, outcome: QueryOutcome) -> None:
    out = invocation.out
    if outcome.problem or outcome.status is None:
        out.line(f"{outcome.peer}: {outcome.problem or 'stopped before its end'}")
        out.line("")
    else:
        out.records(
            outcome.rows,
            [(name.rpartition(".")[2], itemgetter(at)) for at, name in enumerate(outcome.columns)],
            f"{outcome.peer} has nothing like this. The same with --why asks what hid it.",
        )
        comment = f": {outcome.comment}" if outcome.comment else ""
        more = ", and there is more (--limit)" if outcome.is_cut else ""
        number = amount(len(outcome.rows), "answer")
        out.line(f"{number} in {outcome.milliseconds:,.0f} ms{more}, status {outcome.status:04X}{comment}")
    tell_findings(out, outcome.findings)


def _doubt_days(invocation: Invocation, order: QueryOrder) -> None:
    """Tell of dates that would match nothing; they are asked as they stand: a bench asks wrongly on purpose."""
    for key in order.keys:
        if is_date_key(key.name) and (found := doubt_about_days(key.value)):
            why, instead = found
            invocation.out.line(f"{key.name}={key.value}: {why}{f' Write {instead}.' if instead else ''}")


def _order(invocation: Invocation) -> QueryOrder:
    args = invocation.args
    return QueryOrder(
        keys=tuple(args.keys),
        model=args.model,
        level=None if args.model is QueryModel.WORKLIST else args.level,
        calling_ae_title=args.calling,
        limit=args.limit,
        adds_usual_keys=not args.only,
        character_set=args.character_set,
        ticket=uuid4().hex,
    )


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="of the peer, as in `pacsdesk peers list`")
    parser.add_argument(
        "keys",
        nargs="*",
        type=query_key,
        metavar="KEY=VALUE",
        help="PatientName='SMITH*', 0010,0020=4711, ScheduledProcedureStepSequence.Modality=CT; without a value: shown",
    )
    parser.add_argument(
        "--level",
        type=query_level,
        default=QueryLevel.STUDY,
        metavar="LEVEL",
        help="PATIENT, STUDY, SERIES, IMAGE",
    )
    parser.add_argument(
        "--model",
        type=one_of(QueryModel),
        default=QueryModel.STUDY_ROOT,
        metavar="MODEL",
        help="study-root, patient-root or worklist",
    )
    parser.add_argument(
        "--calling",
        type=saying_why(AETitle),
        metavar="AE",
        help="ask as this AE title (without: our own); the audit names it",
    )
    parser.add_argument("--limit", type=count, default=1000, help="cancel after so many answers")
    parser.add_argument("--only", action="store_true", help="ask for these keys alone, not for the usual ones as well")
    parser.add_argument("--character-set", default="", metavar="NAME", help="of the keys, as ISO_IR 100")
    parser.add_argument(
        "--why", action="store_true", help="nothing matched: change one thing at a time, then two, and see"
    )
    parser.add_argument("--yes", action="store_true", help="with --why: ask without showing the queries first")


FIND = Command(
    "find",
    "Ask a peer what it has, or why a query matches nothing.",
    find,
    _arguments,
    example="find PACS PatientName='SMITH*' StudyDate=20260301-20260331 --level STUDY",
)
