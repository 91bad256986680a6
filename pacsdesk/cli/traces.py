"""Traces: what passes on the wire, recorded for a while and read PDU by PDU."""

from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from uuid import uuid4

from pacsdesk.cli.arguments import count
from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount, moment, size
from pacsdesk.cli.naming import suggesting
from pacsdesk.cli.studies import all_pages
from pacsdesk.contract.errors import NotFound
from pacsdesk.contract.records.traces import Trace, TracedPdu, TraceField, TraceFilter

_TEN_MINUTES = 600


def start(invocation: Invocation) -> int:
    """`pacsdesk traces start NAME` or `pacsdesk traces start --address ADDRESS`"""
    args, traces = invocation.args, invocation.services.traces
    begin = traces.start_unmasked if args.unmasked else traces.start
    with suggesting(args.name, lambda: [peer.name for peer in invocation.services.peers.list()], "peers list"):
        trace = begin(args.name, args.address, args.seconds)
    invocation.out.record(
        trace,
        f"Associations with {trace.of} that begin from now on are traced. "
        f"`pacsdesk traces show {trace.trace_id}` reads it, `pacsdesk traces stop {trace.trace_id}` ends it.",
    )
    return Exit.DONE


def stop(invocation: Invocation) -> int:
    """`pacsdesk traces stop ID`"""
    trace = invocation.services.traces.stop(invocation.args.trace)
    lines = amount(trace.pdus, "PDU")
    invocation.out.record(trace, f"Ended, with {lines} of {amount(trace.associations, 'association')}.")
    return Exit.DONE


def list_traces(invocation: Invocation) -> int:
    """`pacsdesk traces list`"""
    invocation.out.records(
        invocation.services.traces.list(),
        (
            ("Began", lambda one: moment(one.began_at)),
            ("Of", lambda one: one.of),
            ("State", _state),
            ("Associations", lambda one: one.associations),
            ("PDUs", lambda one: one.pdus),
            ("Size", lambda one: size(one.size_bytes)),
            ("Patient data", lambda one: "replaced" if one.is_masked else "KEPT"),
            ("ID", lambda one: one.trace_id),
        ),
        "There are no traces. `pacsdesk traces start NAME` begins one.",
    )
    return Exit.DONE


def show(invocation: Invocation) -> int:
    """`pacsdesk traces show ID`, with --pdu N one of its lines in full"""
    args, traces = invocation.args, invocation.services.traces
    if args.pdu:
        decoded = traces.pdu(args.trace, args.pdu)
        lines = [_summary(decoded.pdu), *map(_field, decoded.fields)]
        invocation.out.record(decoded, lines[0])
        for line in lines[1:]:
            invocation.out.line(line)
        return Exit.DONE
    which = TraceFilter(" ".join(args.words), args.association)
    invocation.out.records(
        all_pages(partial(traces.pdus, args.trace, which), args.limit),
        (
            ("No.", lambda one: one.number),
            ("Seconds", lambda one: f"{one.seconds:.3f}"),
            ("Assoc.", lambda one: one.association),
            ("From", _side),
            ("Kind", lambda one: one.kind),
            ("Bytes", lambda one: f"{one.length:,}"),
            ("What it says", lambda one: one.summary),
        ),
        "No line of the trace matches.",
    )
    return Exit.DONE


def export(invocation: Invocation) -> int:
    """`pacsdesk traces export ID --to FILE`"""
    args = invocation.args
    trace = _find(invocation, args.trace)
    kind = "trace" if trace.is_masked else "unmasked-trace"
    invocation.client.download(f"{kind}/{trace.trace_id}", args.to)
    invocation.out.record(trace, f"The trace is in {args.to}.")
    return Exit.DONE


def open_file(invocation: Invocation) -> int:
    """`pacsdesk traces open FILE`"""
    path: Path = invocation.args.file
    trace_id = uuid4().hex
    invocation.client.upload(f"uploads/traces/{trace_id}", path.name, path)
    trace = _find(invocation, trace_id)
    invocation.out.record(trace, f"`pacsdesk traces show {trace_id}` reads its {amount(trace.pdus, 'PDU')}.")
    return Exit.DONE


def remove(invocation: Invocation) -> int:
    """`pacsdesk traces remove ID`"""
    trace = _find(invocation, invocation.args.trace)
    invocation.services.traces.remove(trace.trace_id)
    invocation.out.record(trace, f"The trace of {trace.of} is removed.")
    return Exit.DONE


def _find(invocation: Invocation, trace_id: str) -> Trace:
    for trace in invocation.services.traces.list():
        if trace.trace_id == trace_id:
            return trace
    raise NotFound("There is no such trace.", trace_id, "`pacsdesk traces list` shows all.")


def _state(trace: Trace) -> str:
    return "runs" if trace.is_running else f"ended: {trace.ended_by}"


def _side(pdu: TracedPdu) -> str:
    return "caller" if pdu.from_requestor else "called"


def _summary(pdu: TracedPdu) -> str:
    return f"{pdu.number}: {pdu.kind} from the {_side(pdu)}, {pdu.length:,} bytes, {pdu.kept:,} kept: {pdu.summary}"


def _field(field: TraceField) -> str:
    return f"{'  ' * (field.depth + 1)}{field.name}: {field.value}".rstrip(": ")


def _start_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", default="", help="of the peer, as in `pacsdesk peers list`")
    parser.add_argument("--address", default="", help="all of one address instead of one peer")
    parser.add_argument(
        "--seconds", type=count, default=_TEN_MINUTES, help=f"until it ends by itself (without: {_TEN_MINUTES})"
    )
    parser.add_argument("--unmasked", action="store_true", help="record patient data too; needs a permission, audited")


def _id_argument(parser: ArgumentParser) -> None:
    parser.add_argument("trace", metavar="ID", help="as in `pacsdesk traces list`")


def _show_arguments(parser: ArgumentParser) -> None:
    _id_argument(parser)
    parser.add_argument("words", nargs="*", metavar="WORD", help="in the kind of a PDU or in what it says")
    parser.add_argument("--association", type=count, default=0, metavar="N", help="only this one (0: all)")
    parser.add_argument("--pdu", type=count, default=0, metavar="N", help="this line in full, field by field")
    parser.add_argument("--limit", type=count, default=1000, help="at most so many (0: all)")


def _export_arguments(parser: ArgumentParser) -> None:
    _id_argument(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="where to write it")


def _open_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="that was exported before")


_ID = "0b5c7e5d0c1f4f3e8a54c2f1d6a7b8c9"
START = Command("traces start", "Trace a peer for a while.", start, _start_arguments, example="traces start CT01")
STOP = Command("traces stop", "End a trace.", stop, _id_argument, example=f"traces stop {_ID}")
LIST = Command("traces list", "List traces.", list_traces, example="traces list")
SHOW = Command(
    "traces show",
    "Read a trace or one PDU of it.",
    show,
    _show_arguments,
    example=f"traces show {_ID} --pdu 3",
)
EXPORT = Command(
    "traces export",
    "Save a trace.",
    export,
    _export_arguments,
    example=f"traces export {_ID} --to ct01.jsonl",
)
OPEN = Command(
    "traces open", "Read a trace that was saved.", open_file, _open_arguments, example="traces open ct01.jsonl"
)
REMOVE = Command("traces remove", "Delete a trace.", remove, _id_argument, example=f"traces remove {_ID}")
