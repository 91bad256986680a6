"""Turns words into one command of the catalog, runs it, and answers with its exit code."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import suppress

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.connection import connection_from
from pacsdesk.cli.output import Output
from pacsdesk.cli.parser import build_parser
from pacsdesk.cli.typing_again import calls_as_typed
from pacsdesk.contract.errors import InvalidInput, NotPermitted, NotSignedIn, PacsDeskError, Unavailable

_EXITS: tuple[tuple[type[PacsDeskError], Exit], ...] = (
    (InvalidInput, Exit.WRONG_USAGE),
    (NotSignedIn, Exit.NOT_PERMITTED),
    (NotPermitted, Exit.NOT_PERMITTED),
    (Unavailable, Exit.NO_ENGINE),
)


def run(words: Sequence[str]) -> int:
    """Run `pacsdesk WORDS` and answer the exit code."""
    _have_streams()
    try:
        args = build_parser().parse_args(words)
        out = Output(args.json, sys.stdout, sys.stderr, calls_as_typed(args))
        try:
            return _carry_out(args, out)
        except PacsDeskError as error:
            out.failure(error)
            return exit_code(error)
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # whoever read our output has seen enough (`| head`)
        return Exit.PIPE_CLOSED
    finally:
        _hand_over()


def exit_code(error: PacsDeskError) -> Exit:
    """The exit code that an error stands for."""
    return next((code for kind, code in _EXITS if isinstance(error, kind)), Exit.FAILED)


def _carry_out(args: Namespace, out: Output) -> int:
    command: Command = args.command
    connection = connection_from(args)
    try:
        code = command.run(Invocation(args, out, connection))
        out.finish()
        return code
    finally:
        out.end_progress()
        with suppress(PacsDeskError):
            connection.close()


def _have_streams() -> None:
    """Python has none where whoever started it gave none (`>&-`, a program without a console)."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, io.StringIO())


def _hand_over() -> None:
    """Leave nothing in standard output that Python would try, and complain of, when it ends."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
