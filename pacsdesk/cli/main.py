"""Turns words into one command of the catalog, runs it, and answers with its exit code."""

import sys
from collections.abc import Sequence
from contextlib import suppress

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.connection import connection_from
from pacsdesk.cli.output import Output
from pacsdesk.cli.parser import build_parser
from pacsdesk.contract.errors import InvalidInput, NotPermitted, NotSignedIn, PacsDeskError, Unavailable

_EXITS: tuple[tuple[type[PacsDeskError], Exit], ...] = (
    (InvalidInput, Exit.WRONG_USAGE),
    (NotSignedIn, Exit.NOT_PERMITTED),
    (NotPermitted, Exit.NOT_PERMITTED),
    (Unavailable, Exit.NO_ENGINE),
)


def run(words: Sequence[str]) -> int:
    """Run `pacsdesk WORDS` and answer the exit code."""
    args = build_parser().parse_args(words)
    command: Command = args.command
    out = Output(args.json, sys.stdout, sys.stderr)
    connection = connection_from(args)
    try:
        return command.run(Invocation(args, out, connection))
    except PacsDeskError as error:
        out.failure(error)
        return exit_code(error)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # whoever read our output has seen enough (`| head`); a second complaint at exit helps nobody
        sys.stderr.close()
        return Exit.FAILED
    finally:
        with suppress(PacsDeskError):
            connection.close()


def exit_code(error: PacsDeskError) -> Exit:
    """The exit code that an error stands for."""
    return next((code for kind, code in _EXITS if isinstance(error, kind)), Exit.FAILED)
