"""Exercises of a classroom: faulty peers to find the cause of."""

from argparse import ArgumentParser

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import moment
from pacsdesk.contract.records.exercises import Exercise


def list_exercises(invocation: Invocation) -> int:
    """`pacsdesk faults list`"""
    invocation.out.records(
        invocation.services.exercises.list(),
        (
            ("Number", lambda one: one.number),
            ("Exercise", lambda one: one.title),
            ("What is seen", lambda one: one.seen),
            ("Peer", lambda one: one.peer),
            ("Until", lambda one: moment(one.ends_at) if one.ends_at else ""),
        ),
        "There are no exercises.",
    )
    return Exit.DONE


def start(invocation: Invocation) -> int:
    """`pacsdesk faults start NUMBER`"""
    one = invocation.services.exercises.start(invocation.args.number)
    told = (
        f"{one.title}. {one.seen} It is entered as {one.peer}: `pacsdesk echo '{one.peer}'` tests it, "
        f"`pacsdesk faults reveal {one.number}` says what is wrong."
    )
    invocation.out.record(one, told)
    return Exit.DONE


def stop(invocation: Invocation) -> int:
    """`pacsdesk faults stop NUMBER`, or all that run"""
    services, number = invocation.services, invocation.args.number
    numbers = [number] if number else [one.number for one in services.exercises.list() if one.is_running]
    stopped: list[Exercise] = [services.exercises.stop(one) for one in numbers]
    invocation.out.records(
        stopped, (("Ended", lambda one: one.number), ("Exercise", lambda one: one.title)), "No exercise runs."
    )
    return Exit.DONE


def reveal(invocation: Invocation) -> int:
    """`pacsdesk faults reveal NUMBER`"""
    one = invocation.services.exercises.reveal(invocation.args.number)
    code = f" Its finding has the code {one.code}." if one.code else ""
    invocation.out.record(one, f"{one.title}: {one.cause}{code}")
    return Exit.DONE


def _number(parser: ArgumentParser) -> None:
    parser.add_argument("number", type=int, metavar="NUMBER", help="as in `pacsdesk faults list`")


def _number_or_all(parser: ArgumentParser) -> None:
    parser.add_argument(
        "number", type=int, nargs="?", default=0, metavar="NUMBER", help="as in `pacsdesk faults list` (without: all)"
    )


LIST = Command("faults list", "List exercises; their causes are hidden.", list_exercises, example="faults list")
START = Command("faults start", "Have a faulty peer run and enter it.", start, _number, example="faults start 22")
STOP = Command("faults stop", "End exercises and take their entries out.", stop, _number_or_all, example="faults stop")
REVEAL = Command("faults reveal", "Say what is wrong in an exercise.", reveal, _number, example="faults reveal 22")
