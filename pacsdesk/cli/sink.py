"""A sink in the foreground: whatever is proposed and sent is accepted, said and forgotten."""

from pacsdesk.cli.command import Command, Invocation
from pacsdesk.cli.listening import add_listening, order_of, say_as_they_come


def sink(invocation: Invocation) -> int:
    """`pacsdesk sink --port PORT`"""
    sinks = invocation.services.sinks
    started = sinks.start(order_of(invocation))
    listening, sink_id = started.listening, started.sink_id
    if invocation.out.is_json:
        invocation.out.document_line(started)
    invocation.out.line(
        f"{listening.host} port {listening.port} accepts everything under any AE title and keeps nothing. "
        "Ctrl+C ends it."
    )
    return say_as_they_come(
        invocation,
        lambda: next(one for one in sinks.list() if one.sink_id == sink_id).listening,
        lambda: sinks.associations(sink_id),
        lambda: sinks.stop(sink_id).listening,
    )


SINK = Command(
    "sink",
    "Accept everything, keep nothing, and show what was proposed, until Ctrl+C.",
    sink,
    add_listening,
    example="sink --port 11115",
)
