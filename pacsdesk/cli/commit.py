"""Storage commitment asked of peers: are these images safe there?"""

from argparse import ArgumentParser
from collections.abc import Iterator

from pacsdesk.cli.arguments import count, saying_why
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.telling import tell_findings
from pacsdesk.cli.waiting import wait_for_job
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.requests import LONGEST_WAIT, CommitOrder, CommitOutcome, ReferencedInstance, ReportWay
from pacsdesk.contract.types import AETitle, SOPClassUID, SOPInstanceUID, StudyInstanceUID

_WAYS = {
    ReportWay.SAME_ASSOCIATION: "on the association on which it was asked",
    ReportWay.NEW_ASSOCIATION: "by calling us",
}


def commit(invocation: Invocation) -> int:
    """`pacsdesk commit NAME --study UID` or `--instance CLASS:UID ...`"""
    args, requests = invocation.args, invocation.services.requests
    if bool(args.study) == bool(args.instance):
        raise InvalidInput(
            "It takes --study, or --instance as often as you like.", "", "`pacsdesk studies list` shows the studies."
        )
    order = CommitOrder(args.study, tuple(args.instance), args.calling, args.wait)
    with suggesting(args.name, lambda: [peer.name for peer in invocation.services.peers.list()], "peers list"):
        job = wait_for_job(invocation, requests.start_commit(args.name, order))
    outcome = requests.commit(job.job_id)
    if invocation.out.is_json:
        invocation.out.document(outcome)
    else:
        for line in _lines(outcome):
            invocation.out.line(line)
        tell_findings(invocation.out, outcome.findings)
    return Exit.DONE if outcome.is_all_safe else Exit.FAILED


def _lines(outcome: CommitOutcome) -> Iterator[str]:
    if outcome.way is ReportWay.NONE:
        yield f"{outcome.peer}: {outcome.problem or 'no report came.'}"
        if outcome.comment:
            yield f"It says: {outcome.comment}"
        yield ""
        return
    yield (
        f"{outcome.peer} reports after {(outcome.reported_after or 0) / 1000:.1f} s, {_WAYS[outcome.way]}: "
        f"{len(outcome.committed):,} of {amount(outcome.number_of_instances, 'instance')} safe."
    )
    for one in outcome.failed:
        yield f"  {one.sop_instance_uid}: {one.meaning} ({one.reason:04X})"
    for one_passed in outcome.passed_over:
        yield f"  {one_passed.sop_instance_uid}: the report does not name it"


def _instance(word: str) -> ReferencedInstance:
    sop_class_uid, colon, sop_instance_uid = word.partition(":")
    if not colon:
        raise ValueError(f"an instance is written CLASS:UID, its SOP Class UID and its SOP Instance UID, not {word!r}")
    return ReferencedInstance(SOPClassUID(sop_class_uid), SOPInstanceUID(sop_instance_uid))


def _seconds(word: str) -> int:
    seconds = count(word)
    if not 1 <= seconds <= LONGEST_WAIT:
        raise ValueError(f"it waits 1 to {LONGEST_WAIT} seconds, not {word}")
    return seconds


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="of the peer, as in `pacsdesk peers list`")
    parser.add_argument("--study", type=saying_why(StudyInstanceUID), metavar="UID", help="a study of this archive")
    parser.add_argument(
        "--instance",
        type=saying_why(_instance),
        action="append",
        default=[],
        metavar="CLASS:UID",
        help="an instance by its SOP Class and SOP Instance UID; as often as you like",
    )
    parser.add_argument(
        "--wait",
        type=saying_why(_seconds),
        default=60,
        metavar="SECONDS",
        help="for the report (60); a later one is still taken, and `pacsdesk call requests.commits` shows it",
    )
    parser.add_argument(
        "--calling",
        type=saying_why(AETitle),
        metavar="AE",
        help="ask as this AE title (without: our own); the report goes to whoever has it there",
    )


COMMIT = Command(
    "commit",
    "Ask a peer whether it keeps images for good, and wait for its report.",
    commit,
    _arguments,
    example="commit PACS --study 1.2.840.99.1 --wait 120",
)
