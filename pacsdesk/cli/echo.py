"""Tests of peers: each step from here to a peer's services, then what is wrong, why, and what to do."""

from argparse import ArgumentParser
from uuid import uuid4

from pacsdesk.cli.arguments import count, saying_why
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.repeating import RealPace, Repeating, interval
from pacsdesk.cli.telling import tell_findings
from pacsdesk.cli.waiting import wait_for_job
from pacsdesk.contract.applying import apply_proposal
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.probes import LadderOrder, ProbeOutcome, ProbeState, StepOutcome
from pacsdesk.contract.types import AETitle

_THE_ONLY_ONE = 0  # --apply without a number


def echo(invocation: Invocation) -> int:
    """`pacsdesk echo NAME ...` or `pacsdesk echo --all`, once or again and again"""
    args = invocation.args
    is_one = len(set(args.names)) == 1
    if args.apply is not None and (not is_one or args.every):
        raise InvalidInput("What is proposed is applied to one peer at a time, once.", "", "Give the name of one peer.")
    if bool(args.names) == args.all:
        raise InvalidInput(
            "It takes names of peers, or --all.", "", "`pacsdesk peers list` shows the names of all peers."
        )
    if args.times is not None and not (args.every and args.times):
        raise InvalidInput("How many times needs how often.", "", "Write for instance --every 5m --times 12.")
    if args.every:
        return Repeating(invocation, RealPace()).run(args.every, args.times)
    return _one(invocation) if is_one else _many(invocation)


def _one(invocation: Invocation) -> int:
    outcome = _climb(invocation)
    number = invocation.args.apply
    if number is not None and outcome.findings and not outcome.is_stopped:
        if not invocation.out.is_json:  # whose one document is the last test
            _tell(invocation, outcome)
        _apply(invocation, outcome, number)
        outcome = _climb(invocation)
    if invocation.out.is_json:
        invocation.out.document(outcome)
    else:
        _tell(invocation, outcome)
    return Exit.FAILED if outcome.has_faults or outcome.is_stopped else Exit.DONE


def _apply(invocation: Invocation, outcome: ProbeOutcome, number: int) -> None:
    first = outcome.findings[0]
    if number == _THE_ONLY_ONE:
        if len(first.proposals) > 1:
            choices = "; ".join(f"{place}. {one.text}" for place, one in enumerate(first.proposals, 1))
            raise InvalidInput("There is more than one proposal: nothing was changed.", choices, "Choose: --apply 1.")
        number = 1
    if not 1 <= number <= len(first.proposals):
        raise InvalidInput(
            f"The first finding has no proposal {number}.",
            first.cause,
            f"It has {amount(len(first.proposals), 'proposal')}." if first.proposals else "What to do stands there.",
        )
    proposal = first.proposals[number - 1]
    apply_proposal(invocation.services, proposal, first.code)
    invocation.out.line(f"Applied: {proposal.text}")
    invocation.out.line("`pacsdesk peers history` shows the change, `pacsdesk peers rollback` takes it back.")
    invocation.out.line("")


def _climb(invocation: Invocation) -> ProbeOutcome:
    (name, *_), bench = invocation.args.names, invocation.services.bench
    order = LadderOrder(invocation.args.calling, invocation.args.wrong_title, ticket=uuid4().hex)
    with suggesting(name, lambda: [peer.name for peer in invocation.services.peers.list()], "peers list"):
        try:
            return bench.ladder(name, order)
        except KeyboardInterrupt:
            bench.stop(order.ticket)
            raise


def _many(invocation: Invocation) -> int:
    """Those named, or all that can be reached."""
    bench = invocation.services.bench
    order = LadderOrder(invocation.args.calling, invocation.args.wrong_title)
    job = wait_for_job(invocation, bench.start_grid(tuple(invocation.args.names), order))
    outcomes = bench.grid(job.job_id)
    invocation.out.records(
        outcomes,
        (
            ("Peer", lambda one: one.peer),
            ("AE title", lambda one: one.ae_title),
            ("Address", lambda one: f"{one.host}:{one.port}"),
            ("ms", lambda one: f"{sum(step.milliseconds for step in one.steps):.0f}"),
            ("State", _state),
            ("What is wrong", lambda one: one.findings[0].cause if one.has_faults else ""),
        ),
        "There is no peer that can be reached.",
    )
    return Exit.FAILED if any(one.has_faults for one in outcomes) else Exit.DONE


def _tell(invocation: Invocation, outcome: ProbeOutcome) -> None:
    out = invocation.out
    out.line(
        f"{outcome.peer}: {outcome.ae_title} at {outcome.host} port {outcome.port}, "
        f"called as {outcome.calling_ae_title}"
    )
    out.records(
        outcome.steps,
        (
            ("Step", lambda step: step.name),
            ("State", lambda step: step.state),
            ("ms", _milliseconds),
            ("What was seen", lambda step: step.detail),
        ),
        "",
    )
    out.line("")
    if outcome.is_stopped:
        out.line("It was stopped before its end.")
    elif not outcome.findings:
        out.line("Nothing is wrong with it.")
    tell_findings(out, outcome.findings)


def _milliseconds(step: StepOutcome) -> str:
    return "" if step.state is ProbeState.NOT_REACHED else f"{step.milliseconds:.1f}"


def _state(outcome: ProbeOutcome) -> str:
    faults = sum(one.severity is Severity.FAULT for one in outcome.findings)
    if outcome.is_stopped:
        return "stopped"
    return amount(faults, "fault") if faults else "well"


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("names", metavar="NAME", nargs="*", help="of a peer, as in `pacsdesk peers list`")
    parser.add_argument("--all", action="store_true", help="all peers that can be reached, at once")
    parser.add_argument(
        "--calling",
        type=saying_why(AETitle),
        metavar="AE",
        help="call as this AE title (without: our own); the audit names it",
    )
    parser.add_argument(
        "--apply",
        type=int,
        nargs="?",
        const=_THE_ONLY_ONE,
        metavar="NUMBER",
        help="apply what the first finding proposes (without a number: when it is one thing), then test again; "
        "`pacsdesk peers history` shows the change, `pacsdesk peers rollback` takes it back",
    )
    parser.add_argument(
        "--wrong-title",
        action="store_true",
        help="also see whether it takes associations for a title that nobody has; its log will show that as an alarm",
    )
    parser.add_argument(
        "--every",
        type=interval,
        metavar="TIME",
        help="test again and again, as in 30s, 5m or 1h: a line for each run, `*` where it found something else than "
        "before; a run that is due while one still runs is left out. Ctrl+C ends it with a summary; the exit code is 1 "
        "when any run failed",
    )
    parser.add_argument("--times", type=count, metavar="N", help="with --every: end after so many runs")


ECHO = Command(
    "echo",
    "Test a peer step by step and say what is wrong; once, or again and again.",
    echo,
    _arguments,
    example="echo 'CT 1' --calling PACSDESK",
)
