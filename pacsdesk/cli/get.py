"""Retrievals by C-GET: a peer sends what it has on the association that we open."""

from pacsdesk.cli.command import Command, Invocation
from pacsdesk.cli.retrieving import common_arguments, retrieve
from pacsdesk.contract.records.retrieves import RetrieveKind


def get(invocation: Invocation) -> int:
    """`pacsdesk get NAME KEY=VALUE ...`"""
    return retrieve(invocation, RetrieveKind.GET, None)


GET = Command(
    "get",
    "Fetch what a peer has on one association, and see what lands.",
    get,
    common_arguments,
    example="get PACS StudyInstanceUID=1.2.840.99.1",
)
