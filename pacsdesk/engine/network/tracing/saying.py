"""What a PDU says, in one line of a trace. Titles of strangers are made printable."""

from pacsdesk.engine.network.association import printable_title
from pacsdesk.engine.network.command import Command
from pacsdesk.engine.network.journal.book import printable
from pacsdesk.engine.network.tracing.names import abort_name, command_name, short_name, status_name
from pacsdesk.engine.network.wire.associate import AssociateAccept, AssociateRequest
from pacsdesk.engine.network.wire.pdu import Abort


def say_request(request: AssociateRequest) -> str:
    """Who calls whom, with how much."""
    calling, called = printable_title(request.calling_ae_title), printable_title(request.called_ae_title)
    version = printable(request.user.implementation_version_name) or "a nameless implementation"
    return f"{calling} calls {called}, {_count(len(request.contexts))} proposed, {version}"


def say_accept(accept: AssociateAccept) -> str:
    """How much was accepted."""
    taken = sum(1 for one in accept.contexts if one.result == 0)
    version = printable(accept.user.implementation_version_name) or "a nameless implementation"
    return f"{taken} of {_count(len(accept.contexts))} accepted, {version}"


def say_abort(abort: Abort, from_requestor: bool) -> str:
    """Who gives it up, and why."""
    side = "the caller" if from_requestor else "the called side"
    return f"{side}: {abort_name(abort.source, abort.reason)}"


def say_command(command: Command, abstract_syntax: str) -> str:
    """Which, its message, about what, with which status."""
    sop_class = command.sop_class_uid or abstract_syntax
    parts = [
        f"{command_name(command.field)}, message {command.message_id}",
        printable(short_name(sop_class)),
        f"to {printable_title(command.move_destination)}" if command.move_destination else "",
    ]
    if response := command.response:
        parts.append(status_name(response.status))
        counts = response.sub_operations
        if counts:
            remaining = "" if counts.remaining is None else f"{counts.remaining} remaining, "
            parts.append(f"{remaining}{counts.completed} completed, {counts.failed} failed, {counts.warning} warnings")
        parts.append(printable(response.comment))
    return ", ".join(part for part in parts if part)


def say_foreign(first: bytes, is_tls: bool) -> str:
    """What came instead of DICOM."""
    if is_tls:
        return "TLS: what follows is encrypted and cannot be read here"
    shown = "".join(chr(one) if 32 <= one < 127 else "." for one in first)
    return f"no DICOM: it begins with {shown!r}"


def _count(contexts: int) -> str:
    return f"{contexts} presentation {'context' if contexts == 1 else 'contexts'}"
