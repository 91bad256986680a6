"""The running engine: status, stop, check, rebuild, reset, and `call`, which reaches every service method."""

import json
from argparse import ArgumentParser, ArgumentTypeError
from contextlib import suppress
from pathlib import Path
from threading import Event

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import amount, size, to_type
from pacsdesk.cli.waiting import answer_with, wait_for_job
from pacsdesk.contract.errors import InvalidInput, NotPermitted, PacsDeskError, Unavailable
from pacsdesk.contract.records.archive import IntegrityReport
from pacsdesk.contract.records.engine import (
    BackgroundComparison,
    EngineState,
    EngineStatus,
    Listener,
    ListenerState,
    RoomState,
)
from pacsdesk.contract.records.jobs import JobState
from pacsdesk.contract.records.paging import PageRequest
from pacsdesk.contract.services.catalog import service_interfaces
from pacsdesk.link.finding import engine_address

_DRAIN_S = 30.0
_LOOK_AGAIN_S = 0.1
_ROOM_WORDS = {RoomState.ENOUGH: "", RoomState.LOW: ", getting low", RoomState.FULL: ", images are refused"}


def status(invocation: Invocation) -> int:
    """`pacsdesk status`"""
    state = invocation.services.engine.status()
    invocation.out.record(
        state,
        f"{state.site_name}, a {state.profile} in {state.data_dir}: PACSDesk {state.version} is {state.state}.",
    )
    if state.state is EngineState.READ_ONLY:
        invocation.out.line(_read_only_text(state))
    for listener in state.listeners:
        invocation.out.line(_listener_text(listener))
    invocation.out.line(f"Window and command line: {state.http_address}, process {state.process_id}.")
    invocation.out.line(f"Room: {size(state.free_bytes)} free of {size(state.total_bytes)}{_ROOM_WORDS[state.room]}.")
    if state.comparison is not None:
        invocation.out.line(_comparison_text(state.comparison))
    if not invocation.out.is_json and (conflicts := _number_of_conflicts(invocation)):
        are = "conflict waits" if conflicts == 1 else "conflicts wait"
        invocation.out.line(f"{conflicts:,} {are} for a decision: `pacsdesk conflicts list` shows what about.")
    if not invocation.out.is_json and (refused := _number_of_refusals(invocation)):
        invocation.out.line(
            f"Callers were refused {amount(refused, 'time')} since the start: `pacsdesk peers refused` says why."
        )
    return Exit.DONE


def stop(invocation: Invocation) -> int:
    """`pacsdesk stop`: returns when the engine has gone."""
    invocation.services.engine.stop()
    pause = Event()
    for _ in range(int(_DRAIN_S / _LOOK_AGAIN_S)):
        with suppress(PacsDeskError):
            invocation.services.engine.health()
            pause.wait(_LOOK_AGAIN_S)
            continue
        if not engine_address(invocation.data_dir) or invocation.connection.engine_url:
            invocation.out.record({"stopped": True}, "The engine has stopped.")
            return Exit.DONE
        pause.wait(_LOOK_AGAIN_S)
    raise Unavailable(
        "The engine is still draining.", f"It was asked to stop {_DRAIN_S:.0f} s ago.", "Look at its log."
    )


def check(invocation: Invocation) -> int:
    """`pacsdesk check [--offline]`"""
    if invocation.args.offline:
        from pacsdesk.engine.compose.site import check_offline  # noqa: PLC0415  # 0.9 s that others save
        from pacsdesk.engine.runtime.paths import DataFolder  # noqa: PLC0415  # 0.9 s that others save

        report = check_offline(DataFolder(invocation.data_dir))
    else:
        job = wait_for_job(invocation, invocation.services.integrity.start_check())
        if job.state is not JobState.DONE:
            return answer_with(invocation, job)
        report = invocation.services.integrity.report(job.job_id)
    invocation.out.record(report, _report_text(report))
    if not invocation.args.offline and (comparison := invocation.services.engine.status().comparison):
        invocation.out.line(_comparison_text(comparison))
    return Exit.DONE if report.is_clean else Exit.FAILED


def rebuild(invocation: Invocation) -> int:
    """`pacsdesk rebuild`"""
    return answer_with(invocation, wait_for_job(invocation, invocation.services.integrity.start_rebuild()))


def reset(invocation: Invocation) -> int:
    """`pacsdesk reset`"""
    return answer_with(invocation, wait_for_job(invocation, invocation.services.engine.reset()))


def call(invocation: Invocation) -> int:
    """`pacsdesk call SERVICE.METHOD [JSON]`"""
    service, method = invocation.args.operation
    try:
        arguments = json.loads(invocation.args.arguments)
    except ValueError as error:
        raise InvalidInput(
            "The arguments are not JSON.", str(error), 'Give one object, such as \'{"name": "CT01"}\'.'
        ) from error
    if not isinstance(arguments, dict):
        raise InvalidInput("The arguments are not a JSON object.", "", 'Give one, such as \'{"name": "CT01"}\'.')
    invocation.out.document(json.loads(invocation.client.call(service, method, arguments)))
    return Exit.DONE


def _number_of_conflicts(invocation: Invocation) -> int:
    """0 for whoever may not see them."""
    with suppress(NotPermitted):
        return invocation.services.conflicts.list(PageRequest(limit=1, count=True)).total or 0
    return 0


def _number_of_refusals(invocation: Invocation) -> int:
    """0 for whoever may not see them."""
    with suppress(NotPermitted):
        return sum(caller.times for caller in invocation.services.peers.refused_callers())
    return 0


def _read_only_text(state: EngineStatus) -> str:
    """What works, what does not, and the way out."""
    again = to_type("serve", "--data-dir", state.data_dir)
    return (
        "Read-only: everything can be read, nothing is stored or changed, senders are answered A700. The logs in "
        f"{Path(state.data_dir) / 'logs'} say why. Mend the disk, then {to_type('stop', '--data-dir', state.data_dir)} "
        f"and {again}."
    )


def _comparison_text(comparison: BackgroundComparison) -> str:
    """How the comparison in the background stands."""
    if comparison.ended_at is None:
        last = "none has ended yet"
    else:
        found = amount(comparison.number_of_findings, "finding") if comparison.number_of_findings else "all was well"
        last = f"the last ended {comparison.ended_at.astimezone():%Y-%m-%d %H:%M}, {found}"
        if comparison.number_taken_in:
            last += f", {amount(comparison.number_taken_in, 'file')} without a row taken in"
    now = f"; {amount(comparison.instances_checked, 'instance')} compared by now" if comparison.is_under_way else ""
    return f"Index and files in the background: {last}{now}."


def _listener_text(listener: Listener) -> str:
    calls = amount(listener.associations, "association")
    how = f"listens, {calls} now" if listener.state is ListenerState.UP else f"is down: {listener.problem}"
    hindrance = f" {listener.problem}" if listener.problem and listener.state is ListenerState.UP else ""
    protocol = "DICOM over TLS" if listener.is_encrypted else "DICOM"
    also = f" (also {', '.join(listener.aliases)})" if listener.aliases else ""
    return f"{protocol}: {listener.ae_title}{also} at {listener.host}:{listener.port} {how}.{hindrance}"


def _report_text(report: IntegrityReport) -> str:
    head = f"{amount(report.instances_checked, 'instance')} and {amount(report.files_checked, 'file')} compared"
    if report.is_clean:
        return f"{head}: all is well."
    found = (
        ("missing file", report.missing_files),
        ("changed file", report.changed_files),
        ("stray file", report.stray_files),
        ("wrong counter", report.wrong_counters),
        ("database fault", report.database_faults),
    )
    return f"{head}. " + " ".join(
        f"{amount(len(names), what)}: {', '.join(names[:5])}{' and more' if len(names) > 5 else ''}."
        for what, names in found
        if names
    )


def _operation(word: str) -> tuple[str, str]:
    service, _, method = word.partition(".")
    if not service or not method:
        raise ArgumentTypeError(f"{word!r} is not SERVICE.METHOD, such as studies.search")
    return service, method


def _call_arguments(parser: ArgumentParser) -> None:
    services = ", ".join(service_interfaces())
    parser.add_argument("operation", metavar="SERVICE.METHOD", type=_operation, help=f"the services are {services}")
    parser.add_argument("arguments", metavar="JSON", nargs="?", default="{}", help="one object, by parameter name")


def _check_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--offline", action="store_true", help="without an engine, under the folder's lock")


STATUS = Command("status", "Show the engine's state.", status, example="status")
STOP = Command("stop", "Drain and end the engine.", stop, example="stop --data-dir clinic")
CHECK = Command(
    "check", "Compare index and files.", check, _check_arguments, example="check --offline --data-dir clinic"
)
REBUILD = Command("rebuild", "Make the index anew from the files.", rebuild, example="rebuild")
RESET = Command("reset", "Bring a classroom site back to its start.", reset, example="reset --data-dir classroom")
CALL = Command(
    "call",
    "Call any service method; the answer is always a JSON document.",
    call,
    _call_arguments,
    example="""call studies.search '{"query": {"words": "smith ct"}}'""",
)
