"""The trash: what was deleted, and back."""

from argparse import ArgumentParser

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.studies import all_pages


def list_entries(invocation: Invocation) -> int:
    """`pacsdesk trash list`"""
    invocation.out.records(
        all_pages(invocation.services.trash.entries),
        (
            ("Trash id", lambda entry: entry.trash_id),
            ("Patient", lambda entry: entry.patient_name),
            ("Description", lambda entry: entry.study_description),
            ("Images", lambda entry: entry.number_of_instances),
            ("Deleted", lambda entry: f"{entry.deleted_at:%Y-%m-%d %H:%M}"),
            ("By", lambda entry: entry.deleted_by),
            ("Reason", lambda entry: entry.reason),
        ),
        "The trash is empty.",
    )
    return Exit.DONE


def take_back(invocation: Invocation) -> int:
    """`pacsdesk trash take-back ID`"""
    study = invocation.services.trash.take_back(invocation.args.trash_id)
    invocation.out.record({"study_instance_uid": study}, f"Study {study} is back.")
    return Exit.DONE


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("trash_id", metavar="ID")


LIST = Command("trash list", "List deleted studies.", list_entries)
TAKE_BACK = Command("trash take-back", "Put a deleted study back.", take_back, _arguments)
