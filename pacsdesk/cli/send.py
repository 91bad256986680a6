"""Sends to peers by C-STORE: files, what the archive holds, or the test object; planned with --plan, told after."""

from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from pacsdesk.cli.arguments import saying_why
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount, size
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.telling import tell_findings
from pacsdesk.cli.waiting import wait_for_job
from pacsdesk.contract.errors import InvalidInput, PacsDeskError
from pacsdesk.contract.records.paging import MAX_PAGE, PageRequest
from pacsdesk.contract.records.sends import Going, SendOrder, SendOutcome, SendPlan, SentLine
from pacsdesk.contract.types import AETitle, JobId, SeriesInstanceUID, SOPInstanceUID, StudyInstanceUID
from pacsdesk.link.sending import upload_files

_MOST_SHOWN = 20
_GOING = {Going.AS_IS: "as it is", Going.CONVERTED: "converted", Going.NOT: "not"}


@dataclass(frozen=True, slots=True)
class ToldSend:
    """The answer for scripts. lines: those that did not arrive, the first 1,000."""

    outcome: SendOutcome
    lines: tuple[SentLine, ...]


def send(invocation: Invocation) -> int:
    """`pacsdesk send NAME PATH ...`"""
    args = invocation.args
    names = [bool(args.paths), bool(args.study or args.series or args.instance), args.test_object]
    if sum(names) != 1:
        raise InvalidInput(
            "It takes files, or --study, --series and --instance of the archive, or --test-object.",
            "One of them is sent at a time.",
            "`pacsdesk studies list` shows the studies.",
        )
    with suggesting(args.name, lambda: [peer.name for peer in invocation.services.peers.list()], "peers list"):
        peer = invocation.services.peers.get(args.name)
        return _plan(invocation) if args.plan else _send(invocation, f"{peer.host}:{peer.port}")


def _plan(invocation: Invocation) -> int:
    args, services = invocation.args, invocation.services
    order = _order(invocation)
    try:
        plan = services.sends.plan(args.name, order)
    except KeyboardInterrupt:
        services.sends.stop(order.ticket)
        raise
    finally:
        if order.batch_id:
            services.transfer.drop_batch(order.batch_id)
    if invocation.out.is_json:
        invocation.out.document(plan)
    else:
        _tell_plan(invocation, plan)
    return Exit.FAILED if plan.has_failed or plan.number_left_out else Exit.DONE


def _send(invocation: Invocation, destination: str) -> int:
    """The person named the peer and what goes there; the engine sees to it that it is still the same place."""
    args, services = invocation.args, invocation.services
    order = _order(invocation, destination)
    try:
        job_id = services.sends.start(args.name, order)
    except PacsDeskError:
        if order.batch_id:
            services.transfer.drop_batch(order.batch_id)
        raise
    try:
        wait_for_job(invocation, job_id)
        if args.again and _can_go_on(services.sends.get(job_id)):
            job_id = services.sends.start_failed(job_id)
            wait_for_job(invocation, job_id)
    except KeyboardInterrupt:
        if not invocation.out.is_json:  # scripts have the job, which is told already
            _tell(invocation, job_id)
        raise
    return _tell(invocation, job_id)


def _can_go_on(outcome: SendOutcome) -> bool:
    return not outcome.is_stopped and bool(outcome.failed or outcome.unsent)


def _order(invocation: Invocation, destination: str = "") -> SendOrder:
    args = invocation.args
    batch_id = ""
    if args.paths:

        def report(done: int, total: int, note: str = "") -> None:
            invocation.out.progress(f"Uploading {done}/{total} {note}")

        uploaded = upload_files(invocation.client, f"Send to {args.name}", args.paths, report)
        batch_id = uploaded.batch_id
        invocation.out.end_progress()
        for left_out in uploaded.left_out:
            invocation.out.line(f"  {left_out.subject}: {left_out.reason}")
    return SendOrder(
        study_instance_uids=tuple(args.study),
        series_instance_uids=tuple(args.series),
        sop_instance_uids=tuple(args.instance),
        batch_id=batch_id,
        is_test_object=args.test_object,
        calling_ae_title=args.calling,
        confirmed=destination,
        looks_again=args.look_again,
        ticket=uuid4().hex,
    )


def _tell_plan(invocation: Invocation, plan: SendPlan) -> None:
    out = invocation.out
    out.line(f"{plan.peer}: {plan.ae_title} at {plan.host} port {plan.port}, called as {plan.calling_ae_title}")
    out.records(
        plan.kinds,
        (
            ("SOP class", lambda one: one.sop_class_name or one.sop_class_uid),
            ("Stored in", lambda one: one.transfer_syntax_name or one.transfer_syntax_uid),
            ("Number", lambda one: one.number_of_instances),
            ("Size", lambda one: size(one.size_bytes)),
            ("Goes", lambda one: _GOING[one.going]),
            ("In", lambda one: one.to_name or one.to),
            ("How, or why not", lambda one: one.words),
        ),
        plan.problem or "There is nothing to send.",
    )
    for left_out in plan.left_out:
        out.line(f"  {left_out.subject}: {left_out.reason}")
    out.line(f"{plan.number_that_goes:,} of {amount(plan.number_of_instances, 'object')} would go. Nothing was sent.")
    out.line("")
    tell_findings(out, plan.findings)


def _tell(invocation: Invocation, job_id: JobId) -> int:
    out, sends = invocation.out, invocation.services.sends
    outcome = sends.get(job_id)
    lines = sends.lines(job_id, PageRequest(limit=MAX_PAGE), True).items
    if out.is_json:
        out.document(ToldSend(outcome, lines))
    else:
        _tell_outcome(invocation, outcome, lines)
    return Exit.FAILED if outcome.has_failed else Exit.DONE


def _tell_outcome(invocation: Invocation, outcome: SendOutcome, lines: tuple[SentLine, ...]) -> None:
    out = invocation.out
    if lines:
        out.records(
            lines[:_MOST_SHOWN],
            (
                ("SOP Instance UID", lambda line: line.sop_instance_uid),
                ("File", lambda line: line.name),
                ("Status", lambda line: "" if line.status is None else f"{line.status:04X}"),
                ("What became of it", lambda line: line.comment or line.detail),
            ),
            "",
        )
    if len(lines) > _MOST_SHOWN:
        out.line(f"and {len(lines) - _MOST_SHOWN:,} more; up to {MAX_PAGE:,} with --json")
    for left_out in outcome.left_out:
        out.line(f"  {left_out.subject}: {left_out.reason}")
    out.line(_sentence(outcome))
    if outcome.order.looks_again and not outcome.is_stopped and outcome.sent + outcome.warning:
        out.line(_shown(outcome))
    if outcome.test_object and outcome.sent + outcome.warning:
        uids = outcome.test_object
        out.line(
            f"To remove the test object there: patient {uids.patient_id}, study {uids.study_instance_uid}, "
            f"instance {uids.sop_instance_uid}."
        )
    out.line("")
    tell_findings(out, outcome.findings)


def _shown(outcome: SendOutcome) -> str:
    if outcome.shown is None:
        return f"{outcome.peer} does not tell by C-FIND what it has of them."
    arrived = amount(outcome.sent + outcome.warning, "object")
    return f"{outcome.peer} shows {outcome.shown:,} of {arrived} in studies as they were sent."


def _sentence(outcome: SendOutcome) -> str:
    arrived = outcome.sent + outcome.warning
    parts = [
        f"{arrived:,} of {amount(outcome.number_of_instances, 'object')} sent to {outcome.peer} at {outcome.host} "
        f"port {outcome.port} as {outcome.calling_ae_title}",
        f"{outcome.warning:,} with a warning" if outcome.warning else "",
        f"{outcome.failed:,} failed" if outcome.failed else "",
        "stopped" if outcome.is_stopped else "",
        f"{size(outcome.size_bytes)} in {outcome.milliseconds:,.0f} ms",
        outcome.problem,
    ]
    return ", ".join(filter(None, parts))


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="of the peer, as in `pacsdesk peers list`")
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="a file, folder or DICOMDIR")
    for option, kind, what in (
        ("--study", StudyInstanceUID, "a study of the archive"),
        ("--series", SeriesInstanceUID, "a series of the archive"),
        ("--instance", SOPInstanceUID, "an object of the archive"),
    ):
        parser.add_argument(
            option,
            action="append",
            default=[],
            type=saying_why(kind),
            metavar="UID",
            help=f"{what}; as often as you like",
        )
    parser.add_argument(
        "--test-object", action="store_true", help="one small image of an invented patient, to be removed there"
    )
    parser.add_argument("--plan", action="store_true", help="ask what would go and how; send nothing")
    parser.add_argument("--again", action="store_true", help="then send what failed once more, and no more")
    parser.add_argument(
        "--look-again", action="store_true", help="then ask the peer whether it shows what it took, and where"
    )
    parser.add_argument(
        "--calling",
        type=saying_why(AETitle),
        metavar="AE",
        help="send as this AE title (without: our own); the audit names it",
    )


SEND = Command(
    "send",
    "Send files, studies or a test object to a peer, or plan it.",
    send,
    _arguments,
    example="send PACS --study 1.2.840.99.1 --plan",
)
