"""Logs of other DICOM programs, beside our journal."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount
from pacsdesk.contract.records.associations import AssociationSummary, Direction
from pacsdesk.contract.records.logs import LogEvent, LogOrder, LogTimeline

_NO_TIME = "--:--:--"


def read(invocation: Invocation) -> int:
    """`pacsdesk logs read FILE [--association ID] [--offset SECONDS]`"""
    args, logs = invocation.args, invocation.services.logs
    upload_id = logs.open()
    try:
        invocation.client.upload(f"uploads/logs/{upload_id}", args.file.name, args.file)
        timeline = logs.read(upload_id, LogOrder(args.association, args.offset))
    finally:
        logs.drop(upload_id)
    if invocation.out.is_json:
        invocation.out.document(timeline)
        return Exit.DONE
    invocation.out.line(_clock(timeline))
    invocation.out.line("")
    invocation.out.records(
        list(_rows(timeline)),
        (
            ("Time here", lambda row: row[0]),
            ("There", lambda row: row[1]),
            ("Here", lambda row: row[2]),
        ),
        "The log tells of no association.",
    )
    return Exit.DONE


def _clock(timeline: LogTimeline) -> str:
    what = f"A log of {timeline.format}, {amount(timeline.lines, 'line')}" + (", cut." if timeline.is_cut else ".")
    if not timeline.has_times:
        return f"{what} It has no times; its events stand in their order."
    offset = f"{timeline.offset_seconds:+.3f} s were added to its times"
    if timeline.is_guessed:
        return f"{what} {offset}: so {amount(timeline.matched, 'association')} of both sides fit."
    return f"{what} {offset}."


def _rows(timeline: LogTimeline) -> Iterator[tuple[str, str, str]]:
    """Both sides in the order of time: ours where they began and ended."""
    ours = [(one.began_at, "", _began(one)) for one in timeline.ours]
    ours += [(one.ended_at, "", _ended(one)) for one in timeline.ours if one.ended_at]
    theirs = [(event.at, _told(event), "") for event in timeline.events]
    if not timeline.has_times:
        yield from ((_NO_TIME, there, here) for _at, there, here in theirs)
        theirs = []
    known = [(at, there, here) for at, there, here in (*ours, *theirs) if at]
    for at, there, here in sorted(known, key=lambda row: row[0]):
        yield f"{at.astimezone():%H:%M:%S.%f}"[:-3], there, here


def _told(event: LogEvent) -> str:
    status = "" if event.status is None else f" {event.status:04X}"
    titles = f" {event.calling_ae_title or '?'} -> {event.called_ae_title or '?'}"
    what = f"{event.kind} {event.operation}".strip() + status
    return f"{event.association}: {what}{titles if event.kind == 'request' else ''}"


def _began(one: AssociationSummary) -> str:
    name = one.association_id[:8]
    match one.direction:
        case Direction.INCOMING:
            return f"{one.calling_ae_title} called us ({name})"
        case Direction.OUTGOING:
            return f"{one.called_ae_title} was called by us ({name})"
        case _:
            return (
                f"{one.calling_ae_title} called {one.called_ae_title} at {one.called_address}, {one.direction} ({name})"
            )


def _ended(one: AssociationSummary) -> str:
    return f"{one.state}, {amount(one.operations, 'request')} ({one.association_id[:8]})"


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="of DCMTK, pynetdicom, dcm4che or Orthanc")
    parser.add_argument("--association", default="", metavar="ID", help="the association of ours that it is about")
    parser.add_argument(
        "--offset", type=float, metavar="SECONDS", help="add so many to its times (without: found from what fits)"
    )


READ = Command(
    "logs read",
    "Show the log of another DICOM program beside what we have of the same time.",
    read,
    _arguments,
    example="logs read storescp.log --offset -3600",
)
