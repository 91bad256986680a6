"""Storage commitment: what senders asked to be told safe, and how far the archive is with telling it."""

from argparse import ArgumentParser

from pacsdesk.cli.arguments import count
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount, moment
from pacsdesk.cli.studies import all_pages


def list_requests(invocation: Invocation) -> int:
    """`pacsdesk commitments list`"""
    invocation.out.records(
        all_pages(invocation.services.commitments.list, invocation.args.limit),
        (
            ("ID", lambda request: request.commitment_id),
            ("Asked", lambda request: moment(request.requested_at)),
            ("By", lambda request: request.calling_ae_title),
            ("From", lambda request: request.address),
            ("State", lambda request: request.state),
            ("Objects", lambda request: request.number_of_instances),
            ("Not safe", lambda request: "" if request.number_of_failures is None else request.number_of_failures),
            ("Next try", lambda request: moment(request.next_attempt_at) if request.next_attempt_at else ""),
            ("Problem", lambda request: request.problem),
        ),
        "Nobody asked for storage commitment within 30 days.",
    )
    return Exit.DONE


def list_failures(invocation: Invocation) -> int:
    """`pacsdesk commitments failures ID`"""
    invocation.out.records(
        invocation.services.commitments.failures(invocation.args.commitment_id),
        (
            ("Reason", lambda instance: instance.reason.name.replace("_", " ").lower()),
            ("SOP Class UID", lambda instance: instance.sop_class_uid),
            ("SOP Instance UID", lambda instance: instance.sop_instance_uid),
        ),
        "None of its objects is known not to be safe.",
    )
    return Exit.DONE


def retry(invocation: Invocation) -> int:
    """`pacsdesk commitments retry ID`"""
    request = invocation.services.commitments.retry(invocation.args.commitment_id)
    objects = amount(request.number_of_instances, "object")
    invocation.out.record(request, f"{objects} will be read anew and {request.calling_ae_title} told the result.")
    return Exit.DONE


def _list_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--limit", type=count, default=0, help="at most so many (0: all)")


def _id_argument(parser: ArgumentParser) -> None:
    parser.add_argument(
        "commitment_id", type=count, metavar="ID", help="of the request, as in `pacsdesk commitments list`"
    )


LIST = Command(
    "commitments list", "List requests of 30 days.", list_requests, _list_arguments, example="commitments list"
)
FAILURES = Command(
    "commitments failures",
    "List the objects of a request that are not safe here.",
    list_failures,
    _id_argument,
    example="commitments failures 7",
)
RETRY = Command(
    "commitments retry",
    "Check a request anew and tell its result now.",
    retry,
    _id_argument,
    example="commitments retry 7",
)
