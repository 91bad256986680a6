"""Conflicts: two objects under one SOP Instance UID, and the decision."""

from argparse import ArgumentParser

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import moment
from pacsdesk.cli.studies import all_pages
from pacsdesk.contract.records.archive import ConflictResolution


def list_conflicts(invocation: Invocation) -> int:
    """`pacsdesk conflicts list`"""
    invocation.out.records(
        all_pages(invocation.services.conflicts.list),
        (
            ("Conflict", lambda conflict: conflict.conflict_id),
            ("Patient", lambda conflict: conflict.patient_name),
            ("First from", lambda conflict: conflict.first_sending_ae_title),
            ("Second from", lambda conflict: conflict.second_sending_ae_title),
            ("Received", lambda conflict: moment(conflict.second_received_at)),
            ("Differences", lambda conflict: "; ".join(conflict.differences)),
        ),
        "There are no conflicts.",
    )
    return Exit.DONE


def resolve(invocation: Invocation) -> int:
    """`pacsdesk conflicts resolve ID RESOLUTION --reason TEXT`"""
    args = invocation.args
    uid = invocation.services.conflicts.resolve(args.conflict_id, ConflictResolution(args.resolution), args.reason)
    invocation.out.record({"sop_instance_uid": uid}, f"Resolved; the second object belongs to {uid}.")
    return Exit.DONE


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("conflict_id", metavar="ID", help="of the conflict, as in `pacsdesk conflicts list`")
    parser.add_argument(
        "resolution",
        choices=[str(one) for one in ConflictResolution],
        metavar="RESOLUTION",
        help="keep-first (the second goes to the trash), take-second (the first does) or keep-both (the second gets "
        "a new UID)",
    )
    parser.add_argument("--reason", required=True, help="why, for the audit")


LIST = Command("conflicts list", "List open conflicts.", list_conflicts, example="conflicts list")
RESOLVE = Command(
    "conflicts resolve",
    "Decide a conflict.",
    resolve,
    _arguments,
    example="conflicts resolve ID keep-first --reason 'sent again by mistake'",
)
