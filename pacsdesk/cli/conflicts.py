"""Conflicts: two objects under one SOP Instance UID, and the decision."""

from argparse import ArgumentParser

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import moment
from pacsdesk.cli.studies import all_pages
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.archive import ConflictResolution

_ID_LENGTH = 32
_SHORTEST_PART = 4
_DECIDED = {
    ConflictResolution.KEEP_FIRST: "Decided: the first object of {uid} stays, the second is in the trash as it came.",
    ConflictResolution.TAKE_SECOND: "Decided: the second object of {uid} takes the place of the first, which is in the "
    "trash.",
    ConflictResolution.KEEP_BOTH: "Decided: both are kept, the second under the new UID {uid}. The second as it came, "
    "under the UID that both had, is in the trash.",
}
_IN_TRASH = "`pacsdesk trash list` shows it."


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
    resolution = ConflictResolution(invocation.args.resolution)
    uid = invocation.services.conflicts.resolve(_conflict_id(invocation), resolution, invocation.args.reason)
    invocation.out.record({"sop_instance_uid": uid}, f"{_DECIDED[resolution].format(uid=uid)} {_IN_TRASH}")
    return Exit.DONE


def _conflict_id(invocation: Invocation) -> str:
    """The id that was named, or the only one that begins so. Raises InvalidInput when several do."""
    named = str(invocation.args.conflict_id).rstrip("\N{HORIZONTAL ELLIPSIS}")
    if not _SHORTEST_PART <= len(named) < _ID_LENGTH:
        return named
    found = [one.conflict_id for one in all_pages(invocation.services.conflicts.list)]
    meant = [conflict_id for conflict_id in found if conflict_id.startswith(named)]
    if len(meant) > 1:
        raise InvalidInput(
            f"{len(meant):,} conflicts begin with {named}.", f"They are {', '.join(meant[:5])}.", "Give more of the id."
        )
    return meant[0] if meant else named


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "conflict_id", metavar="ID", help="of the conflict, as in `pacsdesk conflicts list`, or its beginning"
    )
    parser.add_argument(
        "resolution",
        choices=[str(one) for one in ConflictResolution],
        metavar="RESOLUTION",
        help="keep-first (the second goes to the trash), take-second (the first does) or keep-both (the second gets "
        "a new UID; as it came, under the common UID, it goes to the trash)",
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
