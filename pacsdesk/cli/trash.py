"""The trash: what was deleted, and back."""

from argparse import ArgumentParser

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import date, moment
from pacsdesk.cli.studies import all_pages
from pacsdesk.contract.errors import NotFound


def list_entries(invocation: Invocation) -> int:
    """`pacsdesk trash list`"""
    invocation.out.records(
        all_pages(invocation.services.trash.entries),
        (
            ("Trash id", lambda entry: entry.trash_id),
            ("Patient", lambda entry: entry.patient_name),
            ("Date", lambda entry: date(entry.study_date)),
            ("Description", lambda entry: entry.study_description),
            ("Images", lambda entry: entry.number_of_instances),
            ("Deleted", lambda entry: moment(entry.deleted_at)),
            ("By", lambda entry: entry.deleted_by),
            ("Reason", lambda entry: entry.reason),
        ),
        "The trash is empty.",
    )
    return Exit.DONE


def take_back(invocation: Invocation) -> int:
    """`pacsdesk trash take-back ID|STUDY`: of a study that was deleted more than once the last deletion."""
    study = invocation.services.trash.take_back(_trash_id(invocation))
    invocation.out.record({"study_instance_uid": study}, f"Study {study} is back.")
    return Exit.DONE


def _trash_id(invocation: Invocation) -> str:
    """The id that was named, or that of the newest entry of the study that was named: 32 hex digits are no UID."""
    named: str = invocation.args.named
    if "." not in named:
        return named
    entries = all_pages(invocation.services.trash.entries)
    found = next((entry.trash_id for entry in entries if entry.study_instance_uid == named), None)
    if found is None:
        raise NotFound(
            f"The study {named} is not in the trash.", "", "Look at the list of the trash (`pacsdesk trash list`)."
        )
    return found


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "named", metavar="ID", help="trash id of a deletion, or Study Instance UID (then its last deletion)"
    )


LIST = Command("trash list", "List deleted studies.", list_entries, example="trash list")
TAKE_BACK = Command(
    "trash take-back", "Put a deleted study back.", take_back, _arguments, example="trash take-back 1.2.3"
)
